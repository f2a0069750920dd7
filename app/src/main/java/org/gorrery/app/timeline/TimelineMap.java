package org.gorrery.app.timeline;

import static org.gorrery.app.timeline.TimelineScene.LABELS;

import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.ProcLane;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.timeline.TimelineScene.Layout;

/// Draws the whole run in a strip: how busy the processors were, collections, stops, and a box around what is seen below.
final class TimelineMap {
    /// Width of a column of one pixel: a little more, so that none shows between two where all is drawn larger.
    static final double COLUMN = 1.5;

    private final Words words;

    TimelineMap(Words words) {
        this.words = words;
    }

    void paint(TimelineScene scene, DrawList over) {
        Layout l = scene.layout();
        TimelineModel m = scene.model();
        over.fill(0, 0, l.width(), Layout.MAP, Tokens.BG);
        over.text(words.get("timeline.whole"), 12, 15, LABELS - 20, Face.LEGEND, Tokens.FG_MUTED);
        over.text(
                Figures.duration(m.nowNanos() - m.fromNanos()),
                12,
                28,
                LABELS - 20,
                Face.RULER,
                Tokens.FG);
        Scale whole = scene.whole();
        double top = 3;
        double height = Layout.MAP - 7;
        over.fill(LABELS, top, whole.width(), height, Tokens.SUB);
        busy(m, whole, top, height, over);
        bands(m.collections(), m, whole, GState.GC_WORKER, top, height, over);
        stops(scene, whole, top, height, over);
        box(scene, whole, top, height, over);
        over.line(0, Layout.MAP - 0.5, l.width(), Layout.MAP - 0.5, Tokens.BORDER_MUTED, 1);
    }

    /// Per pixel, the share of all processors that ran something.
    private static void busy(
            TimelineModel m, Scale whole, double top, double height, DrawList over) {
        if (m.procs().isEmpty()) {
            return;
        }
        double end = whole.left() + whole.width();
        for (double x = whole.left(); x < end; x++) {
            long from = (long) whole.at(x);
            long to = Math.max(from + 1, (long) whole.at(x + 1));
            long sum = 0;
            for (ProcLane p : m.procs()) {
                sum += p.busy(from, to, m.nowNanos());
            }
            double share = Math.min(1, (double) sum / (to - from) / m.procs().size());
            double h = Math.round(height * share);
            if (h > 0) {
                over.fill(x, top + height - h, COLUMN, h, Tokens.tint(GState.RUNNING));
                over.fill(x, top + height - h, COLUMN, 1, Tokens.state(GState.RUNNING));
            }
        }
    }

    private static void bands(
            TimelineModel.Intervals of,
            TimelineModel m,
            Scale whole,
            GState colour,
            double top,
            double height,
            DrawList over) {
        double last = -1;
        for (int i = 0; i < of.count(); i++) {
            double x0 = Math.floor(whole.x(of.start()[i]));
            double x1 = Math.max(x0 + 1, whole.x(Math.min(of.end()[i], m.nowNanos())));
            if (x1 > last) {
                over.wash(x0, top, x1 - x0, height, Tokens.state(colour), 0.3);
                last = x1;
            }
        }
    }

    private static void stops(
            TimelineScene scene, Scale whole, double top, double height, DrawList over) {
        double last = -1;
        TimelineModel m = scene.model();
        TimelineModel.Intervals of = m.stops();
        for (int i = 0; i < of.count(); i++) {
            double x0 = Math.floor(whole.x(of.start()[i]));
            double x1 = Math.max(x0 + 1, whole.x(Math.min(of.end()[i], m.nowNanos())));
            if (x1 > last) {
                boolean own = scene.isOwnStop(i);
                over.wash(x0, top, x1 - x0, height, scene.stopColor(i), own ? 0.35 : 0.75);
                last = x1;
            }
        }
    }

    private static void box(
            TimelineScene scene, Scale whole, double top, double height, DrawList over) {
        double x0 = Math.max(whole.left(), whole.x(scene.time().from()));
        double x1 = Math.min(whole.left() + whole.width(), whole.x(scene.time().to()));
        if (x1 - x0 >= whole.width() - 1) {
            return;
        }
        double w = Math.max(4, x1 - x0);
        over.wash(whole.left(), top, x0 - whole.left(), height, Tokens.BG, 0.55);
        over.wash(x0 + w, top, whole.left() + whole.width() - x0 - w, height, Tokens.BG, 0.55);
        over.frame(x0, top - 1, w, height + 2, Tokens.ACCENT, 1);
        over.fill(x0 - 1, top + height / 2 - 5, 3, 10, Tokens.ACCENT);
        over.fill(x0 + w - 2, top + height / 2 - 5, 3, 10, Tokens.ACCENT);
    }
}
