package org.gorrery.app.heapview;

import org.gorrery.event.HeapSnapshot.Span;

/// All that the heap's painter needs for one frame.
///
/// @param layout where pages lie
/// @param selected index of the selected span, -1 for none
/// @param found which spans the search found; empty while nothing is searched
/// @param changed which spans differ from the snapshot before
/// @param scroll pixels by which the rows are scrolled up
/// @param cell width of a page
/// @param width of the whole
/// @param height of the whole
record HeapScene(
        HeapLayout layout,
        int selected,
        java.util.BitSet found,
        java.util.BitSet changed,
        double scroll,
        double cell,
        double width,
        double height) {
    static final double TOP = 28;
    static final double LEFT = 118;
    static final double LEGEND = 48;
    static final double STRIP = 26;
    private static final double TALLEST_SPREAD = 27;

    /// Few rows are drawn taller, so that a small heap can be read.
    double rowHeight() {
        double spread = Math.min(TALLEST_SPREAD, gridHeight() / Math.max(1, layout.rows()));
        return Math.clamp(Math.max(cell * 1.75, spread), 12, 64);
    }

    double gridHeight() {
        return height - TOP - LEGEND;
    }

    double contentHeight() {
        return layout.rows() * rowHeight();
    }

    double rowTop(int row) {
        return TOP + row * rowHeight() - scroll;
    }

    int firstRow() {
        return Math.clamp((long) (scroll / rowHeight()), 0, layout.rows());
    }

    int pastRow() {
        return (int) Math.min(layout.rows(), Math.ceil((scroll + gridHeight()) / rowHeight()));
    }

    /// The span at a place, or -1.
    int spanAt(double x, double y) {
        if (y < TOP || y >= height - LEGEND || x < LEFT) {
            return -1;
        }
        int row = (int) ((y - TOP + scroll) / rowHeight());
        int page = (int) ((x - LEFT) / cell);
        if (row >= layout.rows() || page >= layout.pagesPerRow()) {
            return -1;
        }
        return layout.spanAt(layout.base(row) + page * HeapLayout.PAGE);
    }

    /// Share of the slots that hold an object.
    static double occupancy(Span s) {
        return s.slots() == 0 ? 0 : (double) s.allocatedCount() / s.slots();
    }
}
