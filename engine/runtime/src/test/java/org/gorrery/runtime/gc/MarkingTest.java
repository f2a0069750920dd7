package org.gorrery.runtime.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.EngineBug;
import org.gorrery.runtime.entry.HeapEntry;
import org.gorrery.runtime.entry.MapEntry;
import org.gorrery.runtime.entry.StringEntry;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.stack.NativeFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkingTest extends CollectedProgram {
    /// Nodes that refer to random others, one in three of them not from the root on.
    private List<Long> randomGraph(int nodes, long seed) {
        var random = new java.util.Random(seed);
        var all = new ArrayList<Long>();
        long first = newNode();
        run.slot(0, first);
        all.add(first);
        for (int i = 1; i < nodes; i++) {
            long n = newNode();
            if (i % 3 != 0) {
                // the earlier node loses what it held, which may be all of its descendants
                long from = all.get(random.nextInt(all.size()));
                run.memory.storePointer(from + 8 + w * random.nextLong(2), n);
            }
            run.memory.storePointer(n + 8, all.get(random.nextInt(all.size())));
            all.add(n);
            run.slot(1, n);
        }
        run.slot(1, 0);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"2, amd64", "4, amd64", "7, 386"})
    void severalThreadsMarkWhatOneDoes(int workers, String goarch) {
        open(goarch, GcOptions.DEFAULT.withGogc(-1).withCheck().withMarkWorkers(workers));
        for (long seed = 1; seed <= 20; seed++) {
            var all = randomGraph(4000, seed);
            collect(); // the check compares with a trace of its own
            long live = all.stream().filter(this::isAlive).count();
            assertTrue(live > 1 && live < 4000, "seed " + seed + ": " + live);
        }
    }

    @Test
    void threadsWithoutWorkAreGivenSpansByOthers() {
        lines.clear();
        open(
                "amd64",
                GcOptions.DEFAULT
                        .withGogc(-1)
                        .withMarkWorkers(2)
                        .withTrace(1, GcOptions.TraceForm.GO_1_4, lines::add));
        // a tree: many spans wait at once, all found from one root
        var level = new ArrayList<Long>(List.of(newNode()));
        run.slot(0, level.getFirst());
        while (level.size() < 1 << 15) {
            var next = new ArrayList<Long>();
            for (long n : level) {
                for (int side = 0; side < 2; side++) {
                    long child = newNode();
                    run.memory.storePointer(n + 8 + (long) w * side, child);
                    next.add(child);
                }
            }
            level = next;
        }
        for (int i = 0; i < 50 && handoffs() == 0; i++) {
            collect(); // a thread that is late finds everything done
        }
        assertTrue(lines.getLast().startsWith("gc" + lines.size() + "(2): "), lines.getLast());
        assertTrue(handoffs() > 0);
        assertTrue(level.stream().allMatch(this::isAlive));
    }

    /// For the JVM, which would have to compile the marking anew when a second thread takes part for the first time.
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoMayGetCompanyLaterMarksSomeSpansAsIfItHadSome(boolean later) {
        open("amd64", GcOptions.DEFAULT.withGogc(-1));
        int nodes = 100_000;
        long head = 0;
        for (int i = 0; i < nodes; i++) {
            long n = newNode();
            left(n, head);
            head = n;
        }
        var marker = new Marker(run.heap, run.layout);
        marker.begin(null, later);
        marker.pointer(head);
        marker.drain();
        assertEquals(nodes, marker.markedObjects());
        assertEquals(24L * nodes, marker.markedBytes());
        assertEquals(later, marker.spansShared() > 0);
        assertTrue(marker.spansShared() < 24 * nodes / 8192 / 4, "most are marked alone");
    }

    private long handoffs() {
        return lines.isEmpty()
                ? 0
                : Long.parseLong(
                        lines.getLast().replaceAll("(?s).* (\\d+)\\(\\d+\\) handoff.*", "$1"));
    }

    @Test
    void aBugMetByOneOfSeveralThreadsEndsTheCycle() {
        open("amd64", GcOptions.DEFAULT.withGogc(-1).withMarkWorkers(3));
        run.slot(0, newNode());
        gc.addRoots(root -> {
            throw new EngineBug("test", "thrown on purpose");
        });
        var bug = assertThrows(EngineBug.class, this::collect);
        assertTrue(bug.getMessage().contains("thrown on purpose"), bug.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void whatALiveSlotReachesLivesAndTheRestDies(String goarch) {
        open(goarch);
        long a = newNode();
        long b = newNode();
        long c = newNode();
        left(a, b);
        run.memory.storePointer(b + 8 + w, a); // a cycle
        run.slot(3, a);
        collect();
        assertTrue(isAlive(a));
        assertTrue(isAlive(b));
        assertFalse(isAlive(c));
        run.setLive(false);
        collect();
        assertFalse(isAlive(a), "a slot that is not live is no root");
        assertFalse(isAlive(b));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void aPackageVariableIsARoot(String goarch) {
        open(goarch);
        long a = newNode();
        run.memory.storePointer(run.layout.data() + 64, a);
        collect();
        assertTrue(isAlive(a));
        run.memory.storePointer(run.layout.data() + 64, 0);
        collect();
        assertFalse(isAlive(a));
    }

    @Test
    void anInteriorPointerKeepsTheWholeObject() {
        open("amd64");
        long array = HeapEntry.makeslice(g, sp, node, 100, 100);
        long child = newNode();
        left(array + 99 * 24, child);
        run.slot(0, array + 24 * 50 + 8);
        collect();
        assertTrue(isAlive(array));
        assertTrue(isAlive(child));
    }

    @Test
    void aNumberThatLooksLikeAPointerKeepsNothing() {
        open("amd64");
        long a = newNode();
        long b = newNode();
        Mem.st64(a, b); // field value is an int64
        run.slot(0, a);
        collect();
        assertFalse(isAlive(b));
    }

    @Test
    void pointersInALongArrayAreFoundThoughItHasNoBitmapOfItsOwn() {
        open("amd64");
        long array = HeapEntry.newobject(g, sp, matrix);
        long child = newNode();
        left(array + 1999 * 24, child);
        run.slot(0, array);
        collect();
        assertTrue(isAlive(child));
    }

    @Test
    void aListOfAMillionIsMarkedWithoutRecursion() {
        open("amd64", GcOptions.DEFAULT.withGogc(-1));
        long head = 0;
        for (int i = 0; i < 1_000_000; i++) {
            long n = newNode();
            left(n, head);
            head = n;
        }
        run.slot(0, head);
        collect();
        assertEquals(1_000_000, gc.memStats(0).heapObjects());
        run.slot(0, 0);
        collect();
        assertEquals(0, gc.memStats(0).heapObjects());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386"})
    void mapsKeepTheirElementsAndFreeWhatIsDeleted(String goarch) {
        open(goarch);
        long m = MapEntry.makemap(g, sp, map, 0);
        run.slot(0, m);
        long[] nodes = new long[3000];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = newNode();
            run.memory.storePointer(MapEntry.mapassign64(g, sp, map, m, i), nodes[i]);
        }
        MapEntry.mapdelete64(g, sp, map, m, 7);
        collect();
        assertFalse(isAlive(nodes[7]));
        for (int i = 8; i < nodes.length; i++) {
            assertTrue(isAlive(nodes[i]));
        }
    }

    @Test
    void framesOfNativeCodeKeepWhatTheirSlotsHold() {
        open("amd64");
        long a = newNode();
        long above = sp + 112;
        Mem.st64(above, NativeFrame.HIDDEN.pc(1));
        Mem.st64(above + 8, a);
        gc.collectForced(g, above);
        assertTrue(isAlive(a));
        gc.collectForced(g, sp);
        assertFalse(isAlive(a));
    }

    @Test
    void whatAnEntryPointHoldsLivesWhileItCollects() {
        open("amd64");
        long bytes = StringEntry.bytesToString(g, sp, run.layout.rodata(), 5000);
        run.setLive(false);
        g.p.mcache.wantCollection(true);
        long copy = StringEntry.concat2(g, sp, bytes, 5000, bytes, 5000);
        assertEquals(1, gc.cycles());
        assertTrue(isAlive(bytes));
        assertTrue(StringEntry.eqmem(bytes, copy + 5000, 5000));
    }

    @Test
    void theCheckFindsAnObjectThatMarkingMissed() {
        open("amd64");
        long a = newNode();
        long b = newNode();
        left(a, b);
        run.slot(0, a);
        long mask = run.types.gcMask(node);
        Mem.st8(mask, (byte) 0b100); // a bitmap without the left pointer
        var e = assertThrows(EngineBug.class, this::collect);
        assertTrue(
                e.getMessage().contains("main.Node is reachable and not marked"), e.getMessage());
    }
}
