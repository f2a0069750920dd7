package org.gorrery.formats.dumps;

import static org.gorrery.formats.dumps.HeapDumpBytes.bytes;
import static org.gorrery.formats.dumps.HeapDumpBytes.numbers;
import static org.gorrery.formats.dumps.HeapDumpBytes.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Loaded;
import org.junit.jupiter.api.Test;

/// The layouts of Go 1.3 to 1.6, written here after the pages of Go's wiki.
class OldHeapDumpsTest {
    private static final long HEAP = Go13HeapDump.HEAP;
    private static final long NODE = Go13HeapDump.NODE;
    private static final long SMALL = Go13HeapDump.SMALL;
    private static final long ITAB = Go13HeapDump.ITAB;
    private static final long SMALL_ITAB = 0x4b1000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aDumpOfGo13FindsPointersByTheTypesOfObjects() throws Exception {
        out.writeBytes(Go13HeapDump.bytes());
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
        Go13HeapDump.type(out, NODE, 40, "main.node", true);
        Go13HeapDump.type(out, SMALL, 8, "main.small", false);
        numbers(out, 8, ITAB, NODE, 8, SMALL_ITAB, SMALL);
        numbers(out, 1, HEAP);
        bytes(out, Go13HeapDump.words(ITAB, 100, SMALL_ITAB, 101, NODE, 102, SMALL, 103, 104));
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
    void aPointerFarBehindItsMemoryHoldsNothing() throws Exception {
        start("go1.4 heap dump\n");
        numbers(out, 1, HEAP);
        bytes(out, Go13HeapDump.words(7));
        numbers(out, 1, Integer.MAX_VALUE - 3, 0);
        numbers(out, 12, HEAP);
        bytes(out, Go13HeapDump.words(7));
        numbers(out, 1, Long.MAX_VALUE, 1, 0, 0, 0);
        HeapDump d = sound();
        assertEquals(List.of(0L), pointers(d, 0));
        assertEquals(List.of(7L), d.data().pointers());
    }

    @Test
    void aFieldKindOfAnotherReleaseIsAFaultWithItsOffset() throws Exception {
        start("go1.4 heap dump\n");
        numbers(out, 1, HEAP);
        bytes(out, Go13HeapDump.words(1));
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
}
