package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tables, constants and functions of the library cost nothing where a program does not reach them: here some that could not be checked.
class WaitingValuesTest {
    private static OverLibraryPackage reaching(String declarations, String main)
            throws IOException {
        return new OverLibraryPackage("tables", "package tables\n" + declarations + "\n", main);
    }

    private static void compiles(String declarations, String main) throws IOException {
        var program = reaching(declarations, main);
        assertEquals(List.of(), program.findings());
        assertNotNull(program.image());
    }

    private static void isLookedAt(String declarations, String main) {
        var found =
                assertThrows(
                        IllegalStateException.class, () -> reaching(declarations, main).image());
        assertEquals("package tables has errors", found.getMessage());
    }

    /// Though the program reaches nothing of the package, which is why its import is told as well.
    private static void isLookedAtFirst(String declarations) throws IOException {
        assertEquals(
                List.of(
                        "\"tables\" imported and not used",
                        "cannot use \"no number\" (untyped string constant) as int value in array or slice literal"),
                reaching(declarations, "println(1)").findings());
    }

    @Test
    void aTableThatNobodyReachesIsNotLookedAt() throws IOException {
        compiles(
                "var Good = [...]int{1, 2, 3}\nvar Bad = []int{\"no number\"}\n"
                        + "var Pointed = &struct{ a int }{\"none either\"}",
                "println(tables.Good[1], len(tables.Good))");
    }

    @Test
    void oneThatIsReachedIsLookedAt() {
        isLookedAt("var Bad = []int{\"no number\"}", "println(tables.Bad[0])");
    }

    @Test
    void aValueThatHasEffectsIsLookedAtFirst() throws IOException {
        isLookedAtFirst("var Bad = []int{<-make(chan int), \"no number\"}");
    }

    @Test
    void aFieldMayHaveTheNameOfATable() throws IOException {
        compiles(
                "type R struct { Name string; Removed, All int }\n"
                        + "var Removed = []R{{Name: \"x\", Removed: 24}}\n"
                        + "var All = map[string][]*R{\"k\": {{All: 1}, &R{All: 2}}}",
                "println(tables.Removed[0].Removed, tables.All[\"k\"][0].All)");
    }

    @Test
    void aBlankVariableIsLookedAtFirst() throws IOException {
        isLookedAtFirst("var _ = []int{\"no number\"}");
    }

    @Test
    void constantsAndFunctionsThatNobodyMentionsAreNotLookedAt() throws IOException {
        compiles(
                "const (\n\tOne = iota + 1\n\tTwo\n\tBad int = \"no number\"\n)\n"
                        + "func Sum(n [Two]int) int { return n[0] + n[One] }\n"
                        + "func Wrong(x missing) {}",
                "println(tables.Two, tables.Sum([2]int{1, 2}))");
    }

    @Test
    void aConstantThatIsMentionedIsLookedAt() {
        isLookedAt("const Bad int = \"no number\"", "println(tables.Bad)");
    }

    @Test
    void aFunctionThatIsMentionedIsLookedAt() {
        isLookedAt("func Wrong(x missing) {}", "tables.Wrong(1)");
    }
}
