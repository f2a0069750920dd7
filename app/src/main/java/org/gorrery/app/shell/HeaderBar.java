package org.gorrery.app.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.gorrery.app.canvas.Theme;
import org.gorrery.app.canvas.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The first row of the window: documents as tabs, and what concerns the window as a whole.
final class HeaderBar {
    /// What the header can ask for.
    record Actions(
            Consumer<OpenDocument> activate,
            Consumer<OpenDocument> close,
            Runnable start,
            Runnable open,
            Runnable theme,
            Runnable projector,
            Runnable palette,
            Runnable commands,
            Runnable help) {}

    private final Words words;
    private final Actions actions;
    private final HBox bar = new HBox(4);
    private final HBox tabs = new HBox();
    private final Button theme;

    HeaderBar(Words words, Actions actions) {
        this.words = words;
        this.actions = actions;
        bar.getStyleClass().add("header");
        var mark = new FontIcon("mdi2o-orbit");
        mark.getStyleClass().add("brand-mark");
        var brand = Controls.label("Gorrery", "brand");
        brand.setGraphic(mark);
        theme = Controls.iconButton("fth-sun", words.get("theme") + "  F9", actions.theme());
        theme.setId("theme");
        bar.getChildren()
                .setAll(
                        brand,
                        tabs,
                        Controls.iconButton("fth-plus", words.get("start.page"), actions.start()),
                        Controls.spacer(),
                        Controls.iconButton(
                                "fth-folder", words.get("open") + "  Ctrl O", actions.open()),
                        Controls.iconButton(
                                "fth-command",
                                words.get("key.commands") + "  Ctrl Shift P",
                                actions.commands()),
                        theme,
                        Controls.iconButton(
                                "mdi2p-presentation",
                                words.get("projector") + "  F10",
                                actions.projector()),
                        Controls.iconButton(
                                "mdi2p-palette-outline",
                                words.get("palette") + "  F11",
                                actions.palette()),
                        Controls.iconButton(
                                "fth-help-circle", words.get("keys") + "  ?", actions.help()));
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
        var close =
                Controls.iconButton(
                        "fth-x",
                        words.get("close", document.title()),
                        () -> actions.close().accept(document));
        close.getStyleClass().add("tab-close");
        var content =
                new HBox(
                        8,
                        new FontIcon(document.icon()),
                        Controls.label(document.title(), "tab-title"),
                        Controls.badge(
                                document.simulated(),
                                words.get(document.simulated() ? "simulated" : "measured")),
                        close);
        content.getStyleClass().add("document-tab-content");
        var tab = new ToggleButton();
        tab.setGraphic(content);
        tab.setSelected(active);
        tab.getStyleClass().add("document-tab");
        tab.setAccessibleText(document.title());
        tab.setOnAction(e -> {
            tab.setSelected(true);
            actions.activate().accept(document);
        });
        return tab;
    }
}
