package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `//go:embed` lines, by the rules of Go's package embed.
class EmbeddedFilesTest {
    @TempDir Path folder;

    private void file(String name, String content) throws IOException {
        Path p = folder.resolve(name);
        Files.createDirectories(p.getParent());
        Files.writeString(p, content);
    }

    private String run(String program) throws IOException {
        file("main.go", "package main\n\nimport (\n\t\"embed\"\n\t\"fmt\"\n)\n\n" + program);
        return GoRunner.run(
                        new Source.Files(List.of(folder.resolve("main.go"))),
                        RunOptions.DEFAULT,
                        r -> {})
                .stdout();
    }

    private List<String> faults(String program) throws IOException {
        file("main.go", "package main\n\nimport _ \"embed\"\n\n" + program);
        var source = new Source.Files(List.of(folder.resolve("main.go")));
        if (GoRunner.compile(source, RunOptions.DEFAULT) instanceof Compilation.Failed f) {
            return f.findings().stream().map(Compilation.Finding::message).toList();
        }
        return List.of();
    }

    @Test
    void aFileBecomesTheValueOfAStringOrABytesSlice() throws IOException {
        file("a.txt", "tab\tand \"quotes\"\n");
        assertEquals(
                "\"tab\\tand \\\"quotes\\\"\\n\" 17\n",
                run(
                        """
                        var _ embed.FS

                        //go:embed a.txt
                        var s string

                        //go:embed a.txt
                        var b []byte

                        func main() { fmt.Printf("%q %d\\n", s, len(b)) }
                        """));
    }

    @Test
    void aFolderStandsForItsFilesButHiddenOnesOnlyWithAll() throws IOException {
        file("data/one.txt", "1");
        file("data/deep/two.txt", "22");
        file("data/.hidden", "h");
        file("data/_draft", "d");
        assertEquals(
                "[deep one.txt] [.hidden _draft deep one.txt] 22\n",
                run(
                        """
                        //go:embed data
                        var plain embed.FS

                        //go:embed all:data
                        var all embed.FS

                        func names(f embed.FS) (list []string) {
                        \tentries, _ := f.ReadDir("data")
                        \tfor _, e := range entries {
                        \t\tlist = append(list, e.Name())
                        \t}
                        \treturn list
                        }

                        func main() {
                        \ttwo, _ := plain.ReadFile("data/deep/two.txt")
                        \tfmt.Println(names(plain), names(all), string(two))
                        }
                        """));
    }

    @Test
    void aPatternWithoutFilesIsAnError() throws IOException {
        assertEquals(
                List.of("pattern none.txt: no matching files found"),
                faults("//go:embed none.txt\nvar s string\n\nfunc main() { println(s) }\n"));
    }

    /// The type that a variable is declared with may be named in another file, which names `embed` otherwise.
    @Test
    void namesOfTypesAreFollowed() throws IOException {
        file("a.txt", "a");
        file("d/b.txt", "b");
        file(
                "types.go",
                """
                package main

                import em "embed"

                type Files = Same
                type Same = (em.FS)
                type Text Line
                type Line = string
                type Raw []Octet
                type Octet B
                type B byte
                """);
        file(
                "main.go",
                """
                package main

                import _ "embed"

                //go:embed a.txt d
                var files Files

                //go:embed a.txt
                var text (Text)

                //go:embed a.txt
                var raw Raw

                //go:embed a.txt
                var octets []Octet

                func main() {
                \tb, _ := files.ReadFile("d/b.txt")
                \tprintln(string(b), text, string(raw), string(octets))
                }
                """);
        var sources = List.of(folder.resolve("main.go"), folder.resolve("types.go"));
        var run = GoRunner.run(new Source.Files(sources), RunOptions.DEFAULT, r -> {});
        assertEquals("b a a a\n", run.stderr());
    }

    @Test
    void otherTypesHoldNoFiles() throws IOException {
        file("a.txt", "a");
        var types =
                List.of(
                        "F",
                        "int",
                        "interface{}",
                        "*string",
                        "[]string",
                        "map[string]int",
                        "[2]byte",
                        "[]rune",
                        "[]F");
        var program = new StringBuilder("type F struct{ embed.FS }\n\nfunc main() {}\n");
        for (int i = 0; i < types.size(); i++) {
            program.append("\n//go:embed a.txt\nvar v" + i + " " + types.get(i) + "\n");
        }
        var found = faults(program.toString().replace("embed.FS", "x int"));
        assertEquals(
                types.stream().map(t -> "go:embed cannot apply to var of type " + t).toList(),
                found);
    }

    @Test
    void quotesOfAPatternMustFit() throws IOException {
        assertEquals(
                List.of(
                        "invalid quoted string in //go:embed: \"b",
                        "usage: //go:embed pattern...",
                        "invalid quoted string in //go:embed: x",
                        "usage: //go:embed pattern..."),
                faults(
                        "//go:embed a \"b\nvar s string\n\n//go:embed \"a\"x\nvar t string\n\nfunc main() {}\n"));
    }

    @Test
    void severalFilesAreNoString() throws IOException {
        file("a.txt", "a");
        file("b.txt", "b");
        assertEquals(
                List.of("invalid go:embed: multiple files for type string"),
                faults("//go:embed *.txt\nvar s string\n\nfunc main() { println(s) }\n"));
    }
}
