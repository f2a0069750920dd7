package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The messages are those of Go's own compiler for the same text.
class SyntaxErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '^',
            value = {
                "x := 1 @ 1:12: syntax error: non-declaration statement outside function body",
                "func f() { x y } @ 1:25: syntax error: unexpected name y at end of statement",
                "func f() { if { } } @ 1:26: syntax error: missing condition in if statement",
                "func f() { if x = 1 { } } @ 1:28: syntax error: cannot use assignment x = 1 as value",
                "func f() { if x := 1 { } } @ 1:28: syntax error: cannot use x := 1 as value",
                "func f() { if x++ { } } @ 1:27: syntax error: cannot use x++ as value",
                "func f() { for x; y { } } @ 1:32: syntax error: unexpected {, expected semicolon or newline",
                "func f() { for i := 0; i < 1; j := 1 { } } @ 1:44: syntax error: cannot declare in post statement of for loop",
                "func f() { for var i = 0; i < 1; i++ { } } @ 1:31: syntax error: var declaration not allowed in for initializer",
                "func f() { L: } @ ",
                "func f() { go (f()) } @ 1:26: expression in go must not be parenthesized",
                "func f() { x[] = 1 } @ 1:25: syntax error: unexpected ], expected operand",
                "func f() { x[1::] = 1 } @ 1:27: middle index required in 3-index slice",
                "func f() { x[1:2:] = 1 } @ 1:29: final index required in 3-index slice",
                "func f(a int, string) @ 1:32: syntax error: missing parameter type",
                "func f(a int, b) @ 1:27: syntax error: missing parameter type",
                "func f(a ...int, b int) @ 1:21: can only use ... with final parameter",
                "func f() (a ...int) @ 1:24: invalid use of ...",
                "func f[]() @ 1:19: syntax error: empty type parameter list",
                "func (t T) m[P any]() @ 1:24: syntax error: method must have no type parameters",
                "func () m() @ 1:20: method has no receiver",
                "func (a, b T) m() @ 1:26: method has multiple receivers",
                "type T @ 1:18: syntax error: unexpected EOF in type declaration",
                "type T struct { (E) } @ 1:28: syntax error: cannot parenthesize embedded type",
                "type T struct { 1 } @ 1:28: syntax error: unexpected literal 1, expected field name or embedded type",
                "type T interface { m[P any]() } @ 1:32: interface method must have no type parameters",
                "type T [1, 2]int @ 1:21: syntax error: unexpected comma; expected ]",
                "type T[P any, Q] int @ 1:27: syntax error: missing type constraint",
                "type _ <-<-chan int @ 1:21: syntax error: unexpected <-, expected keyword chan",
                "var x = f(1 2) @ 1:24: syntax error: unexpected literal 2 in argument list; possibly missing comma or )",
                "var x = T{1 2} @ 1:24: syntax error: unexpected literal 2 in composite literal; possibly missing comma or }",
                "var x = (T){1} @ 1:23: syntax error: cannot parenthesize type in composite literal",
                "var x int := 1 @ 1:22: syntax error: unexpected :=, expected =",
                "var x = 1 + @ 1:23: syntax error: unexpected EOF, expected expression",
                "type T struct { a [...]int } @ 1:31: syntax error: unexpected ..., expected expression",
                "import 1 @ 1:19: syntax error: import path must be a string",
                "import x @ 1:20: syntax error: missing import path",
                "var x int; import \"fmt\" @ 1:23: syntax error: imports must appear before other declarations",
                "func f() { switch x } @ 1:32: syntax error: unexpected }, expected {",
                "func f() { switch { x } } @ 1:32: syntax error: unexpected name x, expected case or default or }",
                "func f() { if x { } else x } @ 1:37: syntax error: else must be followed by if or statement block",
                "func f() { a, b } @ 1:28: syntax error: unexpected }, expected := or = or comma",
                "func f() { goto 1 } @ 1:28: syntax error: unexpected literal 1, expected name",
                "var x chan @ 1:22: syntax error: missing channel element type",
            })
    void eachFaultHasGoWordsAndPlace(String text, String message) {
        List<String> expected = message == null ? List.of() : List.of(message);
        assertEquals(expected, Sources.messages(text).stream().limit(1).toList());
    }

    @Test
    void manyFaultsOfOneFileAreReportedInOneGo() {
        String text =
                """
                package p

                func f() {
                \tx := = 1
                \tfor i := range {
                \t}
                \ty z
                }

                x

                func g( {
                }
                """;
        assertEquals(
                List.of(
                        "4:7: syntax error: unexpected =, expected expression",
                        "5:2: syntax error: unexpected keyword for at end of statement",
                        "6:2: syntax error: unexpected }, expected { after for clause",
                        "7:4: syntax error: unexpected name z at end of statement",
                        "10:1: syntax error: non-declaration statement outside function body",
                        "12:9: syntax error: unexpected {, expected )"),
                Sources.parse(text).messages());
    }

    @Test
    void ofSeveralSyntaxErrorsOnALineTheFirstIsKept() {
        assertEquals(
                List.of("1:12: syntax error: non-declaration statement outside function body"),
                Sources.messages("x; y; z"));
    }

    @Test
    void nothingIsSaidAfterABadPackageClause() {
        assertEquals(
                List.of("1:1: syntax error: package statement must be first"),
                Sources.parse("import \"fmt\"\nx\n").messages());
        assertEquals(
                List.of("1:9: syntax error: unexpected literal 1, expected name"),
                Sources.parse("package 1\nx\n").messages());
    }

    @Test
    void aFunctionBodyOnItsOwnLineIsExplained() {
        assertEquals(
                List.of("3:1: syntax error: unexpected semicolon or newline before {"),
                Sources.parse("package p\nfunc f()\n{\n}\n").messages());
    }

    @Test
    void directivesThatBelongToNothingAreMisplaced() {
        assertEquals(
                List.of("3:3: misplaced compiler directive", "7:15: misplaced compiler directive"),
                Sources.parse(
                                "package p\n\n//go:noinline\nvar x int\n\nfunc f() {\n\tx = 1      //go:nosplit\n}\n")
                        .messages());
    }

    @Test
    void lineDirectivesMovePositions() {
        assertEquals(List.of("y.z:10:1"), positions("package p\n//line y.z:10:1\nx\n"));
        assertEquals(List.of("y.z:7"), positions("package p\n//line y.z:6\n\nx\n"));
        assertEquals(List.of("x.go:2:12"), positions("package p\n//line y.z:0\n"));
    }

    private static List<String> positions(String text) {
        var sources = new SourceSet();
        var diagnostics = new Diagnostics();
        int base = sources.add("x.go", text.getBytes(StandardCharsets.UTF_8));
        Parser.parse(sources, base, new NodeIds(), diagnostics);
        return diagnostics.sorted().stream()
                .map(found -> sources.position(found.pos()).toString())
                .toList();
    }
}
