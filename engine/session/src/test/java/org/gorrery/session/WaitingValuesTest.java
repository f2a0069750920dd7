package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

/// Tables, constants and functions of the library cost nothing where a program does not reach them: here some that could not be checked.
class WaitingValuesTest {
    private static final BuildOptions OPTIONS =
            new BuildOptions(Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", false, true);

    private static FileText file(String name, String text) {
        return new FileText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProgramImage image(String declarations, String main) throws IOException {
        var library = SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        var tables =
                new PackageFiles(
                        "tables",
                        List.of(file("t.go", "package tables\n" + declarations + "\n")),
                        "",
                        true);
        PackageFinder finder =
                (path, from) ->
                        path.equals("tables")
                                ? new PackageFinder.Found(tables, "")
                                : library.find(path, from);
        var build = new Build(finder, OPTIONS);
        var text = "package main\nimport \"tables\"\nfunc main() { " + main + " }\n";
        var program = new PackageFiles("main", List.of(file("main.go", text)), "", false);
        assertEquals(List.of(), Engine.findings(build, build.check(program, true)));
        return build.image(AddressLayout.of(0, OPTIONS.target()));
    }

    @Test
    void aTableThatNobodyReachesIsNotLookedAt() throws IOException {
        assertNotNull(
                image(
                        "var Good = [...]int{1, 2, 3}\nvar Bad = []int{\"no number\"}\n"
                                + "var Pointed = &struct{ a int }{\"none either\"}",
                        "println(tables.Good[1], len(tables.Good))"));
    }

    @Test
    void oneThatIsReachedIsLookedAt() {
        assertThrows(
                IllegalStateException.class,
                () -> image("var Bad = []int{\"no number\"}", "println(tables.Bad[0])"));
    }

    @Test
    void aValueThatHasEffectsIsLookedAtFirst() {
        assertThrows(
                AssertionError.class,
                () -> image("var Bad = []int{<-make(chan int), \"no number\"}", "println(1)"));
    }

    @Test
    void aFieldMayHaveTheNameOfATable() throws IOException {
        assertNotNull(
                image(
                        "type R struct { Name string; Removed, All int }\n"
                                + "var Removed = []R{{Name: \"x\", Removed: 24}}\n"
                                + "var All = map[string][]*R{\"k\": {{All: 1}, &R{All: 2}}}",
                        "println(tables.Removed[0].Removed, tables.All[\"k\"][0].All)"));
    }

    @Test
    void aBlankVariableIsLookedAtFirst() {
        assertThrows(
                AssertionError.class, () -> image("var _ = []int{\"no number\"}", "println(1)"));
    }

    @Test
    void constantsAndFunctionsThatNobodyMentionsAreNotLookedAt() throws IOException {
        assertNotNull(
                image(
                        "const (\n\tOne = iota + 1\n\tTwo\n\tBad int = \"no number\"\n)\n"
                                + "func Sum(n [Two]int) int { return n[0] + n[One] }\n"
                                + "func Wrong(x missing) {}",
                        "println(tables.Two, tables.Sum([2]int{1, 2}))"));
    }

    @Test
    void aConstantThatIsMentionedIsLookedAt() {
        assertThrows(
                IllegalStateException.class,
                () -> image("const Bad int = \"no number\"", "println(tables.Bad)"));
    }

    @Test
    void aFunctionThatIsMentionedIsLookedAt() {
        assertThrows(
                IllegalStateException.class,
                () -> image("func Wrong(x missing) {}", "tables.Wrong(1)"));
    }
}
