package org.gorrery.app.heapview;

import static org.gorrery.app.heapview.HeapScene.LEFT;
import static org.gorrery.app.heapview.HeapScene.LEGEND;
import static org.gorrery.app.heapview.HeapScene.TOP;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.HeapSnapshot.Span;
import org.gorrery.event.HeapSnapshot.SpanState;

/// Draws the heap span by span: hue = size class, height of the fill = occupancy. The strip at the right shows all rows at once.
final class HeapPainter {
    private static final List<String> STEPS =
            List.of(
                    "8–16",
                    "24–32",
                    "48–64",
                    "80–128",
                    "144–256",
                    "288–512",
                    "576–1 024",
                    "1 152–4 096",
                    "4 864–32 768");

    private final Words words;

    HeapPainter(Words words) {
        this.words = words;
    }

    void paint(HeapScene scene, DrawList dense, DrawList over) {
        for (int row = scene.firstRow(); row < scene.pastRow(); row++) {
            row(scene, row, dense, over);
        }
        dense.tag(-1);
        over.tag(-1);
        dense.fill(0, 0, scene.width(), TOP, Tokens.BG);
        dense.fill(0, scene.height() - LEGEND, scene.width(), LEGEND, Tokens.BG);
        title(scene, over);
        strip(scene, dense, over);
        legend(scene, dense, over);
    }

    private void row(HeapScene scene, int row, DrawList dense, DrawList over) {
        HeapLayout layout = scene.layout();
        double top = scene.rowTop(row);
        double h = scene.rowHeight() - 4;
        boolean whole = top >= TOP - 1 && top + h <= scene.height() - LEGEND;
        if (whole) {
            over.textRight(
                    Figures.address(layout.base(row)),
                    8,
                    top + h / 2 + 4,
                    LEFT - 18,
                    Face.RULER,
                    Tokens.FG_MUTED);
        }
        long base = layout.base(row);
        long end = base + layout.pagesPerRow() * HeapLayout.PAGE;
        List<Span> spans = layout.heap().spans();
        for (int i = layout.firstAfter(base); i < spans.size() && spans.get(i).base() < end; i++) {
            Span s = spans.get(i);
            double x0 =
                    LEFT + Math.max(0, (double) (s.base() - base) / HeapLayout.PAGE) * scene.cell();
            long to = Math.min(end, s.base() + s.pages() * HeapLayout.PAGE);
            double x1 = LEFT + (double) (to - base) / HeapLayout.PAGE * scene.cell();
            dense.tag(i);
            over.tag(i);
            span(scene, s, i, x0, top, Math.max(1, x1 - x0 - (scene.cell() > 3 ? 1 : 0)), h, dense);
            if (whole && x1 - x0 > 44) {
                name(s, x0, x1 - x0, top + h / 2 + 4, over);
            }
        }
    }

    private static void span(
            HeapScene scene,
            Span s,
            int i,
            double x,
            double y,
            double w,
            double h,
            DrawList dense) {
        switch (s.state()) {
            case IN_USE -> {
                int step = HeapLayout.step(s);
                double full = Math.round(h * HeapScene.occupancy(s));
                dense.fill(x, y, w, h, Tokens.sizeClassTint(step));
                dense.fill(x, y + h - full, w, full, Tokens.sizeClass(step));
                dense.fill(x, y + h - Math.max(1, full), w, 1, Tokens.sizeClassEdge(step));
                dense.fill(x, y + h - 1, w, 1, Tokens.sizeClassEdge(step));
            }
            case STACK -> {
                dense.texture(DrawList.Kind.HATCH, x, y, w, h, Tokens.STACK, Tokens.STACK_TINT);
                dense.frame(x, y, w, h, Tokens.STACK, 1);
            }
            case FREE -> dense.frame(x, y, w, h, Tokens.FREE, 1);
            case SCAVENGED -> {
                dense.texture(DrawList.Kind.DOTS, x, y, w, h, Tokens.RETURNED, Tokens.BG);
                dense.frame(x, y, w, h, Tokens.FREE, 1);
            }
        }
        if (!scene.found().isEmpty() && !scene.found().get(i)) {
            dense.wash(x, y, w, h, Tokens.BG, 0.72);
        }
        if (scene.changed().get(i) && w > 3) {
            dense.frame(x, y, w, h, Tokens.CHANGED, 2);
        }
        if (scene.selected() == i) {
            dense.frame(x - 2, y - 2, w + 4, h + 4, Tokens.ACCENT, 2);
        }
    }

    private static void name(Span s, double x, double w, double base, DrawList over) {
        if (s.state() != SpanState.IN_USE) {
            return;
        }
        int step = HeapLayout.step(s);
        boolean large = s.sizeClass() == 0;
        if (large || s.elemBytes() >= 4096) {
            String text = Figures.bytes(large ? s.pages() * HeapLayout.PAGE : s.elemBytes());
            boolean onFill = HeapScene.occupancy(s) > 0.5;
            over.text(
                    text,
                    x + 5,
                    base,
                    w - 8,
                    Face.FIGURES,
                    onFill ? Tokens.sizeClassInk(step) : Tokens.FG);
        }
    }

    private void title(HeapScene scene, DrawList over) {
        HeapSnapshot heap = scene.layout().heap();
        long reserved = heap.arenas().stream().mapToLong(HeapSnapshot.Arena::bytes).sum();
        String head = words.get("heap.arenas", heap.arenas().size());
        over.text(head, 12, 18, 140, Face.TITLE, Tokens.FG);
        over.text(
                words.get(
                        "heap.facts",
                        Figures.bytes(reserved),
                        Figures.bytes(heap.stats().heapInuse()),
                        Figures.bytes(heap.stats().heapIdle()),
                        Figures.count(heap.spans().size())),
                12 + Face.TITLE.estimate(head) + 20,
                18,
                scene.width() - 200,
                Face.LEGEND,
                Tokens.FG_MUTED);
    }

    /// Every row as a line of its size classes, with a frame around what the grid shows.
    private static void strip(HeapScene scene, DrawList dense, DrawList over) {
        double x = scene.width() - HeapScene.STRIP;
        double h = scene.gridHeight();
        double w = 16;
        HeapLayout layout = scene.layout();
        double rowHeight = Math.min(4, h / Math.max(1, layout.rows()));
        for (int row = 0; row < layout.rows(); row++) {
            double y = TOP + row * rowHeight;
            long base = layout.base(row);
            long end = base + layout.pagesPerRow() * HeapLayout.PAGE;
            for (int i = layout.firstAfter(base); i < layout.heap().spans().size(); i++) {
                Span s = layout.heap().spans().get(i);
                if (s.base() >= end) {
                    break;
                }
                double x0 = Math.max(0, (double) (s.base() - base) / (end - base)) * w;
                double x1 =
                        Math.min(
                                        1,
                                        (double) (s.base() + s.pages() * HeapLayout.PAGE - base)
                                                / (end - base))
                                * w;
                int color =
                        switch (s.state()) {
                            case IN_USE -> Tokens.sizeClass(HeapLayout.step(s));
                            case STACK -> Tokens.STACK;
                            case FREE -> Tokens.SUB;
                            case SCAVENGED -> Tokens.BG;
                        };
                dense.fill(x + x0, y, Math.max(1, x1 - x0), Math.max(1, rowHeight), color);
            }
        }
        dense.frame(
                x - 1,
                TOP - 1,
                w + 2,
                Math.min(h, layout.rows() * rowHeight) + 2,
                Tokens.BORDER,
                1);
        double seen = Math.min(1, scene.gridHeight() / Math.max(1, scene.contentHeight()));
        double all = layout.rows() * rowHeight;
        double y = TOP + scene.scroll() / Math.max(1, scene.contentHeight()) * all;
        over.frame(x - 3, y - 2, w + 6, Math.max(4, all * seen) + 4, Tokens.ACCENT, 2);
    }

    private void legend(HeapScene scene, DrawList dense, DrawList over) {
        double y = scene.height() - LEGEND + 6;
        over.text(words.get("heap.legend-class"), 12, y + 11, 104, Face.LEGEND, Tokens.FG_MUTED);
        double x = LEFT;
        boolean wide = classKeys(true) <= scene.width() - 4;
        for (int i = 0; i < Tokens.CLASS_STEPS; i++) {
            String text = classKey(i, wide);
            dense.fill(x, y + 1, 13, 12, Tokens.sizeClass(i));
            over.text(text, x + 17, y + 11, 90, Face.RULER, Tokens.FG_MUTED);
            x += 17 + Face.RULER.estimate(text) + 9;
        }
        states(scene, y + 20, dense, over);
    }

    /// The legend of what a page can be besides.
    private void states(HeapScene scene, double y, DrawList dense, DrawList over) {
        over.text(words.get("heap.legend-fill"), 12, y + 11, 104, Face.LEGEND, Tokens.FG_MUTED);
        double x = LEFT;
        x = key(scene, x, y, "heap.free", over, at -> framed(dense, at, y, Tokens.FREE, 1));
        x =
                key(
                        scene,
                        x,
                        y,
                        "heap.returned",
                        over,
                        at -> {
                            var dots = DrawList.Kind.DOTS;
                            dense.texture(dots, at, y + 1, 16, 12, Tokens.RETURNED, Tokens.BG);
                            framed(dense, at, y, Tokens.FREE, 1);
                        });
        x =
                key(
                        scene,
                        x,
                        y,
                        "heap.stack",
                        over,
                        at -> {
                            var hatch = DrawList.Kind.HATCH;
                            dense.texture(
                                    hatch, at, y + 1, 16, 12, Tokens.STACK, Tokens.STACK_TINT);
                            framed(dense, at, y, Tokens.STACK, 1);
                        });
        x = key(scene, x, y, "heap.changed", over, at -> framed(dense, at, y, Tokens.CHANGED, 2));
        key(scene, x, y, "heap.selected", over, at -> framed(dense, at, y, Tokens.ACCENT, 2));
    }

    /// The frame of a swatch in the line at `y`.
    private static void framed(DrawList dense, double x, double y, int token, double thickness) {
        dense.frame(x, y + 1, 16, 12, token, thickness);
    }

    /// Where the legend of the size classes ends.
    private double classKeys(boolean wide) {
        double x = LEFT;
        for (int i = 0; i < Tokens.CLASS_STEPS; i++) {
            x += 17 + Face.RULER.estimate(classKey(i, wide)) + 9;
        }
        return x;
    }

    /// The sizes of a step; where there is little room, only the largest.
    private String classKey(int step, boolean wide) {
        if (step == STEPS.size()) {
            return words.get("heap.large");
        }
        String text = STEPS.get(step);
        return wide ? text : text.substring(text.indexOf('–') + 1);
    }

    /// One entry of the legend; left out where there is no room for all of it.
    private double key(
            HeapScene scene, double x, double y, String key, DrawList over, DoubleConsumer swatch) {
        String text = words.get(key);
        double end = x + 22 + Face.LEGEND.estimate(text);
        if (end > scene.width() - 4) {
            return x;
        }
        swatch.accept(x);
        over.text(text, x + 22, y + 11, 200, Face.LEGEND, Tokens.FG_MUTED);
        return end + 18;
    }
}
