package org.gorrery.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Colours of Go source, finished or not.
class GoLexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "for x | KEYWORD:for",
                "forx | ''",
                "f(x) | CALL:f",
                "var n int32 | KEYWORD:var TYPE:int32",
                "0x1p-2-3 | NUMBER:0x1p-2 NUMBER:3",
                "1e-9 | NUMBER:1e-9",
                "0xe-1 | NUMBER:0xe NUMBER:1",
                "a.b | ''",
                ".5 | NUMBER:.5",
                "\"a\\\"b\" c | STRING:\"a\\\"b\"",
                "\"open | STRING:\"open",
                "'\\'' x | STRING:'\\''",
                "`raw\\` y | STRING:`raw\\`",
                "x // note | COMMENT:// note",
                "/* open | COMMENT:/* open",
                "/*/ x */ nil | COMMENT:/*/ x */ NUMBER:nil",
                "\"\\ | STRING:\"\\",
            })
    void runsOf(String source, String expected) {
        String found =
                GoLexer.runs(source).stream()
                        .map(r -> r.kind() + ":" + source.substring(r.from(), r.to()))
                        .collect(Collectors.joining(" "));
        assertEquals(expected.equals("''") ? "" : expected, found);
    }
}
