package org.gorrery.formats.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.gorrery.formats.profile.FlameTree.Order;
import org.junit.jupiter.api.Test;

class FlameTreeTest {
    /// Stacks leaf first: a;b;c = 5, a;b = 2, a;d = 9, e = 1, a;b;a;b;c = 3.
    private static Profile sample() {
        var b = new ProfileBuilder();
        int[] loc = new int[5];
        for (int i = 0; i < 5; i++) {
            int f = b.function("abcde".substring(i, i + 1), "x.go");
            loc[i] = b.location(i + 1, -1, false);
            b.line(f, 1, 0);
        }
        b.sample(new int[] {loc[2], loc[1], loc[0]}, 3, 5);
        b.sample(new int[] {loc[1], loc[0]}, 2, 2);
        b.sample(new int[] {loc[3], loc[0]}, 2, 9);
        b.sample(new int[] {loc[4]}, 1, 1);
        b.sample(new int[] {loc[2], loc[1], loc[0], loc[1], loc[0]}, 5, 3);
        return b.build(
                ProfileHead.of(
                        List.of(new ValueType("cpu", "nanoseconds")),
                        new ValueType("cpu", "nanoseconds"),
                        1));
    }

    private static FlameOptions byName(
            boolean inverted,
            boolean once,
            Set<String> merged,
            Set<String> dropped,
            Set<String> collapsed) {
        return new FlameOptions(
                0,
                Granularity.FUNCTIONS,
                Order.NAME,
                inverted,
                false,
                once,
                merged,
                dropped,
                collapsed);
    }

    private static String shape(FlameTree t) {
        var s = new StringBuilder();
        for (int n = 1; n < t.size(); n++) {
            s.append(s.isEmpty() ? "" : " ")
                    .append(t.depth(n))
                    .append(t.name(n))
                    .append(t.start(n))
                    .append('+')
                    .append(t.total(n))
                    .append('/')
                    .append(t.self(n));
        }
        return s.toString();
    }

    @Test
    void stacksWithACommonPrefixShareItsNodes() {
        FlameTree t = FlameTrees.of(sample(), FlameOptions.of(0));
        assertEquals(20, t.total(0));
        assertEquals(
                "1a0+19/0 2b0+10/2 3c0+5/5 3a5+3/0 4b5+3/0 5c5+3/3 2d10+9/9 1e19+1/1", shape(t));
        assertEquals(5, t.maxDepth());
    }

    @Test
    void invertingPutsTheLeavesOnTop() {
        var o = byName(true, false, Set.of(), Set.of(), Set.of());
        assertEquals(
                "1b0+2/0 2a0+2/2 1c2+8/0 2b2+8/0 3a2+8/5 4b2+3/0 5a2+3/3 1d10+9/0 2a10+9/9 1e19+1/1",
                shape(FlameTrees.of(sample(), o)));
    }

    @Test
    void collapsedRecursionShowsEachFrameOncePerStack() {
        var o = byName(false, true, Set.of(), Set.of(), Set.of());
        assertEquals(
                "1a0+19/0 2b0+10/2 3c0+8/8 2d10+9/9 1e19+1/1", shape(FlameTrees.of(sample(), o)));
    }

    @Test
    void mergedDroppedAndCollapsedFramesChangeTheStacks() {
        var o = byName(false, false, Set.of("b"), Set.of("d"), Set.of());
        assertEquals(
                "1a0+10/2 2a0+3/0 3c0+3/3 2c3+5/5 1e10+1/1", shape(FlameTrees.of(sample(), o)));
        var folded = byName(false, false, Set.of(), Set.of(), Set.of("b"));
        assertEquals(
                "1a0+19/0 2b0+10/10 2d10+9/9 1e19+1/1", shape(FlameTrees.of(sample(), folded)));
    }

    @Test
    void theOrderOfTimeMergesNeighboursOnly() {
        var b = FlameTreeBuilder.inTime();
        var names = new FrameTable.Builder();
        int f = names.id("f");
        int g = names.id("g");
        b.addRootFirst(new int[] {f}, 1, 1);
        b.addRootFirst(new int[] {f, g}, 2, 1);
        b.addRootFirst(new int[] {g}, 1, 1);
        b.addRootFirst(new int[] {f}, 1, 1);
        assertEquals(
                "1f0+2/1 2g0+1/1 1g2+1/1 1f3+1/1", shape(b.build(names.build(), Order.FIRST_SEEN)));
    }

    @Test
    void aPlaceIsFoundByRowAndValue() {
        FlameTree t = FlameTrees.of(sample(), FlameOptions.of(0));
        assertEquals("d", t.name(t.find(2, 10)));
        assertEquals("c", t.name(t.find(3, 4)));
        assertEquals("e", t.name(t.find(1, 19)));
        assertEquals(-1, t.find(2, 19));
        assertEquals(-1, t.find(1, 20));
        assertEquals(0, t.find(0, 3));
    }

    @Test
    void matchesThatNestAreCountedOnce() {
        FlameTree t = FlameTrees.of(sample(), FlameOptions.of(0));
        boolean[] wanted = new boolean[t.frames().size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = t.frames().name(i).equals("b");
        }
        assertEquals(10, t.matchedTotal(wanted));
    }

    @Test
    void aDiffHasTheTotalsOfTheBaseBesideItsOwn() {
        Profile p = sample();
        Profile base = ProfileFilter.samples(p, s -> s == 2 || s == 3);
        FlameTree t = FlameTrees.diff(p, base, FlameOptions.of(0), true);
        assertTrue(t.isDiff());
        int d = t.find(2, 10);
        assertEquals(9, t.total(d));
        assertEquals(18, t.base(d)); // 9 of 10, scaled to a total of 20
        assertEquals(0, t.base(t.find(2, 0)));
        assertFalse(FlameTrees.of(p, FlameOptions.of(0)).isDiff());
    }

    @Test
    void aPathLeadsFromTheOutermostCaller() {
        FlameTree t = FlameTrees.of(sample(), FlameOptions.of(0));
        int[] path = t.path(t.find(5, 6));
        String[] names = new String[path.length];
        for (int i = 0; i < path.length; i++) {
            names[i] = t.frames().name(path[i]);
        }
        assertArrayEquals(new String[] {"a", "b", "a", "b", "c"}, names);
    }
}
