package org.gorrery.app.canvas;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The search of a view: what is typed counts at once, Enter and Shift-Enter go from match to match, Escape clears. With the
/// toggle `.*` it is a regular expression, which goes to the view between slashes, as [TextMatch] reads it.
public final class SearchField extends HBox {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final TextField field = new TextField();
    private final ToggleButton regex = new ToggleButton(".*");
    private final Consumer<String> typed;
    private @Nullable Tooltip explanation;

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
        this.typed = typed;
        getStyleClass().add("g-search");
        regex.getStyleClass().add("g-regex");
        regex.setFocusTraversable(false);
        regex.setMinWidth(USE_PREF_SIZE);
        regex.setAccessibleText(".*");
        regex.setTooltip(new Tooltip("regular expression"));
        regex.selectedProperty().addListener((o, a, b) -> changed());
        var right = new Label();
        right.getStyleClass().add("g-muted");
        right.textProperty().bind(Bindings.createStringBinding(count::getValue, count));
        right.setMinWidth(USE_PREF_SIZE);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), field, right, regex);
        field.textProperty().addListener((o, a, b) -> changed());
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

    private void changed() {
        String text = field.getText();
        boolean expression = regex.isSelected() && !text.isBlank();
        String sent = expression ? "/" + text + "/" : text;
        String fault = TextMatch.of(sent).fault();
        pseudoClassStateChanged(FAULTY, !fault.isEmpty());
        field.setTooltip(fault.isEmpty() ? explanation : new Tooltip(fault));
        typed.accept(sent);
    }

    /// Says more about what can be typed.
    public SearchField explained(String text) {
        explanation = new Tooltip(text);
        field.setTooltip(explanation);
        return this;
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
