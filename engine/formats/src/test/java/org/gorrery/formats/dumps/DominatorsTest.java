package org.gorrery.formats.dumps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gorrery.formats.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DominatorsTest {
    private static HeapDump read(HeapDumpBytes b) throws Exception {
        return HeapDumpReader.read(b.bytes()).value();
    }

    @Test
    void anObjectThatTwoPathsReachIsRetainedByWhereTheyPart() throws Exception {
        HeapDump d = read(new HeapDumpBytes().object(1, 2).object(3).object(3).object().roots(0));
        Dominators dom = Dominators.of(d);
        assertEquals(-1, dom.dominator(0));
        assertEquals(0, dom.dominator(3));
        assertEquals(4 * 24, dom.retainedBytes(0));
        assertEquals(24, dom.retainedBytes(1));
        assertEquals(List.of(0), dom.largest(1));
    }

    @Test
    void aListIsRetainedByItsHeadAlsoWhereItIsARing() throws Exception {
        var b = new HeapDumpBytes().roots(0);
        int n = 50_000;
        for (int i = 0; i < n; i++) {
            b.object((i + 1) % n);
        }
        Dominators dom = Dominators.of(read(b));
        assertEquals(n * 24L, dom.retainedBytes(0));
        assertEquals(24, dom.retainedBytes(n - 1));
        assertEquals(n - 2, dom.dominator(n - 1));
    }

    @Test
    void whatNoRootReachesRetainsNothing() throws Exception {
        Dominators dom =
                Dominators.of(read(new HeapDumpBytes().object().object(2).object(1).roots(0)));
        assertEquals(1, dom.reachable());
        assertFalse(dom.reached(1));
        assertEquals(0, dom.retainedBytes(2));
    }

    /// Taking an object away and seeing what is lost is what "retained" means.
    @Test
    void retainedBytesAreThoseThatAreLostWithoutTheObject() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            var random = new SplittableRandom(seed);
            var b = new HeapDumpBytes().roots(0, 1);
            for (int i = 0; i < 30; i++) {
                int[] to = new int[random.nextInt(4)];
                for (int k = 0; k < to.length; k++) {
                    to[k] = random.nextInt(30);
                }
                b.object(to);
            }
            HeapDump d = read(b);
            Dominators dom = Dominators.of(d);
            int all = reached(d, -1).size();
            for (int o = 0; o < 30; o++) {
                long lost = dom.reached(o) ? (all - reached(d, o).size()) * 24L : 0;
                assertEquals(lost, dom.retainedBytes(o), "seed " + seed + ", object " + o);
            }
        }
    }

    private static Set<Integer> reached(HeapDump d, int without) {
        var seen = new HashSet<Integer>();
        var open = new java.util.ArrayDeque<Integer>(List.of(0, 1));
        while (!open.isEmpty()) {
            int o = open.pop();
            if (o != without && seen.add(o)) {
                for (int s = 0; s < d.pointerSlots(o); s++) {
                    open.push(d.objectAt(d.pointer(o, s)));
                }
            }
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"heapdump/tree.heapdump", "heapdump/tree-go1.26.heapdump"})
    void theTreeOfARecordedHeapHangsOnOneObject(String name) throws Exception {
        HeapDump d = HeapDumpReader.read(SharedFiles.bytes(name)).value();
        Dominators dom = Dominators.of(d);
        int top = dom.largest(1).getFirst();
        assertTrue(dom.reachable() > 190, "127 branches and 64 leaves are reachable");
        long below = 0;
        for (int o = 0; o < d.size(); o++) {
            below += dom.reached(o) && dom.dominator(o) < 0 ? dom.retainedBytes(o) : 0;
        }
        long sum = 0;
        for (int o = 0; o < d.size(); o++) {
            sum += dom.reached(o) ? d.bytes(o) : 0;
        }
        assertEquals(sum, below, "what hangs on roots is everything");
        assertTrue(dom.retainedBytes(top) > d.bytes(top));
    }
}
