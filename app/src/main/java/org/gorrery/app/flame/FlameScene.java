package org.gorrery.app.flame;

import org.gorrery.app.canvas.Scale;
import org.gorrery.formats.profile.FlamePivot;
import org.gorrery.formats.profile.FlameTree;
import org.jspecify.annotations.Nullable;

/// All that the flame graph's painter needs for one frame.
///
/// @param tree of the whole profile
/// @param unit of its values
/// @param pivot the frame looked at with callers and callees; null for the whole
/// @param icicle whether roots are at the top
/// @param axis values to pixels
/// @param scroll pixels by which the rows are scrolled up
/// @param found frame ids that the search found; empty while nothing is searched
/// @param hovered the node under the pointer
record FlameScene(
        FlameTree tree,
        String unit,
        @Nullable FlamePivot pivot,
        boolean icicle,
        Scale axis,
        double scroll,
        boolean[] found,
        Hit hovered,
        double width,
        double height) {
    static final double ROW = 18;
    static final double HEAD = 26;

    /// A node of one of the trees shown.
    ///
    /// @param part which tree
    /// @param node its index, -1 for none
    record Hit(Part part, int node) {
        static final Hit NONE = new Hit(Part.WHOLE, -1);
    }

    /// Which of the trees shown.
    enum Part {
        WHOLE,
        CALLERS,
        PIVOT,
        CALLEES
    }

    /// The tree of a part.
    FlameTree treeOf(Part part) {
        FlamePivot p = pivot;
        if (p == null) {
            return tree;
        }
        return switch (part) {
            case WHOLE -> tree;
            case CALLERS -> p.callers();
            case PIVOT, CALLEES -> p.callees();
        };
    }

    /// The value that the whole width stands for.
    long shownTotal() {
        FlamePivot p = pivot;
        return p == null ? tree.total(0) : p.total();
    }

    /// Top of the row of a node.
    double y(Part part, int depth) {
        FlamePivot p = pivot;
        double first = HEAD - scroll;
        if (p == null) {
            return icicle ? first + depth * ROW : height - ROW * (depth + 1) + scroll - 4;
        }
        double bar = first + p.callers().maxDepth() * ROW;
        return switch (part) {
            case CALLERS -> bar - depth * ROW;
            case WHOLE, PIVOT -> bar;
            case CALLEES -> bar + depth * ROW + 4;
        };
    }

    /// Rows in all.
    double contentHeight() {
        FlamePivot p = pivot;
        int rows =
                p == null
                        ? tree.maxDepth() + 1
                        : p.callers().maxDepth() + p.callees().maxDepth() + 1;
        return rows * ROW + 8;
    }

    /// What lies at a place.
    Hit at(double x, double y) {
        if (y < HEAD) {
            return Hit.NONE;
        }
        long value = (long) Math.floor(axis.at(x));
        FlamePivot p = pivot;
        if (p == null) {
            double from = icicle ? y - (HEAD - scroll) : height - 4 + scroll - y;
            return new Hit(Part.WHOLE, tree.find((int) Math.floor(from / ROW), value));
        }
        double bar = y(Part.PIVOT, 0);
        if (y >= bar && y < bar + ROW) {
            return new Hit(Part.PIVOT, 0);
        }
        if (y < bar) {
            return new Hit(Part.CALLERS, p.callers().find((int) Math.ceil((bar - y) / ROW), value));
        }
        int row = (int) Math.floor((y - bar - 4) / ROW);
        return row < 1 ? Hit.NONE : new Hit(Part.CALLEES, p.callees().find(row, value));
    }
}
