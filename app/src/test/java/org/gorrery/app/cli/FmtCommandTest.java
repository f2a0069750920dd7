package org.gorrery.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gorrery fmt` answers as gofmt does; what is expected was seen with gofmt of Go 1.26.
class FmtCommandTest {
    private static final String UGLY = "package main\nfunc main(){\nx:=1\n_=x}\n";
    private static final String FINE = "package main\n\nfunc main() {\n\tx := 1\n\t_ = x\n}\n";
    private static final String DIFFERENCE =
            """
            @@ -1,4 +1,6 @@
             package main
            -func main(){
            -x:=1
            -_=x}
            +
            +func main() {
            +\tx := 1
            +\t_ = x
            +}
            """;

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path ugly;
    private Path fine;

    @BeforeEach
    void files() throws IOException {
        ugly = Files.writeString(folder.resolve("a.go"), UGLY);
        fine = Files.writeString(folder.resolve("fine.go"), FINE);
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/.hidden.go"), UGLY);
        Files.writeString(folder.resolve("in/b.go"), UGLY);
        Files.writeString(folder.resolve("in/b.txt"), UGLY);
    }

    private int fmt(String stdin, Object... args) {
        out.reset();
        err.reset();
        var in = new ByteArrayInputStream(stdin.getBytes(UTF_8));
        return new FmtCommand(in, new PrintStream(out, true), new PrintStream(err, true))
                .run(List.of(args).stream().map(Object::toString).toList());
    }

    private String out() {
        return out.toString(UTF_8);
    }

    @Test
    void aFileGoesToStandardOutput() {
        assertEquals(0, fmt("", ugly));
        assertEquals(FINE, out());
    }

    @Test
    void standardInputIsFormattedWhereNoFileIsNamed() {
        assertEquals(0, fmt("x:=1\n"));
        assertEquals("x := 1\n", out());
        assertEquals(0, fmt("x:=1\n", "-l"));
        assertEquals("<standard input>\n", out());
        assertEquals(2, fmt("x:=1\n", "-w"));
        assertEquals("error: cannot use -w with standard input\n", err.toString(UTF_8));
    }

    @Test
    void whatSaysNothingGoesWithS() throws IOException {
        assertEquals(0, fmt("for _ = range s[:len(s)] {\n}\n", "-s"));
        assertEquals("for range s[:] {\n}\n", out());
        var file = Files.writeString(folder.resolve("s.go"), "package s\n\nvar x = a[:len(a)]\n");
        assertEquals(0, fmt("", "-l", file));
        assertEquals("", out());
        assertEquals(0, fmt("", "-s", "-w", file));
        assertEquals("package s\n\nvar x = a[:]\n", Files.readString(file));
    }

    @Test
    void foldersAreWalkedAndDifferingFilesListed() {
        assertEquals(0, fmt("", "-l", folder));
        assertEquals(ugly + "\n" + folder.resolve("in/b.go") + "\n", out());
    }

    @Test
    void aDifferenceIsShownAndMakesTheStatusOne() {
        assertEquals(1, fmt("", "-d", ugly));
        assertEquals(
                "diff %1$s.orig %1$s\n--- %1$s.orig\n+++ %1$s\n".formatted(ugly) + DIFFERENCE,
                out());
        assertEquals(0, fmt("", "-d", fine));
        assertEquals("", out());
    }

    @Test
    void filesAreRewrittenInPlace() throws IOException {
        assertEquals(0, fmt("", "-w", "-l", folder));
        assertEquals(FINE, Files.readString(ugly));
        assertEquals(UGLY, Files.readString(folder.resolve("in/b.txt")));
        assertEquals(0, fmt("", "-l", folder));
        assertEquals("", out());
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void anErrorIsReportedAndTheOtherFilesAreStillFormatted() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.go"), "package main\nfunc main( {\n");
        assertEquals(2, fmt("", "-l", bad, folder.resolve("nowhere.go"), ugly));
        assertEquals(ugly + "\n", out());
        assertTrue(
                err.toString(UTF_8).startsWith(bad + ":2:12: syntax error: "),
                () -> err.toString(UTF_8));
        assertTrue(
                err.toString(UTF_8)
                        .contains(
                                "lstat "
                                        + folder.resolve("nowhere.go")
                                        + ": no such file or directory"),
                () -> err.toString(UTF_8));
    }

    @Test
    void anUnknownFlagIsMisuse() {
        assertEquals(2, fmt("", "-z"));
        assertTrue(
                err.toString(UTF_8).startsWith("flag provided but not defined: -z\n"),
                () -> err.toString(UTF_8));
    }
}
