package org.gorrery.formats.dumps;

import static org.gorrery.formats.dumps.HeapDumpBytes.numbers;
import static org.gorrery.formats.dumps.HeapDumpBytes.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A small heap dump in the layout of Go 1.3: an object, an array, a channel, one that was scanned conservatively, and one
/// of unknown type.
public final class Go13HeapDump {
    static final long HEAP = 0xc208000000L;
    static final long NODE = 0x4a0000;
    static final long SMALL = 0x4a1000;
    static final long ITAB = 0x4b0000;

    private Go13HeapDump() {}

    /// {@return the dump}
    public static byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("go1.3 heap dump\n".getBytes(StandardCharsets.US_ASCII));
        numbers(out, 6, 0, 8, 96, HEAP, HEAP + (1 << 20), '6');
        text(out, "");
        numbers(out, 4);
        // the type stands behind the first object that has it
        object(out, HEAP, NODE, 0, words(HEAP + 0x100, HEAP + 0x200, 3, SMALL, 17, 0));
        type(out, NODE, 40, "main.node", true, 1, 0, 2, 8, 5, 24, 0);
        type(out, SMALL, 8, "main.small", false, 0);
        object(out, HEAP + 0x100, NODE, 1, words(1, 2, 3, NODE, 5, 6, 7, 8, NODE, 10, 11));
        byte[] channel = words(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, HEAP, HEAP + 0x100, 1, 0, 0);
        object(out, HEAP + 0x200, NODE, 2, channel);
        object(out, HEAP + 0x300, 0, 127, words(HEAP, 5, 6));
        object(out, HEAP + 0x400, 0, 0, words(HEAP, HEAP));
        numbers(out, 8, ITAB, 1, 0);
        return out.toByteArray();
    }

    private static void object(
            ByteArrayOutputStream out, long address, long type, long kind, byte[] contents) {
        numbers(out, 1, address, type, kind);
        HeapDumpBytes.bytes(out, contents);
    }

    static void type(
            ByteArrayOutputStream out,
            long address,
            long size,
            String name,
            boolean pointer,
            long... fields) {
        numbers(out, 3, address, size);
        text(out, name);
        numbers(out, pointer ? 1 : 0);
        numbers(out, fields);
    }

    static byte[] words(long... values) {
        var b = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            b.putLong(v);
        }
        return b.array();
    }
}
