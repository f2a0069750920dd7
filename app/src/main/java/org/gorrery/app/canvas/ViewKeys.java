package org.gorrery.app.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys that work wherever the focus is inside a view.
public final class ViewKeys {
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /// A key and the key of the words for what it does.
    public record Key(String keys, String meaning) {}

    private ViewKeys() {}

    /// Lets Ctrl-F, and `/` outside of text fields, open a view's search.
    public static void install(ExplorerView view) {
        view.node()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        e -> {
                            boolean slash =
                                    e.getCode() == KeyCode.SLASH
                                            && !e.isShiftDown()
                                            && java.util.Objects.equals(
                                                    e.getTarget(), view.focusTarget());
                            if (FIND.match(e) || slash) {
                                view.find();
                                e.consume();
                            }
                        });
    }
}
