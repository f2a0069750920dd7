package org.gorrery.app.heapview;

import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.HeapSnapshot.Span;

/// Draws the slots of one span: marked by the last collection, allocated since, or free.
final class SlotPainter {
    static final double LEGEND = 26;
    private static final double LEFT = 12;

    private final Words words;

    SlotPainter(Words words) {
        this.words = words;
    }

    /// Width of one slot's cell, so that all slots fit.
    static double cell(int slots, double width, double height) {
        double side = 22;
        while (side > 2
                && Math.ceil(slots / Math.floor((width - 2 * LEFT) / side)) * side
                        > height - LEGEND - 6) {
            side -= side > 8 ? 1 : 0.5;
        }
        return side;
    }

    /// The slot at a place, or -1.
    static int slotAt(Span span, double width, double height, double x, double y) {
        double side = cell(span.slots(), width, height);
        int columns = (int) Math.max(1, Math.floor((width - 2 * LEFT) / side));
        int c = (int) Math.floor((x - LEFT) / side);
        int slot = (int) Math.floor((y - 4) / side) * columns + c;
        return c >= 0 && c < columns && slot >= 0 && slot < span.slots() ? slot : -1;
    }

    void paint(
            Span span, double width, double height, int selected, DrawList dense, DrawList over) {
        double side = cell(span.slots(), width, height);
        int columns = (int) Math.max(1, Math.floor((width - 2 * LEFT) / side));
        int step = HeapLayout.step(span);
        double gap = side > 6 ? 2 : side > 3 ? 1 : 0;
        for (int i = 0; i < span.slots(); i++) {
            double x = LEFT + i % columns * side;
            double y = 4 + (double) (i / columns) * side;
            if (y > height - LEGEND - side) {
                break;
            }
            dense.tag(i);
            slot(bit(span.allocated(), i), bit(span.marked(), i), step, x, y, side - gap, dense);
            if (i == selected) {
                dense.frame(x - 1, y - 1, side - gap + 2, side - gap + 2, Tokens.ACCENT, 2);
            }
        }
        dense.tag(-1);
        double y = height - LEGEND + 6;
        double x = key(true, true, step, LEFT, y, "heap.marked", dense, over);
        x = key(true, false, step, x, y, "heap.allocated", dense, over);
        key(false, false, step, x, y, "heap.slot-free", dense, over);
    }

    private double key(
            boolean allocated,
            boolean marked,
            int step,
            double x,
            double y,
            String key,
            DrawList dense,
            DrawList over) {
        slot(allocated, marked, step, x, y, 13, dense);
        String text = words.get(key);
        over.text(text, x + 20, y + 11, 200, Face.LEGEND, Tokens.FG_MUTED);
        return x + 20 + Face.LEGEND.estimate(text) + 20;
    }

    private static void slot(
            boolean allocated,
            boolean marked,
            int step,
            double x,
            double y,
            double side,
            DrawList dense) {
        if (!allocated) {
            dense.frame(x, y, side, side, Tokens.BORDER_MUTED, 1);
        } else if (marked) {
            dense.fill(x, y, side, side, Tokens.sizeClass(step));
            if (side > 8) {
                double dot = Math.round(side / 4);
                double at = Math.round((side - dot) / 2);
                dense.fill(x + at, y + at, dot, dot, Tokens.sizeClassInk(step));
            }
        } else {
            dense.fill(x, y, side, side, Tokens.sizeClassTint(step));
            dense.frame(x, y, side, side, Tokens.sizeClassEdge(step), 1);
        }
    }

    static boolean bit(long[] bits, int i) {
        return i / 64 < bits.length && (bits[i / 64] >>> i % 64 & 1) != 0;
    }
}
