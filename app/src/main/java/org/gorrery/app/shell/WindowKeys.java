package org.gorrery.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.gorrery.app.canvas.KeyAction;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Stroke;
import org.jspecify.annotations.Nullable;

/// The keys of the window itself. Keys that write a sign are left to fields and editor while these have the focus.
final class WindowKeys {
    private final KeyMap keys;
    private final Consumer<KeyAction> act;
    private final IntConsumer view;
    private final Map<String, Runnable> characters = new LinkedHashMap<>();

    /// Keys of a window.
    ///
    /// @param act does what a key is bound to
    /// @param view shows a view by its number from 0: the digits, with or without Ctrl
    WindowKeys(KeyMap keys, Consumer<KeyAction> act, IntConsumer view) {
        this.keys = keys;
        this.act = act;
        this.view = view;
        for (int i = 0; i < 9; i++) {
            int index = i;
            onCharacter(Integer.toString(i + 1), () -> view.accept(index));
        }
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
                    boolean text = takesText(scene.getFocusOwner());
                    boolean known =
                            Stroke.of(e)
                                    .map(s ->
                                            keys.captured(s)
                                                    || (!text || !s.writes()) && pressed(s))
                                    .orElse(false);
                    if (known) {
                        e.consume();
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

    private boolean pressed(Stroke stroke) {
        Optional<KeyAction> action = keys.inWindow(stroke);
        action.ifPresent(act);
        if (action.isPresent()) {
            return true;
        }
        int digit = stroke.code().compareTo(KeyCode.DIGIT1);
        boolean chosen =
                stroke.ctrl() && !stroke.alt() && !stroke.shift() && digit >= 0 && digit < 9;
        if (chosen) {
            view.accept(digit);
        }
        return chosen;
    }

    private static boolean takesText(@Nullable Node focused) {
        return focused instanceof TextInputControl field && field.isEditable()
                || focused instanceof GenericStyledArea<?, ?, ?> area && area.isEditable();
    }
}
