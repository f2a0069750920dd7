package org.gorrery.app.timeline;

import static org.gorrery.app.timeline.TimelineScene.LABELS;

import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.timeline.TimelineScene.Layout;

/// Draws the timeline: ruler, collector, heap, processors, goroutines, one x axis for all.
///
/// Cost depends on what is in sight, not on what there is: a span wider than a pixel is drawn, spans below a pixel are
/// added up to one column of their states' shares per pixel, with sums kept per 64 spans.
final class TimelinePainter {
    private static final GState[] STATES = GState.values();

    private final Words words;
    private final long[] shares = new long[STATES.length];
    private final boolean[] inSight = new boolean[STATES.length];

    TimelinePainter(Words words) {
        this.words = words;
    }

    void paint(TimelineScene scene, DrawList dense, DrawList over) {
        java.util.Arrays.fill(inSight, false);
        var spans = new SpanPainter(dense, over);
        // A lane cut off by the legend keeps its marks, not its words: those are drawn above all
        // masks.
        var unseen = new DrawList();
        for (int row = scene.firstRow(); row < scene.pastRow(); row++) {
            dense.tag(scene.shown()[row]);
            over.tag(scene.shown()[row]);
            boolean cut =
                    scene.laneTop(row) + scene.layout().laneHeight() > scene.layout().legend();
            lane(
                    scene,
                    row,
                    cut ? new SpanPainter(dense, unseen) : spans,
                    dense,
                    cut ? unseen : over);
        }
        dense.tag(-1);
        over.tag(-1);
        if (scene.bands()) {
            bands(scene, dense);
        }
        links(scene, over);
        maskAboveAndBelow(scene, dense, over);
        new TimelineHead(words).paint(scene, over);
        area(scene, over);
        legend(scene, spans, over);
        cursor(scene, over);
    }

    /// Lanes that are scrolled half out of sight must not show in the rows above.
    private static void maskAboveAndBelow(TimelineScene scene, DrawList dense, DrawList over) {
        Layout l = scene.layout();
        dense.fill(0, 0, l.width(), l.lanes(), Tokens.BG);
        over.fill(0, 0, l.width(), l.lanes(), Tokens.BG);
        dense.fill(0, l.legend(), l.width(), Layout.LEGEND, Tokens.BG);
    }

    private void lane(
            TimelineScene scene, int row, SpanPainter spans, DrawList dense, DrawList over) {
        Lane lane = scene.model().lanes().get(scene.shown()[row]);
        double top = scene.laneTop(row);
        double height = scene.layout().laneHeight();
        if (lane.id() == scene.selected()) {
            dense.wash(0, top, scene.layout().width(), height, Tokens.ACCENT, 0.10);
            dense.fill(0, top, 2, height, Tokens.ACCENT);
        }
        dense.fill(0, top + height - 1, scene.layout().width(), 1, Tokens.BORDER_MUTED);
        laneSpans(scene, lane, top, spans, dense);
        ends(scene, lane, top, dense);
        laneLabel(scene, lane, top, spans, over, dense);
    }

    private void laneLabel(
            TimelineScene scene,
            Lane lane,
            double top,
            SpanPainter spans,
            DrawList over,
            DrawList dense) {
        double height = scene.layout().laneHeight();
        double base = Math.round(top + height / 2 + 4);
        dense.fill(2, top, LABELS - 2, height - 1, Tokens.BG);
        if (lane.id() == scene.selected()) {
            dense.wash(2, top, LABELS - 2, height - 1, Tokens.ACCENT, 0.10);
        }
        spans.stateBox(stateAt(scene, lane), 12, Math.round(top + (height - 14) / 2), 14);
        over.text("G" + lane.id(), 34, base, 44, Face.FIGURES, Tokens.FG);
        over.text(shortName(lane.function()), 80, base, LABELS - 86, Face.BODY, Tokens.FG);
        dense.fill(LABELS - 1, top, 1, height, Tokens.BORDER);
    }

    /// What a goroutine does at the time cursor, or now.
    static GState stateAt(TimelineScene scene, Lane lane) {
        long t = scene.cursorNanos() >= 0 ? scene.cursorNanos() : Long.MAX_VALUE;
        if (lane.endNanos() >= 0 && t >= lane.endNanos()) {
            return GState.DEAD;
        }
        int i = lane.spanAt(t);
        return i < 0 ? GState.DEAD : lane.state(i);
    }

    private void laneSpans(
            TimelineScene scene, Lane lane, double top, SpanPainter spans, DrawList dense) {
        Scale time = scene.time();
        double right = time.left() + time.width();
        long now = scene.model().nowNanos();
        int i = Math.max(0, lane.spanAt(scene.at(time.left())));
        if (lane.endNanos() >= 0 && lane.endNanos() <= scene.at(time.left())) {
            return;
        }
        double x = time.left();
        while (i < lane.count() && x < right) {
            double x0 = time.x(lane.start(i));
            double x1 = time.x(lane.end(i, now));
            if (x0 >= right) {
                return;
            }
            if (x1 - x0 >= 1.5 || i == lane.count() - 1 && x1 - x0 >= 0.5) {
                double a = Math.max(x, Math.max(x0, time.left()));
                double b = Math.min(Math.max(x1, a + 1), right);
                GState s = lane.state(i);
                inSight[s.ordinal()] = true;
                boolean faint = scene.highlighted() != null && scene.highlighted() != s;
                spans.span(
                        s,
                        a,
                        b,
                        top,
                        scene.layout().laneHeight(),
                        wordsOf(scene.model(), lane, i, s),
                        faint);
                x = b;
                i++;
            } else {
                double column = Math.floor(Math.max(x, x0));
                long until = Math.max(scene.at(column + 1), lane.start(i) + 1);
                preview(scene, lane, column, until, top, dense);
                x = column + 1;
                int next = lane.firstFrom(until);
                // The span that crosses the pixel's end is drawn on when it is wide enough to be
                // seen.
                boolean crosses = next > i + 1 && time.x(lane.end(next - 1, now)) - x >= 1;
                i = crosses ? next - 1 : Math.max(next, i + 1);
            }
        }
    }

    /// Spans below one pixel: a column of the shares of their states, running at the bottom, with a broken top edge.
    private void preview(
            TimelineScene scene, Lane lane, double x, long until, double top, DrawList dense) {
        java.util.Arrays.fill(shares, 0);
        long from = scene.at(x);
        lane.addShares(from, until, scene.model().nowNanos(), shares);
        long total = 0;
        for (long s : shares) {
            total += s;
        }
        double height = scene.layout().laneHeight() - 6;
        double bottom = top + 3 + height;
        if (total == 0) {
            return;
        }
        double below = 0;
        for (int s = 0; s < shares.length; s++) {
            if (shares[s] > 0) {
                inSight[s] = true;
                double y0 = Math.round(bottom - height * below / total);
                below += shares[s];
                double y1 = Math.round(bottom - height * below / total);
                dense.fill(x, y1, 1, y0 - y1, Tokens.state(STATES[s]));
            }
        }
        if ((long) x % 3 == 0) {
            dense.fill(x, top + 3, 1, 2, Tokens.BG);
        }
    }

    private static String wordsOf(TimelineModel m, Lane lane, int span, GState state) {
        if (state == GState.RUNNING) {
            String name = lane.function();
            return name.substring(name.lastIndexOf('.') + 1);
        }
        int reason = lane.reason(span);
        return reason == 0 ? state.text() : m.waitReasons().get(reason);
    }

    /// Birth: a thin line. End: a cap. Still blocked at the end of the run: a cap in the state's colour.
    private static void ends(TimelineScene scene, Lane lane, double top, DrawList dense) {
        if (lane.count() == 0) {
            return;
        }
        Scale time = scene.time();
        double height = scene.layout().laneHeight();
        double born = time.x(lane.start(0));
        if (born >= time.left() && born < time.left() + time.width()) {
            dense.fill(Math.floor(born), top + 2, 1, height - 4, Tokens.FG_MUTED);
        }
        boolean stuck = lane.endNanos() < 0 && scene.picture().state() == RunState.ENDED;
        long end = lane.endNanos() >= 0 ? lane.endNanos() : stuck ? scene.model().nowNanos() : -1;
        double x = time.x(end);
        if (end >= 0 && x >= time.left() && x <= time.left() + time.width()) {
            GState last = lane.state(lane.count() - 1);
            int color = stuck ? Tokens.state(last) : Tokens.state(GState.DEAD);
            dense.fill(Math.floor(x) - (stuck ? 4 : 0), top + 3, stuck ? 4 : 3, height - 7, color);
        }
    }

    private static void bands(TimelineScene scene, DrawList dense) {
        Layout l = scene.layout();
        double top = l.procs();
        double height = Math.min(l.legend(), scene.laneTop(scene.shown().length)) - top;
        forEach(
                scene,
                scene.model().collections(),
                (x0, x1, i) ->
                        dense.wash(
                                x0,
                                top,
                                Math.max(1, x1 - x0),
                                height,
                                Tokens.state(GState.GC_WORKER),
                                0.16));
        forEach(
                scene,
                scene.model().stops(),
                (x0, x1, i) -> {
                    int color = scene.stopColor(i);
                    if (x1 - x0 < 3) {
                        dense.wash(x0, top, Math.max(1, x1 - x0), height, color, 0.7);
                    } else {
                        dense.wash(x0, top, x1 - x0, height, color, 0.14);
                        dense.hatchOver(x0, top, x1 - x0, height, color, 0.45);
                        dense.fill(x0, top, 1, height, color);
                        dense.fill(x1 - 1, top, 1, height, color);
                    }
                });
    }

    /// Gets intervals in sight, at most one per pixel.
    interface IntervalPainter {
        void paint(double x0, double x1, int index);
    }

    static void forEach(
            TimelineScene scene, TimelineModel.Intervals intervals, IntervalPainter painter) {
        Scale time = scene.time();
        double right = time.left() + time.width();
        double last = -1;
        for (int i = intervals.firstAfter(scene.at(time.left())); i < intervals.count(); i++) {
            double x0 = Math.floor(Math.max(time.left(), time.x(intervals.start()[i])));
            if (x0 >= right) {
                return;
            }
            long end = Math.min(intervals.end()[i], scene.model().nowNanos());
            double x1 = Math.min(right, Math.max(x0 + 1, Math.ceil(time.x(end))));
            if (x1 - 1 > last) {
                painter.paint(Math.max(x0, last + 1), x1, i);
                last = x1 - 1;
            }
        }
    }

    private static void links(TimelineScene scene, DrawList over) {
        TimelineModel.Links links = scene.model().links();
        if (scene.selected() == 0 && !scene.allLinks()) {
            return;
        }
        int first = links.firstAt(scene.at(scene.time().left()));
        int past = links.firstAt((long) scene.time().to());
        if (past - first > 20_000 || scene.allLinks() && past - first > 2_000) {
            return;
        }
        int drawn = 0;
        for (int i = first; i < past && drawn < 200; i++) {
            boolean own = links.from()[i] == scene.selected() || links.to()[i] == scene.selected();
            int a = own || scene.allLinks() ? scene.rowOf(links.from()[i]) : -1;
            int b = a < 0 ? -1 : scene.rowOf(links.to()[i]);
            if (b >= 0 && a != b) {
                double x = scene.time().x(links.time()[i]);
                double half = scene.layout().laneHeight() / 2;
                double y = scene.laneTop(b) + half + (b > a ? -6 : 6);
                over.arrow(x, scene.laneTop(a) + half, x, y, Tokens.FG);
                drawn++;
            }
        }
    }

    private void legend(TimelineScene scene, SpanPainter spans, DrawList over) {
        Layout l = scene.layout();
        double y = l.legend();
        over.line(0, y + 0.5, l.width(), y + 0.5, Tokens.BORDER, 1);
        double x = 12;
        for (GState s : STATES) {
            String text = words.get("state." + s.name());
            double w = 30 + Face.LEGEND.estimate(text) + 16;
            if (inSight[s.ordinal()] && x + w < l.width() - 90) {
                spans.span(s, x, x + 23, y + 6, 20, "", false);
                if (s == GState.RUNNING) {
                    over.text("▶", x + 6, y + 20, 12, Face.LETTER, Tokens.ink(s));
                }
                over.text(text, x + 29, y + 20, w, Face.LEGEND, Tokens.FG_MUTED);
                x += w;
            }
        }
        over.textRight(
                words.get("timeline.states", STATES.length),
                l.width() - 92,
                y + 20,
                80,
                Face.LEGEND,
                Tokens.FG_MUTED);
    }

    /// The range that was taken: washed, with its edges and its length on the ruler.
    private static void area(TimelineScene scene, DrawList over) {
        TimelineScene.Area area = scene.area();
        if (area == null) {
            return;
        }
        Scale time = scene.time();
        double right = time.left() + time.width();
        double x0 = Math.clamp(time.x(area.from()), time.left(), right);
        double x1 = Math.clamp(time.x(area.to()), time.left(), right);
        double top = scene.layout().ruler();
        double bottom = scene.layout().legend();
        over.wash(x0, top, x1 - x0, bottom - top, Tokens.ACCENT, 0.10);
        over.line(x0, top, x0, bottom, Tokens.ACCENT, 1);
        over.line(x1, top, x1, bottom, Tokens.ACCENT, 1);
        String text = Figures.duration(area.nanos());
        double w = Face.RULER.estimate(text) + 12;
        if (x1 - x0 > w) {
            double left = (x0 + x1 - w) / 2;
            over.box(left, top + 5, w, 17, Tokens.ACCENT_FILL, 4);
            over.textCentre(text, left, top + 17, w, Face.RULER, Tokens.ON_ACCENT);
        }
    }

    private static void cursor(TimelineScene scene, DrawList over) {
        Scale time = scene.time();
        double x = time.x(scene.cursorNanos());
        if (scene.cursorNanos() < 0 || x < time.left() || x > time.left() + time.width()) {
            return;
        }
        double top = scene.layout().ruler();
        over.line(x, top + Layout.RULER - 6, x, scene.layout().legend(), Tokens.CURSOR, 1.5);
        String text = Figures.moment(scene.cursorNanos(), Math.max(1, time.unitsPerPixel()));
        double w = Face.RULER.estimate(text) + 16;
        double left = Math.clamp(x - w / 2, 0, scene.layout().width() - w);
        over.box(left, top + 4, w, 18, Tokens.CURSOR, 4);
        over.textCentre(text, left, top + 17, w, Face.RULER, Tokens.ON_CURSOR);
    }

    /// The name without the path of its package: `sync.(*WaitGroup).Wait`, `main.work`.
    static String shortName(String function) {
        return function.substring(function.lastIndexOf('/') + 1);
    }
}
