package org.gorrery.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeClassesTest {
    /// Rows of the table in Go's documentation of its size classes.
    @ParameterizedTest
    @CsvSource({
        "1,8,8192",
        "2,16,8192",
        "3,24,8192",
        "4,32,8192",
        "5,48,8192",
        "10,128,8192",
        "18,256,8192",
        "26,512,8192",
        "30,768,8192",
        "35,1408,16384",
        "38,2048,8192",
        "43,3456,24576",
        "49,6784,40960",
        "50,6912,49152",
        "52,9472,57344",
        "57,13568,40960",
        "60,18432,73728",
        "65,27264,81920",
        "67,32768,32768"
    })
    void classesAreThoseOfGo(int sizeClass, int bytes, int spanBytes) {
        assertEquals(bytes, SizeClasses.bytes(sizeClass));
        assertEquals(spanBytes, SizeClasses.pages(sizeClass) * SizeClasses.PAGE_BYTES);
    }

    @Test
    void everySizeGetsTheSmallestClassThatHoldsIt() {
        for (int bytes = 1; bytes <= SizeClasses.MAX_SMALL; bytes++) {
            int c = SizeClasses.classOf(bytes);
            assertTrue(SizeClasses.bytes(c) >= bytes, "class " + c + " holds " + bytes);
            assertTrue(
                    SizeClasses.bytes(c - 1) < bytes,
                    "class " + (c - 1) + " is too small for " + bytes);
        }
    }

    @Test
    void tinyBlocksHaveSixteenBytesAndNoPointers() {
        assertEquals(5, SizeClasses.TINY_SPAN_CLASS);
    }
}
