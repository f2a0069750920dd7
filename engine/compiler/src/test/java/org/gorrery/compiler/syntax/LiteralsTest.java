package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "42, 42",
        "4_2, 42",
        "0600, 384",
        "0_600, 384",
        "0o600, 384",
        "0O17, 15",
        "0xBad_Face, 195951310",
        "0b101, 5",
        "170141183460469231731687303715884105727, 170141183460469231731687303715884105727",
        "00, 0",
        "0X0, 0"
    })
    void integersOfEveryBase(String literal, String value) {
        assertEquals(new BigInteger(value), Literals.integer(literal));
    }

    @ParameterizedTest
    @CsvSource({
        "0., 0, 0, 0", "72.40, 7240, -2, 0", "072.40, 7240, -2, 0", "1.e+0, 1, 0, 0",
                "6.67428e-11, 667428, -16, 0", "1E6, 1, 6, 0",
        ".25, 25, -2, 0", "1_5., 15, 0, 0", "0.15e+0_2, 15, 0, 0", "0x1p-2, 1, 0, -2",
                "0x2.p10, 2, 0, 10", "0x1.Fp+0, 31, 0, -4",
        "0X.8p-0, 8, 0, -4", "0X_1FFFP-16, 8191, 0, -16"
    })
    void floatsKeepEveryDigit(String literal, String mantissa, long decimal, long binary) {
        assertEquals(
                new Literals.Number(new BigInteger(mantissa), decimal, binary),
                Literals.floating(literal));
    }

    @Test
    void imaginaryDigitsAfterAZeroAreDecimal() {
        assertEquals(
                new Literals.Number(BigInteger.valueOf(123), 0, 0), Literals.imaginary("0123i"));
        assertEquals(
                new Literals.Number(BigInteger.valueOf(83), 0, 0), Literals.imaginary("0o123i"));
        assertEquals(
                new Literals.Number(BigInteger.valueOf(0xabc), 0, 0), Literals.imaginary("0xabci"));
        assertEquals(new Literals.Number(BigInteger.ONE, 0, -2), Literals.imaginary("0x1p-2i"));
        assertEquals(
                new Literals.Number(BigInteger.valueOf(25), -2, 0), Literals.imaginary(".25i"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'a', 97",
                "'ä', 228",
                "'本', 26412",
                "'\\t', 9",
                "'\\000', 0",
                "'\\007', 7",
                "'\\377', 255",
                "'\\x07', 7",
                "'\\xff', 255",
                "'\\u12e4', 4836",
                "'\\U00101234', 1053236",
                "'\\'', 39",
                "'😀', 128512"
            })
    void runes(String literal, int point) {
        assertEquals(point, Literals.runeValue(literal));
    }

    @Test
    void stringEscapesGiveBytesOrCharacters() {
        byte[] japanese = {(byte) 0xe6, (byte) 0x97, (byte) 0xa5};
        assertArrayEquals(japanese, Literals.stringBytes("\"日\""));
        assertArrayEquals(japanese, Literals.stringBytes("\"\\u65e5\""));
        assertArrayEquals(japanese, Literals.stringBytes("\"\\U000065e5\""));
        assertArrayEquals(japanese, Literals.stringBytes("\"\\xe6\\x97\\xa5\""));
        assertArrayEquals(
                new byte[] {(byte) 0xff, 'a', '"', '\n', '\\'},
                Literals.stringBytes("\"\\377a\\\"\\n\\\\\""));
    }

    @Test
    void rawStringsLoseCarriageReturnsAndKeepBackslashes() {
        assertEquals("a\\n\nb", Literals.stringText("`a\\n\r\nb`"));
    }
}
