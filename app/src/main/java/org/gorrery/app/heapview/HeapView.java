package org.gorrery.app.heapview;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.ViewContext;

/// The heap, span by span.
public final class HeapView implements ExplorerView {
    private final StackPane root = new StackPane();

    /// An empty view.
    public HeapView(ViewContext context) {
        root.setAccessibleText(context.words().get(titleKey()));
    }

    @Override
    public String id() {
        return "heap";
    }

    @Override
    public String titleKey() {
        return "view.heap";
    }

    @Override
    public String icon() {
        return "fth-grid";
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
