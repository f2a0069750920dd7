package org.gorrery.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that bars are made of.
final class Controls {
    private Controls() {}

    /// A button of an icon alone: with its name for the tooltip and for who cannot see it.
    static Button iconButton(String icon, String name, Runnable action) {
        var button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "flat");
        button.setFocusTraversable(true);
        named(button, name);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// A button of a word, with or without an icon.
    static Button button(String icon, String text, Runnable action) {
        var button = new Button(text);
        button.setGraphic(new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// Gives a button a tooltip and an accessible name.
    static void named(ButtonBase button, String name) {
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
    }

    /// A label above its control, so that the two never part.
    static VBox field(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        var box = new VBox(2, label, control);
        box.getStyleClass().add("field");
        return box;
    }

    /// A label with style classes.
    static Label label(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// Takes all room that is left in a row.
    static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// A line between groups of a bar.
    static Region divider() {
        var line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }

    /// The mark of where a picture is from.
    static Label badge(boolean simulated, String text) {
        return label(text, "badge", simulated ? "simulated" : "measured");
    }
}
