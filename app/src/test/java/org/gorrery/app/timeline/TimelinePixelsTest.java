package org.gorrery.app.timeline;

import static org.gorrery.app.JavaFx.onFxThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;
import org.gorrery.app.JavaFx;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.canvas.ViewContext;
import org.gorrery.event.WaitReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The timeline's own pixels, in the colours of the style sheets.
@ExtendWith(JavaFx.class)
class TimelinePixelsTest {
    @Test
    void aRunningSpanHasTheColourThatTheDarkThemeGivesIt() {
        var picture =
                new EventScript()
                        .create(0, 0, 0, 1)
                        .start(1, 0, 1)
                        .block(9000, 0, 1, WaitReason.SLEEP)
                        .picture(10_000, RunState.PAUSED);
        var image =
                onFxThread(() -> {
                    var view = new TimelineView(ViewContext.alone());
                    view.show(picture);
                    return view.picture(900, 500);
                });
        int running = 0;
        for (int y = 0; y < 500; y++) {
            if (image.getPixelReader().getColor(600, y).equals(Color.web("#52b766"))) {
                running++;
            }
        }
        assertTrue(running >= 18, running + " rows of pixels");
    }

    @Test
    void withoutEventsTheViewSaysSoInsteadOfDrawing() {
        String told =
                onFxThread(() -> {
                    var view = new TimelineView(ViewContext.alone());
                    view.picture(900, 500);
                    return ((org.gorrery.app.canvas.DenseCanvas) view.focusTarget()).explanation();
                });
        assertEquals("Nothing has run yet. Press Run.", told);
    }
}
