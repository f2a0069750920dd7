package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the library does with values of some kinds is compiled only where such values get into interfaces; wherever they come from,
/// it is there then.
class HeldKindsTest {
    private static final String FLOATS = "strconv.AppendFloat";
    private static final String MAPS = "internal/mapkeys.Sorted";

    private static List<String> functions(String main) throws IOException {
        var finder = SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        var tags = Set.of("gc", "unix", "purego");
        var build = new Build(finder, new BuildOptions(Target.LINUX_AMD64, tags, "", false, true));
        byte[] text = program(main).getBytes(StandardCharsets.UTF_8);
        var files = List.of(new FileText("main.go", text));
        var findings = build.check(new PackageFiles("main", files, "", false), true);
        assertEquals(List.of(), Engine.findings(build, findings));
        var image = build.image(AddressLayout.of(0, Target.LINUX_AMD64));
        return image.pcs().functions().stream().map(FuncInfo::name).toList();
    }

    private static String program(String main) {
        return "package main\n" + UsedPackages.imports(main) + "func main() {\n" + main + "\n}\n";
    }

    @Test
    void aProgramThatPrintsWholeNumbersHasNothingForOthersNorForMaps() throws IOException {
        var all = functions("fmt.Println(\"x\", 1, []int{2})");
        assertTrue(all.contains("fmt.Println"));
        assertFalse(all.contains(FLOATS));
        assertFalse(all.contains(MAPS));
    }

    @Test
    void aTypeThatIsOnlyComparedWithIsNotHeld() throws IOException {
        var all =
                functions(
                        "var x any = len(os.Args)\nif f, ok := x.(float64); ok { println(f) }\n"
                                + "switch x.(type) { case map[int]int: println() }\n"
                                + "fmt.Println(x)");
        assertFalse(all.contains(FLOATS));
        assertFalse(all.contains(MAPS));
    }

    @Test
    void oneKindDoesNotBringTheOther() throws IOException {
        var floats = functions("fmt.Println(2.5)");
        assertTrue(floats.contains(FLOATS));
        assertFalse(floats.contains(MAPS));
        var maps = functions("fmt.Println(map[int]int{1: 2})");
        assertTrue(maps.contains(MAPS));
        assertFalse(maps.contains(FLOATS));
    }

    @Test
    void aProgramThatPrintsTextsHasNothingToLookIntoValuesNorForVerbs() throws IOException {
        var all = functions("fmt.Println(\"x\")");
        var verbs = "f, a := `%q`, []any{1}; fmt.Printf(f, a...)".replace('`', '"');
        var asksForAll = functions(verbs);
        for (var name :
                List.of(
                        "fmt.(*printer).integer",
                        "fmt.(*printer).caught",
                        "fmt.(*printer).pad",
                        "strconv.AppendInt",
                        "strconv.AppendQuote",
                        "reflect.ValueOf",
                        "reflect.Value.String",
                        "reflect.Value.Field")) {
            assertFalse(all.contains(name), name);
            assertTrue(asksForAll.contains(name), name);
        }
    }

    /// Each program has what it asks for, and lacks what one asks for that differs from it in one thing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "fmt.Println(1)|fmt.Println(true)|strconv.AppendInt",
                "fmt.Println(errors.New(`x`))|fmt.Println(`x`)|fmt.(*printer).caught",
                "fmt.Println([]int{1})|fmt.Println(1)|reflect.Value.Index",
                "fmt.Println(struct{ a int }{1})|fmt.Println(1)|reflect.Value.NumField",
                "fmt.Printf(`%5d`, 1)|fmt.Printf(`%d`, 1)|fmt.(*printer).pad",
                "fmt.Printf(`%q`, `a`)|fmt.Printf(`%s`, `a`)|strconv.AppendQuote",
                "fmt.Printf(`%d`, `a`)|fmt.Printf(`%d`, 1)|reflect.TypeOf",
                "fmt.Printf(`%d`)|fmt.Printf(`%%`)|fmt.(*printer).sizes",
                "fmt.Printf(`%d`, 1, 2)|fmt.Printf(`%d`, 1)|reflect.TypeOf",
                "fmt.Printf(`%x`, 1)|fmt.Printf(`%d`, 1)|fmt.(*printer).integer",
                "fmt.Printf(`%#v`, `a`)|fmt.Printf(`%v`, `a`)|fmt.(*printer).quoted",
                "fmt.Printf(`%d`, time.Second)|fmt.Printf(`%s`, time.Second)|reflect.Value.Int",
                "f := fmt.Printf; f(`%d`, 1)|fmt.Printf(`%d`, 1)|fmt.(*printer).quoted",
                "f := `%d`; fmt.Printf(f, 1)|const f = `%d`; fmt.Printf(f, 1)|fmt.(*printer).quoted",
                "a := []any{1}; fmt.Printf(`%d`, a...)|fmt.Printf(`%d`, 1)|fmt.(*printer).quoted",
                "var w io.Writer = os.Stdout; fmt.Println(w)"
                        + "|var w io.Writer = os.Stdout; fmt.Fprintln(w)|reflect.Value.NumField",
                "fmt.Println(recover())|fmt.Println(nil)|fmt.(*printer).caught"
            })
    void whatIsAskedForIsThere(String asks, String lacks, String function) throws IOException {
        assertTrue(functions(asks.replace('`', '"')).contains(function));
        assertFalse(functions(lacks.replace('`', '"')).contains(function));
    }

    static Stream<Arguments> printed() throws IOException {
        try (var in = HeldKindsTest.class.getResourceAsStream("/go/printed.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arguments.of((Object[]) line.split(" ⇒ ?", -1)));
        }
    }

    /// What each prints is what Go prints, wherever the values come from: every line is a program of its own.
    @ParameterizedTest
    @MethodSource("printed")
    void whereverAValueComesFromItIsPrinted(String main, String expected) {
        var result = GoRunner.run(program(main), RunOptions.DEFAULT);
        assertEquals(expected, result.stdout().stripTrailing().replace('\n', '⏎'), result.stderr());
    }
}
