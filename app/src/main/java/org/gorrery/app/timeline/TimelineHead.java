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
import org.gorrery.event.SchedSnapshot;

/// Draws what stands above the goroutines: ruler, collector, heap and processors.
final class TimelineHead {
    private static final double TICK_PIXELS = 110;

    private final Words words;

    TimelineHead(Words words) {
        this.words = words;
    }

    void paint(TimelineScene scene, DrawList over) {
        new TimelineMap(words).paint(scene, over);
        ruler(scene, over);
        collector(scene, over);
        heap(scene, over);
        head(
                scene,
                scene.layout().procsHead(),
                words.get("timeline.procs"),
                "GOMAXPROCS " + scene.picture().gomaxprocs(),
                over);
        procs(scene, over);
        head(
                scene,
                scene.layout().lanesHead(),
                words.get("timeline.goroutines"),
                words.get("timeline.by-id"),
                over);
        over.line(
                LABELS - 0.5,
                scene.layout().ruler(),
                LABELS - 0.5,
                scene.layout().lanes(),
                Tokens.BORDER,
                1);
    }

    private static void head(
            TimelineScene scene, double y, String title, String note, DrawList over) {
        Layout l = scene.layout();
        over.fill(0, y, l.width(), Layout.HEAD, Tokens.SUB);
        over.text(title, 12, y + 14, 100, Face.BODY_BOLD, Tokens.FG);
        over.text(
                note,
                12 + Face.BODY_BOLD.estimate(title) + 18,
                y + 14,
                160,
                Face.LEGEND,
                Tokens.FG_MUTED);
    }

    private void ruler(TimelineScene scene, DrawList over) {
        Scale time = scene.time();
        double top = scene.layout().ruler();
        double end = top + Layout.RULER;
        over.fill(0, top, scene.layout().width(), Layout.RULER, Tokens.SUB);
        over.text(
                words.get("timeline.time"),
                12,
                top + 18,
                LABELS - 20,
                Face.LEGEND,
                Tokens.FG_MUTED);
        over.line(0, end - 0.5, scene.layout().width(), end - 0.5, Tokens.BORDER, 1);
        double step = Figures.niceStep(Math.max(1e-3, time.unitsPerPixel() * TICK_PIXELS));
        for (double t = Math.ceil(time.from() / step) * step; t <= time.to(); t += step) {
            double x = Math.round(time.x(t)) + 0.5;
            over.line(x, end - 7, x, end, Tokens.FG_SUBTLE, 1);
            String label = Figures.moment(t, step);
            if (x + 4 + Face.RULER.estimate(label) < time.left() + time.width()) {
                over.text(label, x + 4, top + 17, TICK_PIXELS, Face.RULER, Tokens.FG_MUTED);
            }
            for (int m = 1; m < 5; m++) {
                double minor = Math.round(time.x(t + m * step / 5)) + 0.5;
                over.line(minor, end - 4, minor, end, Tokens.BORDER_STRONG, 1);
            }
        }
    }

    private void collector(TimelineScene scene, DrawList over) {
        double y = scene.layout().collector();
        double h = Layout.COLLECTOR;
        over.text(words.get("timeline.collector"), 34, y + 12, LABELS, Face.LEGEND, Tokens.FG);
        TimelineModel m = scene.model();
        int purple = Tokens.state(GState.GC_WORKER);
        over.fill(LABELS, y + h - 0.5, scene.time().width(), 0.5, Tokens.BORDER_MUTED);
        TimelinePainter.forEach(
                scene,
                m.stops(),
                (x0, x1, i) -> over.fill(x0, y + 1, x1 - x0, h - 2, scene.stopColor(i)));
        TimelinePainter.forEach(
                scene,
                m.collections(),
                (x0, x1, i) -> {
                    over.fill(x0, y + 1, x1 - x0, h - 4, purple);
                    long end = Math.min(m.collections().end()[i], m.nowNanos());
                    String text =
                            "GC "
                                    + m.collections().detail()[i]
                                    + "  "
                                    + Figures.duration(end - m.collections().start()[i]);
                    if (x1 - x0 > 34) {
                        over.text(
                                text,
                                x0 + 4,
                                y + 12,
                                x1 - x0 - 6,
                                Face.LEGEND,
                                Tokens.ink(GState.GC_WORKER));
                    }
                });
    }

    private void heap(TimelineScene scene, DrawList over) {
        double y = scene.layout().heap();
        TimelineModel.HeapCurve c = scene.model().heap();
        over.text(words.get("timeline.heap"), 34, y + 12, LABELS, Face.LEGEND, Tokens.FG);
        if (c.count() == 0) {
            return;
        }
        int lastIndex = c.count() - 1;
        over.text(
                Figures.bytes(c.live()[lastIndex])
                        + " · "
                        + words.get("timeline.goal")
                        + " "
                        + Figures.bytes(c.goal()[lastIndex]),
                34,
                y + 24,
                LABELS - 40,
                Face.RULER,
                Tokens.FG_MUTED);
        long top = 1;
        for (int i = 0; i < c.count(); i++) {
            top = Math.max(top, Math.max(c.live()[i], c.goal()[i]));
        }
        double h = Layout.HEAP - 4;
        int i = 0;
        int running = Tokens.state(GState.RUNNING);
        double right =
                Math.min(
                        scene.time().left() + scene.time().width(),
                        scene.time().x(scene.model().nowNanos()));
        for (double x = scene.time().left(); x < right; x++) {
            long t = scene.at(x + 1);
            while (i + 1 < c.count() && c.time()[i + 1] <= t) {
                i++;
            }
            if (c.time()[i] > t) {
                continue;
            }
            double live = h * c.live()[i] / top;
            over.fill(
                    x,
                    y + Layout.HEAP - 2 - live,
                    TimelineMap.COLUMN,
                    live,
                    Tokens.tint(GState.RUNNING));
            over.fill(x, y + Layout.HEAP - 2 - live, TimelineMap.COLUMN, 1, running);
            if (c.goal()[i] > 0 && (long) x % 7 < 4) {
                over.fill(
                        x,
                        y + Layout.HEAP - 2 - h * c.goal()[i] / top,
                        1,
                        1,
                        Tokens.state(GState.GC_WORKER));
            }
        }
    }

    private void procs(TimelineScene scene, DrawList over) {
        Layout l = scene.layout();
        for (int p = 0; p < l.procCount(); p++) {
            double top = l.procs() + p * l.procHeight();
            double base = Math.round(top + l.procHeight() / 2 + 4);
            over.text("P" + p, 34, base, 40, Face.FIGURES, Tokens.FG);
            queue(scene, p, base, over);
            if (p < scene.model().procs().size()) {
                proc(scene, scene.model().procs().get(p), top, l.procHeight(), over);
            }
            over.fill(
                    LABELS, top + l.procHeight() - 1, scene.time().width(), 1, Tokens.BORDER_MUTED);
        }
    }

    /// The run queue now: one mark per waiting goroutine, up to six.
    private static void queue(TimelineScene scene, int p, double base, DrawList over) {
        int waiting =
                scene.picture()
                        .scheduler()
                        .filter(s -> p < s.procs().size())
                        .map(s -> waiting(s.procs().get(p)))
                        .orElse(-1);
        if (waiting < 0) {
            return;
        }
        over.text("runq", 112, base, 40, Face.LEGEND, Tokens.FG_SUBTLE);
        for (int i = 0; i < 4; i++) {
            int color = i < waiting ? Tokens.state(GState.RUNNABLE) : Tokens.BORDER;
            over.fill(142 + i * 9, base - 8, 7, 7, color);
        }
        if (waiting > 4) {
            over.text("+" + (waiting - 4), 178, base, 18, Face.RULER, Tokens.FG_MUTED);
        }
    }

    private static int waiting(SchedSnapshot.Proc p) {
        return p.queue().length + (p.runnext() != 0 ? 1 : 0);
    }

    private static void proc(
            TimelineScene scene, ProcLane lane, double top, double height, DrawList over) {
        Scale time = scene.time();
        double right = time.left() + time.width();
        long now = scene.model().nowNanos();
        double x = time.left();
        int i = lane.firstAfter(scene.at(x));
        while (x < right) {
            boolean open = i >= lane.count();
            if (open && lane.openGoroutine() == 0 || i > lane.count()) {
                return;
            }
            double x0 = Math.max(x, time.x(open ? lane.openStart() : lane.start()[i]));
            double x1 = Math.min(right, time.x(open ? now : lane.end()[i]));
            long g = open ? lane.openGoroutine() : lane.goroutine()[i];
            if (x0 >= right) {
                return;
            }
            if (x1 - x0 >= 2) {
                over.tag((int) g);
                over.fill(
                        x0,
                        top + 2,
                        Math.max(1, x1 - x0 - 1),
                        height - 4,
                        Tokens.tint(GState.RUNNING));
                over.fill(
                        x0,
                        top + height - 3,
                        Math.max(1, x1 - x0 - 1),
                        1,
                        Tokens.state(GState.RUNNING));
                if (x1 - x0 > 18) {
                    over.text(
                            "G" + g,
                            x0 + 3,
                            top + height / 2 + 3.5,
                            x1 - x0 - 5,
                            Face.RULER,
                            Tokens.letter(GState.RUNNING));
                }
                over.tag(-1);
                x = x1;
                i++;
            } else {
                double column = Math.floor(x0);
                long from = scene.at(column);
                long to = Math.max(scene.at(column + 1), from + 1);
                double share = Math.min(1, (double) lane.busy(from, to, now) / (to - from));
                double h = Math.max(1, Math.round((height - 4) * share));
                over.fill(column, top + height - 2 - h, 1, h, Tokens.state(GState.RUNNING));
                x = column + 1;
                i = open ? i + 1 : Math.max(i, lane.firstAfter(to));
            }
        }
    }
}
