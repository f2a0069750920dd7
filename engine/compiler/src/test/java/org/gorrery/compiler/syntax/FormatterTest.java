package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
    static String format(String text) {
        return format(text, false);
    }

    private static String format(String text, boolean simplify) {
        var diagnostics = new Diagnostics();
        var formatted =
                Formatter.format(
                        "x.go",
                        text.getBytes(StandardCharsets.UTF_8),
                        simplify,
                        new SourceSet(),
                        diagnostics);
        return new String(
                formatted.orElseThrow(() -> new AssertionError(diagnostics.sorted())),
                StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (var in = FormatterTest.class.getResourceAsStream("/go/format/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The `.out` files were written by gofmt of Go 1.26.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "declarations",
                "statements",
                "expressions",
                "comments",
                "ends",
                "headers",
                "imports"
            })
    void theCorpusComesOutAsFromGofmt(String name) {
        assertEquals(resource(name + ".out"), format(resource(name + ".go")));
    }

    /// The `.out` file was written by `gofmt -s` of Go 1.26.
    @Test
    void whatSaysNothingGoesWhereItIsAskedFor() {
        assertEquals(resource("simplified.out"), format(resource("simplified.go"), true));
        assertEquals(resource("simplified.out"), format(resource("simplified.out"), true));
        assertNotEquals(resource("simplified.out"), format(resource("simplified.go")));
    }

    /// What is expected was seen with gofmt of Go 1.26.
    @ParameterizedTest
    @MethodSource("buildLines")
    void linesOfBuildConstraintsComeTogetherAndAgree(String lines, String expected) {
        assertEquals(expected, format(lines));
    }

    static Stream<Arguments> buildLines() {
        return Stream.of(
                Arguments.of(
                        "// +build linux\n\npackage p\n",
                        "//go:build linux\n// +build linux\n\npackage p\n"),
                Arguments.of(
                        "// Copyright.\n\n// Package p.\n// +build linux,!cgo darwin\n// +build !race\n\npackage p\n",
                        "// Copyright.\n\n// Package p.\n//go:build ((linux && !cgo) || darwin) && !race\n// +build linux,!cgo darwin\n// +build !race\n\npackage p\n"),
                Arguments.of(
                        "//go:build a&&(b||c)\n// +build old\n\npackage p\n",
                        "//go:build a && (b || c)\n// +build a\n// +build b c\n\npackage p\n"),
                Arguments.of(
                        "//go:build !(a || b && c)\n// +build old\n\npackage p\n",
                        "//go:build !(a || (b && c))\n// +build !a\n// +build !b !c\n\npackage p\n"),
                Arguments.of(
                        "//go:build (a && (b || c && (d || e)))\n//+build old\n\npackage p\n",
                        "//go:build a && (b || (c && (d || e)))\n// +build error: expression too complex for // +build lines\n\npackage p\n"),
                Arguments.of(
                        "//go:build a\n//go:build b\n// +build c\n\npackage p\n",
                        "//go:build a\n//go:build b\n// +build c\n\npackage p\n"),
                Arguments.of(
                        "//go:build a &&\n// +build c\n\npackage p\n",
                        "//go:build a &&\n// +build c\n\npackage p\n"),
                Arguments.of(
                        "// Package p.\npackage p\n\n// +build late\n\nvar x = `\n// +build text`\n\n//go:build later\n\nvar y int\n",
                        "//go:build later\n// +build later\n\n// Package p.\npackage p\n\nvar x = `\n// +build text`\n\nvar y int\n"),
                Arguments.of(
                        "/* block */\n\n// +build !!a,b ! c-d\n\n//go:builder no\npackage p\n",
                        "//go:build (ignore && b) || ignore || ignore\n// +build ignore,b ignore ignore\n\n/* block */\n\n//go:builder no\npackage p\n"),
                Arguments.of("package p\n\n//go:build only\n", "//go:build only\n\npackage p\n"));
    }

    /// gofmt refuses such a file; we leave what is wrong to the checker, and no text may get lost.
    @Test
    void variablesThatNoRangeHasStay() {
        String text = "package p\n\nfunc f() {\n\tfor a, b, c, d := range s {\n\t}\n}\n";
        assertEquals(text, format(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"declarations", "statements", "expressions"})
    void whatIsFormattedStaysAsItIs(String name) {
        assertEquals(resource(name + ".out"), format(resource(name + ".out")));
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, a + b",
        "a+b*c, a + b*c",
        "a*b+c, a*b + c",
        "f(a+b), f(a + b)",
        "'f(a+b,c)', 'f(a+b, c)'",
        "x[i+1:], x[i+1:]",
        "x[i+1:j], x[i+1 : j]",
        "a- -b, a - -b",
        "(a+b)*c, (a + b) * c",
        "0XABp0i, 0xABp0i",
        "010i, 10i",
        "1E5, 1e5"
    })
    void blanksShowHowOperatorsBind(String text, String formatted) {
        assertEquals(
                "package p\n\nvar _ = " + formatted + "\n", format("package p\nvar _ = " + text));
    }

    @Test
    void windowsLineEndsAndTheByteOrderMarkGo() {
        assertEquals(
                "package p\n\n// c\nvar x = `a\nb`\n",
                format("\ufeffpackage p\r\n\r\n// c\r\nvar x = `a\r\nb`\r\n"));
    }

    @Test
    void aFileWithSyntaxErrorsIsNotFormatted() {
        var diagnostics = new Diagnostics();
        var text = "package p\nfunc {".getBytes(StandardCharsets.UTF_8);
        assertTrue(Formatter.format("x.go", text, new SourceSet(), diagnostics).isEmpty());
        assertTrue(diagnostics.hasErrors());
    }

    @Test
    void aMisplacedDirectiveDoesNotKeepAFileFromBeingFormatted() {
        assertEquals(
                "package p\n\n//go:noinline\nvar x int\n",
                format("package p\n//go:noinline\nvar  x int\n"));
    }

    @Test
    void longChainsOfOperatorsAreFormatted() {
        String chain = "a" + "+ a".repeat(5_000);
        assertEquals(
                "package p\n\nvar _ = a" + " + a".repeat(5_000) + "\n",
                format("package p\nvar _ = " + chain));
    }

    @Test
    void aBuildLineMovesBeforeThePackageComment() {
        assertEquals(
                "// Copyright.\n\n//go:build !(a && b) || c\n\n// Package p.\n//\npackage p\n",
                format("// Copyright.\n\n// Package p.\n//go:build !(a&&b)||c\npackage p\n"));
    }

    /// gofmt drops them, and cannot read what it wrote.
    @Test
    void aResultThatIsNoTypeKeepsItsParentheses() {
        assertEquals("package p\n\nfunc f() (out[5])\n", format("package p\nfunc f() (out [5] )"));
    }
}
