package org.gorrery.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/// The keys of the window itself. Keys without Ctrl are left to fields and editor while these have the focus.
final class WindowKeys {
    private final Map<KeyCombination, Runnable> always = new LinkedHashMap<>();
    private final Map<String, Runnable> characters = new LinkedHashMap<>();

    /// A combination that acts wherever the focus is.
    WindowKeys on(String combination, Runnable action) {
        always.put(KeyCombination.valueOf(combination), action);
        return this;
    }

    /// A character that acts outside of text.
    WindowKeys onCharacter(String character, Runnable action) {
        characters.put(character, action);
        return this;
    }

    void install(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    for (var entry : always.entrySet()) {
                        if (entry.getKey().match(e)) {
                            entry.getValue().run();
                            e.consume();
                            return;
                        }
                    }
                });
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    Runnable action = characters.get(e.getCharacter());
                    if (action != null
                            && !e.isControlDown()
                            && !e.isAltDown()
                            && !e.isMetaDown()
                            && !takesText(scene.getFocusOwner())) {
                        action.run();
                        e.consume();
                    }
                });
    }

    private static boolean takesText(@org.jspecify.annotations.Nullable Node focused) {
        return focused instanceof TextInputControl field && field.isEditable()
                || focused instanceof GenericStyledArea<?, ?, ?> area && area.isEditable();
    }
}
