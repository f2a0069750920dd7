package org.gorrery.app.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.Words;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTreeBuilder;
import org.gorrery.formats.profile.FrameTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The line above a flame graph: how to read it, and what its colours mean.
class FlameHeadTest {
    private static final String WHOLE =
            "Callers above, callees below; click a frame to pivot on it";
    private static final String SHORT = "Callers above, callees below";

    private final DrawList texts = new DrawList();

    /// The numbers of the texts of the line, from left to right.
    private List<Integer> head(double width) {
        var frames = new FrameTable.Builder();
        var builder = new FlameTreeBuilder();
        builder.addRootFirst(new int[] {frames.id("main.main")}, 1, 7);
        var scene =
                new FlameScene(
                        builder.build(frames.build(), FlameTree.Order.HEAVIEST),
                        "count",
                        null,
                        true,
                        Scale.fitting(0, 7, 12, width - 24),
                        0,
                        new boolean[0],
                        FlameScene.Hit.NONE,
                        width,
                        200);
        new FlamePainter(Words.ENGLISH).paint(scene, new DrawList(), texts);
        return IntStream.range(0, texts.count())
                .filter(i -> texts.kind(i) == DrawList.Kind.TEXT && texts.y(i) < FlameScene.HEAD)
                .boxed()
                .sorted((a, b) -> Double.compare(texts.x(a), texts.x(b)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {220, 300, 448, 600, 900, 1400})
    void noTextIsCutOrLiesUponAnother(double width) {
        double free = 0;
        for (int i : head(width)) {
            assertTrue(texts.x(i) >= free, texts.text(i));
            free = texts.x(i) + texts.face(i).estimate(texts.text(i));
            assertTrue(free <= width, texts.text(i));
            assertTrue(texts.face(i).estimate(texts.text(i)) <= texts.w(i), texts.text(i));
        }
    }

    @Test
    void inANarrowPictureTheHintGoesBeforeTheColours() {
        var shown = head(448).stream().map(texts::text).toList();
        assertEquals(WHOLE, shown.getFirst());
        assertFalse(shown.contains("main"), shown::toString);
    }

    @Test
    void inAWidePictureAllColoursAreExplained() {
        var shown = head(1400).stream().map(texts::text).toList();
        assertEquals(WHOLE, shown.getFirst());
        assertTrue(shown.containsAll(List.of("main", "runtime", "found")), shown::toString);
    }

    @Test
    void inAVeryNarrowPictureOnlyTheOrderIsTold() {
        assertEquals(SHORT, texts.text(head(220).getFirst()));
    }
}
