package org.gorrery.app.canvas;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The tooltip of a dense view: after 300 ms, at once while moving between marks, 12 px from the pointer, inside the view.
/// T turns it off, Ctrl holds it still.
final class HoverTip {
    private static final double GAP = 12;

    private final Region owner;
    private final DenseCanvas.Prober prober;
    private final VBox card = new VBox();
    private final PauseTransition wait = new PauseTransition(Duration.millis(300));
    private double x;
    private double y;
    private boolean off;
    private Optional<Facts> shown = Optional.empty();

    HoverTip(Region owner, DenseCanvas.Prober prober) {
        this.owner = owner;
        this.prober = prober;
        card.getStyleClass().add("g-tip");
        card.setManaged(false);
        card.setVisible(false);
        card.setMouseTransparent(true);
        card.setMaxWidth(360);
        wait.setOnFinished(e -> show());
    }

    Node node() {
        return card;
    }

    void moved(MouseEvent e) {
        if (off || e.isControlDown() && card.isVisible()) {
            return;
        }
        x = e.getX();
        y = e.getY();
        if (card.isVisible()) {
            show();
        } else {
            wait.playFromStart();
        }
    }

    void hide() {
        wait.stop();
        card.setVisible(false);
        shown = Optional.empty();
    }

    void toggle() {
        off = !off;
        hide();
    }

    private void show() {
        Optional<Facts> facts = prober.at(x, y);
        if (facts.isEmpty()) {
            card.setVisible(false);
            shown = facts;
            return;
        }
        if (!facts.equals(shown)) {
            fill(facts.get());
            shown = facts;
        }
        card.setVisible(true);
        layout();
    }

    /// Places the card beside the pointer, inside the view.
    void layout() {
        if (!card.isVisible()) {
            return;
        }
        card.applyCss();
        double w = Math.min(360, card.prefWidth(-1));
        double h = card.prefHeight(w);
        double left = x + GAP + w > owner.getWidth() ? x - GAP - w : x + GAP;
        double top = y + GAP + h > owner.getHeight() ? y - GAP - h : y + GAP;
        card.resizeRelocate(Math.round(Math.max(0, left)), Math.round(Math.max(0, top)), w, h);
    }

    private void fill(Facts f) {
        card.getChildren().setAll(head(f));
        if (!f.subtitle().isEmpty()) {
            card.getChildren().add(styled(f.subtitle(), "g-muted"));
        }
        if (!f.rows().isEmpty()) {
            var grid = new GridPane(12, 2);
            for (int i = 0; i < f.rows().size(); i++) {
                grid.add(styled(f.rows().get(i).name(), "g-muted"), 0, i);
                grid.add(styled(f.rows().get(i).value(), "g-figures"), 1, i);
            }
            card.getChildren().addAll(rule(), grid);
        }
        if (!f.lines().isEmpty()) {
            card.getChildren().add(rule());
            f.lines().forEach(l -> card.getChildren().add(styled(l, "g-code")));
        }
    }

    private static HBox head(Facts f) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var title = styled(f.title(), "g-title");
        var head = new HBox(8, title, gap, styled(f.figure(), "g-figures"));
        if (!f.letter().isEmpty()) {
            Label box = styled(f.letter(), "g-state-box");
            box.getStyleClass().add(f.colour());
            head.getChildren().addFirst(box);
        }
        return head;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("g-rule");
        return rule;
    }

    private static Label styled(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
