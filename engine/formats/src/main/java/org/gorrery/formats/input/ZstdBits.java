package org.gorrery.formats.input;

/// Bits of a zstd bitstream, read from its end to its start; a 1 marks where the stream ends in its last byte.
final class ZstdBits {
    private final byte[] bytes;
    private final int from;
    private long position;

    ZstdBits(byte[] bytes, int from, int to) throws FormatException {
        this.bytes = bytes;
        this.from = from;
        if (to <= from || bytes[to - 1] == 0) {
            throw new FormatException(to - 1L, "bitstream without an end mark");
        }
        int last = bytes[to - 1] & 0xff;
        this.position = (to - from - 1) * 8L + (31 - Integer.numberOfLeadingZeros(last));
    }

    /// {@return bits left; negative once more were read than there are}
    long left() {
        return position;
    }

    /// Reads bits; beyond the start they are zeros.
    long read(int count) {
        position -= count;
        return peekAt(position, count);
    }

    /// Looks at the next bits without reading them.
    int peek(int count) {
        return (int) peekAt(position - count, count);
    }

    void skip(int count) {
        position -= count;
    }

    private long peekAt(long start, int count) {
        long value = 0;
        int shift = 0;
        long bit = start;
        int n = count;
        if (bit < 0) {
            int missing = (int) Math.min(n, -bit);
            shift = missing;
            n -= missing;
            bit = 0;
        }
        while (n > 0) {
            int inByte = (int) (bit & 7);
            int take = Math.min(n, 8 - inByte);
            long part = (bytes[from + (int) (bit >> 3)] & 0xff) >> inByte & (1 << take) - 1;
            value |= part << shift;
            shift += take;
            bit += take;
            n -= take;
        }
        return value;
    }
}
