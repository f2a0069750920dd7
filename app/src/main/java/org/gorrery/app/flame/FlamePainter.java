package org.gorrery.app.flame;

import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.flame.FlameScene.Part;
import org.gorrery.formats.profile.FlamePivot;
import org.gorrery.formats.profile.FlameTree;

/// Draws flame graphs: width = value, hue = package, found frames stand out. What is below half a pixel is skipped with
/// all it called, so cost follows the pixels.
final class FlamePainter {
    private static final double LEAST_PIXELS = 0.5;
    private static final double GAP = 24;

    private final Words words;

    FlamePainter(Words words) {
        this.words = words;
    }

    void paint(FlameScene s, DrawList dense, DrawList over) {
        FlamePivot pivot = s.pivot();
        if (pivot == null) {
            tree(s, Part.WHOLE, dense, over);
        } else {
            tree(s, Part.CALLERS, dense, over);
            tree(s, Part.CALLEES, dense, over);
            bar(s, pivot, dense, over);
        }
        dense.tag(-1);
        over.tag(-1);
        head(s, dense, over);
    }

    private void tree(FlameScene s, Part part, DrawList dense, DrawList over) {
        FlameTree tree = s.treeOf(part);
        double right = s.axis().left() + s.axis().width();
        int node = part == Part.WHOLE ? 0 : 1;
        while (node < tree.size()) {
            double x0 = s.axis().x(tree.start(node));
            double x1 = s.axis().x(tree.start(node) + tree.total(node));
            if (x1 - x0 < LEAST_PIXELS || x1 <= s.axis().left() || x0 >= right) {
                node = tree.end(node);
                continue;
            }
            double y = s.y(part, tree.depth(node));
            if (y > FlameScene.HEAD - FlameScene.ROW && y < s.height()) {
                dense.tag(node);
                over.tag(node);
                frame(
                        s,
                        part,
                        tree,
                        node,
                        Math.max(x0, s.axis().left()),
                        Math.min(x1, right),
                        y,
                        dense,
                        over);
            }
            node++;
        }
    }

    private void frame(
            FlameScene s,
            Part part,
            FlameTree tree,
            int node,
            double x0,
            double x1,
            double y,
            DrawList dense,
            DrawList over) {
        int frame = tree.frame(node);
        boolean found = frame >= 0 && frame < s.found().length && s.found()[frame];
        String name = node == 0 ? words.get("flame.all") : shortName(tree.name(node));
        int family = node == 0 ? 6 : found ? 7 : family(tree.name(node));
        double w = x1 - x0 > 3 ? x1 - x0 - 1 : Math.max(1, x1 - x0);
        boolean compared = tree.isDiff() && !found;
        int fill = Tokens.flame(family);
        int ink = Tokens.flameText(family);
        if (compared) {
            int step = Change.step(tree.total(node), tree.base(node));
            fill = Tokens.diff(step);
            ink = Tokens.diffText(step);
        }
        dense.fill(x0, y, w, FlameScene.ROW - 1, fill);
        if (compared && tree.base(node) == 0 && node > 0) {
            dense.hatchOver(x0, y, w, FlameScene.ROW - 1, ink, 0.35);
        }
        if (x1 - x0 > 26 && y >= FlameScene.HEAD) {
            // Where the whole name does not fit, the package goes first: the hue tells it.
            boolean fits = Face.LEGEND.estimate(name) <= w - 7;
            String shown = fits ? name : name.substring(name.indexOf('.') + 1);
            if (compared) {
                // The sign is told by more than colour.
                shown +=
                        "  "
                                + Change.text(
                                        tree.total(node), tree.base(node), words.get("flame.new"));
            }
            over.text(shown, x0 + 4, y + 13, w - 7, Face.LEGEND, ink);
        }
        if (s.hovered().part() == part && s.hovered().node() == node) {
            over.frame(x0, y, w, FlameScene.ROW - 1, Tokens.FG, 1.5);
        }
    }

    private void bar(FlameScene s, FlamePivot pivot, DrawList dense, DrawList over) {
        double y = s.y(Part.PIVOT, 0);
        dense.tag(0);
        dense.fill(s.axis().left(), y, s.axis().width(), FlameScene.ROW + 1, Tokens.ACCENT_FILL);
        String name = s.tree().frames().name(pivot.frame());
        over.text(
                name,
                s.axis().left() + 6,
                y + 13.5,
                s.axis().width() / 2,
                Face.BODY_BOLD,
                Tokens.ON_ACCENT);
        String facts =
                words.get(
                        "flame.pivot",
                        value(pivot.total(), s.unit()),
                        Figures.percent((double) pivot.total() / Math.max(1, s.tree().total(0))),
                        value(pivot.self(), s.unit()));
        over.textRight(
                facts,
                s.axis().left(),
                y + 13.5,
                s.axis().width() - 8,
                Face.LEGEND,
                Tokens.ON_ACCENT);
    }

    /// How to read the picture, and what its colours mean as far as there is room.
    private void head(FlameScene s, DrawList dense, DrawList over) {
        dense.fill(0, 0, s.width(), FlameScene.HEAD, Tokens.BG);
        over.fill(0, 0, s.width(), FlameScene.HEAD, Tokens.BG);
        double right = s.width() - 12;
        if (s.tree().isDiff() && s.pivot() == null) {
            double left = changeLegend(right, over);
            reading(s, left - GAP, over);
        } else {
            families(12 + reading(s, right, over) + GAP, right, over);
        }
    }

    /// Says how to read the picture, without what a click does where there is no room for that.
    ///
    /// @param right where the text has to end
    /// @return its width
    private double reading(FlameScene s, double right, DrawList over) {
        String order = words.get(s.icicle() || s.pivot() != null ? "flame.down" : "flame.up");
        String more = words.get(s.pivot() != null ? "flame.width" : "flame.click");
        String whole = words.get("flame.read", order, more);
        String text = 12 + Face.LEGEND.estimate(whole) <= right ? whole : order;
        over.text(text, 12, 18, Math.max(0, right - 12), Face.LEGEND, Tokens.FG_MUTED);
        return Face.LEGEND.estimate(text);
    }

    private void families(double left, double right, DrawList over) {
        double x = right;
        for (int f = Tokens.FLAME.size() - 1; f >= 0; f--) {
            String family = words.get("flame.family-" + Tokens.FLAME.get(f));
            double w = Face.LEGEND.estimate(family) + 34;
            x -= w;
            if (x < left) {
                break;
            }
            over.fill(x, 9, 14, 10, Tokens.flame(f));
            over.fill(x, 18, 14, 1, Tokens.flameText(f));
            over.text(family, x + 19, 18, w, Face.LEGEND, Tokens.FG_MUTED);
        }
    }

    /// Seven steps from less to more.
    ///
    /// @return where it begins
    private double changeLegend(double right, DrawList over) {
        String less = words.get("flame.less");
        String more = words.get("flame.more");
        double x = right - Face.LEGEND.estimate(more);
        over.text(more, x, 18, 80, Face.LEGEND, Tokens.FG_MUTED);
        x -= 7 * 20 + 8;
        for (int step = 0; step < 7; step++) {
            over.fill(x + step * 20, 9, 19, 10, Tokens.diff(step));
        }
        x -= Face.LEGEND.estimate(less) + 8;
        over.text(less, x, 18, 80, Face.LEGEND, Tokens.FG_MUTED);
        return x;
    }

    /// The hue of a function's package.
    static int family(String function) {
        String name = function.substring(function.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        boolean runtime =
                function.startsWith("runtime/") || function.startsWith("internal/runtime/");
        String own = dot < 0 ? "" : name.substring(0, dot);
        String pkg = runtime && !own.equals("maps") ? "runtime" : own;
        return switch (pkg) {
            case "main" -> 0;
            case "runtime" -> 1;
            case "maps", "" -> 2;
            case "slices", "sort", "strings", "strconv", "bytes" -> 3;
            case "fmt" -> 4;
            case "sync", "atomic" -> 5;
            default -> 6;
        };
    }

    static String shortName(String function) {
        int bracket = function.indexOf('[');
        int slash = function.lastIndexOf('/', bracket < 0 ? function.length() : bracket);
        String tail = function.startsWith("runtime/") ? function : function.substring(slash + 1);
        int args = tail.indexOf('[');
        int close = tail.lastIndexOf(']');
        return args >= 0 && close > args + 4
                ? tail.substring(0, args) + "[…]" + tail.substring(close + 1)
                : tail;
    }

    /// A value in its unit.
    static String value(long v, String unit) {
        return switch (unit) {
            case "nanoseconds" -> Figures.duration(v);
            case "bytes" -> Figures.bytes(v);
            default -> Figures.count(v);
        };
    }
}
