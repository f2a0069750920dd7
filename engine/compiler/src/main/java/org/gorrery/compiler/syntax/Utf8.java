package org.gorrery.compiler.syntax;

/// UTF-8 decoding over a byte array as the scanner needs it: one code point and its width in one long, no allocation.
final class Utf8 {
    /// What an ill-formed sequence decodes to, with width 1.
    static final int BAD = -1;

    private Utf8() {}

    /// Decodes at `at < limit`: code point (or [#BAD]) in the upper half, width in bytes in the lower.
    static long decode(byte[] src, int at, int limit) {
        int lead = src[at] & 0xff;
        if (lead < 0x80) {
            return packed(lead, 1);
        }
        int width =
                lead >= 0xc2 && lead < 0xe0
                        ? 2
                        : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        if (width == 0 || at + width > limit) {
            return packed(BAD, 1);
        }
        int point = lead & 0xff >> width + 1;
        for (int i = 1; i < width; i++) {
            int next = src[at + i] & 0xff;
            if ((next & 0xc0) != 0x80) {
                return packed(BAD, 1);
            }
            point = point << 6 | next & 0x3f;
        }
        boolean overlong = width == 3 && point < 0x800 || width == 4 && point < 0x10000;
        boolean outside = point > 0x10ffff || point >= 0xd800 && point < 0xe000;
        return overlong || outside ? packed(BAD, 1) : packed(point, width);
    }

    /// The code point of a decoded pair.
    static int point(long decoded) {
        return (int) (decoded >> 32);
    }

    /// The width of a decoded pair, in bytes.
    static int width(long decoded) {
        return (int) decoded;
    }

    private static long packed(int point, int width) {
        return (long) point << 32 | width;
    }
}
