package org.gorrery.app.timeline;

import java.util.Arrays;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.canvas.Scale;
import org.gorrery.app.canvas.Tokens;

/// All that the painter needs for one frame; immutable by convention.
///
/// @param picture the run
/// @param shown indices of the lanes to show, in order
/// @param time the x axis
/// @param scroll pixels by which the lanes are scrolled up
/// @param cursorNanos the time cursor, -1 for none
/// @param selected number of the selected goroutine, 0 for none
/// @param bands whether collections and stops are drawn over the lanes
/// @param allLinks whether all links in sight are drawn, not only those of the selection
/// @param highlighted the one state to stand out; null for none
/// @param area the range of time that was taken; null for none
/// @param layout where the rows are
record TimelineScene(
        RunPicture picture,
        int[] shown,
        Scale time,
        double scroll,
        long cursorNanos,
        long selected,
        boolean bands,
        boolean allLinks,
        @org.jspecify.annotations.Nullable GState highlighted,
        @org.jspecify.annotations.Nullable Area area,
        Layout layout) {
    /// A range of time, in nanoseconds.
    record Area(long from, long to) {
        long nanos() {
            return to - from;
        }
    }

    /// Width of the lanes' labels.
    static final double LABELS = 196;

    TimelineModel model() {
        return picture.timeline();
    }

    /// Nanoseconds at a pixel.
    long at(double x) {
        return (long) Math.floor(time.at(x));
    }

    /// Top of the lane in row `row` of those shown.
    double laneTop(int row) {
        return layout.lanes() + row * layout.laneHeight() - scroll;
    }

    /// The first row in sight.
    int firstRow() {
        return Math.clamp((long) (scroll / layout.laneHeight()), 0, shown.length);
    }

    /// The row after the last one in sight.
    int pastRow() {
        double rows = Math.ceil((scroll + layout.lanesHeight()) / layout.laneHeight());
        return (int) Math.min(shown.length, rows);
    }

    /// The row at a height, or -1.
    int rowAt(double y) {
        if (y < layout.lanes() || y >= layout.legend()) {
            return -1;
        }
        int row = (int) ((y - layout.lanes() + scroll) / layout.laneHeight());
        return row < shown.length ? row : -1;
    }

    /// The P at a height, or -1.
    int procAt(double y) {
        if (y < layout.procs() || y >= layout.procs() + layout.procCount() * layout.procHeight()) {
            return -1;
        }
        return (int) ((y - layout.procs()) / layout.procHeight());
    }

    /// The row of a goroutine, or -1.
    int rowOf(long goroutine) {
        int lane = model().laneOf(goroutine);
        int row = lane < 0 ? -1 : Arrays.binarySearch(shown, lane);
        return row < 0 ? -1 : row;
    }

    /// Whether the explorer itself stopped the world: a pause, the debugger, a snapshot.
    boolean isOwnStop(int stop) {
        String why = model().stopReasons().get(model().stops().detail()[stop]);
        return why.equals("pause") || why.equals("debugger") || why.equals("snapshot");
    }

    /// The colour of a stop of the world: quiet where the explorer asked for it.
    int stopColor(int stop) {
        return isOwnStop(stop) ? Tokens.BORDER_STRONG : Tokens.STOP;
    }

    /// The axis of the strip that shows the whole run.
    Scale whole() {
        return Scale.fitting(
                model().fromNanos(),
                Math.max(model().nowNanos(), model().fromNanos() + 1000),
                LABELS,
                layout.width() - LABELS);
    }

    /// Heights of the parts, from the top: strip of the whole run, ruler, collector, heap, head and rows of the Ps, head and rows of the goroutines,
    /// legend.
    ///
    /// @param width of the whole
    /// @param height of the whole
    /// @param procCount number of Ps
    /// @param procHeight of a P's row
    /// @param laneHeight of a goroutine's row: 18 compact, 24 normal, 32 comfortable
    record Layout(
            double width, double height, int procCount, double procHeight, double laneHeight) {
        static final double MAP = 36;
        static final double RULER = 28;
        static final double COLLECTOR = 16;
        static final double HEAP = 28;
        static final double HEAD = 20;
        static final double LEGEND = 32;

        double ruler() {
            return MAP;
        }

        double collector() {
            return MAP + RULER;
        }

        double heap() {
            return collector() + COLLECTOR;
        }

        double procsHead() {
            return heap() + HEAP;
        }

        double procs() {
            return procsHead() + HEAD;
        }

        double lanesHead() {
            return procs() + procCount * procHeight;
        }

        double lanes() {
            return lanesHead() + HEAD;
        }

        double legend() {
            return Math.max(lanes(), height - LEGEND);
        }

        double lanesHeight() {
            return legend() - lanes();
        }
    }
}
