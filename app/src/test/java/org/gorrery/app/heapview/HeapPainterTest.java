package org.gorrery.app.heapview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.Snapshots;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.HeapSnapshot.Span;
import org.gorrery.event.HeapSnapshot.SpanState;
import org.junit.jupiter.api.Test;

/// The picture of the heap, as data.
class HeapPainterTest {
    private final HeapViewModel model = new HeapViewModel(Words.ENGLISH, () -> {});

    private static RunPicture picture(HeapSnapshot heap) {
        return EventScript.picture(
                new EventScript().timeline(1),
                RunState.PAUSED,
                Optional.of(heap),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private DrawList painted() {
        var dense = new DrawList();
        new HeapPainter(Words.ENGLISH).paint(model.scene().orElseThrow(), dense, new DrawList());
        return dense;
    }

    @Test
    void everySpanOfASnapshotIsDrawn() {
        HeapSnapshot heap = Snapshots.heap(1200, 5);
        model.resize(1000, 40_000);
        model.show(picture(heap));
        var drawn = new TreeSet<Integer>();
        DrawList dense = painted();
        for (int i = 0; i < dense.count(); i++) {
            drawn.add(dense.tagOf(i));
        }
        drawn.remove(-1);
        assertEquals(1200, drawn.size());
        assertEquals(0, drawn.first());
        assertEquals(1199, drawn.last());
    }

    @Test
    void theFillOfASpanIsAsHighAsItsOccupancy() {
        long[] half = {0xffff_ffffL};
        var span =
                new Span(
                        0xc000000000L,
                        1,
                        SpanState.IN_USE,
                        8,
                        false,
                        128,
                        64,
                        32,
                        half,
                        half,
                        new int[64],
                        1);
        var heap =
                new HeapSnapshot(
                        0,
                        List.of(new HeapSnapshot.Arena(0xc000000000L, 64 << 20)),
                        List.of(span),
                        Snapshots.stats(8192));
        model.resize(1000, 600);
        model.show(picture(heap));
        HeapScene scene = model.scene().orElseThrow();
        DrawList dense = painted();
        double filled = -1;
        for (int i = 0; i < dense.count(); i++) {
            if (dense.tagOf(i) == 0 && dense.color(i) == Tokens.sizeClass(3)) {
                filled = dense.h(i);
            }
        }
        assertEquals((scene.rowHeight() - 4) / 2, filled, 1);
    }

    @Test
    void aPlaceInThePictureLeadsToItsSpan() {
        HeapSnapshot heap = Snapshots.heap(300, 9);
        model.resize(1000, 600);
        model.show(picture(heap));
        HeapScene scene = model.scene().orElseThrow();
        Span third = heap.spans().get(3);
        long page = (third.base() - 0xc000000000L) / 8192;
        double x = HeapScene.LEFT + (page % 64 + 0.5) * scene.cell();
        double y = scene.rowTop((int) (page / 64)) + 4;
        assertEquals(3, scene.spanAt(x, y));
        model.select(x, y);
        assertEquals(third, model.selected().orElseThrow());
    }

    @Test
    void theTableOfClassesAddsUpToTheSnapshot() {
        HeapSnapshot heap = Snapshots.heap(1200, 5);
        model.show(picture(heap));
        long spans = heap.spans().stream().filter(s -> s.state() == SpanState.IN_USE).count();
        long objects = heap.spans().stream().mapToLong(Span::allocatedCount).sum();
        assertEquals(
                spans, model.classes().stream().mapToLong(HeapViewModel.ClassRow::spans).sum());
        assertEquals(
                objects, model.classes().stream().mapToLong(HeapViewModel.ClassRow::inUse).sum());
    }

    @Test
    void anAddressFindsTheSpanThatHoldsIt() {
        HeapSnapshot heap = Snapshots.heap(300, 9);
        model.resize(1000, 600);
        model.show(picture(heap));
        model.search("0x" + Long.toHexString(heap.spans().get(7).base() + 40));
        assertEquals("1 found", model.matches().get());
        assertTrue(model.scene().orElseThrow().found().get(7));
    }

    @Test
    void onlyWhatDiffersFromTheSnapshotBeforeIsMarkedAsChanged() {
        HeapSnapshot heap = Snapshots.heap(50, 9);
        var spans = new java.util.ArrayList<>(heap.spans());
        Span s = spans.get(10);
        spans.set(
                10,
                new Span(
                        s.base(),
                        s.pages(),
                        SpanState.FREE,
                        0,
                        false,
                        0,
                        0,
                        -1,
                        new long[0],
                        new long[0],
                        new int[0],
                        0));
        model.resize(1000, 600);
        model.show(picture(heap));
        model.show(picture(new HeapSnapshot(1, heap.arenas(), spans, heap.stats())));
        assertEquals("{10}", model.scene().orElseThrow().changed().toString());
    }
}
