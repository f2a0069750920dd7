package org.gorrery.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.canvas.Facts;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.GoroutineSnapshot.Frame;

/// Tells what lies under the pointer in a timeline.
final class TimelineProbe {
    private static final int FRAMES_SHOWN = 5;

    private final Words words;

    TimelineProbe(Words words) {
        this.words = words;
    }

    Optional<Facts> at(TimelineScene s, double x, double y) {
        int row = s.rowAt(y);
        if (row >= 0) {
            Lane lane = s.model().lanes().get(s.shown()[row]);
            return x < TimelineScene.LABELS ? Optional.of(whole(s, lane)) : span(s, lane, x);
        }
        if (x >= TimelineScene.LABELS && y >= s.layout().ruler() && y < s.layout().procsHead()) {
            return stopOrCycle(s, x);
        }
        int proc = s.procAt(y);
        return proc >= 0 && proc < s.model().procs().size() && x >= TimelineScene.LABELS
                ? proc(s, proc, x)
                : Optional.empty();
    }

    private Optional<Facts> span(TimelineScene s, Lane lane, double x) {
        long now = s.model().nowNanos();
        long t = s.at(x);
        if (t > now) {
            return Optional.empty();
        }
        int i = lane.spanAt(t);
        if (i < 0) {
            return Optional.empty();
        }
        long length = lane.end(i, now) - lane.start(i);
        if (length / s.time().unitsPerPixel() < 1.5) {
            return Optional.of(merged(s, lane, x));
        }
        GState state = lane.state(i);
        var rows = new ArrayList<Facts.Row>();
        if (lane.proc(i) >= 0) {
            rows.add(row("fact.on", "P" + lane.proc(i)));
        }
        if (state == GState.RUNNABLE && lane.arg(i) != 0) {
            rows.add(row(i == 0 ? "fact.created-by" : "fact.woken-by", "G" + lane.arg(i)));
        } else if (lane.arg(i) != 0) {
            rows.add(row("fact.waits-on", Figures.address(lane.arg(i))));
        }
        if (i + 1 < lane.count() && lane.state(i + 1) == GState.RUNNABLE && lane.arg(i + 1) != 0) {
            rows.add(row("fact.then-woken-by", "G" + lane.arg(i + 1)));
        }
        return Optional.of(
                new Facts(
                        state.letter(),
                        state.token().substring(1),
                        lane.reason(i) == 0
                                ? state.text()
                                : s.model().waitReasons().get(lane.reason(i)),
                        Figures.duration(length),
                        "G"
                                + lane.id()
                                + " "
                                + TimelinePainter.shortName(lane.function())
                                + " · "
                                + words.get("fact.since", Figures.moment(lane.start(i), 1)),
                        rows,
                        site(s, lane.site(i))));
    }

    private Facts merged(TimelineScene s, Lane lane, double x) {
        long from = s.at(Math.floor(x));
        long to = Math.max(from + 1, s.at(Math.floor(x) + 1));
        long[] shares = new long[GState.values().length];
        int spans = lane.addShares(from, to, s.model().nowNanos(), shares);
        var rows = new ArrayList<Facts.Row>();
        for (GState state : GState.values()) {
            long nanos = shares[state.ordinal()];
            if (nanos > 0) {
                rows.add(new Facts.Row(state.text(), Figures.duration(nanos)));
            }
        }
        return new Facts(
                "",
                "",
                words.get("fact.spans", spans),
                Figures.duration(to - from),
                "G" + lane.id() + " " + TimelinePainter.shortName(lane.function()),
                rows,
                List.of());
    }

    private Facts whole(TimelineScene s, Lane lane) {
        long[] shares = new long[GState.values().length];
        lane.addShares(0, Long.MAX_VALUE, s.model().nowNanos(), shares);
        var rows = new ArrayList<Facts.Row>();
        if (lane.creator() != 0) {
            rows.add(row("fact.created-by", "G" + lane.creator()));
        }
        for (GState state : GState.values()) {
            if (shares[state.ordinal()] > 0) {
                rows.add(new Facts.Row(state.text(), Figures.duration(shares[state.ordinal()])));
            }
        }
        GState now = TimelinePainter.stateAt(s, lane);
        return new Facts(
                now.letter(),
                now.token().substring(1),
                "G" + lane.id() + " " + lane.function(),
                now.text(),
                words.get("fact.spans", lane.count()),
                rows,
                site(s, lane.createdSite()));
    }

    private Optional<Facts> stopOrCycle(TimelineScene s, double x) {
        long from = s.at(x - 1);
        long to = s.at(x + 1);
        TimelineModel m = s.model();
        var rows = new ArrayList<Facts.Row>();
        String title = "";
        String figure = "";
        int gc = m.collections().firstAfter(from);
        if (gc < m.collections().count() && m.collections().start()[gc] <= to) {
            title = "GC " + m.collections().detail()[gc];
            figure =
                    Figures.duration(
                            Math.min(m.collections().end()[gc], m.nowNanos())
                                    - m.collections().start()[gc]);
        }
        int stop = m.stops().firstAfter(from);
        if (stop < m.stops().count() && m.stops().start()[stop] <= to) {
            String length =
                    Figures.duration(
                            Math.min(m.stops().end()[stop], m.nowNanos())
                                    - m.stops().start()[stop]);
            rows.add(row("fact.stopped", length));
            rows.add(row("fact.reason", m.stopReasons().get(m.stops().detail()[stop])));
        }
        return title.isEmpty() && rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Facts(
                                "",
                                "",
                                title.isEmpty() ? words.get("fact.stw") : title,
                                figure,
                                Figures.moment(s.at(x), Math.max(1, s.time().unitsPerPixel())),
                                rows,
                                List.of()));
    }

    private Optional<Facts> proc(TimelineScene s, int p, double x) {
        var lane = s.model().procs().get(p);
        long t = s.at(x);
        int i = lane.firstAfter(t);
        boolean open = i == lane.count() && lane.openGoroutine() != 0 && lane.openStart() <= t;
        if (!open && (i == lane.count() || lane.start()[i] > t)) {
            return Optional.empty();
        }
        long g = open ? lane.openGoroutine() : lane.goroutine()[i];
        long start = open ? lane.openStart() : lane.start()[i];
        long end = open ? s.model().nowNanos() : lane.end()[i];
        int of = s.model().laneOf(g);
        return Optional.of(
                new Facts(
                        GState.RUNNING.letter(),
                        GState.RUNNING.token().substring(1),
                        "G" + g + " " + (of < 0 ? "" : s.model().lanes().get(of).function()),
                        Figures.duration(end - start),
                        "P" + p + " · " + words.get("fact.since", Figures.moment(start, 1)),
                        List.of(),
                        List.of()));
    }

    private static List<String> site(TimelineScene s, int site) {
        if (site < 0) {
            return List.of();
        }
        return s.picture().sites().apply(site).stream()
                .filter(f -> !f.function().isEmpty())
                .limit(FRAMES_SHOWN)
                .map(TimelineProbe::line)
                .toList();
    }

    private static String line(Frame f) {
        String file = f.file().substring(f.file().lastIndexOf('/') + 1);
        return f.function() + "  " + file + ":" + f.line();
    }

    private Facts.Row row(String key, String value) {
        return new Facts.Row(words.get(key), value);
    }
}
