package org.gorrery.app.canvas;

import java.util.Objects;
import javafx.scene.input.KeyEvent;

/// Keys that work wherever the focus is inside a view.
public final class ViewKeys {
    /// A key and the key of the words for what it does.
    public record Key(String keys, String meaning) {}

    private ViewKeys() {}

    /// Lets the keys for it open a view's search: those that write a sign only where the picture has the focus.
    public static void install(ExplorerView view, KeyMap keys) {
        view.node()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        e -> {
                            boolean picture = Objects.equals(e.getTarget(), view.focusTarget());
                            Stroke.of(e)
                                    .filter(s -> picture || !s.writes())
                                    .flatMap(keys::inView)
                                    .filter(a -> a == KeyAction.FIND)
                                    .ifPresent(a -> {
                                        view.find();
                                        e.consume();
                                    });
                        });
    }
}
