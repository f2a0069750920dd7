package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.junit.jupiter.api.Test;

/// What counts as a call of a library's name by a test program.
class CalledNamesTest {
    private static Set<String> notCalled(String path, String text, String... names) {
        var file = new FileText("main.go", text.getBytes(StandardCharsets.UTF_8));
        var program = new PackageFiles("program/x", List.of(file), "", false);
        return CalledNames.notCalled(Map.of(path, List.of(names)), List.of(program)).get(path);
    }

    @Test
    void aFunctionThatIsReachedFromMainOrAMethodIsCalled() {
        var text =
                """
                package main

                import "io"

                type t struct{}

                func (t) F() { g() }
                func g()     { io.Pipe() }
                func main()  { io.ReadAll(nil) }
                """;
        assertEquals(Set.of(), notCalled("io", text, "value io.Pipe", "value io.ReadAll"));
    }

    @Test
    void aNameInAFunctionThatNobodyMentionsIsNotCalled() {
        var text =
                """
                package main

                import "io"

                func unused() { io.Pipe() }
                func main()   {}
                """;
        assertEquals(Set.of("value io.Pipe"), notCalled("io", text, "value io.Pipe"));
    }

    @Test
    void aNameThatIsOnlyGivenToTheBlankVariableIsNotCalled() {
        var text =
                """
                package main

                import "io"

                var _ = io.EOF

                func main() { _ = io.Pipe; var _ = io.ReadAll }
                """;
        var names = new String[] {"value io.EOF", "value io.Pipe", "value io.ReadAll"};
        assertEquals(Set.of(names), notCalled("io", text, names));
    }

    @Test
    void anEmbeddedInterfacesMethodCountsForTheTypeThatItIsSelectedFrom() {
        var text =
                """
                package main

                import "io"

                func main() {
                \tvar x io.ReadWriter
                \tx.Read(nil)
                }
                """;
        assertEquals(
                Set.of("method io.Reader.Read", "method io.ReadWriter.Write"),
                notCalled(
                        "io",
                        text,
                        "method io.Reader.Read",
                        "method io.ReadWriter.Read",
                        "method io.ReadWriter.Write"));
    }

    @Test
    void aMethodPromotedFromAFieldCountsForBothTypes() {
        var text =
                """
                package main

                import "bufio"

                func main() {
                \tvar x *bufio.ReadWriter
                \tx.Flush()
                }
                """;
        assertEquals(
                Set.of("method bufio.ReadWriter.Peek"),
                notCalled(
                        "bufio",
                        text,
                        "method bufio.ReadWriter.Flush",
                        "method (*bufio.Writer).Flush",
                        "method bufio.ReadWriter.Peek"));
    }
}
