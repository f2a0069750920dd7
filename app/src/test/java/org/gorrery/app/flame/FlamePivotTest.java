package org.gorrery.app.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.Words;
import org.gorrery.formats.profile.FlamePivot;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTreeBuilder;
import org.gorrery.formats.profile.FrameTable;
import org.junit.jupiter.api.Test;

/// A tree seen from one of its frames, and the picture of a tree.
class FlamePivotTest {
    private final FrameTable.Builder frames = new FrameTable.Builder();
    private final FlameTreeBuilder builder = new FlameTreeBuilder();

    private void add(long value, String... path) {
        int[] ids = new int[path.length];
        for (int i = 0; i < path.length; i++) {
            ids[i] = frames.id(path[i]);
        }
        builder.addRootFirst(ids, ids.length, value);
    }

    private FlameTree tree() {
        return builder.build(frames.build(), FlameTree.Order.HEAVIEST);
    }

    /// All of a tree, as wide as that.
    private static FlameScene scene(FlameTree t, double width) {
        return new FlameScene(
                t,
                "count",
                null,
                true,
                Scale.fitting(0, t.total(0), 0, width),
                0,
                new boolean[0],
                FlameScene.Hit.NONE,
                width,
                400);
    }

    @Test
    void callersAndCalleesOfAFunctionAddUpToItsTotal() {
        add(3, "main", "a", "f", "x");
        add(4, "main", "b", "f", "y");
        add(2, "main", "b", "f");
        add(9, "main", "c");
        FlamePivot p = FlamePivot.of(tree(), frames.id("f"));
        assertEquals(9, p.total());
        assertEquals(2, p.self());
        assertEquals(9, p.callers().total(0));
        assertEquals(9, p.callees().total(0));
        assertEquals("b", p.callers().name(1));
        assertEquals(6, p.callers().total(1));
        assertEquals("y", p.callees().name(1));
        assertEquals(4, p.callees().total(1));
    }

    @Test
    void aFunctionThatCallsItselfCountsOnce() {
        add(5, "main", "f", "f", "f");
        FlamePivot p = FlamePivot.of(tree(), frames.id("f"));
        assertEquals(5, p.total());
        assertEquals(5, p.callees().total(1));
    }

    @Test
    void everyFrameWideEnoughIsDrawnAndTheOthersAreNot() {
        add(1000, "main", "a");
        add(1000, "main", "b");
        add(1, "main", "tiny");
        FlameTree t = tree();
        var scene = scene(t, 800);
        var dense = new DrawList();
        new FlamePainter(Words.ENGLISH).paint(scene, dense, new DrawList());
        var drawn = new TreeSet<String>();
        for (int i = 0; i < dense.count(); i++) {
            if (dense.tagOf(i) > 0) {
                drawn.add(t.name(dense.tagOf(i)));
            }
        }
        assertEquals("[a, b, main]", drawn.toString());
    }

    @Test
    void aPlaceLeadsToTheFrameDrawnThere() {
        add(30, "main", "a");
        add(10, "main", "b");
        FlameTree t = tree();
        var scene = scene(t, 400);
        FlameScene.Hit hit = scene.at(350, scene.y(FlameScene.Part.WHOLE, 2) + 5);
        assertEquals("b", t.name(hit.node()));
    }
}
