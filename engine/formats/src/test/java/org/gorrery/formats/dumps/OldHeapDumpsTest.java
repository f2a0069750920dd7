package org.gorrery.formats.dumps;

import static org.gorrery.formats.dumps.HeapDumpBytes.bytes;
import static org.gorrery.formats.dumps.HeapDumpBytes.numbers;
import static org.gorrery.formats.dumps.HeapDumpBytes.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Loaded;
import org.junit.jupiter.api.Test;

/// The layouts of Go 1.3 to 1.6, written here after the pages of Go's wiki.
class OldHeapDumpsTest {
    private static final long HEAP = 0xc208000000L;
    private static final long NODE = 0x4a0000;
    private static final long SMALL = 0x4a1000;
    private static final long ITAB = 0x4b0000;
    private static final long SMALL_ITAB = 0x4b1000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aDumpOfGo13FindsPointersByTheTypesOfObjects() throws Exception {
        start("go1.3 heap dump\n");
        numbers(out, 6, 0, 8, 96, HEAP, HEAP + (1 << 20), '6');
        text(out, "");
        numbers(out, 4);
        // the type stands behind the first object that has it
        object13(HEAP, NODE, 0, words(HEAP + 0x100, HEAP + 0x200, 3, SMALL, 17, 0));
        type(NODE, 40, "main.node", true, 1, 0, 2, 8, 5, 24, 0);
        type(SMALL, 8, "main.small", false, 0);
        object13(HEAP + 0x100, NODE, 1, words(1, 2, 3, NODE, 5, 6, 7, 8, NODE, 10, 11));
        byte[] channel = words(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, HEAP, HEAP + 0x100, 1, 0, 0);
        object13(HEAP + 0x200, NODE, 2, channel);
        object13(HEAP + 0x300, 0, 127, words(HEAP, 5, 6));
        object13(HEAP + 0x400, 0, 0, words(HEAP, HEAP));
        numbers(out, 8, ITAB, 1, 0);
        HeapDump d = sound();
        assertEquals("go1.3", d.params().goVersion());
        assertEquals("amd64", d.params().arch());
        assertEquals(Map.of(NODE, "main.node", SMALL, "main.small"), d.types());
        assertEquals(List.of(HEAP + 0x100, HEAP + 0x200), pointers(d, 0), "no pointer in small");
        assertEquals(List.of(1L, 2L, 5L, 6L, 7L, 10L), pointers(d, 1), "two elements of 40 bytes");
        assertEquals(List.of(HEAP, HEAP + 0x100), pointers(d, 2), "behind a header of 96 bytes");
        assertEquals(List.of(HEAP, 5L, 6L), pointers(d, 3), "any word");
        assertEquals(List.of(), pointers(d, 4), "of unknown type");
    }

    @Test
    void aDumpOfGo14TellsByTheItabWhetherAnInterfaceHoldsAPointer() throws Exception {
        start("go1.4 heap dump\n");
        numbers(out, 6, 0, 8, HEAP, HEAP + (1 << 20), '8');
        text(out, "fieldtrack");
        numbers(out, 4);
        type(NODE, 40, "main.node", true);
        type(SMALL, 8, "main.small", false);
        numbers(out, 8, ITAB, NODE, 8, SMALL_ITAB, SMALL);
        numbers(out, 1, HEAP);
        bytes(out, words(ITAB, 100, SMALL_ITAB, 101, NODE, 102, SMALL, 103, 104));
        numbers(out, 2, 0, 2, 16, 3, 32, 3, 48, 1, 64, 0);
        numbers(out, 0);
        HeapDump d = sound();
        assertEquals("go1.4-X:fieldtrack", d.params().goVersion());
        assertEquals("386", d.params().arch());
        assertEquals(List.of(100L, 102L, 104L), pointers(d, 0));
    }

    @Test
    void dumpsOfGo15And16AreReadAsThoseOf17() throws Exception {
        byte[] now = new HeapDumpBytes().object(1).object().roots(0).bytes();
        for (String line : List.of("go1.5 heap dump\n", "go1.6 heap dump\n")) {
            byte[] old = new HeapDumpBytes().object(1).object().roots(0).bytes(line);
            Loaded<HeapDump> l = HeapDumpReader.read(old);
            assertTrue(l.faults().isEmpty(), l.faults()::toString);
            assertEquals(line.strip(), l.value().header());
            assertEquals(HeapDumpReader.read(now).value().counts(), l.value().counts());
            assertEquals(List.of(HeapDumpBytes.address(1)), pointers(l.value(), 0));
            assertEquals(List.of(HeapDumpBytes.address(0)), frame(l.value()));
        }
    }

    @Test
    void aFieldKindOfAnotherReleaseIsAFaultWithItsOffset() throws Exception {
        start("go1.4 heap dump\n");
        numbers(out, 1, HEAP);
        bytes(out, words(1));
        int at = out.size();
        numbers(out, 4, 0, 0, 0);
        Loaded<HeapDump> l = HeapDumpReader.read(out.toByteArray());
        assertEquals(at, l.faults().getFirst().offset());
        assertTrue(l.faults().getFirst().toString().contains("expected 0 to 3"));
    }

    @Test
    void aReleaseThatNeverWasIsRefusedWithTheKnownOnes() {
        byte[] b = "go1.2 heap dump\n".getBytes(StandardCharsets.US_ASCII);
        var e = assertThrows(FormatException.class, () -> HeapDumpReader.read(b));
        assertTrue(e.getMessage().contains("go1.3 heap dump"), e.getMessage());
    }

    private static List<Long> frame(HeapDump d) {
        return d.goroutines().getFirst().frames().getFirst().pointers();
    }

    private void start(String line) {
        out.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
    }

    private void object13(long address, long type, long kind, byte[] contents) {
        numbers(out, 1, address, type, kind);
        bytes(out, contents);
    }

    private void type(long address, long size, String name, boolean pointer, long... fields) {
        numbers(out, 3, address, size);
        text(out, name);
        numbers(out, pointer ? 1 : 0);
        numbers(out, fields);
    }

    private HeapDump sound() throws FormatException {
        Loaded<HeapDump> l = HeapDumpReader.read(out.toByteArray());
        assertTrue(l.faults().isEmpty(), l.faults()::toString);
        return l.value();
    }

    private static List<Long> pointers(HeapDump d, int object) {
        var all = new ArrayList<Long>();
        for (int i = 0; i < d.pointerSlots(object); i++) {
            all.add(d.pointer(object, i));
        }
        return all;
    }

    private static byte[] words(long... values) {
        var b = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            b.putLong(v);
        }
        return b.array();
    }
}
