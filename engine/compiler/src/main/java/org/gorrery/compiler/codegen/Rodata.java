package org.gorrery.compiler.codegen;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The growing bytes of a region of the image; equal strings share a place. Offset 0 stays unused, since it means "none".
final class Rodata {
    private byte[] bytes = new byte[1 << 16];
    private int end = 16;
    private final Map<String, Integer> strings = new HashMap<>();

    /// Reserves zeroed bytes.
    int place(int count, int align) {
        int at = (end + align - 1) & -align;
        end = Math.addExact(at, count);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        return at;
    }

    /// A place of constant bytes, one per char of a Latin-1 text.
    int latin1(String text, int align) {
        var key = align <= 1 ? text : align + ":" + text;
        var known = strings.get(key);
        if (known != null) {
            return known;
        }
        // one byte more, so that a pointer to an empty string or behind its end stays inside
        int at = place(text.length() + 1, Math.max(align, 1));
        put(at, text.getBytes(StandardCharsets.ISO_8859_1));
        strings.put(key, at);
        return at;
    }

    /// Writes at `at` the pair (offset, length) of a text in UTF-8; two zeros for the empty one.
    void string(int at, String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        stringOfBytes(at, new String(utf8, StandardCharsets.ISO_8859_1));
    }

    /// The same for the value of a string of Go, one byte per char.
    void stringOfBytes(int at, String latin1) {
        if (latin1.isEmpty()) {
            return;
        }
        put32(at, latin1(latin1, 1));
        put32(at + 4, latin1.length());
    }

    void put(int at, byte[] from) {
        System.arraycopy(from, 0, bytes, at, from.length);
    }

    void put8(int at, int v) {
        bytes[at] = (byte) v;
    }

    void put32(int at, int v) {
        littleEndian(bytes, at, v, 4);
    }

    void put64(int at, long v) {
        littleEndian(bytes, at, v, 8);
    }

    static void littleEndian(byte[] into, int at, long v, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = (byte) (v >>> 8 * i);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, end);
    }
}
