package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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
import org.junit.jupiter.params.provider.CsvSource;

/// What the library does with values of some kinds is compiled only where such values get into interfaces; wherever they come from,
/// it is there then.
class HeldKindsTest {
    private static final String FLOATS = "strconv.AppendFloat";
    private static final String MAPS = "internal/mapkeys.Sorted";

    private static List<String> functions(String imports, String main) throws IOException {
        var finder = SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        var tags = Set.of("gc", "unix", "purego");
        var build = new Build(finder, new BuildOptions(Target.LINUX_AMD64, tags, "", false, true));
        byte[] text = program(imports, main).getBytes(StandardCharsets.UTF_8);
        var files = List.of(new FileText("main.go", text));
        var findings = build.check(new PackageFiles("main", files, "", false), true);
        assertEquals(List.of(), Engine.findings(build, findings));
        var image = build.image(AddressLayout.of(0, Target.LINUX_AMD64));
        return image.pcs().functions().stream().map(FuncInfo::name).toList();
    }

    private static String program(String imports, String main) {
        return "package main\nimport (" + imports + ")\nfunc main() {\n" + main + "\n}\n";
    }

    @Test
    void aProgramThatPrintsWholeNumbersHasNothingForOthersNorForMaps() throws IOException {
        var all = functions("\"fmt\"", "fmt.Println(\"x\", 1, []int{2})");
        assertTrue(all.contains("fmt.Println"));
        assertFalse(all.contains(FLOATS));
        assertFalse(all.contains(MAPS));
    }

    @Test
    void aTypeThatIsOnlyComparedWithIsNotHeld() throws IOException {
        var all =
                functions(
                        "\"fmt\"; \"os\"",
                        "var x any = len(os.Args)\nif f, ok := x.(float64); ok { println(f) }\n"
                                + "switch x.(type) { case map[int]int: println() }\n"
                                + "fmt.Println(x)");
        assertFalse(all.contains(FLOATS));
        assertFalse(all.contains(MAPS));
    }

    @Test
    void oneKindDoesNotBringTheOther() throws IOException {
        assertFalse(functions("\"fmt\"", "fmt.Println(2.5)").contains(MAPS));
        assertFalse(functions("\"fmt\"", "fmt.Println(map[int]int{1: 2})").contains(FLOATS));
    }

    /// What each prints is what Go prints.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fmt.Println(2.5)|2.5",
                "fmt.Println(3i)|(0+3i)",
                "fmt.Println(struct{ a *int; b []float32 }{nil, []float32{1.5}})|{<nil> [1.5]}",
                "type c struct{ x complex64 }; fmt.Println(&c{1})|&{(1+0i)}",
                "type f float64; fmt.Printf(\"%v %.1f\", f(0.5), []f{1})|0.5 [1.0]",
                "fmt.Println(map[string]int{\"b\": 1, \"a\": 2})|map[a:2 b:1]",
                "fmt.Println(map[float32]bool{1.5: true})|map[1.5:true]",
                "fmt.Println([]any{nil, []any{map[int]int{}}})|[<nil> [map[]]]",
                "g := func(x float64) {}; t := reflect.TypeOf(g); fmt.Println(reflect.Zero(t.In(0)))|0",
                "c := make(chan map[int]bool); fmt.Println(reflect.Zero(reflect.TypeOf(c).Elem()))|map[]",
                "fmt.Println(reflect.Zero(reflect.TypeFor[*float32]().Elem()).Interface())|0",
                "t := reflect.MapOf(reflect.TypeFor[int](), reflect.TypeFor[string]());"
                        + " fmt.Println(reflect.MakeMap(t))|map[]",
                "v := reflect.ValueOf(new(time.Duration)).Elem(); m, _ := v.Type().MethodByName(\"Hours\");"
                        + " fmt.Println(m.Func.Call([]reflect.Value{v})[0])|0",
                "v := reflect.ValueOf(time.Hour).MethodByName(\"Minutes\"); fmt.Println(v.Call(nil)[0])|60",
                "var p sync.Pool; p.Put(1.25); fmt.Println(p.Get())|1.25",
                "defer func() { fmt.Println(recover()) }(); panic(0.75)|0.75",
                "fmt.Println(any(math.Inf(1)) == any(1), any(math.Inf(1)))|false +Inf"
            })
    void whereverAValueComesFromItIsPrinted(String main, String expected) {
        var imports = "\"fmt\"; \"math\"; \"reflect\"; \"sync\"; \"time\"";
        var used = "var _ = math.Pi\nvar _ reflect.Kind\nvar _ sync.Mutex\nvar _ time.Duration\n";
        var result =
                GoRunner.run(program(imports, used + main.replace(';', '\n')), RunOptions.DEFAULT);
        assertEquals(expected, result.stdout().strip(), result.stderr());
    }
}
