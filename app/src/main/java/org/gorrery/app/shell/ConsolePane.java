package org.gorrery.app.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gorrery.app.canvas.Words;

/// What the program prints, and the field for what it reads.
final class ConsolePane {
    private static final double LINE_HEIGHT = 18;

    private final ConsoleViewModel model;
    private final ListView<ConsoleViewModel.Line> list;
    private final VBox pane = new VBox();
    private boolean behind;

    ConsolePane(ConsoleViewModel model, Words words) {
        this.model = model;
        list = new ListView<>(model.lines());
        list.setId("console");
        list.getStyleClass().add("console");
        list.setFixedCellSize(LINE_HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new LineCell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
        model.lines()
                .addListener((ListChangeListener<ConsoleViewModel.Line>) change -> behind = true);
        VBox.setVgrow(list, Priority.ALWAYS);
        pane.getChildren().setAll(list, input(words));
    }

    Parent node() {
        return pane;
    }

    /// Once per frame, when the list knows of its new lines.
    void pulse() {
        if (behind) {
            behind = false;
            toEnd();
        }
    }

    private HBox input(Words words) {
        var prompt = Controls.label("stdin \u203a", "stdin-prompt");
        var field = new TextField();
        field.setId("stdin");
        field.setPromptText(words.get("stdin.prompt"));
        field.getStyleClass().add("stdin");
        field.setOnAction(e -> {
            model.send(field.getText());
            field.clear();
        });
        var end = KeyCombination.valueOf("Ctrl+D");
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (end.match(e)) {
                        model.endInput();
                        e.consume();
                    }
                });
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(6, prompt, field);
        row.getStyleClass().add("stdin-row");
        return row;
    }

    /// Follows the output, unless the user selected a line to read.
    private void toEnd() {
        if (list.getSelectionModel().isEmpty() && !model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private void copyOnKey(KeyEvent e) {
        if (e.getCode() == KeyCode.C && e.isShortcutDown()) {
            var content = new ClipboardContent();
            content.putString(
                    list.getSelectionModel().getSelectedItems().stream()
                            .map(ConsoleViewModel.Line::text)
                            .collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            list.getSelectionModel().clearSelection();
            toEnd();
        }
    }

    private static final class LineCell extends ListCell<ConsoleViewModel.Line> {
        @Override
        protected void updateItem(ConsoleViewModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            for (var source : ConsoleViewModel.Source.values()) {
                getStyleClass().remove(styleClass(source));
            }
            if (empty || line == null) {
                setText("");
            } else {
                setText(line.text());
                getStyleClass().add(styleClass(line.source()));
            }
        }

        private static String styleClass(ConsoleViewModel.Source source) {
            return "from-" + source.name().toLowerCase(Locale.ROOT);
        }
    }
}
