package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private List<String> scan(byte[] text) {
        var sources = new SourceSet();
        int base = sources.add("x.go", text);
        var log = new CommentLog(base, diagnostics, new LineDirectives(sources, base, diagnostics));
        var scanner = new Scanner(text, base, diagnostics, log);
        scanner.sweepEncoding();
        List<String> tokens = new ArrayList<>();
        for (scanner.next(); scanner.token() != Token.EOF; scanner.next()) {
            tokens.add(scanner.text());
        }
        return tokens;
    }

    private List<String> scan(String text) {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> messages() {
        return diagnostics.sorted().stream()
                .map(found -> found.pos() - 1 + ": " + found.message())
                .toList();
    }

    @Test
    void operatorsAreTakenAsLongAsPossible() {
        assertEquals(
                List.of(
                        "<<=", "<<", "<-", "<=", "<", "&^=", "&^", "&&", "&", "...", ".", ".", ":=",
                        ":", "~", "!=", "!", "--", "-"),
                scan("<<= << <- <= < &^= &^ && & ... .. := : ~ != ! -- -"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1",
                "\"s\"",
                "'c'",
                "break",
                "continue",
                "fallthrough",
                "return",
                "x++",
                "x--",
                ")",
                "]",
                "}"
            })
    void aLineThatEndsLikeAStatementGetsASemicolon(String line) {
        assertEquals("newline", scan(line + " // why\n+").get(scan(line).size() - 1));
        assertEquals("EOF", scan(line).getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "(", ",", "if", "=", "chan"})
    void otherLinesGetNone(String line) {
        assertEquals(List.of(line, line), scan(line + "\n" + line));
    }

    @Test
    void aCommentOverSeveralLinesEndsAStatementAsANewlineDoes() {
        assertEquals(List.of("x", "newline", "y", "EOF"), scan("x /* a\n */ y"));
        assertEquals(List.of("x", "y", "EOF"), scan("x /* a */ y"));
    }

    @Test
    void namesMayHoldAnyLetter() {
        assertEquals(List.of("αβ1", "x本", "_é", "EOF"), scan("αβ1 x本 _é"));
        assertEquals(List.of(), messages());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "0b12; 3: invalid digit '2' in binary literal",
                "08; 1: invalid digit '8' in octal literal",
                "0o; 2: octal literal has no digits",
                "0x; 2: hexadecimal literal has no digits",
                "1e; 2: exponent has no digits",
                "1e+; 3: exponent has no digits",
                "0b1.0; 3: invalid radix point in binary literal",
                "0x1.8; 5: hexadecimal mantissa requires a 'p' exponent",
                "1p3; 1: 'p' exponent requires hexadecimal mantissa",
                "0b1e3; 3: 'e' exponent requires decimal mantissa",
                "1__0; 2: '_' must separate successive digits",
                "1_; 1: '_' must separate successive digits",
                "0x1_.8p0; 3: '_' must separate successive digits",
                "''; 1: empty rune literal or unescaped '",
                "'ab'; 0: more than one character in rune literal",
                "'a; 0: rune literal not terminated",
                "'\\q'; 2: unknown escape",
                "'\\08'; 3: invalid character '8' in octal escape",
                "'\\400'; 5: octal escape value 256 > 255",
                "'\\ud800'; 7: escape is invalid Unicode code point U+D800",
                "`a; 0: string not terminated",
                "/* a; 0: comment not terminated",
                "#; 0: invalid character U+0023 '#'",
                "a“; 1: invalid character U+201C '“' in identifier",
                "٣x; 0: identifier cannot begin with digit U+0663 '٣'",
            })
    void faultyTextIsReportedInGoWords(String text, String message) {
        scan(text);
        assertEquals(List.of(message), messages());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_000",
                "0x_1",
                "0_7",
                "08.5",
                "09e1",
                "08i",
                "0x1p-2",
                "0b1i",
                "1.e3",
                "0X1.8P+1",
                "'\\''",
                "\"\\\"\""
            })
    void oddLookingLiteralsAreFine(String text) {
        assertEquals(List.of(text, "EOF"), scan(text));
        assertEquals(List.of(), messages());
    }

    @Test
    void aStringEndsWithItsLine() {
        assertEquals(List.of("\"ab", "newline", "c", "EOF"), scan("\"ab\nc"));
        assertEquals(List.of("3: newline in string"), messages());
    }

    @Test
    void encodingFaultsAreReportedWhereverTheyStand() {
        byte[] text = {
            'a', 0, ' ', '"', (byte) 0xff, '"', ' ', (byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'b'
        };
        scan(text);
        assertEquals(
                List.of(
                        "1: invalid NUL character",
                        "4: invalid UTF-8 encoding",
                        "7: invalid BOM in the middle of the file"),
                messages());
    }

    @Test
    void aByteOrderMarkAtTheStartIsSkipped() {
        assertEquals(List.of("x", "EOF"), scan("\ufeffx"));
        assertEquals(List.of(), messages());
    }

    @ParameterizedTest
    @CsvSource({"c0af", "eda080", "f5808080", "80", "c2"})
    void illFormedUtf8IsRefused(String hex) {
        scan(HexFormat.of().parseHex(hex));
        assertEquals("0: invalid UTF-8 encoding", messages().getFirst());
    }
}
