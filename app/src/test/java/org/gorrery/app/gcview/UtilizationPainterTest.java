package org.gorrery.app.gcview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.app.bridge.MutatorCurve;
import org.gorrery.app.canvas.DrawList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The curve of the program's least share, as data.
class UtilizationPainterTest {
    private static final double HEIGHT = 200;
    private static final MutatorCurve CURVE =
            new MutatorCurve(
                    false,
                    List.of(10_000L, 1_000_000L, 10_000_000_000L),
                    List.of(0.0, 0.5, 1.0),
                    List.of(0L, 0L, 0L));

    private final DrawList texts = new DrawList();

    /// The texts below the axis, from left to right.
    private List<Integer> windows(double width) {
        UtilizationPainter.paint(CURVE, -1, width, HEIGHT, new DrawList(), texts);
        var below = new ArrayList<Integer>();
        for (int i = 0; i < texts.count(); i++) {
            if (texts.kind(i) == DrawList.Kind.TEXT_CENTRE && texts.y(i) > HEIGHT - 20) {
                below.add(i);
            }
        }
        return below;
    }

    @ParameterizedTest
    @ValueSource(doubles = {150, 200, 282, 400, 900})
    void textsOfTheAxisDoNotTouch(double width) {
        double free = 0;
        for (int i : windows(width)) {
            double textWidth = texts.face(i).estimate(texts.text(i));
            double left = texts.x(i) + (texts.w(i) - textWidth) / 2;
            assertTrue(left >= free, texts.text(i));
            free = left + textWidth + 4;
        }
    }

    @Test
    void whereThereIsRoomEachPowerOfTenHasItsText() {
        assertEquals(
                List.of("10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s"),
                windows(900).stream().map(texts::text).toList());
    }

    @Test
    void theCurveIsALineBetweenWindows() {
        assertEquals(0.25, UtilizationPainter.shareAt(CURVE, 5), 1e-9);
        assertEquals(0.5, UtilizationPainter.shareAt(CURVE, 6), 1e-9);
        assertEquals(1.0, UtilizationPainter.shareAt(CURVE, 10), 1e-9);
    }
}
