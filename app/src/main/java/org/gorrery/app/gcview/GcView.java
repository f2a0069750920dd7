package org.gorrery.app.gcview;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.ViewContext;

/// Pauses and cycles of the collector.
public final class GcView implements ExplorerView {
    private final StackPane root = new StackPane();

    /// An empty view.
    public GcView(ViewContext context) {
        root.setAccessibleText(context.words().get(titleKey()));
    }

    @Override
    public String id() {
        return "gc";
    }

    @Override
    public String titleKey() {
        return "view.gc";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
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
