package org.gorrery.app.canvas;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import org.gorrery.app.bridge.RunPicture;

/// One view of the explorer, as the window and the snapshot command handle it. On the FX thread only.
public interface ExplorerView {
    /// Its name in files and settings, such as `timeline`.
    String id();

    /// Key of its title in the words.
    String titleKey();

    /// Literal of its icon, as Ikonli names it.
    String icon();

    /// What is put into the window; takes the keyboard's focus.
    Parent node();

    /// The part of the window that says what is drawn in: the dense picture itself.
    Node focusTarget();

    /// Shows a newer picture of a run.
    void show(RunPicture picture);

    /// Whether it needs heap snapshots while in sight.
    default boolean needsHeap() {
        return false;
    }

    /// Whether it needs goroutine snapshots while in sight.
    default boolean needsGoroutines() {
        return false;
    }

    /// Its own keys, beside those that all views have: pairs of the key and the words' key of what it does.
    default List<ViewKeys.Key> keys() {
        return List.of();
    }

    /// Opens its search.
    void find();

    /// Shows everything.
    void fit();

    /// The view as a picture of a size, laid out for it, with the style sheets of the scene it is in.
    default WritableImage picture(int widthPixels, int heightPixels) {
        return ViewPictures.of(node(), widthPixels, heightPixels);
    }
}
