package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static Decl decl(String text) {
        Sources.Parsed parsed = Sources.parse("package p; " + text);
        assertEquals(List.of(), parsed.messages());
        return parsed.file().decls().getLast();
    }

    private static Stmt stmt(String text) {
        var function = (Decl.FuncDecl) decl("func f() { " + text + " }");
        return function.body().stmts().getFirst();
    }

    /// The expression with each operation in parentheses.
    private static String shape(Expr x) {
        return switch (x) {
            case Expr.Binary b -> "(" + shape(b.x()) + b.op().text() + shape(b.y()) + ")";
            case Expr.Unary u -> "(" + u.op().text() + shape(u.x()) + ")";
            case Expr.Star s -> "(*" + shape(s.x()) + ")";
            default -> ExprText.of(x);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "a + b * c, (a+(b*c))",
        "a - b - c, ((a-b)-c)",
        "a || b && c == d + e << f, (a||(b&&(c==(d+(e<<f)))))",
        "-a * ^b, ((-a)*(^b))",
        "*p * *q, ((*p)*(*q))",
        "!<-c, (!(<-c))",
        "a &^ b | c, ((a&^b)|c)",
        "a != b || c, ((a!=b)||c)"
    })
    void operatorsBindAsTheSpecSays(String text, String shape) {
        assertEquals(shape, shape(Sources.expression(text)));
    }

    @Test
    void anArrowBeforeAChannelTypeBelongsToItsLeftmostChan() {
        var outer =
                assertInstanceOf(
                        Expr.ChanTypeExpr.class,
                        ((Expr.Call) Sources.expression("(<-chan chan<- int)(nil)")).fun()
                                        instanceof Expr.Paren p
                                ? p.x()
                                : null);
        assertEquals(ChanDir.RECV, outer.dir());
        assertEquals(ChanDir.SEND, ((Expr.ChanTypeExpr) outer.elem()).dir());
        var shifted =
                (Expr.ChanTypeExpr)
                        ((Expr.Paren)
                                        ((Expr.Call) Sources.expression("(<-chan<- chan int)(nil)"))
                                                .fun())
                                .x();
        assertEquals(ChanDir.RECV, shifted.dir());
        assertEquals(ChanDir.RECV, ((Expr.ChanTypeExpr) shifted.elem()).dir());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "type T[P any] int; 1", "type T[P *C] int; 0", "type T[P *C,] int; 1",
                        "type T[P (C)] int; 0", "type T[P *[]int] int; 1",
                "type T[P *C|~D] int; 1", "type T[P, Q any] int; 2", "type T[N] int; 0",
                        "type T[N * 2] int; 0", "type T[P []int] int; 1",
                "type T[P interface{}] int; 1", "type T[] int; 0", "type T[P C[int]] int; 1",
                        "type T[P ~int] int; 1", "type T[P func()] int; 1",
                "type T[P *struct{}] int; 1", "type T[P (*C),] int; 1"
            })
    void bracketsAfterATypeNameAreParametersOnlyWhereTheyCanBeNothingElse(String text, int count) {
        assertEquals(count, ((Decl.TypeDecl) decl(text)).typeParams().size());
    }

    @Test
    void anAliasMayHaveTypeParameters() {
        var alias = (Decl.TypeDecl) decl("type A[P any] = []P");
        assertTrue(alias.alias());
        assertEquals(1, alias.typeParams().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a, b int; [[a, b]int]",
                "a int, b string; [[a]int, [b]string]",
                "int, string; [[]int, []string]",
                "a ...int; [[a]...int]",
                "a []int; [[a][]int]",
                "a [3]int; [[a][3]int]",
                "T[int]; [[]T[int]]",
                "p.T, q.U; [[]p.T, []q.U]",
                "f func(int) (a, b int); [[f]func(int) (a, b int)]"
            })
    void parametersAreNamesOnlyWhereTypesFollow(String params, String shape) {
        var function = (Decl.FuncDecl) decl("func f(" + params + ")");
        List<String> fields =
                function.type().params().fields().stream()
                        .map(field ->
                                field.names().stream().map(Expr.Name::text).toList()
                                        + ExprText.of(field.type()))
                        .toList();
        assertEquals(shape, fields.toString());
    }

    @Test
    void aBraceInAHeaderStartsTheBlockUnlessInParentheses() {
        var plain = (Stmt.If) stmt("if x == T { }");
        assertInstanceOf(Expr.Name.class, ((Expr.Binary) plain.cond()).y());
        var wrapped = (Stmt.If) stmt("if x == (T{}) { }");
        assertInstanceOf(Expr.Paren.class, ((Expr.Binary) wrapped.cond()).y());
        var inCall = (Stmt.For) stmt("for f(T{1}) { }");
        assertInstanceOf(Expr.CompositeLit.class, ((Expr.Call) inCall.cond()).args().getFirst());
        var slice = (Stmt.Range) stmt("for range []int{1} { }");
        assertInstanceOf(Expr.CompositeLit.class, slice.x());
    }

    @Test
    void aTypeSwitchIsToldFromAnExpressionSwitch() {
        var bound = (Stmt.TypeSwitch) stmt("switch y := x.(type) { case int, nil: default: }");
        assertEquals("y", bound.bind().text());
        assertEquals(2, bound.clauses().getFirst().exprs().size());
        assertTrue(bound.clauses().getLast().isDefault());
        var free = (Stmt.TypeSwitch) stmt("switch a(); x.(type) { }");
        assertNull(free.bind());
        assertInstanceOf(Stmt.ExprStmt.class, free.init());
        assertInstanceOf(Stmt.Switch.class, stmt("switch x.(T) { }"));
        assertNull(((Stmt.Switch) stmt("switch x := f(); { }")).tag());
    }

    @Test
    void rangeClausesOfEveryForm() {
        var none = (Stmt.Range) stmt("for range 10 { }");
        assertNull(none.key());
        var define = (Stmt.Range) stmt("for k, v := range m { }");
        assertTrue(define.define());
        assertEquals("v", ExprText.of(define.value()));
        var assign = (Stmt.Range) stmt("for a[0] = range f { }");
        assertFalse(assign.define());
        assertNull(assign.value());
    }

    @Test
    void constantsOfAGroupCountAndInherit() {
        var last = (Decl.ConstDecl) decl("const ( a = iota; b; c )");
        assertEquals(2, last.iota());
        assertTrue(last.inherited());
        assertFalse(((Decl.ConstDecl) decl("const a = 1")).inherited());
    }

    @Test
    void interfacesHoldMethodsTypesAndUnions() {
        var type =
                (Expr.InterfaceTypeExpr)
                        ((Decl.TypeDecl)
                                        decl(
                                                "type I interface { m(); E; p.F; G[int]; ~int | string; *T }"))
                                .type();
        assertEquals(
                List.of("m", "-", "-", "-", "-", "-"),
                type.elems().stream()
                        .map(elem -> elem.name() == null ? "-" : elem.name().text())
                        .toList());
        assertEquals("~int | string", ExprText.of(type.elems().get(4).type()));
    }

    @Test
    void structsHoldFieldsEmbeddedTypesAndTags() {
        var type =
                (Expr.StructTypeExpr)
                        ((Decl.TypeDecl)
                                        decl(
                                                "type S struct { a, b int `t`; E; *p.F; G[int]; x [2]int; y []T }"))
                                .type();
        assertEquals(
                List.of(2, 0, 0, 0, 1, 1),
                type.fields().stream().map(field -> field.names().size()).toList());
        assertEquals("`t`", type.fields().getFirst().tag().text());
    }

    @Test
    void longChainsOfElseIfNeedNoDepth() {
        var text = new StringBuilder("package p; func f() { if a { }");
        text.repeat(" else if b { }", 20_000).append("\n}\n");
        assertEquals(List.of(), Sources.parse(text.toString()).messages());
    }

    @ParameterizedTest
    @CsvSource({
        "(",
        "[]",
        "func() {",
        "!",
        "'struct { x '",
        "T{",
        "f(",
        "*",
        "map[",
        "<-",
        "if x {"
    })
    void nestingTooDeepGivesADiagnosticAndNoOverflow(String opening) {
        String text =
                "package p; func f() { x = 1\n"
                        + (opening.startsWith("if") ? "" : "x = ")
                        + opening.repeat(200_000);
        List<String> messages = Sources.parse(text).messages();
        assertEquals(
                1,
                messages.stream()
                        .filter(message -> message.contains("nesting deeper than 300 levels"))
                        .count());
    }

    @Test
    void directivesAboveAFunctionAreItsPragmas() {
        var function =
                (Decl.FuncDecl)
                        decl(
                                "import _ \"embed\"\n//go:noinline\n// a comment\n//gorrery:intrinsic max\nfunc f()");
        assertEquals(List.of("go:noinline", "gorrery:intrinsic max"), function.pragmas());
        var plain = (Decl.FuncDecl) decl("\n//go:noinline\nfunc f() {}\nfunc g()");
        assertEquals(List.of(), plain.pragmas());
    }

    @Test
    void embedDirectivesBelongToTheVariable() {
        var variable = (Decl.VarDecl) decl("import _ \"embed\"\n//go:embed a.txt\nvar s string");
        assertEquals("go:embed a.txt", variable.pragmas().getFirst().text());
    }

    @Test
    void aBuildConstraintBeforeThePackageClauseIsKept() {
        SourceFile file = Sources.parse("//go:build linux && go1.21\n\npackage p\n").file();
        assertEquals("linux && go1.21", file.buildConstraint());
        assertEquals("go1.21", file.goVersion());
        assertEquals("", Sources.parse("package p\n\n//go:build linux\n").file().buildConstraint());
    }

    @Test
    void commentsAreKeptAsWritten() {
        SourceFile file = Sources.parse("// a\npackage p /* b */\n// c\n").file();
        assertEquals(
                List.of("// a", "/* b */", "// c"),
                file.comments().stream().map(SourceFile.Comment::text).toList());
    }

    @Test
    void importsOnlyStopsBeforeTheRest() {
        var sources = new SourceSet();
        var diagnostics = new Diagnostics();
        int base =
                sources.add(
                        "x.go",
                        "package p\nimport \"fmt\"\nimport (\n\ta \"b\"\n)\nvar x = ) (\n"
                                .getBytes(StandardCharsets.UTF_8));
        SourceFile file = Parser.parseImports(sources, base, new NodeIds(), diagnostics);
        assertEquals(2, file.decls().size());
        assertFalse(diagnostics.hasErrors());
    }
}
