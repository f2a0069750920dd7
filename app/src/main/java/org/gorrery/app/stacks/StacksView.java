package org.gorrery.app.stacks;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.ViewContext;

/// The stacks of all goroutines.
public final class StacksView implements ExplorerView {
    private final StackPane root = new StackPane();

    /// An empty view.
    public StacksView(ViewContext context) {
        root.setAccessibleText(context.words().get(titleKey()));
    }

    @Override
    public String id() {
        return "stacks";
    }

    @Override
    public String titleKey() {
        return "view.stacks";
    }

    @Override
    public String icon() {
        return "fth-layers";
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
