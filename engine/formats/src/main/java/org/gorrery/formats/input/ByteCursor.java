package org.gorrery.formats.input;

import java.nio.charset.StandardCharsets;

/// A position in a byte array, with the number forms that Go's formats use.
///
/// All methods move the position only when they succeed. The array is not copied and must not change meanwhile.
public final class ByteCursor {
    private final byte[] bytes;
    private final int limit;
    private int at;

    /// Reads a whole array from its start.
    ///
    /// @param bytes the file's contents
    public ByteCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /// Reads part of an array.
    ///
    /// @param bytes the file's contents
    /// @param from first position
    /// @param to position after the last byte that may be read
    public ByteCursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.limit = Math.min(to, bytes.length);
    }

    /// {@return the position of the next byte, counted from the start of the array}
    public int position() {
        return at;
    }

    /// Moves to a position.
    ///
    /// @param position new position, between 0 and the limit
    public void seek(int position) {
        at = Math.clamp(position, 0, limit);
    }

    /// {@return the position after the last readable byte}
    public int limit() {
        return limit;
    }

    /// {@return how many bytes are left}
    public int remaining() {
        return limit - at;
    }

    /// {@return whether a byte is left}
    public boolean hasMore() {
        return at < limit;
    }

    /// {@return the next byte as 0 to 255}
    /// @throws FormatException at the end of the bytes
    public int u8() throws FormatException {
        if (at >= limit) {
            throw new FormatException(at, "the file ends where a byte was expected");
        }
        return bytes[at++] & 0xff;
    }

    /// Reads an unsigned LEB128 number; forms padded with zero groups are accepted.
    ///
    /// @return the 64 bits
    /// @throws FormatException when the bytes end inside it or it is longer than 10 bytes
    public long uvarint() throws FormatException {
        int p = at;
        if (p < limit) {
            byte b = bytes[p];
            if (b >= 0) {
                at = p + 1;
                return b;
            }
        }
        return longUvarint();
    }

    private long longUvarint() throws FormatException {
        long value = 0;
        int p = at;
        for (int shift = 0; shift < 70; shift += 7) {
            if (p >= limit) {
                throw new FormatException(p, "the file ends inside a variable-length number");
            }
            byte b = bytes[p++];
            if (shift == 63 && (b & 0x7e) != 0) {
                throw new FormatException(at, "variable-length number does not fit in 64 bits");
            }
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                at = p;
                return value;
            }
        }
        throw new FormatException(at, "variable-length number is longer than 10 bytes");
    }

    /// Reads a number that must be usable as a count of bytes that follow.
    ///
    /// @param what name of the thing counted, for the message
    /// @return the count, at most the bytes left
    /// @throws FormatException when it is larger than what is left
    public int length(String what) throws FormatException {
        int start = at;
        long n = uvarint();
        if (n < 0 || n > remaining()) {
            int left = remaining();
            at = start;
            throw new FormatException(
                    start,
                    what
                            + " of "
                            + Long.toUnsignedString(n)
                            + " bytes, but only "
                            + left
                            + " are left");
        }
        return (int) n;
    }

    /// Reads UTF-8 text of known length.
    ///
    /// @param length bytes of the text
    /// @return the text; malformed bytes become U+FFFD
    /// @throws FormatException when fewer bytes are left
    public String text(int length) throws FormatException {
        need(length, "text");
        String s = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return s;
    }

    /// Steps over bytes.
    ///
    /// @param count how many
    /// @throws FormatException when fewer are left
    public void skip(long count) throws FormatException {
        need(count, "data");
        at += (int) count;
    }

    private void need(long count, String what) throws FormatException {
        if (count < 0 || count > remaining()) {
            throw new FormatException(
                    at, what + " of " + count + " bytes, but only " + remaining() + " are left");
        }
    }
}
