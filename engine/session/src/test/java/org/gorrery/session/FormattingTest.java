package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the editor and `gorrery fmt` get. The expected texts were written by gofmt of Go 1.26.
class FormattingTest {
    private static Formatting format(String text) {
        return new Engine().format("x.go", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String formatted(String text) {
        return assertInstanceOf(Formatting.Formatted.class, format(text)).text();
    }

    @Test
    void aFileIsFormattedWithItsComments() {
        assertEquals(
                "package p // the package\n// f does it.\nfunc f() { /* 中 */\n\tx := 1 // one\n\t_ = x\n}\n",
                formatted(
                        "package p // the package\n// f does it.\nfunc f(){ /* 中 */\nx:=1 // one\n_=x}"));
    }

    @ParameterizedTest
    @CsvSource({
        "'x:=1\n', 'x := 1\n'",
        "'func f(){}\n', 'func f() {}\n'",
        "'\n\n\t\tif x {\ny:=1}\n\n', '\n\n\t\tif x {\n\t\t\ty := 1\n\t\t}\n\n'",
        "'  a=b // c\n', '\ta = b // c\n'",
        "'x := `\n\ta`\ny:=2', 'x := `\n\ta`\ny := 2'",
    })
    void aPieceOfAFileKeepsItsPlace(String before, String after) {
        // CSV trims no quoted text; the escapes are Java's
        assertEquals(after, formatted(before));
    }

    @Test
    void whatIsFormattedStaysAsItIs() {
        String once = formatted("package p;import(\"b\";\"a\");func f(){for{}}");
        assertEquals(once, formatted(once));
    }

    @Test
    void aTextThatDoesNotParseIsRefusedWithThePlace() {
        var refused = assertInstanceOf(Formatting.Refused.class, format("package p\nfunc f( {\n"));
        assertEquals(
                List.of("x.go:2:9: syntax error: unexpected {, expected )"),
                refused.findings().stream().limit(1).map(Object::toString).toList());
    }
}
