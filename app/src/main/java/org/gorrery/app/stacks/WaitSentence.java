package org.gorrery.app.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;

/// A ring of waiting goroutines in words: goroutine, lock and line of each, and who waits behind them.
final class WaitSentence {
    private static final int MOST = 6;

    private WaitSentence() {}

    /// The sentence; empty without a ring.
    static String of(WaitGraph graph, Words words) {
        List<Goroutine> ring = graph.ring();
        if (ring.isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < Math.min(MOST, ring.size()); i++) {
            Goroutine g = ring.get(i);
            Goroutine holder = ring.get((i + 1) % ring.size());
            parts.add(
                    words.get(
                            "graph.sentence",
                            Long.toString(g.id()),
                            place(g),
                            Long.toString(holder.id())));
        }
        String behind =
                graph.objects().stream()
                        .flatMap(o -> o.waiters().stream())
                        .filter(g -> !graph.isInRing(g))
                        .limit(MOST)
                        .map(g -> "G" + g.id())
                        .collect(Collectors.joining(", "));
        parts.add(
                behind.isEmpty()
                        ? words.get("graph.stuck")
                        : words.get("graph.stuck.behind", behind));
        return String.join(" ", parts);
    }

    /// The line of the program itself at which a goroutine waits.
    private static String place(Goroutine g) {
        return g.frames().stream()
                .filter(f -> !StackGroup.isLibrary(f) && f.line() > 0)
                .findFirst()
                .map(WaitSentence::line)
                .orElse(g.startFunction());
    }

    private static String line(Frame f) {
        return f.file().substring(f.file().lastIndexOf('/') + 1) + ":" + f.line();
    }
}
