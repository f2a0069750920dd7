package org.gorrery.app.gcview;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.MutatorCurve;
import org.gorrery.app.canvas.DenseCanvas;
import org.gorrery.app.canvas.Facts;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Navigation;
import org.gorrery.app.canvas.ViewContext;

/// What the collector left to the program: the curve, and where the worst window of a length lies.
final class UtilizationPane {
    private final VBox pane = new VBox();
    private final DenseCanvas canvas;
    private final Label counted = new Label();
    private final Hyperlink worst = new Hyperlink();
    private final ViewContext context;
    private Optional<MutatorCurve> curve = Optional.empty();
    private int chosen = -1;

    UtilizationPane(ViewContext context) {
        this.context = context;
        var words = context.words();
        canvas =
                new DenseCanvas(
                        (w, h, dense, over) ->
                                curve.ifPresent(c ->
                                        UtilizationPainter.paint(c, chosen, w, h, dense, over)),
                        (x, y) -> Optional.<Facts>empty(),
                        new Steps(),
                        context.keys());
        canvas.setId("utilization");
        canvas.setAccessibleText(words.get("gc.utilization"));
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                e ->
                        curve.ifPresent(c ->
                                choose(
                                        UtilizationPainter.nearest(
                                                c, e.getX(), canvas.getWidth()))));
        var title = new Label(words.get("gc.utilization"));
        title.getStyleClass().add("g-section");
        counted.getStyleClass().add("g-muted");
        worst.getStyleClass().add("g-link");
        worst.setOnAction(e -> go());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(12, title, counted, gap, worst);
        head.getStyleClass().add("g-pane-head");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        pane.getChildren().setAll(head, canvas);
        pane.setMinWidth(200);
        show(Optional.empty());
    }

    Parent node() {
        return pane;
    }

    void show(Optional<MutatorCurve> next) {
        curve = next;
        var words = context.words();
        canvas.explain(next.isEmpty() ? words.get("gc.utilization.empty") : "");
        counted.setText(
                next.map(c -> words.get(c.stopsOnly() ? "gc.counted.stops" : "gc.counted.all"))
                        .orElse(""));
        choose(next.map(c -> Math.clamp(chosen, -1, c.windowNanos().size() - 1)).orElse(-1));
    }

    private void choose(int window) {
        chosen = window;
        worst.setVisible(window >= 0);
        curve.filter(c -> window >= 0)
                .ifPresent(c ->
                        worst.setText(
                                context.words()
                                        .get(
                                                "gc.worst",
                                                Figures.moment(
                                                        Math.max(0, c.fromNanos().get(window)),
                                                        1e3))));
        canvas.repaint();
    }

    /// Puts the time cursor of all views where the worst window begins.
    private void go() {
        curve.filter(c -> chosen >= 0)
                .ifPresent(c ->
                        context.focus().cursorNanos().set(Math.max(0, c.fromNanos().get(chosen))));
    }

    /// Keys step from window to window; there is nothing to zoom.
    private final class Steps implements Navigation {
        @Override
        public void zoom(double factor, double x, double y) {}

        @Override
        public void pan(double dx, double dy) {
            if (dx != 0) {
                step(dx > 0 ? 1 : -1);
            }
        }

        @Override
        public void fit() {
            choose(-1);
        }

        @Override
        public void zoomToSelection() {
            go();
        }

        @Override
        public void step(int direction) {
            int n = curve.map(c -> c.windowNanos().size()).orElse(0);
            if (n > 0) {
                choose(Math.clamp((long) chosen + direction, 0, n - 1));
            }
        }

        @Override
        public void select(double x, double y) {
            go();
        }

        @Override
        public void escape() {
            choose(-1);
        }

        @Override
        public boolean toggle(String letter) {
            return false;
        }
    }
}
