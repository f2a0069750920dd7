package org.gorrery.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which key does what: the standard, a preset, or what the user chose. On the FX thread.
///
/// A key does one thing within the window or within a view: where it is given to another action, it is taken from the
/// first. A key of the window wins over one of a view.
public final class KeyMap {
    /// Keys that users of another viewer have in their fingers.
    public enum Preset {
        /// As the standard: W, S, A and D zoom and pan, as in Perfetto.
        PERFETTO(Map.of()),
        /// Letters are left alone, arrows and the wheel move, as in gotraceui.
        GOTRACEUI(
                Map.of(
                        KeyAction.ZOOM_IN, List.of("Plus", "Num+", "="),
                        KeyAction.ZOOM_OUT, List.of("-", "Num-"),
                        KeyAction.LEFT, List.of("←"),
                        KeyAction.RIGHT, List.of("→"),
                        KeyAction.FIT, List.of("Ctrl+Home"),
                        KeyAction.COMMANDS, List.of("Ctrl+Shift+P", "Ctrl+P"),
                        KeyAction.FIND, List.of("Ctrl+F", "G")));

        private final Map<KeyAction, List<String>> keys;

        Preset(Map<KeyAction, List<String>> keys) {
            this.keys = keys;
        }
    }

    private final Map<KeyAction, List<Stroke>> keys = new EnumMap<>(KeyAction.class);
    private final Map<Stroke, KeyAction> ofWindow = new HashMap<>();
    private final Map<Stroke, KeyAction> ofView = new HashMap<>();
    private @Nullable Consumer<Stroke> capture;
    private final List<Runnable> listeners = new ArrayList<>();

    /// The standard.
    public KeyMap() {
        preset(Preset.PERFETTO);
    }

    static List<Stroke> strokes(List<String> texts) {
        return texts.stream()
                .map(t ->
                        Stroke.parse(t)
                                .orElseThrow(() -> new IllegalArgumentException("no key " + t)))
                .toList();
    }

    /// Whom to tell of every change.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Takes all keys of a preset.
    public void preset(Preset preset) {
        keys.clear();
        for (KeyAction action : KeyAction.values()) {
            List<String> other = preset.keys.get(action);
            keys.put(action, other == null ? action.standard() : strokes(other));
        }
        changed();
    }

    /// The keys of an action, the one to be shown first.
    public List<Stroke> of(KeyAction action) {
        return keys.getOrDefault(action, List.of());
    }

    /// The first key of an action as people read it; empty for none.
    public String shown(KeyAction action) {
        return of(action).stream().findFirst().map(Stroke::shown).orElse("");
    }

    /// All keys of an action as people read them.
    public String allShown(KeyAction action) {
        return of(action).stream().map(Stroke::shown).collect(Collectors.joining("  "));
    }

    /// Hands the next key to somebody who wants to know it; null for nobody.
    public void captureNext(@Nullable Consumer<Stroke> next) {
        capture = next;
    }

    /// Whether somebody wanted to know the next key, and now does.
    public boolean captured(Stroke stroke) {
        Consumer<Stroke> next = capture;
        capture = null;
        if (next != null) {
            next.accept(stroke);
        }
        return next != null;
    }

    /// What a key does in the window.
    public Optional<KeyAction> inWindow(Stroke stroke) {
        return Optional.ofNullable(ofWindow.get(stroke));
    }

    /// What a key does in a view; Shift makes it faster only.
    public Optional<KeyAction> inView(Stroke stroke) {
        return Optional.ofNullable(ofView.get(stroke))
                .or(() -> Optional.ofNullable(ofView.get(stroke.plain())));
    }

    /// Gives an action one key, in place of all it had.
    public void bind(KeyAction action, Stroke stroke) {
        keys.replaceAll((a, old) ->
                a.window() == action.window()
                        ? old.stream().filter(s -> !s.equals(stroke)).toList()
                        : old);
        keys.put(action, List.of(stroke));
        changed();
    }

    private void changed() {
        ofWindow.clear();
        ofView.clear();
        keys.forEach((action, strokes) ->
                strokes.forEach(s -> (action.window() ? ofWindow : ofView).put(s, action)));
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /// What differs from the standard, to be kept: one line for each action.
    public Properties changes() {
        var out = new Properties();
        keys.forEach((action, strokes) -> {
            if (!strokes.equals(action.standard())) {
                out.setProperty(
                        name(action),
                        strokes.stream().map(Stroke::toString).collect(Collectors.joining(" ")));
            }
        });
        return out;
    }

    /// The standard with what [#changes] kept; lines that cannot be read are left out.
    public void restore(Properties kept) {
        preset(Preset.PERFETTO);
        for (KeyAction action : KeyAction.values()) {
            String texts = kept.getProperty(name(action));
            if (texts != null) {
                keys.put(
                        action,
                        Arrays.stream(texts.strip().split(" +"))
                                .flatMap(t -> Stroke.parse(t).stream())
                                .toList());
            }
        }
        changed();
    }

    private static String name(KeyAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
