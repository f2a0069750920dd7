package org.gorrery.formats.dumps;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes small heap dumps: objects of three words whose pointers the test names, one goroutine with one frame.
public final class HeapDumpBytes {
    private static final long BASE = 0xc000000000L;
    private static final int OBJECT_BYTES = 24;

    private final List<int[]> objects = new ArrayList<>();
    private int[] roots = {};

    /// Starts an empty heap.
    public HeapDumpBytes() {}

    /// Adds an object.
    ///
    /// @param pointsTo at most three objects, by their numbers; they may come later
    /// @return this
    public HeapDumpBytes object(int... pointsTo) {
        objects.add(pointsTo);
        return this;
    }

    /// Names what the goroutine's frame holds.
    ///
    /// @param held numbers of objects
    /// @return this
    public HeapDumpBytes roots(int... held) {
        roots = held;
        return this;
    }

    /// {@return the dump}
    public byte[] bytes() {
        return bytes("go1.7 heap dump\n");
    }

    /// {@return the dump}
    /// @param header its first line
    byte[] bytes(String header) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        numbers(out, 6, 0, 8, BASE, BASE + (1 << 22));
        text(out, "amd64");
        text(out, "go1.26");
        numbers(out, 2);
        numbers(out, 3, 0x5000, 24);
        text(out, "main.node");
        numbers(out, 1, 8, 0x6000, 0x5000);
        for (int i = 0; i < objects.size(); i++) {
            numbers(out, 1, address(i));
            memory(out, objects.get(i), 3);
        }
        numbers(out, 4, 0x7000, 0xc000100000L, 1, 0, 4, 0, 0, 0);
        text(out, "chan receive");
        numbers(out, 0, 0x8000, 0, 0);
        numbers(out, 5, 0xc000100000L, 0, 0);
        bytes(out, contents(roots, roots.length));
        numbers(out, 0x401000, 0x401010, 0x401020);
        text(out, "main.main");
        fields(out, roots.length);
        numbers(out, 9, 0x8000, 1, 31);
        numbers(out, 12, 0x500000);
        memory(out, new int[0], 1);
        numbers(out, 10);
        for (int i = 0; i < 24 + 256 + 1; i++) {
            numbers(out, i == 11 ? objects.size() : i < 24 ? i : 0);
        }
        numbers(out, 0);
        return out.toByteArray();
    }

    /// {@return the address of an object}
    /// @param i its number
    public static long address(int i) {
        return BASE + (long) i * OBJECT_BYTES;
    }

    private static void memory(ByteArrayOutputStream out, int[] pointsTo, int words) {
        bytes(out, contents(pointsTo, words));
        fields(out, pointsTo.length);
    }

    private static byte[] contents(int[] pointsTo, int words) {
        byte[] b = new byte[words * 8];
        for (int i = 0; i < pointsTo.length; i++) {
            long a = address(pointsTo[i]);
            for (int k = 0; k < 8; k++) {
                b[i * 8 + k] = (byte) (a >>> 8 * k);
            }
        }
        return b;
    }

    private static void fields(ByteArrayOutputStream out, int n) {
        for (int i = 0; i < n; i++) {
            numbers(out, 1, i * 8L);
        }
        numbers(out, 0);
    }

    static void text(ByteArrayOutputStream out, String s) {
        bytes(out, s.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(ByteArrayOutputStream out, byte[] b) {
        numbers(out, b.length);
        out.writeBytes(b);
    }

    static void numbers(ByteArrayOutputStream out, long... values) {
        for (long n : values) {
            long v = n;
            while ((v & ~0x7fL) != 0) {
                out.write((int) (v | 0x80) & 0xff);
                v >>>= 7;
            }
            out.write((int) v);
        }
    }
}
