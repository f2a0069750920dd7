package org.gorrery.app.stacks;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.DenseCanvas;
import org.gorrery.app.canvas.Facts;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Navigation;
import org.gorrery.app.canvas.Words;

/// Who waits for whom, as a picture and as a sentence.
final class WaitGraphPane {
    private final StacksViewModel model;
    private final Words words;
    private final WaitGraphPainter painter;
    private final DenseCanvas canvas;
    private final Label head = new Label();
    private final Label sentence = new Label();
    private final VBox pane = new VBox();
    private double scroll;

    WaitGraphPane(StacksViewModel model, Words words, KeyMap keys) {
        this.model = model;
        this.words = words;
        painter = new WaitGraphPainter(words);
        canvas =
                new DenseCanvas(
                        (w, h, dense, over) -> {
                            WaitGraph graph = model.graph().get();
                            double most = Math.max(0, WaitGraphPainter.height(graph) - h);
                            scroll = Math.clamp(scroll, 0, most);
                            painter.paint(graph, selected(), scroll, w, h, dense, over);
                        },
                        (x, y) -> Optional.<Facts>empty(),
                        new Moves(),
                        keys);
        canvas.setId("wait-graph");
        canvas.setAccessibleText(words.get("graph.title"));
        var title = new Label(words.get("graph.title"));
        title.getStyleClass().add("g-section");
        head.getStyleClass().add("g-muted");
        var row = new HBox(12, title, head);
        row.getStyleClass().add("g-pane-head");
        sentence.setWrapText(true);
        sentence.setId("wait-sentence");
        sentence.getStyleClass().add("g-sentence");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        pane.getChildren().setAll(row, canvas, sentence);
        model.graph().addListener(o -> changed());
        model.selected().addListener(o -> canvas.repaint());
        changed();
    }

    Parent node() {
        return pane;
    }

    private long selected() {
        return model.selected().get().map(g -> g.id()).orElse(0L);
    }

    private void changed() {
        WaitGraph graph = model.graph().get();
        canvas.explain(graph.isEmpty() ? words.get("graph.empty") : "");
        int ring = graph.ring().size();
        head.setText(
                graph.isEmpty()
                        ? ""
                        : ring > 0
                                ? words.get("graph.ring", ring)
                                : words.get("graph.objects", graph.objects().size()));
        String text = WaitSentence.of(graph, words);
        sentence.setText(text);
        sentence.setVisible(!text.isEmpty());
        sentence.setManaged(!text.isEmpty());
        canvas.repaint();
    }

    /// Wheel and keys scroll, a click selects.
    private final class Moves implements Navigation {
        @Override
        public void zoom(double factor, double x, double y) {}

        @Override
        public void pan(double dx, double dy) {
            scroll = Math.max(0, scroll + dy);
            canvas.repaint();
        }

        @Override
        public void fit() {
            scroll = 0;
            canvas.repaint();
        }

        @Override
        public void zoomToSelection() {}

        @Override
        public void step(int direction) {
            List<WaitGraphPainter.Place> places = painter.places();
            if (!places.isEmpty()) {
                int at = 0;
                for (int i = 0; i < places.size(); i++) {
                    at = places.get(i).goroutine() == selected() ? i + direction : at;
                }
                model.choose(places.get(Math.floorMod(at, places.size())).goroutine());
            }
        }

        @Override
        public void select(double x, double y) {
            painter.places().stream()
                    .filter(p -> p.holds(x, y))
                    .findFirst()
                    .ifPresent(p -> model.choose(p.goroutine()));
        }

        @Override
        public void escape() {
            fit();
        }

        @Override
        public boolean toggle(String letter) {
            return false;
        }
    }
}
