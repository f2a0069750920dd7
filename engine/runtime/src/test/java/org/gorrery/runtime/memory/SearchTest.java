package org.gorrery.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gorrery.abi.AddressLayout;
import org.gorrery.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches that end in each of their phases: bytes, words, strides, blocks, and what is left of them.
class SearchTest {
    /// What a zero byte must not be taken for: its neighbours by value, and the byte above it, to which a borrow could go.
    private static final int[] OTHERS = {'c' - 1, 'c' + 1, 'c' ^ 0x80, 0, 0xff};

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 7, 8, 9, 31, 32, 40, 255, 256, 257, 263, 287, 300, 2303, 2304, 2311, 2400,
                4999
            })
    void theFirstOfTheSoughtBytesIsFoundWhereverItStands(int n) {
        try (var space = AddressSpace.reserve()) {
            long start = AddressLayout.of(space.number(), Target.LINUX_AMD64).heap() + 3;
            for (int k = -1; k <= n; k++) {
                Mem.st8(start + k, (byte) OTHERS[Math.floorMod(k, OTHERS.length)]);
            }
            Mem.st8(start - 1, (byte) 'c');
            Mem.st8(start + n, (byte) 'c');
            assertEquals(-1, Search.indexByte(start, n, 'c'));
            for (int at = n - 1; at >= 0; at--) {
                byte was = Mem.ld8(start + at);
                Mem.st8(start + at, (byte) 'c');
                assertEquals(at, Search.indexByte(start, n, 'c'));
                if (at % 3 != 0) {
                    Mem.st8(start + at, was);
                }
            }
        }
    }
}
