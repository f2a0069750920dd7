package org.gorrery.app.stacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.stacks.WaitGraph.WaitObject;
import org.gorrery.event.GoroutineSnapshot.Goroutine;

/// Draws who waits for whom: waiters on the left, what they wait on in the middle, who holds it on the right; a ring of
/// locks as a ring.
final class WaitGraphPainter {
    static final double BOX_WIDTH = 148;
    static final double BOX_HEIGHT = 34;
    private static final double PILL_WIDTH = 132;
    private static final double PILL_HEIGHT = 30;
    private static final double ROW = 46;
    private static final double LEGEND = 24;

    /// Goroutines drawn one by one at an object; more are one box.
    private static final int ALONE = 2;

    /// Where a goroutine's box stands, for a click.
    record Place(long goroutine, double x, double y) {
        boolean holds(double px, double py) {
            return px >= x && px < x + BOX_WIDTH && py >= y && py < y + BOX_HEIGHT;
        }
    }

    private final Words words;
    private final List<Place> places = new ArrayList<>();
    private final Map<Long, double[]> middles = new HashMap<>();

    WaitGraphPainter(Words words) {
        this.words = words;
    }

    /// The boxes drawn last.
    List<Place> places() {
        return List.copyOf(places);
    }

    /// Height that all of a graph takes at a width.
    static double height(WaitGraph graph) {
        double ring = graph.ring().isEmpty() ? 0 : ringHeight(graph);
        int rows = 0;
        for (WaitObject o : graph.objects()) {
            rows += rows(graph, o);
        }
        return LEGEND + ring + rows * ROW + 16;
    }

    /// High enough for boxes one above the other; where that is more than there is room for, the ring is flatter.
    private static double ringHeight(WaitGraph graph) {
        return Math.max(150, 44.0 * graph.ring().size() + 20);
    }

    private static int rows(WaitGraph graph, WaitObject o) {
        int outside = outside(graph, o).size();
        boolean closing = closes(graph, o);
        return closing && outside == 0 ? 0 : Math.max(1, Math.min(outside, ALONE));
    }

    private static boolean closes(WaitGraph graph, WaitObject o) {
        return graph.ring().stream().anyMatch(g -> g.waitingOn() == o.address());
    }

    private static List<Goroutine> outside(WaitGraph graph, WaitObject o) {
        return o.waiters().stream().filter(g -> !graph.isInRing(g)).toList();
    }

    void paint(
            WaitGraph graph,
            long selected,
            double scroll,
            double width,
            double height,
            DrawList dense,
            DrawList over) {
        places.clear();
        middles.clear();
        double y = LEGEND - scroll + 8;
        if (!graph.ring().isEmpty()) {
            boolean alone = graph.objects().stream().allMatch(o -> rows(graph, o) == 0);
            double high = Math.max(150, height - LEGEND - 12);
            double ring = alone ? high : Math.min(high, ringHeight(graph));
            ring(graph, selected, width, y, ring, over);
            y += ring;
        }
        double left = 16;
        double middle = Math.max(left + BOX_WIDTH + 60, width * 0.42);
        for (WaitObject o : graph.objects()) {
            int rows = rows(graph, o);
            if (rows == 0) {
                continue;
            }
            object(graph, o, selected, left, middle, y, rows, over);
            y += rows * ROW;
        }
        legend(width, over);
    }

    private void legend(double width, DrawList over) {
        over.fill(0, 0, width, LEGEND, Tokens.BG);
        double x = 16;
        over.pointer(x, 12, x + 26, 12, Tokens.state(GState.MUTEX), 1.5);
        x = word(words.get("graph.waits"), x + 32, over) + 20;
        over.pointer(x, 12, x + 26, 12, Tokens.state(GState.RUNNING), 1.5);
        word(words.get("graph.held"), x + 32, over);
    }

    private static double word(String text, double x, DrawList over) {
        over.text(text, x, 16, 120, Face.LEGEND, Tokens.FG_MUTED);
        return x + Face.LEGEND.estimate(text);
    }

    /// Goroutines and locks in turn on an ellipse.
    private void ring(
            WaitGraph graph,
            long selected,
            double width,
            double top,
            double ringHeight,
            DrawList over) {
        int n = graph.ring().size();
        double cx = width / 2;
        double cy = top + ringHeight / 2 - 4;
        double rx = Math.min(width / 2 - BOX_WIDTH / 2 - 20, 130 + 60.0 * n);
        double ry = ringHeight / 2 - BOX_HEIGHT * 0.75;
        double[][] at = new double[2 * n][];
        for (int i = 0; i < 2 * n; i++) {
            double angle = Math.PI + Math.PI * i / n;
            at[i] = new double[] {cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)};
        }
        for (int i = 0; i < n; i++) {
            arrow(at[2 * i], at[2 * i + 1], GState.MUTEX, over);
            arrow(at[2 * i + 1], at[(2 * i + 2) % (2 * n)], GState.RUNNING, over);
        }
        for (int i = 0; i < n; i++) {
            Goroutine g = graph.ring().get(i);
            goroutine(g, selected, at[2 * i][0], at[2 * i][1], true, over);
            middles.put(g.waitingOn(), at[2 * i + 1]);
            graph.objects().stream()
                    .filter(o -> o.address() == g.waitingOn())
                    .findFirst()
                    .ifPresent(o ->
                            pill(o, middles.getOrDefault(o.address(), new double[2]), true, over));
        }
    }

    /// An arrow that ends at the edge of the box or pill that it points to.
    private static void arrow(double[] from, double[] to, GState colour, DrawList over) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.max(1, Math.hypot(dx, dy));
        double edge =
                Math.min(
                        BOX_WIDTH / 2 / Math.max(1e-6, Math.abs(dx) / length),
                        (BOX_HEIGHT / 2 + 3) / Math.max(1e-6, Math.abs(dy) / length));
        double part = Math.max(0, 1 - edge / length);
        over.pointer(
                from[0],
                from[1],
                from[0] + dx * part,
                from[1] + dy * part,
                Tokens.state(colour),
                1.5);
    }

    private void object(
            WaitGraph graph,
            WaitObject o,
            long selected,
            double left,
            double middle,
            double y,
            int rows,
            DrawList over) {
        double[] place = middles.get(o.address());
        double cy = y + rows * ROW / 2 - 6;
        double[] at = place != null ? place : new double[] {middle + PILL_WIDTH / 2, cy};
        List<Goroutine> waiting = outside(graph, o);
        int alone = waiting.size() > ALONE ? 0 : waiting.size();
        for (int i = 0; i < alone; i++) {
            double[] from = {left + BOX_WIDTH / 2, y + i * ROW + BOX_HEIGHT / 2};
            arrow(from, at, GState.MUTEX, over);
            goroutine(waiting.get(i), selected, from[0], from[1], false, over);
        }
        if (alone == 0 && !waiting.isEmpty()) {
            double[] from = {left + BOX_WIDTH / 2, y + rows * ROW / 2 - 6};
            arrow(from, at, GState.MUTEX, over);
            several(waiting, from[0], from[1], over);
        }
        if (place == null) {
            o.holder()
                    .ifPresent(holder -> {
                        double[] right = {middle + PILL_WIDTH + 70 + BOX_WIDTH / 2, cy};
                        arrow(at, right, GState.RUNNING, over);
                        goroutine(holder, selected, right[0], right[1], false, over);
                    });
            pill(o, at, false, over);
        }
    }

    private void goroutine(
            Goroutine g, long selected, double cx, double cy, boolean alarm, DrawList over) {
        double x = cx - BOX_WIDTH / 2;
        double y = cy - BOX_HEIGHT / 2;
        int border = g.id() == selected ? Tokens.ACCENT : alarm ? Tokens.BAD : Tokens.BORDER;
        over.box(x, y, BOX_WIDTH, BOX_HEIGHT, border, 5);
        over.box(x + 1.5, y + 1.5, BOX_WIDTH - 3, BOX_HEIGHT - 3, Tokens.SUB, 4);
        GState state = StackGroup.stateOf(g);
        over.box(x + 8, cy - 7, 14, 14, Tokens.state(state), 3);
        over.textCentre(state.letter(), x + 8, cy + 3.8, 14, Face.LETTER, Tokens.ink(state));
        over.text("G" + g.id(), x + 30, cy - 2, 50, Face.FIGURES_BOLD, Tokens.FG);
        String name = new StackGroup(state, "", List.of(g)).title();
        over.text(
                name.substring(name.lastIndexOf('/') + 1),
                x + 30,
                cy + 11,
                BOX_WIDTH - 38,
                Face.LEGEND,
                Tokens.FG_MUTED);
        places.add(new Place(g.id(), x, y));
    }

    /// Many that wait for the same.
    private void several(List<Goroutine> of, double cx, double cy, DrawList over) {
        double x = cx - BOX_WIDTH / 2;
        double y = cy - BOX_HEIGHT / 2;
        over.box(x, y, BOX_WIDTH, BOX_HEIGHT, Tokens.BORDER, 5);
        over.box(x + 1, y + 1, BOX_WIDTH - 2, BOX_HEIGHT - 2, Tokens.SUB, 4);
        GState state = StackGroup.stateOf(of.getFirst());
        over.box(x + 8, cy - 7, 14, 14, Tokens.state(state), 3);
        over.textCentre(state.letter(), x + 8, cy + 3.8, 14, Face.LETTER, Tokens.ink(state));
        over.text(
                words.get("graph.several", Figures.count(of.size())),
                x + 30,
                cy - 2,
                BOX_WIDTH - 38,
                Face.FIGURES_BOLD,
                Tokens.FG);
        String ids = new StackGroup(state, "", of).ids(3);
        over.text(ids, x + 30, cy + 11, BOX_WIDTH - 38, Face.LEGEND, Tokens.FG_MUTED);
        places.add(new Place(of.getFirst().id(), x, y));
    }

    private static void pill(WaitObject o, double[] at, boolean alarm, DrawList over) {
        double x = at[0] - PILL_WIDTH / 2;
        double y = at[1] - PILL_HEIGHT / 2;
        over.box(x, y, PILL_WIDTH, PILL_HEIGHT, alarm ? Tokens.BAD : Tokens.BORDER_STRONG, 15);
        over.box(x + 1.5, y + 1.5, PILL_WIDTH - 3, PILL_HEIGHT - 3, Tokens.BG, 14);
        over.textCentre(o.kind(), x, at[1] - 1, PILL_WIDTH, Face.LEGEND, Tokens.FG);
        over.textCentre(
                Figures.address(o.address()),
                x,
                at[1] + 10,
                PILL_WIDTH,
                Face.RULER,
                Tokens.FG_MUTED);
    }
}
