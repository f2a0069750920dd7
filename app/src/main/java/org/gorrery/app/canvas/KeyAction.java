package org.gorrery.app.canvas;

import java.util.List;

/// What a key can be bound to, with its keys where nobody chose others.
public enum KeyAction {
    RUN(true, "key.run", "F5", "Ctrl+R"),
    DEBUG(true, "key.debug", "Ctrl+F5"),
    STOP(true, "key.stop", "Shift+F5"),
    PAUSE(true, "key.pause", "F6"),
    STEP_OVER(true, "key.step-over", "F10"),
    STEP_IN(true, "key.step-in", "F11"),
    STEP_OUT(true, "key.step-out", "Shift+F11"),
    BREAKPOINT(true, "key.breakpoint", "F9"),
    OPEN(true, "key.open", "Ctrl+O"),
    CLOSE(true, "key.close", "Ctrl+W"),
    COMMANDS(true, "key.commands", "Ctrl+Shift+P"),
    LARGER(true, "scale.larger", "Ctrl+Plus", "Ctrl+=", "Ctrl+Shift+=", "Ctrl+Num+"),
    SMALLER(true, "scale.smaller", "Ctrl+-", "Ctrl+Num-"),
    NORMAL_SIZE(true, "scale.normal", "Ctrl+0", "Ctrl+Num0"),
    THEME(true, "theme", "Ctrl+F9"),
    PROJECTOR(true, "projector", "Ctrl+F10"),
    PALETTE(true, "palette", "Ctrl+F11"),
    HELP(true, "key.help", "F1"),
    FIND(false, "key.find", "Ctrl+F", "/"),
    ZOOM_IN(false, "key.zoom-in", "W", "Plus", "Num+", "="),
    ZOOM_OUT(false, "key.zoom-out", "S", "-", "Num-"),
    LEFT(false, "key.left", "A", "←"),
    RIGHT(false, "key.right", "D", "→"),
    UP(false, "key.up", "↑"),
    DOWN(false, "key.down", "↓"),
    FIT(false, "key.fit", "0", "Num0", "Ctrl+Home"),
    SELECTION(false, "key.selection", "F"),
    NEXT(false, "key.next", "."),
    PREVIOUS(false, "key.previous", ","),
    UNDO(false, "key.undo", "Ctrl+Z", "Alt+←"),
    REDO(false, "key.redo", "Ctrl+Y", "Alt+→");

    private final boolean window;
    private final String meaning;
    private final List<Stroke> keys;

    KeyAction(boolean window, String meaning, String... keys) {
        this.window = window;
        this.meaning = meaning;
        this.keys = KeyMap.strokes(List.of(keys));
    }

    /// Whether it works wherever the focus is; else inside a view.
    public boolean window() {
        return window;
    }

    /// Key of the words for what it does.
    public String meaning() {
        return meaning;
    }

    /// Its keys where nobody chose others.
    public List<Stroke> standard() {
        return keys;
    }
}
