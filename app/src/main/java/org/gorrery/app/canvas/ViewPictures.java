package org.gorrery.app.canvas;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/// Pictures of nodes, in a window or not.
public final class ViewPictures {
    private ViewPictures() {}

    /// The node as drawn at a size. A node that stands alone is drawn in the dark theme.
    public static WritableImage of(Parent node, int widthPixels, int heightPixels) {
        if (node.getScene() != null && node.getParent() != null) {
            node.resize(widthPixels, heightPixels);
            node.applyCss();
            node.layout();
            return node.snapshot(null, new WritableImage(widthPixels, heightPixels));
        }
        var root = new StackPane(node);
        var scene = new Scene(root, widthPixels, heightPixels);
        Theme.DARK.applyTo(scene);
        try {
            root.applyCss();
            root.layout();
            return scene.snapshot(new WritableImage(widthPixels, heightPixels));
        } finally {
            root.getChildren().clear();
        }
    }
}
