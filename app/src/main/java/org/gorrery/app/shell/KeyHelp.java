package org.gorrery.app.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.KeyAction;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.ViewKeys;
import org.gorrery.app.canvas.Words;
import org.jspecify.annotations.Nullable;

/// All keys, over the window until Escape or a click beside them. A click on a key, then another key, binds that one.
final class KeyHelp {
    private static final List<ViewKeys.Key> FIXED =
            List.of(
                    new ViewKeys.Key("1 … 9  Ctrl 1 … 9", "key.views"),
                    new ViewKeys.Key("Ctrl D", "key.eof"),
                    new ViewKeys.Key("?", "key.help"));

    private static final List<ViewKeys.Key> MOUSE =
            List.of(
                    new ViewKeys.Key("Ctrl wheel", "key.zoom"),
                    new ViewKeys.Key("drag  wheel", "key.pan"),
                    new ViewKeys.Key("double click", "key.selection"));

    private final Words words;
    private final KeyMap keys;
    private final HBox columns = new HBox(40);
    private final StackPane shade = new StackPane();
    private Optional<ExplorerView> view = Optional.empty();
    private @Nullable KeyAction waiting;

    KeyHelp(Words words, KeyMap keys) {
        this.words = words;
        this.keys = keys;
        var perfetto = new Button(words.get("keys.perfetto"));
        perfetto.setOnAction(e -> keys.preset(KeyMap.Preset.PERFETTO));
        var gotraceui = new Button(words.get("keys.gotraceui"));
        gotraceui.setOnAction(e -> keys.preset(KeyMap.Preset.GOTRACEUI));
        var head =
                new HBox(
                        8,
                        Controls.label(words.get("keys"), "section-title"),
                        Controls.label(words.get("keys.bind"), "muted"),
                        Controls.spacer(),
                        perfetto,
                        gotraceui);
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        var card = new VBox(16, head, columns);
        card.getStyleClass().add("help-card");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        shade.setId("key-help");
        shade.getStyleClass().add("shade");
        shade.getChildren().setAll(card);
        shade.setVisible(false);
        shade.setOnMouseClicked(e -> {
            if (shade.equals(e.getTarget())) {
                hide();
            }
        });
        shade.managedProperty().bind(shade.visibleProperty());
        keys.onChange(this::fill);
    }

    private void ask(KeyAction action) {
        waiting = action;
        fill();
        keys.captureNext(stroke -> {
            waiting = null;
            if (stroke.code() == KeyCode.ESCAPE) {
                fill();
            } else {
                keys.bind(action, stroke);
            }
        });
    }

    private VBox bound(String title, List<KeyAction> actions) {
        var grid = new GridPane(16, 4);
        for (int i = 0; i < actions.size(); i++) {
            KeyAction action = actions.get(i);
            boolean asked = action == waiting;
            var key = new Button(asked ? words.get("keys.press") : keys.allShown(action));
            key.setId("bind-" + action.name());
            key.getStyleClass().add("key-button");
            key.setTooltip(new Tooltip(words.get("keys.bind")));
            key.setOnAction(e -> ask(action));
            grid.addRow(i, key, Controls.label(words.get(action.meaning()), "plain-label"));
        }
        return new VBox(8, Controls.label(title, "pane-title"), grid);
    }

    private VBox fixed(String title, List<ViewKeys.Key> list) {
        var grid = new GridPane(16, 4);
        for (int i = 0; i < list.size(); i++) {
            grid.addRow(
                    i,
                    Controls.label(list.get(i).keys(), "key"),
                    Controls.label(words.get(list.get(i).meaning()), "plain-label"));
        }
        return new VBox(8, Controls.label(title, "pane-title"), grid);
    }

    private static List<KeyAction> actions(boolean window) {
        return Arrays.stream(KeyAction.values()).filter(a -> a.window() == window).toList();
    }

    Parent node() {
        return shade;
    }

    boolean shown() {
        return shade.isVisible();
    }

    /// Shows the keys of the window and of the view in sight.
    void show(Optional<ExplorerView> inSight) {
        view = inSight;
        waiting = null;
        fill();
        shade.setVisible(true);
        shade.requestFocus();
    }

    private void fill() {
        var more =
                new VBox(
                        20,
                        fixed(words.get("keys.fixed"), FIXED),
                        fixed(words.get("keys.mouse"), MOUSE));
        view.filter(v -> !v.keys().isEmpty())
                .ifPresent(v -> more.getChildren().add(fixed(words.get(v.titleKey()), v.keys())));
        columns.getChildren()
                .setAll(
                        bound(words.get("keys.window"), actions(true)),
                        bound(words.get("keys.views"), actions(false)),
                        more);
    }

    void hide() {
        waiting = null;
        keys.captureNext(null);
        shade.setVisible(false);
    }
}
