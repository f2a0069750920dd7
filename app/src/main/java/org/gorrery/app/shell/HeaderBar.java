package org.gorrery.app.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gorrery.app.canvas.KeyAction;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Theme;
import org.gorrery.app.canvas.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The first row of the window: documents as tabs, and what concerns the window as a whole.
final class HeaderBar {
    private final Words words;
    private final Consumer<OpenDocument> activate;
    private final Consumer<OpenDocument> close;
    private final HBox bar = new HBox(4);
    private final HBox tabs = new HBox();
    private final Button theme;

    /// A header.
    ///
    /// @param activate shows a document
    /// @param close closes a document
    /// @param start shows the start page
    /// @param act does what a key would do
    HeaderBar(
            Words words,
            KeyMap keys,
            Consumer<OpenDocument> activate,
            Consumer<OpenDocument> close,
            Runnable start,
            Consumer<KeyAction> act) {
        this.words = words;
        this.activate = activate;
        this.close = close;
        bar.getStyleClass().add("header");
        var mark = new FontIcon("mdi2o-orbit");
        mark.getStyleClass().add("brand-mark");
        var brand = Controls.label("Gorrery", "brand");
        brand.setGraphic(mark);
        brand.setMinWidth(Region.USE_PREF_SIZE);
        bar.getChildren()
                .setAll(
                        brand,
                        tabs,
                        Controls.iconButton("fth-plus", words.get("start.page"), start),
                        Controls.spacer(),
                        search(keys, act));
        theme = icon("fth-sun", "theme", KeyAction.THEME, keys, act);
        theme.setId("theme");
        bar.getChildren()
                .addAll(
                        icon("fth-folder", "open", KeyAction.OPEN, keys, act),
                        theme,
                        icon("mdi2p-presentation", "projector", KeyAction.PROJECTOR, keys, act),
                        icon("mdi2p-palette-outline", "palette", KeyAction.PALETTE, keys, act),
                        icon("fth-help-circle", "keys", KeyAction.HELP, keys, act));
    }

    private Button icon(
            String literal, String key, KeyAction action, KeyMap keys, Consumer<KeyAction> act) {
        Runnable work = () -> act.accept(action);
        var button = Controls.iconButton(literal, words.get(key), work);
        Runnable name = () -> Controls.named(button, words.get(key) + "   " + keys.shown(action));
        keys.onChange(name);
        name.run();
        return button;
    }

    /// Looks like the field that it opens.
    private Button search(KeyMap keys, Consumer<KeyAction> act) {
        var key = Controls.label("", "key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Runnable name = () -> key.setText(keys.shown(KeyAction.COMMANDS));
        keys.onChange(name);
        name.run();
        var text = Controls.label(words.get("commands.search"), "header-search-text");
        var content = new HBox(8, new FontIcon("fth-search"), text, Controls.spacer(), key);
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId("command-search");
        button.setGraphic(content);
        button.setAccessibleText(words.get("key.commands"));
        button.getStyleClass().add("header-search");
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(e -> act.accept(KeyAction.COMMANDS));
        return button;
    }

    Parent node() {
        return bar;
    }

    /// The theme's own icon is that of the other one.
    void show(Theme now) {
        theme.setGraphic(new FontIcon(now == Theme.DARK ? "fth-sun" : "fth-moon"));
    }

    void show(List<OpenDocument> documents, @Nullable OpenDocument active) {
        tabs.getChildren().clear();
        for (OpenDocument document : documents) {
            tabs.getChildren().add(tab(document, document == active));
        }
    }

    private ToggleButton tab(OpenDocument document, boolean active) {
        var cross =
                Controls.iconButton(
                        "fth-x",
                        words.get("close", document.title()),
                        () -> this.close.accept(document));
        cross.getStyleClass().add("tab-close");
        var content =
                new HBox(
                        8,
                        new FontIcon(document.icon()),
                        Controls.label(document.title(), "tab-title"),
                        Controls.badge(
                                document.simulated(),
                                words.get(document.simulated() ? "simulated" : "measured")),
                        cross);
        content.getStyleClass().add("document-tab-content");
        var tab = new ToggleButton();
        tab.setGraphic(content);
        tab.setSelected(active);
        tab.getStyleClass().add("document-tab");
        tab.setAccessibleText(document.title());
        tab.setOnAction(e -> {
            tab.setSelected(true);
            activate.accept(document);
        });
        return tab;
    }
}
