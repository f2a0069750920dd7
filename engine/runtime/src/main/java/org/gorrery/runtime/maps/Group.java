package org.gorrery.runtime.maps;

/// The control word of eight slots: a byte each, so that eight are looked at together.
///
/// A byte is 0 for a slot never used since the group was made, [#DELETED], or `0x80` with seven bits of the hash. So zeroed memory is a table of
/// empty groups.
final class Group {
    static final int SLOTS = 8;
    static final int DELETED = 2;
    private static final long LOW = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;

    private Group() {}

    /// The byte of a slot that holds a key with this hash.
    static int tag(long hash) {
        return 0x80 | (int) hash & 0x7f;
    }

    /// That byte in all places.
    static long pattern(long hash) {
        return (0x80 | hash & 0x7f) * LOW;
    }

    /// High bits of bytes that equal the pattern's; a wrong one may stand above a right one.
    static long match(long control, long pattern) {
        long x = control ^ pattern;
        return x - LOW & ~x & HIGH;
    }

    static boolean hasEmpty(long control) {
        return (control - LOW & ~control & HIGH) != 0;
    }

    /// High bits of slots that hold a key.
    static long full(long control) {
        return control & HIGH;
    }

    /// High bits of slots that hold none.
    static long free(long control) {
        return ~control & HIGH;
    }

    /// The slot of the lowest bit.
    static int slot(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }
}
