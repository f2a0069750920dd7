package org.gorrery.app.canvas;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key with its modifiers, as `Ctrl+Shift+P`; on a Mac, Ctrl stands for Command.
public record Stroke(KeyCode code, boolean ctrl, boolean shift, boolean alt) {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    /// Keys that are called by the sign they write.
    private static final Map<KeyCode, String> SIGNS =
            Map.ofEntries(
                    Map.entry(KeyCode.PLUS, "Plus"),
                    Map.entry(KeyCode.EQUALS, "="),
                    Map.entry(KeyCode.MINUS, "-"),
                    Map.entry(KeyCode.ADD, "Num+"),
                    Map.entry(KeyCode.SUBTRACT, "Num-"),
                    Map.entry(KeyCode.NUMPAD0, "Num0"),
                    Map.entry(KeyCode.SLASH, "/"),
                    Map.entry(KeyCode.PERIOD, "."),
                    Map.entry(KeyCode.COMMA, ","),
                    Map.entry(KeyCode.LEFT, "←"),
                    Map.entry(KeyCode.RIGHT, "→"),
                    Map.entry(KeyCode.UP, "↑"),
                    Map.entry(KeyCode.DOWN, "↓"));

    /// Reads what [#toString] writes; empty where there is no such key.
    public static Optional<Stroke> parse(String text) {
        String rest = text.strip();
        boolean ctrl = false;
        boolean shift = false;
        boolean alt = false;
        for (int plus = rest.indexOf('+'); plus > 0; plus = rest.indexOf('+')) {
            String head = rest.substring(0, plus);
            if (!head.equals("Ctrl") && !head.equals("Shift") && !head.equals("Alt")) {
                break;
            }
            ctrl |= head.equals("Ctrl");
            shift |= head.equals("Shift");
            alt |= head.equals("Alt");
            rest = rest.substring(plus + 1);
        }
        boolean[] modifiers = {ctrl, shift, alt};
        return code(rest).map(c -> new Stroke(c, modifiers[0], modifiers[1], modifiers[2]));
    }

    private static Optional<KeyCode> code(String name) {
        for (KeyCode code : KeyCode.values()) {
            if (name(code).equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static String name(KeyCode code) {
        return SIGNS.getOrDefault(code, code.getName());
    }

    /// The stroke of a key event; empty for a modifier alone.
    public static Optional<Stroke> of(KeyEvent e) {
        KeyCode code = e.getCode();
        return code.isModifierKey() || code == KeyCode.UNDEFINED
                ? Optional.empty()
                : Optional.of(
                        new Stroke(
                                code,
                                MAC ? e.isMetaDown() : e.isControlDown(),
                                e.isShiftDown(),
                                e.isAltDown()));
    }

    /// The same key without Shift, which views take for faster.
    Stroke plain() {
        return new Stroke(code, ctrl, false, alt);
    }

    /// Whether it writes a sign into a text, so that fields keep it for themselves.
    public boolean writes() {
        return !ctrl && !alt && !code.isFunctionKey() && code != KeyCode.ESCAPE;
    }

    /// As people read it.
    public String shown() {
        return toString().replaceAll("(?<=.)\\+(?=.)", " ");
    }

    @Override
    public String toString() {
        var out = new StringJoiner("+");
        if (ctrl) {
            out.add("Ctrl");
        }
        if (shift) {
            out.add("Shift");
        }
        if (alt) {
            out.add("Alt");
        }
        return out.add(name(code)).toString();
    }
}
