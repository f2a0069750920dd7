package org.gorrery.app.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Navigation;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.timeline.TimelineScene.Area;
import org.gorrery.app.timeline.TimelineScene.Layout;
import org.gorrery.event.GoroutineSnapshot;
import org.jspecify.annotations.Nullable;

/// What the timeline shows of a run: which lanes, which time, what is selected. Holds no nodes.
final class TimelineViewModel implements Navigation {
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper laneCount = new ReadOnlyStringWrapper("");
    private final BooleanProperty bands = new SimpleBooleanProperty(true);
    private final BooleanProperty allLinks = new SimpleBooleanProperty(false);
    private final BooleanProperty compact = new SimpleBooleanProperty(false);
    private final Words words;
    private final SharedFocus focus;
    private final Runnable changed;

    private @Nullable RunPicture picture;
    private int[] shown = new int[0];
    private @Nullable LaneFilter shownFor;
    private RangeDrag drag = RangeDrag.AREA;
    private final ReadOnlyObjectWrapper<Optional<Area>> area =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private double width = 1;
    private double height = 1;
    private double scroll;
    private double grabbed;
    private long rowsRevision;
    private @Nullable GState highlighted;

    // Empty while the whole run is shown, also while it grows.
    private Optional<Scale> chosen = Optional.empty();

    TimelineViewModel(Words words, SharedFocus focus, Runnable changed) {
        this.words = words;
        this.focus = focus;
        this.changed = changed;
        filter.addListener((o, a, b) -> refilter());
        bands.addListener((o, a, b) -> changed.run());
        allLinks.addListener((o, a, b) -> changed.run());
        compact.addListener((o, a, b) -> changed.run());
        focus.goroutine().addListener((o, a, b) -> reveal());
        focus.cursorNanos()
                .addListener((o, a, b) -> {
                    rowsRevision++;
                    changed.run();
                });
        area.addListener((o, a, b) -> rowsRevision++);
    }

    /// What is typed to choose lanes.
    StringProperty filter() {
        return filter;
    }

    /// Such as `12 of 17 lanes`.
    ReadOnlyStringProperty laneCount() {
        return laneCount.getReadOnlyProperty();
    }

    BooleanProperty bands() {
        return bands;
    }

    BooleanProperty allLinks() {
        return allLinks;
    }

    BooleanProperty compact() {
        return compact;
    }

    /// Whether there is anything to draw.
    boolean isEmpty() {
        return picture == null || picture.timeline().lanes().isEmpty();
    }

    void show(RunPicture next) {
        boolean otherRun = picture == null || picture.runId() != next.runId();
        picture = next;
        if (otherRun) {
            chosen = Optional.empty();
            scroll = 0;
            shownFor = null;
            area.set(Optional.empty());
            shown = new int[0];
        }
        refilter();
    }

    void resize(double w, double h) {
        width = w;
        height = h;
    }

    /// The state of one frame; nothing while there is nothing to draw.
    Optional<TimelineScene> scene() {
        RunPicture p = picture;
        if (p == null || isEmpty()) {
            return Optional.empty();
        }
        TimelineModel m = p.timeline();
        int procs = Math.min(64, Math.max(m.procs().size(), p.gomaxprocs()));
        boolean small = compact.get();
        // Many Ps must leave room for the goroutines.
        double procHeight = Math.max(6, Math.min(18, height * 0.4 / procs));
        var layout = new Layout(width, height, procs, procHeight, small ? 18 : 24);
        double most = Math.max(0, shown.length * layout.laneHeight() - layout.lanesHeight());
        scroll = Math.clamp(scroll, 0, most);
        return Optional.of(
                new TimelineScene(
                        p,
                        shown,
                        time(m),
                        scroll,
                        focus.cursorNanos().get(),
                        focus.goroutine().get(),
                        bands.get(),
                        allLinks.get(),
                        highlighted,
                        area.get().orElse(null),
                        layout));
    }

    private Scale time(TimelineModel m) {
        double axis = width - TimelineScene.LABELS;
        return chosen.map(s -> s.on(TimelineScene.LABELS, axis))
                .orElseGet(() ->
                        Scale.fitting(
                                m.fromNanos(),
                                Math.max(m.nowNanos(), m.fromNanos() + 1000),
                                TimelineScene.LABELS,
                                axis));
    }

    private void refilter() {
        rowsRevision++;
        RunPicture p = picture;
        if (p == null) {
            return;
        }
        var lanes = p.timeline().lanes();
        var wanted = new LaneFilter(filter.get(), p.timeline());
        if (wanted.isEmpty()) {
            if (shown.length != lanes.size() || shownFor == null || !wanted.equals(shownFor)) {
                shown = new int[lanes.size()];
                Arrays.setAll(shown, i -> i);
            }
        } else {
            int[] out = new int[lanes.size()];
            int n = 0;
            for (int i = 0; i < out.length; i++) {
                if (wanted.test(lanes.get(i))) {
                    out[n++] = i;
                }
            }
            shown = Arrays.copyOf(out, n);
        }
        shownFor = wanted;
        laneCount.set(
                words.get(
                        "timeline.lanes",
                        Figures.count(shown.length),
                        Figures.count(lanes.size())));
        changed.run();
    }

    /// Scrolls to the selected goroutine, if it is shown.
    private void reveal() {
        scene().ifPresent(s -> {
            int row = s.rowOf(focus.goroutine().get());
            double laneHeight = s.layout().laneHeight();
            if (row >= 0 && row * laneHeight < scroll) {
                scroll = row * laneHeight;
            } else if (row >= 0 && (row + 1) * laneHeight > scroll + s.layout().lanesHeight()) {
                scroll = (row + 1) * laneHeight - s.layout().lanesHeight();
            }
        });
        changed.run();
    }

    /// Pixels that all lanes take, and how far they are scrolled.
    double scroll() {
        return scroll;
    }

    void scrollTo(double y) {
        scroll = Math.max(0, y);
        changed.run();
    }

    @Override
    public void zoom(double factor, double x, double y) {
        scene().ifPresent(s -> {
            TimelineModel m = s.model();
            double whole = Math.max(1000, m.nowNanos() - m.fromNanos());
            double at = Math.max(x, TimelineScene.LABELS);
            Scale next = s.time().zoomed(factor, at, 0.02, whole / s.time().width());
            chosen =
                    next.unitsPerPixel() >= whole / s.time().width() * (1 - 1e-9)
                            ? Optional.empty()
                            : Optional.of(next.within(m.fromNanos(), m.nowNanos()));
            changed.run();
        });
    }

    @Override
    public void pan(double dx, double dy) {
        scene().ifPresent(s -> {
            if (dx != 0 && chosen.isPresent()) {
                chosen =
                        Optional.of(
                                s.time()
                                        .panned(dx)
                                        .within(s.model().fromNanos(), s.model().nowNanos()));
            }
            scroll = Math.max(0, scroll + dy);
            changed.run();
        });
    }

    @Override
    public void fit() {
        chosen = Optional.empty();
        changed.run();
    }

    @Override
    public void zoomToSelection() {
        scene().ifPresent(s -> {
            int lane = s.model().laneOf(focus.goroutine().get());
            long t = focus.cursorNanos().get();
            if (lane < 0 || t < 0) {
                return;
            }
            Lane l = s.model().lanes().get(lane);
            int span = l.spanAt(t);
            if (span >= 0) {
                double length = Math.max(100, l.end(span, s.model().nowNanos()) - l.start(span));
                show(s, l.start(span) - length * 0.2, l.start(span) + length * 1.2);
            }
        });
    }

    private void show(TimelineScene s, double from, double to) {
        chosen =
                Optional.of(
                        Scale.fitting(from, to, s.time().left(), s.time().width())
                                .within(s.model().fromNanos(), s.model().nowNanos()));
        changed.run();
    }

    /// Moves the cursor to the begin of the next or previous span of the selected goroutine.
    @Override
    public void step(int direction) {
        scene().ifPresent(s -> {
            int lane = s.model().laneOf(focus.goroutine().get());
            if (lane < 0) {
                return;
            }
            Lane l = s.model().lanes().get(lane);
            int span =
                    Math.clamp(l.spanAt(focus.cursorNanos().get()) + direction, 0, l.count() - 1);
            long t = l.start(span);
            focus.cursorNanos().set(t);
            if (t < s.time().from() || t > s.time().to()) {
                chosen =
                        Optional.of(
                                s.time()
                                        .panned(
                                                s.time().x(t)
                                                        - s.time().left()
                                                        - s.time().width() / 2));
            }
            changed.run();
        });
    }

    @Override
    public void select(double x, double y) {
        scene().ifPresent(s -> {
            if (y < Layout.MAP && x >= TimelineScene.LABELS) {
                double half = (s.time().to() - s.time().from()) / 2;
                show(s, s.whole().at(x) - half, s.whole().at(x) + half);
                return;
            }
            int row = s.rowAt(y);
            int proc = s.procAt(y);
            if (proc >= 0 && x >= TimelineScene.LABELS && proc < s.model().procs().size()) {
                long g = s.model().procs().get(proc).goroutineAt(s.at(x));
                if (g != 0) {
                    focus.goroutine().set(g);
                }
            }
            if (row >= 0) {
                focus.goroutine().set(s.model().lanes().get(s.shown()[row]).id());
            }
            if (x >= TimelineScene.LABELS && y < s.layout().legend()) {
                area.set(Optional.empty());
                focus.cursorNanos().set(s.at(x));
            }
            changed.run();
        });
    }

    /// The range of time that was taken.
    ReadOnlyObjectProperty<Optional<Area>> area() {
        return area.getReadOnlyProperty();
    }

    /// What a drag that takes a range does.
    private enum RangeDrag {
        AREA,
        SHOW,
        MOVE
    }

    @Override
    public boolean takesRange(double x, double y, boolean asked) {
        return scene().filter(s -> x >= TimelineScene.LABELS && y < s.layout().legend())
                .map(s -> {
                    double from = s.whole().x(s.time().from());
                    double to = s.whole().x(s.time().to());
                    boolean map = y < Layout.MAP;
                    boolean inBox = chosen.isPresent() && x >= from && x <= to;
                    drag = !map ? RangeDrag.AREA : inBox ? RangeDrag.MOVE : RangeDrag.SHOW;
                    grabbed = s.whole().at(x) - s.time().from();
                    return asked || map || y < s.layout().collector();
                })
                .orElse(false);
    }

    @Override
    public void range(double x0, double x1) {
        scene().ifPresent(s -> {
            switch (drag) {
                case AREA -> {
                    long a = s.at(Math.clamp(Math.min(x0, x1), s.time().left(), width));
                    long b = s.at(Math.clamp(Math.max(x0, x1), s.time().left(), width));
                    area.set(b > a ? Optional.of(new Area(Math.max(a, 0), b)) : Optional.empty());
                    changed.run();
                }
                case SHOW -> {
                    double a = s.whole().at(Math.min(x0, x1));
                    show(s, a, Math.max(a + 100, s.whole().at(Math.max(x0, x1))));
                }
                case MOVE -> {
                    double from = s.whole().at(x1) - grabbed;
                    show(s, from, from + s.time().to() - s.time().from());
                }
            }
        });
    }

    @Override
    public void zoomToRange() {
        scene().ifPresent(s ->
                area.get()
                        .ifPresent(a -> {
                            area.set(Optional.empty());
                            show(s, a.from(), a.to());
                        }));
    }

    /// Where the time of the range that was taken went, of the lanes shown.
    Optional<AreaStatistics> statistics() {
        return scene().flatMap(s ->
                area.get().map(a -> AreaStatistics.of(s.model(), shown, a.from(), a.to())));
    }

    /// The goroutines shown, as rows of a table; their times within the range that was taken, or of the whole run.
    List<GoroutineRow> rows(int most) {
        RunPicture p = picture;
        if (p == null) {
            return List.of();
        }
        long cursor = focus.cursorNanos().get();
        Area a = area.get().orElse(new Area(0, Long.MAX_VALUE));
        return GoroutineRow.of(p.timeline(), shown, most, cursor, a.from(), a.to());
    }

    /// Grows whenever the rows of the tables may have become others; not by zooming and panning.
    long rowsRevision() {
        return rowsRevision;
    }

    /// Number of lanes shown.
    int shownLanes() {
        return shown.length;
    }

    /// Calls at a place of the program, innermost first.
    List<GoroutineSnapshot.Frame> calls(int site) {
        RunPicture p = picture;
        return p == null || site < 0 ? List.of() : p.sites().apply(site);
    }

    /// Whether the run is over, so that nothing changes any more.
    boolean ended() {
        RunPicture p = picture;
        return p != null && p.state() == RunState.ENDED;
    }

    @Override
    public void escape() {
        area.set(Optional.empty());
        focus.goroutine().set(0);
        focus.cursorNanos().set(-1);
        highlighted = null;
        changed.run();
    }

    @Override
    public boolean toggle(String letter) {
        switch (letter) {
            case "O" -> bands.set(!bands.get());
            case "L" -> allLinks.set(!allLinks.get());
            case "C" -> compact.set(!compact.get());
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Goes to the next lane that the filter shows.
    void stepLane(int direction) {
        scene().ifPresent(s -> {
            if (shown.length > 0) {
                int row = Math.floorMod(s.rowOf(focus.goroutine().get()) + direction, shown.length);
                focus.goroutine().set(s.model().lanes().get(shown[row]).id());
            }
        });
    }

    /// Which time and which lanes are seen.
    private record Place(Optional<Scale> time, double scroll) {}

    @Override
    public Object place() {
        return new Place(chosen, scroll);
    }

    @Override
    public void goTo(Object place) {
        if (place instanceof Place(Optional<Scale> time, double y)) {
            chosen = time;
            scroll = y;
            changed.run();
        }
    }
}
