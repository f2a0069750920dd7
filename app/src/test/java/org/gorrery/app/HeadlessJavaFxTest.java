package org.gorrery.app;

import static org.gorrery.app.JavaFx.onFxThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every picture without a display stands on.
@ExtendWith(JavaFx.class)
class HeadlessJavaFxTest {
    @Test
    void whatIsPaintedOnACanvasIsInThePicture() {
        var image =
                onFxThread(() -> {
                    var canvas = new Canvas(40, 30);
                    var pen = canvas.getGraphicsContext2D();
                    pen.setFill(Color.rgb(10, 200, 30));
                    pen.fillRect(0, 0, 20, 30);
                    return canvas.snapshot(null, null);
                });
        assertEquals(Color.rgb(10, 200, 30), image.getPixelReader().getColor(5, 15));
        assertEquals(Color.WHITE, image.getPixelReader().getColor(35, 15));
    }

    @Test
    void textHasAWidth() {
        assertTrue(onFxThread(() -> new Text("mspan").getLayoutBounds().getWidth()) > 10);
    }

    @Test
    void aWindowCanBeShownAndDrawn() {
        var image =
                onFxThread(() -> {
                    var stage = new Stage();
                    stage.setScene(new Scene(new StackPane(), 200, 100, Color.NAVY));
                    stage.show();
                    try {
                        return stage.getScene().snapshot(null);
                    } finally {
                        stage.close();
                    }
                });
        assertEquals(200, image.getWidth());
        assertEquals(100, image.getHeight());
    }
}
