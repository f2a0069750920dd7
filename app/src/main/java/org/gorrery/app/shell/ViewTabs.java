package org.gorrery.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/// The views of a document, one in sight; only that one is fed.
final class ViewTabs {
    private final List<ExplorerView> views;
    private final StackPane content = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final VBox pane = new VBox();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(-1);
    private Optional<RunPicture> newest = Optional.empty();

    ViewTabs(List<ExplorerView> views, Words words) {
        this.views = List.copyOf(views);
        var strip = new HBox();
        strip.getStyleClass().add("tab-strip");
        for (int i = 0; i < views.size(); i++) {
            strip.getChildren().add(tab(i, words));
        }
        content.getStyleClass().add("view-content");
        content.setId("view");
        content.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        pane.getChildren().setAll(strip, content);
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

    /// Feeds the view in sight.
    void show(RunPicture picture) {
        newest = Optional.of(picture);
        current().ifPresent(view -> view.show(picture));
    }
}
