package org.gorrery.app.canvas;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// The search of a view: what is typed counts at once, Enter and Shift-Enter go from match to match, Escape clears.
public final class SearchField extends HBox {
    private final TextField field = new TextField();

    /// A field.
    ///
    /// @param prompt what can be typed
    /// @param icon literal of its icon
    /// @param count what is shown on the right, such as the number of matches
    public SearchField(
            String prompt,
            String icon,
            ObservableValue<String> count,
            Consumer<String> typed,
            IntConsumer step,
            Runnable done) {
        getStyleClass().add("g-search");
        var right = new Label();
        right.getStyleClass().add("g-muted");
        right.textProperty().bind(Bindings.createStringBinding(count::getValue, count));
        right.setMinWidth(USE_PREF_SIZE);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), field, right);
        field.textProperty().addListener((o, a, b) -> typed.accept(b));
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        step.accept(e.isShiftDown() ? -1 : 1);
                        e.consume();
                    } else if (e.getCode() == KeyCode.ESCAPE) {
                        field.clear();
                        done.run();
                        e.consume();
                    }
                });
    }

    /// Goes to it, with all that was typed selected.
    public void open() {
        field.requestFocus();
        field.selectAll();
    }

    /// Types into it.
    public void type(String text) {
        field.setText(text);
    }
}
