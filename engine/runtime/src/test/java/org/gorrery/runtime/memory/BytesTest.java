package org.gorrery.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorrery.abi.AddressLayout;
import org.gorrery.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs that differ in one byte, at each place of each phase: single bytes, words, blocks, and what is left of them.
class BytesTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 39, 40, 41, 48, 127, 128, 129, 255, 256, 264, 271,
                500, 1024, 1031, 1032, 1033, 2400
            })
    void oneByteMakesADifferenceWhereverItStands(int n) {
        try (var space = AddressSpace.reserve()) {
            long a = AddressLayout.of(space.number(), Target.LINUX_AMD64).heap() + 3;
            long b = a + 4096 + 2;
            for (int k = -8; k < n + 8; k++) {
                boolean inside = k >= 0 && k < n;
                Mem.st8(a + k, (byte) (k * 31));
                Mem.st8(b + k, (byte) (k * 31 + (inside ? 0 : 1))); // what lies beside them differs
            }
            assertTrue(Bytes.equal(a, b, n));
            assertEquals(0, Bytes.compare(a, n, b, n));
            for (int at = 0; at < n; at++) {
                byte was = Mem.ld8(b + at);
                Mem.st8(b + at, (byte) (was ^ 0x80));
                assertFalse(Bytes.equal(a, b, n), "at " + at);
                int order = Integer.signum((was & 0xff) - (was & 0xff ^ 0x80));
                assertEquals(order, Integer.signum(Bytes.compare(a, n, b, n)), "at " + at);
                assertEquals(-order, Integer.signum(Bytes.compare(b, n, a, n)), "at " + at);
                assertEquals(0, Bytes.compare(a, at, b, at), "before " + at);
                assertTrue(
                        Bytes.compare(a, at + 1, b, at) > 0, "the longer of " + at + " like bytes");
                Mem.st8(b + at, was);
            }
        }
    }
}
