package org.gorrery.formats.input;

import java.util.Arrays;

/// The two kinds of decoding tables of zstd: finite state entropy and Huffman. Source: RFC 8878, sections 4.1 and 4.2.
final class ZstdTables {
    private ZstdTables() {}

    /// A finite state entropy table: for each state a symbol, bits to read, and the base of the next state.
    record Fse(int accuracy, byte[] symbol, byte[] bits, short[] base) {
        /// Makes the table that always gives one symbol.
        static Fse of(int symbol) {
            return new Fse(0, new byte[] {(byte) symbol}, new byte[1], new short[1]);
        }

        /// Makes the table of a distribution; -1 stands for "less than one".
        static Fse of(int accuracy, int[] probability, int symbols) {
            int size = 1 << accuracy;
            byte[] symbol = new byte[size];
            int[] next = new int[Math.max(1, symbols)];
            int high = size;
            for (int s = 0; s < symbols; s++) {
                next[s] = Math.abs(probability[s]);
                if (probability[s] == -1) {
                    symbol[--high] = (byte) s;
                }
            }
            int step = (size >> 1) + (size >> 3) + 3;
            int at = 0;
            for (int s = 0; s < symbols; s++) {
                for (int i = 0; i < probability[s]; i++) {
                    symbol[at] = (byte) s;
                    do {
                        at = at + step & size - 1;
                    } while (at >= high);
                }
            }
            byte[] bits = new byte[size];
            short[] base = new short[size];
            for (int i = 0; i < size; i++) {
                int x = next[symbol[i] & 0xff]++;
                int n = accuracy - (31 - Integer.numberOfLeadingZeros(x));
                bits[i] = (byte) n;
                base[i] = (short) ((x << n) - size);
            }
            return new Fse(accuracy, symbol, bits, base);
        }
    }

    /// A table read from a block, and where it ended.
    record Described(Fse table, int end) {}

    /// Reads a description of a distribution.
    static Described describe(byte[] b, int from, int to, int maxAccuracy, int maxSymbols)
            throws FormatException {
        var in = new Forward(b, from, to);
        int accuracy = in.read(4) + 5;
        if (accuracy > maxAccuracy) {
            throw new FormatException(
                    from,
                    "entropy table of accuracy " + accuracy + ", expected at most " + maxAccuracy);
        }
        int remaining = (1 << accuracy) + 1;
        int[] probability = new int[maxSymbols + 1];
        int symbol = 0;
        while (remaining > 1 && symbol <= maxSymbols) {
            int bits = 32 - Integer.numberOfLeadingZeros(remaining);
            int value = in.peek(bits);
            int half = (1 << bits - 1) - 1;
            int threshold = (1 << bits) - 1 - remaining;
            if ((value & half) < threshold) {
                in.skip(bits - 1);
                value &= half;
            } else {
                in.skip(bits);
                value -= value > half ? threshold : 0;
            }
            int p = value - 1;
            remaining -= Math.abs(p);
            probability[symbol++] = p;
            if (p == 0) {
                int zeros;
                do {
                    zeros = in.read(2);
                    symbol += zeros;
                } while (zeros == 3 && symbol <= maxSymbols);
            }
        }
        if (remaining != 1 || symbol > maxSymbols + 1 || in.end() > to) {
            throw new FormatException(from, "entropy table that does not add up");
        }
        return new Described(Fse.of(accuracy, probability, symbol), in.end());
    }

    /// A Huffman table: for each prefix of `bits` bits a symbol and the length of its code.
    record Huffman(int bits, byte[] symbol, byte[] length) {
        static Huffman of(int[] weights, int count, int at) throws FormatException {
            int sum = 0;
            for (int i = 0; i < count; i++) {
                sum += weights[i] > 0 ? 1 << weights[i] - 1 : 0;
            }
            if (sum == 0 || count > 255) {
                throw new FormatException(at, "Huffman table without symbols");
            }
            int bits = 32 - Integer.numberOfLeadingZeros(sum);
            int left = (1 << bits) - sum;
            if (bits > 12 || Integer.bitCount(left) != 1) {
                throw new FormatException(at, "Huffman table that does not add up");
            }
            weights[count] = 32 - Integer.numberOfLeadingZeros(left);
            byte[] symbol = new byte[1 << bits];
            byte[] length = new byte[1 << bits];
            int next = 0;
            for (int w = 1; w <= bits; w++) {
                for (int s = 0; s <= count; s++) {
                    if (weights[s] == w) {
                        int n = 1 << w - 1;
                        Arrays.fill(symbol, next, next + n, (byte) s);
                        Arrays.fill(length, next, next + n, (byte) (bits + 1 - w));
                        next += n;
                    }
                }
            }
            return new Huffman(bits, symbol, length);
        }
    }

    /// Bits read from the start of a range.
    private static final class Forward {
        private final byte[] b;
        private final int from;
        private final int to;
        private int bit;

        Forward(byte[] b, int from, int to) {
            this.b = b;
            this.from = from;
            this.to = to;
        }

        int peek(int count) {
            int value = 0;
            for (int i = 0; i < count; i++) {
                int at = from + (bit + i >> 3);
                value |= at < to ? (b[at] >> (bit + i & 7) & 1) << i : 0;
            }
            return value;
        }

        int read(int count) {
            int v = peek(count);
            bit += count;
            return v;
        }

        void skip(int count) {
            bit += count;
        }

        int end() {
            return from + (bit + 7 >> 3);
        }
    }
}
