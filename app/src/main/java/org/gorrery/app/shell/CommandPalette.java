package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.Words;

/// Everything the window can do, found by a few letters of its name, with its key beside it.
final class CommandPalette {
    /// Something to do.
    ///
    /// @param name in the user's language
    /// @param keys its shortcut, empty for none
    record Command(String name, String keys, Runnable action) {}

    private static final double WIDTH = 560;

    private final StackPane shade = new StackPane();
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private List<Command> all = List.of();

    CommandPalette(Words words) {
        field.setPromptText(words.get("commands.prompt"));
        field.setAccessibleText(words.get("commands.prompt"));
        field.setId("command-field");
        list.setId("commands");
        list.getStyleClass().add("g-list");
        list.setFixedCellSize(28);
        list.setPrefHeight(28 * 11);
        list.setCellFactory(l -> new Row());
        list.setOnMouseClicked(e -> run());
        field.textProperty().addListener((o, a, b) -> filter(b));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var card = new VBox(8, field, list);
        card.getStyleClass().add("help-card");
        card.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        shade.setId("command-palette");
        shade.getStyleClass().add("shade");
        shade.setAlignment(Pos.TOP_CENTER);
        shade.setPadding(new javafx.geometry.Insets(64, 0, 0, 0));
        shade.getChildren().setAll(card);
        shade.setVisible(false);
        shade.managedProperty().bind(shade.visibleProperty());
        shade.setOnMousePressed(e -> {
            if (shade.equals(e.getTarget())) {
                hide();
            }
        });
    }

    Parent node() {
        return shade;
    }

    void show(List<Command> commands) {
        all = commands;
        field.clear();
        filter("");
        shade.setVisible(true);
        field.requestFocus();
    }

    void hide() {
        shade.setVisible(false);
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> run();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int by) {
        int n = list.getItems().size();
        if (n > 0) {
            int at = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, n);
            list.getSelectionModel().select(at);
            list.scrollTo(at);
        }
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            chosen.action().run();
        }
    }

    private void filter(String text) {
        var found = new ArrayList<Command>();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (Command c : all) {
            if (c.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(c);
            }
        }
        for (Command c : all) {
            if (!found.contains(c) && inOrder(wanted, c.name().toLowerCase(Locale.ROOT))) {
                found.add(c);
            }
        }
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
    }

    /// Whether the letters occur in the name in this order, with others between them.
    static boolean inOrder(String letters, String name) {
        int at = 0;
        for (int i = 0; i < letters.length(); i++) {
            at = name.indexOf(letters.charAt(i), at);
            if (at < 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var row = new HBox(8, Controls.label(command.name(), "plain-label"), Controls.spacer());
            if (!command.keys().isEmpty()) {
                row.getChildren().add(Controls.label(command.keys(), "key"));
            }
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
