package org.gorrery.app.shell;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.Words;

/// All keys, over the window until the next key or click.
final class KeyHelp {
    /// A key and the name of its text.
    private record Key(String keys, String meaning) {}

    private static final List<Key> KEYS =
            List.of(
                    new Key("F5  Ctrl R", "key.run"),
                    new Key("Shift F5", "key.stop"),
                    new Key("F6", "key.pause"),
                    new Key("1 … 5  Ctrl 1 … 5", "key.views"),
                    new Key("Ctrl O", "key.open"),
                    new Key("Ctrl W", "key.close"),
                    new Key("Ctrl F  /", "key.find"),
                    new Key("W  S  +  -  Ctrl wheel", "key.zoom"),
                    new Key("A  D  ← →  drag", "key.pan"),
                    new Key("0", "key.fit"),
                    new Key("F", "key.selection"),
                    new Key("Ctrl D", "key.eof"),
                    new Key("?", "key.help"));

    private final StackPane shade = new StackPane();

    KeyHelp(Words words) {
        var grid = new GridPane(24, 8);
        for (int i = 0; i < KEYS.size(); i++) {
            grid.addRow(
                    i,
                    Controls.label(KEYS.get(i).keys(), "key"),
                    Controls.label(words.get(KEYS.get(i).meaning()), "plain-label"));
        }
        var card = new VBox(16, Controls.label(words.get("keys"), "section-title"), grid);
        card.getStyleClass().add("help-card");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        shade.setId("key-help");
        shade.getStyleClass().add("shade");
        shade.getChildren().setAll(card);
        shade.setVisible(false);
        shade.setOnMouseClicked(e -> shade.setVisible(false));
        shade.managedProperty().bind(shade.visibleProperty());
    }

    Parent node() {
        return shade;
    }

    boolean shown() {
        return shade.isVisible();
    }

    void show(boolean visible) {
        shade.setVisible(visible);
    }
}
