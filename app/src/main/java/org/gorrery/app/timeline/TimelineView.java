package org.gorrery.app.timeline;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.ViewContext;

/// The goroutine timeline.
public final class TimelineView implements ExplorerView {
    private final StackPane root = new StackPane();

    /// An empty view.
    public TimelineView(ViewContext context) {
        root.setAccessibleText(context.words().get(titleKey()));
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public String titleKey() {
        return "view.timeline";
    }

    @Override
    public String icon() {
        return "mdi2c-chart-gantt";
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public Node focusTarget() {
        return root;
    }

    @Override
    public void show(RunPicture picture) {
        root.setId(id());
    }

    @Override
    public void find() {
        root.requestFocus();
    }

    @Override
    public void fit() {
        root.requestLayout();
    }
}
