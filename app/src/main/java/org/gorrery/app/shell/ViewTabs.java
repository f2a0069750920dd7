package org.gorrery.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The views of a document, one in sight; only that one is fed.
final class ViewTabs {
    private final List<ExplorerView> views;
    private final HBox strip = new HBox();
    private final StackPane content = new StackPane();
    private final Label doing = Controls.label("", "g-empty");
    private final VBox cover = new VBox(12, doing, new ProgressBar());
    private final ToggleGroup group = new ToggleGroup();
    private final VBox pane = new VBox();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(-1);
    private @Nullable ToggleButton aside;
    private Optional<RunPicture> newest = Optional.empty();

    ViewTabs(List<ExplorerView> views, Words words) {
        this.views = List.copyOf(views);
        strip.getStyleClass().add("tab-strip");
        for (int i = 0; i < views.size(); i++) {
            strip.getChildren().add(tab(i, words));
        }
        content.setId("view");
        content.setMinSize(0, 0);
        cover.setId("view-cover");
        cover.setAlignment(Pos.CENTER);
        cover.setVisible(false);
        cover.getStyleClass().add("view-content");
        var whole = new StackPane(content, cover);
        whole.getStyleClass().add("view-content");
        VBox.setVgrow(whole, Priority.ALWAYS);
        pane.getChildren().setAll(strip, whole);
        pane.setMinWidth(0);
        select(0);
    }

    Parent node() {
        return pane;
    }

    /// Which view is in sight, from 0.
    ReadOnlyIntegerProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// The view in sight; empty where there is none at all.
    Optional<ExplorerView> current() {
        return shown.get() < 0 ? Optional.empty() : Optional.of(views.get(shown.get()));
    }

    List<ExplorerView> views() {
        return views;
    }

    private ToggleButton tab(int index, Words words) {
        ExplorerView view = views.get(index);
        String title = words.get(view.titleKey());
        var tab = new ToggleButton();
        tab.setId("tab-" + view.id());
        tab.setAccessibleText(title);
        tab.getStyleClass().add("view-tab");
        tab.setToggleGroup(group);
        tab.setGraphic(
                new HBox(
                        6,
                        new FontIcon(view.icon()),
                        Controls.label(title, "tab-title"),
                        Controls.label(Integer.toString(index + 1), "tab-key")));
        tab.setOnAction(e -> select(index));
        return tab;
    }

    /// Puts a pane that has no room of its own into a tab before the others.
    void aside(Parent node, String title) {
        noAside();
        var tab = new ToggleButton();
        tab.setId("tab-aside");
        tab.setAccessibleText(title);
        tab.getStyleClass().add("view-tab");
        tab.setToggleGroup(group);
        tab.setGraphic(new HBox(6, new FontIcon("fth-code"), Controls.label(title, "tab-title")));
        tab.setOnAction(e -> {
            tab.setSelected(true);
            content.getChildren().setAll(node);
        });
        strip.getChildren().addFirst(tab);
        aside = tab;
    }

    /// Takes it away again.
    void noAside() {
        ToggleButton tab = aside;
        if (tab != null) {
            boolean shownThere = tab.isSelected();
            tab.setToggleGroup(null);
            strip.getChildren().remove(tab);
            aside = null;
            if (shownThere) {
                content.getChildren().clear();
                select(Math.max(0, shown.get()));
            }
        }
    }

    /// Brings a view into sight; nothing where there is none of that number.
    void select(int index) {
        if (index < 0 || index >= views.size()) {
            return;
        }
        group.getToggles().get(index).setSelected(true);
        shown.set(index);
        ExplorerView view = views.get(index);
        content.getChildren().setAll(view.node());
        newest.ifPresent(view::show);
    }

    /// Puts a sentence about what is being done over the views; an empty one takes it away.
    void cover(String sentence) {
        doing.setText(sentence);
        cover.setVisible(!sentence.isEmpty());
    }

    /// Feeds the view in sight.
    void show(RunPicture picture) {
        newest = Optional.of(picture);
        current().ifPresent(view -> view.show(picture));
    }
}
