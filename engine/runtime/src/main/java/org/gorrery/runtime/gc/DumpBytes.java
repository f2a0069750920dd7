package org.gorrery.runtime.gc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.runtime.memory.Mem;

/// The bytes of a heap dump as they grow, in pieces, for a dump may be longer than one array.
final class DumpBytes {
    private static final int PIECE = 1 << 20;

    private final List<byte[]> pieces = new ArrayList<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream(PIECE);

    /// A number, seven bits in each byte, low ones first.
    void number(long v) {
        long rest = v;
        while ((rest & ~0x7fL) != 0) {
            open.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        open.write((int) rest);
    }

    void flag(boolean b) {
        open.write(b ? 1 : 0);
    }

    void raw(String s) {
        open.writeBytes(s.getBytes(StandardCharsets.UTF_8));
    }

    /// A text behind its length.
    void text(String s) {
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        number(b.length);
        open.writeBytes(b);
    }

    /// Contents of memory behind their length.
    void memory(long at, long bytes) {
        number(bytes);
        for (long done = 0; done < bytes; ) {
            int n = (int) Math.min(PIECE, bytes - done);
            open.writeBytes(Mem.get(at + done, n));
            done += n;
            if (open.size() >= PIECE) {
                pieces.add(open.toByteArray());
                open = new ByteArrayOutputStream(PIECE);
            }
        }
    }

    /// All that was written; nothing may be added afterwards.
    List<byte[]> pieces() {
        pieces.add(open.toByteArray());
        return pieces;
    }
}
