package org.gorrery.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;

/// All keys, over the window until the next key or click.
final class KeyHelp {
    private static final List<ViewKeys.Key> WINDOW =
            List.of(
                    new ViewKeys.Key("F5  Ctrl R", "key.run"),
                    new ViewKeys.Key("Shift F5", "key.stop"),
                    new ViewKeys.Key("F6", "key.pause"),
                    new ViewKeys.Key("1 … 9  Ctrl 1 … 9", "key.views"),
                    new ViewKeys.Key("Ctrl O", "key.open"),
                    new ViewKeys.Key("Ctrl W", "key.close"),
                    new ViewKeys.Key("Ctrl Shift P", "key.commands"),
                    new ViewKeys.Key("Ctrl +  Ctrl -  Ctrl 0", "key.scale"),
                    new ViewKeys.Key("F9  F10  F11", "key.looks"),
                    new ViewKeys.Key("Ctrl D", "key.eof"),
                    new ViewKeys.Key("?  F1", "key.help"));

    private static final List<ViewKeys.Key> ANY_VIEW =
            List.of(
                    new ViewKeys.Key("Ctrl F  /", "key.find"),
                    new ViewKeys.Key("W  S  +  -  Ctrl wheel", "key.zoom"),
                    new ViewKeys.Key("A  D  arrows  drag  wheel", "key.pan"),
                    new ViewKeys.Key("0  Ctrl Home", "key.fit"),
                    new ViewKeys.Key("F  double click", "key.selection"),
                    new ViewKeys.Key("Ctrl Z  Ctrl Y  Alt ← →", "key.undo"));

    private final Words words;
    private final HBox columns = new HBox(48);
    private final StackPane shade = new StackPane();

    KeyHelp(Words words) {
        this.words = words;
        var card = new VBox(16, Controls.label(words.get("keys"), "section-title"), columns);
        card.getStyleClass().add("help-card");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        shade.setId("key-help");
        shade.getStyleClass().add("shade");
        shade.getChildren().setAll(card);
        shade.setVisible(false);
        shade.setOnMouseClicked(e -> shade.setVisible(false));
        shade.managedProperty().bind(shade.visibleProperty());
    }

    private VBox group(String title, List<ViewKeys.Key> keys) {
        var grid = new GridPane(24, 8);
        for (int i = 0; i < keys.size(); i++) {
            grid.addRow(
                    i,
                    Controls.label(keys.get(i).keys(), "key"),
                    Controls.label(words.get(keys.get(i).meaning()), "plain-label"));
        }
        return new VBox(10, Controls.label(title, "pane-title"), grid);
    }

    Parent node() {
        return shade;
    }

    boolean shown() {
        return shade.isVisible();
    }

    /// Shows the keys of the window and of the view in sight.
    void show(Optional<ExplorerView> view) {
        var views = new VBox(20, group(words.get("keys.views"), ANY_VIEW));
        view.filter(v -> !v.keys().isEmpty())
                .ifPresent(v -> views.getChildren().add(group(words.get(v.titleKey()), v.keys())));
        columns.getChildren().setAll(group(words.get("keys.window"), WINDOW), views);
        shade.setVisible(true);
    }

    void hide() {
        shade.setVisible(false);
    }
}
