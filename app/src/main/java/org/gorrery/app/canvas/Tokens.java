package org.gorrery.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.app.bridge.GState;

/// The colours that painters may ask for, as dense numbers; their values stand in the style sheets.
public final class Tokens {
    /// Families of flame graph colours, in the order of [#flame].
    public static final List<String> FLAME =
            List.of("main", "runtime", "maps", "slices", "fmt", "sync", "other", "found");

    /// Steps of size class colours.
    public static final int CLASS_STEPS = 10;

    /// Steps of a comparison, from much less to much more.
    public static final int DIFF_STEPS = 7;

    private static final List<String> NAMES = names();
    private static final Map<String, Integer> IDS = ids();

    public static final int BG = id("-g-bg");
    public static final int INSET = id("-g-inset");
    public static final int SUB = id("-g-sub");
    public static final int OVER = id("-g-over");
    public static final int HOVER = id("-g-hover");
    public static final int BORDER_MUTED = id("-g-border-muted");
    public static final int BORDER = id("-g-border");
    public static final int BORDER_STRONG = id("-g-border-strong");
    public static final int FG = id("-g-fg");
    public static final int FG_MUTED = id("-g-fg-muted");
    public static final int FG_SUBTLE = id("-g-fg-subtle");
    public static final int ACCENT = id("-g-accent");
    public static final int ACCENT_FILL = id("-g-accent-fill");
    public static final int ON_ACCENT = id("-g-on-accent");
    public static final int CURSOR = id("-g-cursor");
    public static final int ON_CURSOR = id("-g-on-cursor");
    public static final int WARN = id("-g-warn");
    public static final int BAD = id("-g-bad");
    public static final int STOP = id("-g-state-stop");
    public static final int STOP_INK = id("-g-ink-stop");
    public static final int STACK = id("-g-span-stack");
    public static final int STACK_TINT = id("-g-span-stack-tint");
    public static final int FREE = id("-g-span-free");
    public static final int RETURNED = id("-g-span-returned");
    public static final int CHANGED = id("-g-span-changed");
    public static final int SWEEP_TERM = id("-g-plot-sweep");
    public static final int MARK_TERM = id("-g-plot-mark");

    private static final int STATE = id("-g-state-running");
    private static final int TINT = id("-g-tint-running");
    private static final int LETTER = id("-g-letter-running");
    private static final int INK = id("-g-ink-running");
    private static final int CLASS = id("-g-class-0");
    private static final int FLAME_FILL = id("-g-flame-main");

    private static final int DIFF = id("-g-diff-0");

    private Tokens() {}

    private static List<String> names() {
        var out = new ArrayList<String>();
        for (String n :
                ("bg inset sub over hover border-muted border border-strong fg fg-muted fg-subtle accent accent-fill"
                                + " on-accent cursor on-cursor warn bad span-stack span-stack-tint span-free"
                                + " span-returned span-changed plot-sweep plot-mark")
                        .split(" ")) {
            out.add("-g-" + n);
        }
        for (String kind : List.of("state", "tint", "letter", "ink")) {
            for (GState s : GState.values()) {
                out.add(s.token().replace("-g-state-", "-g-" + kind + "-"));
            }
            out.add("-g-" + kind + "-stop");
        }
        for (String kind : List.of("", "tint-", "edge-", "ink-")) {
            for (int i = 0; i < CLASS_STEPS; i++) {
                out.add("-g-class-" + kind + i);
            }
        }
        FLAME.forEach(f -> out.add("-g-flame-" + f));
        FLAME.forEach(f -> out.add("-g-flame-text-" + f));
        for (String kind : List.of("", "text-")) {
            for (int i = 0; i < DIFF_STEPS; i++) {
                out.add("-g-diff-" + kind + i);
            }
        }
        return List.copyOf(out);
    }

    private static Map<String, Integer> ids() {
        var out = new HashMap<String, Integer>();
        for (int i = 0; i < NAMES.size(); i++) {
            out.put(NAMES.get(i), i);
        }
        return Map.copyOf(out);
    }

    private static int id(String name) {
        Integer id = IDS.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no such colour: " + name);
        }
        return id;
    }

    /// All names, by number.
    public static List<String> all() {
        return NAMES;
    }

    /// The full colour of a state.
    public static int state(GState s) {
        return STATE + s.ordinal();
    }

    /// The ground of a state that recedes.
    public static int tint(GState s) {
        return TINT + s.ordinal();
    }

    /// A state's letter on its tint.
    public static int letter(GState s) {
        return LETTER + s.ordinal();
    }

    /// Text on a state's full colour.
    public static int ink(GState s) {
        return INK + s.ordinal();
    }

    /// The full colour of a step of size classes.
    public static int sizeClass(int step) {
        return CLASS + step;
    }

    /// The unoccupied part of a span.
    public static int sizeClassTint(int step) {
        return CLASS + CLASS_STEPS + step;
    }

    /// The darker top and base line of a span.
    public static int sizeClassEdge(int step) {
        return CLASS + 2 * CLASS_STEPS + step;
    }

    /// Text on the full colour of a step.
    public static int sizeClassInk(int step) {
        return CLASS + 3 * CLASS_STEPS + step;
    }

    /// Fill of a family of the flame graph.
    public static int flame(int family) {
        return FLAME_FILL + family;
    }

    /// Text on a family of the flame graph.
    public static int flameText(int family) {
        return FLAME_FILL + FLAME.size() + family;
    }

    /// Fill of a step of a comparison.
    public static int diff(int step) {
        return DIFF + step;
    }

    /// Text on a step of a comparison.
    public static int diffText(int step) {
        return DIFF + DIFF_STEPS + step;
    }
}
