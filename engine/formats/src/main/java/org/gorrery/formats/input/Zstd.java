package org.gorrery.formats.input;

import java.util.Arrays;
import org.gorrery.formats.input.ZstdTables.Described;
import org.gorrery.formats.input.ZstdTables.Fse;
import org.gorrery.formats.input.ZstdTables.Huffman;
import org.jspecify.annotations.Nullable;

/// Unpacks zstd data (RFC 8878), without dictionaries; checksums are not verified.
///
/// All output is kept, so any distance back to the start of the data can be copied. A damaged frame gives what was
/// unpacked before the damage.
final class Zstd {
    private static final int MAX_BLOCK = 128 * 1024;
    private static final int[] LITERAL_BASE = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48,
        64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536
    };
    private static final int[] LITERAL_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10,
        11, 12, 13, 14, 15, 16
    };
    private static final int[] MATCH_BITS = {
        1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int[] LITERAL_USUAL = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1,
        1, -1, -1, -1, -1
    };
    private static final int[] OFFSET_USUAL = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
    };

    private final byte[] in;
    private final long limit;
    private byte[] out;
    private int size;
    private int at;
    private byte[] literals = new byte[MAX_BLOCK];
    private int literalCount;
    private @Nullable Huffman huffman;
    private final @Nullable Fse[] tables = new Fse[3];
    private final int[] repeats = {1, 4, 8};

    /// What came out.
    ///
    /// @param bytes the unpacked data, up to the damage or limit
    /// @param fault what was wrong, or null
    record Result(byte[] bytes, @Nullable Fault fault) {}

    private Zstd(byte[] in, long limit) {
        this.in = in;
        this.limit = Math.min(limit, Integer.MAX_VALUE - 16);
        this.out = new byte[(int) Math.min(this.limit, Math.max(1024L, in.length * 4L))];
    }

    /// Unpacks all frames.
    ///
    /// @param packed the data
    /// @param limit most bytes that may come out
    static Result unpack(byte[] packed, long limit) {
        var z = new Zstd(packed, limit);
        Fault fault = null;
        try {
            while (z.at < packed.length) {
                z.frame();
            }
        } catch (FormatException e) {
            fault = e.fault();
        }
        return new Result(Arrays.copyOf(z.out, z.size), fault);
    }

    private FormatException bad(String message) {
        return new FormatException(at, message);
    }

    private int u8() throws FormatException {
        if (at >= in.length) {
            throw bad("zstd data ends inside a frame");
        }
        return in[at++] & 0xff;
    }

    private long little(int n) throws FormatException {
        long v = 0;
        for (int i = 0; i < n; i++) {
            v |= (long) u8() << 8 * i;
        }
        return v;
    }

    private void frame() throws FormatException {
        long magic = little(4);
        if ((magic & ~0xfL) == 0x184D2A50L) {
            long skip = little(4);
            if (skip > in.length - at) {
                throw bad("skippable zstd frame longer than the data");
            }
            at += (int) skip;
            return;
        }
        if (magic != 0xFD2FB528L) {
            at -= 4;
            throw bad("no zstd frame");
        }
        int descriptor = u8();
        boolean single = (descriptor & 0x20) != 0;
        if ((descriptor & 8) != 0) {
            throw bad("zstd frame with a reserved bit set");
        }
        at += single ? 0 : 1;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        if (little(dictionary) != 0) {
            throw bad("zstd data that needs a dictionary");
        }
        at += new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >> 6];
        huffman = null;
        Arrays.fill(tables, null);
        repeats[0] = 1;
        repeats[1] = 4;
        repeats[2] = 8;
        boolean last = false;
        while (!last) {
            int header = (int) little(3);
            last = (header & 1) != 0;
            block(header >> 1 & 3, header >> 3);
        }
        at += (descriptor & 4) != 0 ? 4 : 0;
    }

    private void block(int type, int length) throws FormatException {
        switch (type) {
            case 0 -> {
                need(length);
                put(in, at, length);
                at += length;
            }
            case 1 -> {
                byte b = (byte) u8();
                room(length);
                Arrays.fill(out, size, size + length, b);
                size += length;
            }
            case 2 -> {
                need(length);
                int end = at + length;
                literals(end);
                sequences(end);
                at = end;
            }
            default -> throw bad("zstd block of the reserved type");
        }
    }

    private void need(int length) throws FormatException {
        if (length > MAX_BLOCK || length > in.length - at) {
            throw bad("zstd block of " + length + " bytes, but " + (in.length - at) + " are left");
        }
    }

    private void room(int more) throws FormatException {
        if (size + (long) more > limit) {
            throw bad("zstd data unpacks to more than the limit of " + limit + " bytes");
        }
        if (size + more > out.length) {
            out =
                    Arrays.copyOf(
                            out,
                            (int) Math.min(limit, Math.max(out.length * 2L, size + (long) more)));
        }
    }

    private void put(byte[] from, int start, int n) throws FormatException {
        room(n);
        System.arraycopy(from, start, out, size, n);
        size += n;
    }

    // ---- literals

    private void literals(int end) throws FormatException {
        int first = u8();
        int type = first & 3;
        int form = first >> 2 & 3;
        if (type < 2) {
            int n =
                    switch (form) {
                        case 0, 2 -> first >> 3;
                        case 1 -> first >> 4 | u8() << 4;
                        default -> first >> 4 | u8() << 4 | u8() << 12;
                    };
            plainLiterals(type == 1, n, end);
            return;
        }
        int bytes = form == 3 ? 4 : form == 2 ? 3 : 2;
        int width = form == 3 ? 18 : form == 2 ? 14 : 10;
        long header = first | little(bytes) << 8;
        int regenerated = (int) (header >> 4) & (1 << width) - 1;
        int compressed = (int) (header >> 4 + width) & (1 << width) - 1;
        if (regenerated > MAX_BLOCK || compressed > end - at) {
            throw bad("zstd literals of " + regenerated + " bytes do not fit their block");
        }
        int stop = at + compressed;
        if (type == 2) {
            huffman = tree(stop);
        }
        Huffman h = huffman;
        if (h == null) {
            throw bad("zstd block refers to a Huffman table that there is not");
        }
        literalCount = regenerated;
        if (form == 0) {
            stream(h, at, stop, 0, regenerated);
        } else {
            fourStreams(h, stop, regenerated);
        }
        at = stop;
    }

    private void plainLiterals(boolean repeated, int n, int end) throws FormatException {
        if (n > MAX_BLOCK || (repeated ? 1 : n) > end - at) {
            throw bad("zstd literals of " + n + " bytes do not fit their block");
        }
        literalCount = n;
        if (repeated) {
            Arrays.fill(literals, 0, n, (byte) u8());
        } else {
            System.arraycopy(in, at, literals, 0, n);
            at += n;
        }
    }

    private void fourStreams(Huffman h, int stop, int regenerated) throws FormatException {
        int a = (int) little(2);
        int b = (int) little(2);
        int c = (int) little(2);
        int start = at;
        int part = (regenerated + 3) / 4;
        if (start + (long) a + b + c > stop || part * 3 > regenerated) {
            throw bad("zstd streams of literals do not fit their block");
        }
        stream(h, start, start + a, 0, part);
        stream(h, start + a, start + a + b, part, part);
        stream(h, start + a + b, start + a + b + c, 2 * part, part);
        stream(h, start + a + b + c, stop, 3 * part, regenerated - 3 * part);
    }

    private void stream(Huffman h, int from, int to, int into, int count) throws FormatException {
        if (count == 0) {
            return;
        }
        var bits = new ZstdBits(in, from, to);
        for (int i = 0; i < count; i++) {
            int k = bits.peek(h.bits());
            literals[into + i] = h.symbol()[k];
            bits.skip(h.length()[k]);
        }
        if (bits.left() != 0) {
            throw new FormatException(from, "zstd stream of literals does not end where it should");
        }
    }

    private Huffman tree(int end) throws FormatException {
        int start = at;
        int header = u8();
        int[] weights = new int[256];
        int count;
        if (header >= 128) {
            count = header - 127;
            for (int i = 0; i < count; i += 2) {
                int b = u8();
                weights[i] = b >> 4;
                weights[i + 1] = b & 15;
            }
        } else {
            int stop = at + header;
            if (stop > end) {
                throw bad("zstd Huffman table longer than its block");
            }
            Described d = ZstdTables.describe(in, at, stop, 6, 255);
            count = weights(d, stop, weights);
            at = stop;
        }
        return Huffman.of(weights, count, start);
    }

    /// Decodes weights by two states that take turns.
    private int weights(Described d, int stop, int[] weights) throws FormatException {
        var bits = new ZstdBits(in, d.end(), stop);
        Fse t = d.table();
        int a = (int) bits.read(t.accuracy());
        int b = (int) bits.read(t.accuracy());
        int n = 0;
        while (n < 254) {
            weights[n++] = t.symbol()[a];
            if (bits.left() < t.bits()[a]) {
                weights[n++] = t.symbol()[b];
                break;
            }
            a = (t.base()[a] & 0xffff) + (int) bits.read(t.bits()[a]);
            weights[n++] = t.symbol()[b];
            if (bits.left() < t.bits()[b]) {
                weights[n++] = t.symbol()[a];
                break;
            }
            b = (t.base()[b] & 0xffff) + (int) bits.read(t.bits()[b]);
        }
        for (int i = 0; i < n; i++) {
            if (weights[i] > 12) {
                throw new FormatException(
                        stop, "zstd Huffman weight " + weights[i] + ", expected at most 12");
            }
        }
        return n;
    }

    // ---- sequences

    private void sequences(int end) throws FormatException {
        int count = u8();
        if (count >= 255) {
            count = (int) little(2) + 0x7f00;
        } else if (count >= 128) {
            count = (count - 128 << 8) + u8();
        }
        if (count == 0) {
            put(literals, 0, literalCount);
            return;
        }
        int modes = u8();
        Fse ll = table(0, modes >> 6 & 3, end, 9, 35);
        Fse of = table(1, modes >> 4 & 3, end, 8, 31);
        Fse ml = table(2, modes >> 2 & 3, end, 9, 52);
        var bits = new ZstdBits(in, at, end);
        int l = (int) bits.read(ll.accuracy());
        int o = (int) bits.read(of.accuracy());
        int m = (int) bits.read(ml.accuracy());
        int used = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = of.symbol()[o] & 0xff;
            long offsetValue = (1L << offsetCode) + bits.read(offsetCode);
            int match = matchLength(ml.symbol()[m] & 0xff, bits);
            int code = ll.symbol()[l] & 0xff;
            int run = LITERAL_BASE[code] + (int) bits.read(LITERAL_BITS[code]);
            if (bits.left() < 0 || run > literalCount - used) {
                throw bad("zstd sequence beyond the end of its block");
            }
            put(literals, used, run);
            used += run;
            copy(distance(offsetValue, run), match);
            if (i + 1 < count) {
                l = (ll.base()[l] & 0xffff) + (int) bits.read(ll.bits()[l]);
                m = (ml.base()[m] & 0xffff) + (int) bits.read(ml.bits()[m]);
                o = (of.base()[o] & 0xffff) + (int) bits.read(of.bits()[o]);
            }
        }
        put(literals, used, literalCount - used);
    }

    private static int matchLength(int code, ZstdBits bits) {
        if (code < 32) {
            return code + 3;
        }
        int base = 35;
        for (int i = 32; i < code; i++) {
            base += 1 << MATCH_BITS[i - 32];
        }
        return base + (int) bits.read(MATCH_BITS[code - 32]);
    }

    private Fse table(int which, int mode, int end, int maxAccuracy, int maxSymbol)
            throws FormatException {
        Fse made =
                switch (mode) {
                    case 0 -> usual(which);
                    case 1 -> {
                        int symbol = u8();
                        if (symbol > maxSymbol) {
                            throw bad("zstd code " + symbol + ", expected at most " + maxSymbol);
                        }
                        yield Fse.of(symbol);
                    }
                    case 2 -> {
                        Described d = ZstdTables.describe(in, at, end, maxAccuracy, maxSymbol);
                        at = d.end();
                        yield d.table();
                    }
                    default -> {
                        Fse before = tables[which];
                        if (before == null) {
                            throw bad("zstd block refers to a table that there is not");
                        }
                        yield before;
                    }
                };
        tables[which] = made;
        return made;
    }

    private static Fse usual(int which) {
        return switch (which) {
            case 0 -> Fse.of(6, LITERAL_USUAL, LITERAL_USUAL.length);
            case 1 -> Fse.of(5, OFFSET_USUAL, OFFSET_USUAL.length);
            default -> {
                int[] p = new int[53];
                Arrays.fill(p, 1);
                p[1] = 4;
                p[2] = 3;
                Arrays.fill(p, 3, 9, 2);
                Arrays.fill(p, 46, 53, -1);
                yield Fse.of(6, p, p.length);
            }
        };
    }

    /// Turns an offset value into a distance; values up to 3 mean one of the last three distances.
    private long distance(long value, int run) throws FormatException {
        if (value > 3) {
            repeats[2] = repeats[1];
            repeats[1] = repeats[0];
            repeats[0] = (int) Math.min(value - 3, Integer.MAX_VALUE);
            return repeats[0];
        }
        int which = (int) value - 1 + (run == 0 ? 1 : 0);
        int d = which == 3 ? repeats[0] - 1 : repeats[which];
        if (d <= 0) {
            throw bad("zstd sequence with distance 0");
        }
        if (which >= 2) {
            repeats[2] = repeats[1];
        }
        if (which >= 1) {
            repeats[1] = repeats[0];
            repeats[0] = d;
        }
        return d;
    }

    private void copy(long distance, int length) throws FormatException {
        if (distance > size) {
            throw bad("zstd sequence copies from before the start");
        }
        room(length);
        int from = size - (int) distance;
        if (distance >= length) {
            System.arraycopy(out, from, out, size, length);
            size += length;
        } else {
            for (int i = 0; i < length; i++) {
                out[size++] = out[from++];
            }
        }
    }
}
