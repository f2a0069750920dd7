package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gorrery.event.EventBatch;
import org.gorrery.event.EventKind;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What snapshots and events tell is what the program did.
class PicturesAreTheRunTest {
    private static final RunOptions OBSERVED =
            RunOptions.DEFAULT.withGomaxprocs(2).withObservation(true, 0);

    private static HeapSnapshot.Span spanOf(HeapSnapshot heap, long address) {
        return heap.spans().stream()
                .filter(s -> address >= s.base() && address < s.base() + s.pages() * 8192L)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span at " + Long.toHexString(address)));
    }

    private static boolean bit(long[] bits, int i) {
        return i >> 6 < bits.length && (bits[i >> 6] >>> i & 1) != 0;
    }

    @Test
    void anAddressThatIsPrintedLiesInASlotOfItsSizeThatIsAllocated() {
        var text =
                "package main\n\ntype node struct{ a, b, c, d, e int }\n\nvar keep []*node\n\nfunc main() {\n\tfor i := 0; i < 50; i++ {\n\t\tx := &node{a: i}\n"
                        + "\t\tkeep = append(keep, x)\n\t\tprintln(x)\n\t}\n}\n";
        var heap = new AtomicReference<HeapSnapshot>();
        var r =
                GoRunner.run(
                        new Source.Text("main.go", text), OBSERVED, run -> heap.set(run.heap()));
        var addresses = r.stderr().lines().map(l -> Long.decode(l.strip())).toList();
        assertEquals(50, addresses.size(), r.stderr());
        for (long a : addresses) {
            var span = spanOf(heap.get(), a);
            assertEquals(48, span.elemBytes(), "40 bytes go into the class of 48");
            int slot = (int) ((a - span.base()) / span.elemBytes());
            assertEquals(a, span.base() + (long) slot * span.elemBytes());
            assertTrue(bit(span.allocated(), slot), "slot " + slot + " is not allocated");
        }
    }

    @Test
    void aSlotIsFreeAfterItsObjectDiedAndACollection() {
        var text =
                "package main\n\nimport \"runtime\"\n\ntype node struct{ a, b, c, d, e, f, g int }\n\nvar keep []*node\n\nfunc fill() {\n\tfor i := 0; i < 300; i++ {\n\t\tx := &node{a: i}\n"
                        + "\t\tkeep = append(keep, x)\n\t\tprintln(x)\n\t}\n}\n\nfunc main() {\n\tfill()\n\tkeep = nil\n\truntime.GC()\n\truntime.GC()\n}\n";
        var heap = new AtomicReference<HeapSnapshot>();
        var r =
                GoRunner.run(
                        new Source.Text("main.go", text), OBSERVED, run -> heap.set(run.heap()));
        assertEquals(0, r.outcome().exitCode(), r.stderr());
        var addresses = r.stderr().lines().map(l -> Long.decode(l.strip())).toList();
        assertEquals(300, addresses.size());
        assertEquals(0, addresses.stream().filter(a -> isAllocated(heap.get(), a)).count());
    }

    private static boolean isAllocated(HeapSnapshot heap, long address) {
        return heap.spans().stream()
                .filter(s ->
                        s.state() == HeapSnapshot.SpanState.IN_USE
                                && address >= s.base()
                                && address < s.base() + s.pages() * 8192L)
                .anyMatch(s -> bit(s.allocated(), (int) ((address - s.base()) / s.elemBytes())));
    }

    @Test
    void thereIsAnEventForEachGoroutineThatWasCreated() {
        var text =
                "package main\n\nimport \"sync\"\n\nfunc main() {\n\tvar g sync.WaitGroup\n\tfor i := 0; i < 37; i++ {\n\t\tg.Add(1)\n\t\tgo func() { g.Done() }()\n\t}\n\tg.Wait()\n}\n";
        var created = new HashSet<Long>();
        var mine = new HashSet<Long>();
        GoRunner.run(
                new Source.Text("main.go", text),
                OBSERVED,
                run -> {
                    var batch = new EventBatch();
                    run.drainEvents(batch);
                    for (int i = 0; i < batch.count(); i++) {
                        if (batch.kind(i) == EventKind.GO_CREATE) {
                            created.add(batch.arg(i));
                        }
                        if (batch.kind(i) == EventKind.GO_ENTRY
                                && run.functionName((int) batch.arg(i))
                                        .startsWith("main.main.func")) {
                            mine.add(batch.goroutine(i));
                        }
                    }
                });
        assertEquals(37, mine.size());
        assertTrue(created.containsAll(mine));
    }

    @Test
    void aRunWithoutObservationHasNoPictureAfterItsEnd() {
        var source = new Source.Text("main.go", "package main\n\nfunc main() {}\n");
        GoRunner.run(
                source,
                RunOptions.DEFAULT,
                run -> {
                    assertThrows(IllegalStateException.class, run::heap);
                    run.setGogc(50);
                });
    }

    private static int cycles(int gogc) {
        var text =
                "package main\n\ntype node struct{ next *node; v [6]int }\n\nfunc main() {\n\tvar live [2000]*node\n\tfor i := 0; i < 3000000; i++ {\n"
                        + "\t\tlive[i%2000] = &node{next: live[(i+1)%2000]}\n\t\tlive[(i+7)%2000] = nil\n\t}\n}\n";
        int[] count = {0};
        GoRunner.run(
                new Source.Text("main.go", text),
                OBSERVED.withGogc(gogc),
                run -> count[0] = run.gcCycles().size());
        return count[0];
    }

    @Test
    void aLowerGogcMeansMoreCycles() {
        int low = cycles(50);
        int high = cycles(200);
        assertTrue(low >= 1.6 * high && high > 0, "GOGC=50: " + low + " cycles, GOGC=200: " + high);
    }

    @ParameterizedTest
    @ValueSource(strings = {"386", "amd64", "arm", "arm64"})
    void layoutAndOverflowFollowTheArchitecture(String goarch) {
        var target = Target.of("linux", goarch).orElseThrow();
        var text =
                "package main\n\nimport \"unsafe\"\n\ntype s struct {\n\ta byte\n\tb int64\n\tc string\n}\n\nfunc main() {\n\tx := 1 << 30\n\tx *= 4\n"
                        + "\tvar v s\n\tprintln(unsafe.Sizeof(int(0)), unsafe.Offsetof(v.b), unsafe.Sizeof(v), x)\n}\n";
        var r =
                GoRunner.run(
                        new Source.Text("main.go", text),
                        RunOptions.DEFAULT.withTarget(target),
                        run -> {});
        // From the size rules of the Go specification and gc: 64-bit integers are aligned to 4 on
        // 386 and arm.
        assertEquals(target.is64Bit() ? "8 8 32 4294967296\n" : "4 4 20 0\n", r.stderr());
    }

    @ParameterizedTest
    @ValueSource(strings = {"386", "amd64", "arm", "arm64"})
    void theSameProgramPrintsTheSameOnEachArchitecture(String goarch) {
        var target = Target.of("linux", goarch).orElseThrow();
        var text =
                "package main\n\nimport (\n\t\"fmt\"\n\t\"sort\"\n)\n\nfunc main() {\n\tm := map[string][]int{\"b\": {2, 1}, \"a\": {3}}\n\tvar keys []string\n"
                        + "\tfor k, v := range m {\n\t\tsort.Ints(v)\n\t\tkeys = append(keys, k)\n\t}\n\tsort.Strings(keys)\n\tfmt.Println(keys, m, int64(1)<<40, 2.5)\n}\n";
        var r =
                GoRunner.run(
                        new Source.Text("main.go", text),
                        RunOptions.DEFAULT.withTarget(target),
                        run -> {});
        assertEquals("[a b] map[a:[3] b:[1 2]] 1099511627776 2.5\n", r.stdout(), r.stderr());
        assertEquals(List.of(), r.stderr().lines().toList());
    }
}
