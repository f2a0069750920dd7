package org.gorrery.app.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.gorrery.app.bridge.GState;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;

/// Goroutines that are in the same state at the same place: the same call sites all the way down.
///
/// @param state what they do
/// @param stateText the same in Go's words, or in those of the file they come from
/// @param members in order of their numbers, at least one
record StackGroup(GState state, String stateText, List<Goroutine> members) {
    StackGroup {
        members = List.copyOf(members);
    }

    private record Key(GState state, String reason, String start, List<Long> places) {}

    /// Groups goroutines, largest group first; each alone where they are not to be grouped.
    static List<StackGroup> of(
            List<Goroutine> goroutines, boolean alike, LongFunction<String> words) {
        Map<Object, List<Goroutine>> groups = new LinkedHashMap<>();
        for (Goroutine g : goroutines) {
            Object key =
                    alike
                            ? new Key(
                                    stateOf(g),
                                    textOf(g, words),
                                    g.startFunction(),
                                    g.frames().stream().map(Frame::pc).toList())
                            : (Object) g.id();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(g);
        }
        var out = new ArrayList<StackGroup>();
        groups.values()
                .forEach(m -> {
                    Goroutine g = m.getFirst();
                    out.add(new StackGroup(stateOf(g), textOf(g, words), m));
                });
        if (alike) {
            out.sort((a, b) -> b.members().size() - a.members().size());
        }
        return out;
    }

    static GState stateOf(Goroutine g) {
        return switch (g.status()) {
            case RUNNING -> GState.RUNNING;
            case RUNNABLE -> GState.RUNNABLE;
            case SYSCALL -> GState.SYSCALL;
            case DEAD -> GState.DEAD;
            case WAITING -> GState.of(g.reason());
        };
    }

    /// What a goroutine does, in words.
    static String textOf(Goroutine g, LongFunction<String> words) {
        String own = words.apply(g.id());
        if (!own.isEmpty()) {
            return own;
        }
        return g.status() == Status.WAITING && !g.reason().text().isEmpty()
                ? g.reason().text()
                : stateOf(g).text();
    }

    /// The innermost frame of the program itself, else the function started with.
    String title() {
        for (Frame f : members.getFirst().frames()) {
            if (!isLibrary(f)) {
                return f.function();
            }
        }
        return members.getFirst().startFunction();
    }

    /// Whether a frame is the runtime's or the library's way of blocking, not the program's.
    static boolean isLibrary(Frame f) {
        String name = f.function();
        return name.startsWith("runtime.")
                || name.startsWith("sync.")
                || name.startsWith("internal/")
                || name.startsWith("time.");
    }

    /// Such as `G18 G19 … +3`.
    String ids(int most) {
        var out = new StringBuilder();
        for (int i = 0; i < Math.min(most, members.size()); i++) {
            out.append(i == 0 ? "G" : " G").append(members.get(i).id());
        }
        return members.size() > most ? out + " +" + (members.size() - most) : out.toString();
    }

    boolean has(long goroutine) {
        return members.stream().anyMatch(g -> g.id() == goroutine);
    }
}
