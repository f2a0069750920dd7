package org.gorrery.app.gcview;

import org.gorrery.app.bridge.MutatorCurve;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.Tokens;

/// Draws the least share that the program had, over the length of the window, which grows tenfold per equal step.
final class UtilizationPainter {
    static final double LEFT = 52;
    static final double RIGHT = 16;
    static final double TOP = 14;
    static final double BOTTOM = 24;
    private static final double LEAST_GAP = 8;

    private UtilizationPainter() {}

    /// The axis of the windows' lengths, as logarithms to base ten.
    static Scale axis(MutatorCurve c, double width) {
        return Scale.fitting(
                Math.log10(c.windowNanos().getFirst()),
                Math.log10(c.windowNanos().getLast()),
                LEFT,
                Math.max(10, width - LEFT - RIGHT));
    }

    private static double y(double share, double height) {
        return TOP + (1 - share) * (height - TOP - BOTTOM);
    }

    /// Draws the curve.
    ///
    /// @param chosen index of the window that is told about, -1 for none
    static void paint(
            MutatorCurve c,
            int chosen,
            double width,
            double height,
            DrawList dense,
            DrawList over) {
        Scale axis = axis(c, width);
        grid(axis, width, height, dense, over);
        for (double x = axis.left(); x < axis.left() + axis.width(); x++) {
            double share = shareAt(c, axis.at(x));
            double next = shareAt(c, axis.at(x + 1));
            double top = y(share, height);
            dense.wash(x, top, 1, height - BOTTOM - top, Tokens.ACCENT, 0.14);
            over.line(x, top, x + 1, y(next, height), Tokens.ACCENT, 1.5);
        }
        if (chosen >= 0) {
            mark(c, chosen, axis, width, height, over);
        }
    }

    private static void grid(
            Scale axis, double width, double height, DrawList dense, DrawList over) {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = Math.round(y(percent / 100.0, height));
            dense.fill(LEFT, y, width - LEFT - RIGHT, 1, Tokens.BORDER_MUTED);
            over.textRight(percent + " %", 4, y + 4, LEFT - 12, Face.RULER, Tokens.FG_MUTED);
        }
        double free = 0; // to the right of the last text
        for (int decade = 4; decade < 12; decade++) {
            double x = axis.x(decade);
            if (x < axis.left() - 1 || x > axis.left() + axis.width() + 1) {
                continue;
            }
            dense.fill(Math.round(x), TOP, 1, height - TOP - BOTTOM, Tokens.BORDER_MUTED);
            String text = Figures.duration(Math.pow(10, decade)).replaceFirst("\\.0+ ", " ");
            double half = Face.RULER.estimate(text) / 2;
            if (x - half >= free) {
                over.textCentre(text, x - 40, height - 8, 80, Face.RULER, Tokens.FG_MUTED);
                free = x + half + LEAST_GAP;
            }
        }
    }

    /// The share between two windows, along a line.
    static double shareAt(MutatorCurve c, double logWindow) {
        int n = c.windowNanos().size();
        for (int i = 1; i < n; i++) {
            double right = Math.log10(c.windowNanos().get(i));
            if (logWindow <= right || i == n - 1) {
                double left = Math.log10(c.windowNanos().get(i - 1));
                double part = Math.clamp((logWindow - left) / (right - left), 0, 1);
                return c.minimum().get(i - 1)
                        + part * (c.minimum().get(i) - c.minimum().get(i - 1));
            }
        }
        return 1;
    }

    /// The window nearest to a pixel.
    static int nearest(MutatorCurve c, double x, double width) {
        double at = axis(c, width).at(x);
        int best = 0;
        for (int i = 1; i < c.windowNanos().size(); i++) {
            if (Math.abs(Math.log10(c.windowNanos().get(i)) - at)
                    < Math.abs(Math.log10(c.windowNanos().get(best)) - at)) {
                best = i;
            }
        }
        return best;
    }

    private static void mark(
            MutatorCurve c, int chosen, Scale axis, double width, double height, DrawList over) {
        double x = axis.x(Math.log10(c.windowNanos().get(chosen)));
        double y = y(c.minimum().get(chosen), height);
        over.line(x, TOP, x, height - BOTTOM, Tokens.CURSOR, 1);
        over.box(x - 4, y - 4, 8, 8, Tokens.CURSOR, 4);
        String text =
                Figures.duration(c.windowNanos().get(chosen))
                        + "  "
                        + Figures.percent(c.minimum().get(chosen));
        double w = Face.RULER.estimate(text) + 14;
        double left = x + 8 + w > width - RIGHT ? x - 8 - w : x + 8;
        double top = Math.clamp(y + 8, TOP, height - BOTTOM - 20);
        over.box(left, top, w, 18, Tokens.CURSOR, 4);
        over.textCentre(text, left, top + 13, w, Face.RULER, Tokens.ON_CURSOR);
    }
}
