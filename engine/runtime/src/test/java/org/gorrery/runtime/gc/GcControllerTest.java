package org.gorrery.runtime.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.ProgramImage.Global;
import org.gorrery.event.GcCycle;
import org.gorrery.runtime.entry.HeapEntry;
import org.gorrery.runtime.entry.MapEntry;
import org.gorrery.runtime.entry.StringEntry;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeImageBuilder;
import org.gorrery.runtime.heap.TypeImageBuilder.Field;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.TestRun;
import org.gorrery.runtime.stack.NativeFrame;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcControllerTest {
    private TestRun run;
    private GcController gc;
    private G g;
    private long sp;
    private long node;
    private long int64;
    private long pointer;
    private long pairs;
    private long matrix;
    private long map;
    private int w;
    private final List<String> lines = new ArrayList<>();
    private final List<GcCycle> cycles = new ArrayList<>();

    private void open(String goarch, GcOptions options) {
        var b = new TypeImageBuilder(Target.of("linux", goarch).orElseThrow());
        w = b.target().wordBytes();
        int i64 = b.integer("int64", TypeTable.INT64, 8);
        int anyPointer = b.pointer("*int64", i64);
        int n =
                b.struct(
                        "main.Node",
                        new Field("value", i64),
                        new Field("left", anyPointer),
                        new Field("right", anyPointer));
        int p = b.pointer("*main.Node", n);
        int long_ = b.array("[2000]main.Node", n, 2000);
        int m = b.map("map[int64]*main.Node", i64, p);
        run = new TestRun(b, 1L << 30, List.of(new Global("main.root", 64, p)));
        run.types.setCompanion(Ifaces.of(run.layout, run.types, run.memory, 0));
        gc =
                new GcController(
                        run.machine,
                        run.image.globals(),
                        options.withListener(cycles::add),
                        1L << 30);
        g = run.g;
        sp = run.sp();
        int64 = run.type(i64);
        node = run.type(n);
        pointer = run.type(p);
        pairs = run.type(n);
        matrix = run.type(long_);
        map = run.type(m);
    }

    private void open(String goarch) {
        open(goarch, GcOptions.DEFAULT.withCheck());
    }

    @AfterEach
    void close() {
        run.close();
    }

    private boolean isAlive(long object) {
        Mspan s = run.heap.spanOf(object);
        return s != null && s.isAllocated(s.slotOf(object));
    }

    private long newNode() {
        return HeapEntry.newobject(g, sp, node);
    }

    private void left(long of, long to) {
        run.memory.storePointer(of + 8, to);
    }

    private void collect() {
        gc.collectForced(g, sp);
    }

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
    void aCollectionIsDueTwoMinutesAfterTheLastUnlessItIsOff() {
        open("amd64");
        var periodic = new PeriodicCollection(gc, GcOptions.PERIOD_NANOS);
        assertFalse(periodic.isDue(Long.MAX_VALUE), "none before the first");
        periodic.ended(g.p, 1_000);
        assertFalse(periodic.isDue(120_000_001_000L));
        assertTrue(periodic.isDue(120_000_001_001L));
        gc.setGogc(-1);
        assertFalse(periodic.isDue(120_000_001_001L));
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
    void theHeapIsCollectedWhenItReachesItsGoal() {
        open("amd64", GcOptions.DEFAULT);
        for (int i = 0; i < 100_000; i++) {
            HeapEntry.newsmall(
                    g, sp, org.gorrery.abi.SizeClasses.spanClass(1024, false), 1024, matrix);
        }
        assertTrue(gc.cycles() >= 20, "100 MB of garbage, 4 MB at a time: " + gc.cycles());
        assertTrue(run.heap.figures().sysBytes() < 16 << 20);
        assertEquals("heap", cycles.get(0).trigger());
        assertEquals(4 << 20, cycles.get(0).heapGoalBytes());
    }

    @Test
    void theGoalIsLiveHeapPlusItsShareWithStacksAndGlobals() {
        open("amd64", GcOptions.DEFAULT.withGogc(50));
        run.slot(0, HeapEntry.makeslice(g, sp, int64, 2 << 20, 2 << 20));
        collect();
        GcCycle c = cycles.getLast();
        assertEquals(16 << 20, c.heapLiveBytes());
        long roots = c.stackBytes() + c.globalsBytes();
        assertTrue(c.stackBytes() >= 2048);
        assertEquals(8, c.globalsBytes());
        assertEquals((16 << 20) + ((16 << 20) + roots) / 2, c.heapGoalBytes());
        assertEquals(50, gc.setGogc(-1));
        assertEquals(-1, gc.setGogc(100));
        assertEquals((32 << 20) + roots, gc.goal());
    }

    @Test
    void howeverSmallGogcIsAMegabyteIsAllocatedBetweenCollections() {
        open("amd64", GcOptions.DEFAULT.withGogc(1));
        assertEquals((4 << 20) / 100, gc.goal(), "the first collection comes early");
        collect();
        assertEquals(cycles.getLast().heapLiveBytes() + (1 << 20), gc.goal());
    }

    @Test
    void aMemoryLimitCollectsEvenWithGogcOff() {
        open("amd64", GcOptions.DEFAULT.withGogc(-1).withMemoryLimit(32 << 20));
        for (int i = 0; i < 100; i++) {
            HeapEntry.makeslice(g, sp, int64, 1 << 17, 1 << 17);
        }
        assertTrue(gc.cycles() >= 3);
        assertTrue(run.heap.figures().sysBytes() <= 36 << 20);
    }

    @Test
    void finalizersRunOncePerObjectThoseNobodyRefersToFirst() {
        open("amd64");
        long outer = newNode();
        long inner = newNode();
        left(outer, inner);
        assertTrue(gc.setFinalizer(g, outer, 0));
        assertTrue(gc.setFinalizer(g, inner, 0));
        assertFalse(gc.setFinalizer(g, inner, 0), "it has one already");
        run.setLive(false);
        collect();
        assertEquals(1, gc.queuedFinalizers(), "only the outer one");
        assertTrue(isAlive(outer), "it is an argument yet");
        assertTrue(isAlive(inner));
        collect();
        assertEquals(1, gc.queuedFinalizers(), "the queue keeps them alive");
    }

    @Test
    void aFinalizerThatIsClearedDoesNotRun() {
        open("amd64");
        long a = newNode();
        gc.setFinalizer(g, a, 0);
        gc.clearFinalizer(a);
        run.setLive(false);
        collect();
        assertEquals(0, gc.queuedFinalizers());
        assertFalse(isAlive(a));
    }

    @Test
    void cleanupsRunAfterTheObjectIsGone() {
        open("amd64");
        long a = newNode();
        assertNotNull(gc.addCleanup(g, a, 0));
        var stopped = gc.addCleanup(g, a, 0);
        assertNotNull(stopped);
        gc.stopCleanup(stopped);
        run.setLive(false);
        collect();
        assertEquals(1, gc.queuedFinalizers());
        assertFalse(isAlive(a));
    }

    @Test
    void aWeakPointerIsNilAsSoonAsMarkingFindsItsObjectDead() {
        open("amd64");
        long a = newNode();
        long handle = gc.weakHandle(g, sp, a);
        assertEquals(handle, gc.weakHandle(g, sp, a), "one handle for each address");
        run.slot(0, a);
        run.slot(1, handle);
        collect();
        assertEquals(a, Mem.ld64(handle));
        run.slot(0, 0);
        g.p.mcache.wantCollection(true);
        newNode(); // collects without sweeping all
        assertEquals(0, Mem.ld64(handle));
    }

    @Test
    void underStressEveryAllocationCollects() {
        open("amd64", GcOptions.DEFAULT.withStress(1).withCheck());
        g.p.mcache.setNextSample(0);
        for (int i = 0; i < 50; i++) {
            run.slot(0, newNode());
        }
        assertTrue(gc.cycles() >= 49, "cycles: " + gc.cycles());
        assertEquals("stress", cycles.get(3).trigger());
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

    @Test
    void traceLinesHaveTheFormThatWasAskedFor() {
        open("amd64", GcOptions.DEFAULT.withTrace(1, GcOptions.TraceForm.CURRENT, lines::add));
        run.slot(0, newNode());
        collect();
        String form =
                "gc 1 @\\d+\\.\\d{3}s \\d+%: \\S+\\+\\S+\\+\\S+ ms clock, \\S+\\+0/\\S+/0\\+\\S+ ms cpu, "
                        + "0->0->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 1 P \\(forced\\)\\n";
        assertTrue(lines.get(0).matches(form), lines.get(0));
    }

    @Test
    void theOlderTraceFormCountsObjects() {
        open("amd64", GcOptions.DEFAULT.withTrace(1, GcOptions.TraceForm.GO_1_4, lines::add));
        run.slot(0, newNode());
        newNode();
        collect();
        String form =
                "gc1\\(1\\): 0\\+\\d+\\+\\d+\\+\\d+ us, 0 -> 0 MB, 1 \\(2-1\\) objects, \\d+ goroutines, 1/0/0 sweeps, "
                        + "0\\(0\\) handoff, 0\\(0\\) steal, 0/0/0 yields\\n";
        assertTrue(lines.get(0).matches(form), lines.get(0));
    }

    @Test
    void figuresAgreeWithEachOther() {
        open("amd64");
        run.slot(0, newNode());
        newNode();
        collect();
        var m = gc.memStats(1_000_000_000);
        assertEquals(2, m.mallocs());
        assertEquals(1, m.frees());
        assertEquals(24, m.heapAlloc());
        assertEquals(48, m.totalAlloc());
        assertEquals(m.heapSys(), m.heapIdle() + m.heapInuse());
        assertEquals(1, m.numGc());
        assertEquals(1, m.numForcedGc());
        assertEquals(2, m.bySize()[3][1]);
        assertEquals(4 << 20, m.nextGc());
        assertNotEquals(0, m.pauseTotalNanos());
    }

    @Test
    void aSnapshotShowsTheTypeOfEachObject() {
        open("amd64");
        long a = newNode();
        run.slot(0, a);
        collect();
        var s = gc.snapshot(5);
        var span =
                s.spans().stream()
                        .filter(x -> x.base() == run.heap.spanOf(a).base())
                        .findFirst()
                        .orElseThrow();
        assertEquals(run.types.offsetOf(node), span.slotTypes()[0]);
        assertEquals(1, span.marked()[0]);
        assertEquals(24, span.elemBytes());
        assertEquals(1, s.stats().numGc());
        assertNotEquals(0, pointer);
        assertEquals(pairs, node);
    }
}
