package org.gorrery.app.flame;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.ViewContext;

/// The flame graph.
public final class FlameView implements ExplorerView {
    private final StackPane root = new StackPane();

    /// An empty view.
    public FlameView(ViewContext context) {
        root.setAccessibleText(context.words().get(titleKey()));
    }

    @Override
    public String id() {
        return "profile";
    }

    @Override
    public String titleKey() {
        return "view.profile";
    }

    @Override
    public String icon() {
        return "mdi2f-fire";
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
