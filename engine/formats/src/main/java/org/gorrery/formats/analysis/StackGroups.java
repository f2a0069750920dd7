package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.dumps.GoroutineStack;
import org.gorrery.formats.dumps.TraceFrame;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Goroutines of a dump that stand at the same place, put together.
public final class StackGroups {
    private StackGroups() {}

    /// How alike two stacks must be to be put together.
    public enum Likeness {
        /// Same functions at the same lines, same state.
        EXACT,
        /// Same functions at the same lines, whatever the state.
        LINES,
        /// Same functions.
        FUNCTIONS
    }

    /// Goroutines with like stacks.
    ///
    /// @param goroutines in the order of the dump
    /// @param shortestWaitMinutes least waiting time
    /// @param longestWaitMinutes longest waiting time
    public record Group(
            List<GoroutineStack> goroutines, int shortestWaitMinutes, int longestWaitMinutes) {
        /// Copies the list.
        public Group {
            goroutines = List.copyOf(goroutines);
        }

        /// {@return the first of them, to stand for all}
        public GoroutineStack example() {
            return goroutines.getFirst();
        }
    }

    /// Puts goroutines together.
    ///
    /// @param all the goroutines of a dump
    /// @param likeness how alike they must be
    /// @return groups, the largest first
    public static List<Group> of(List<GoroutineStack> all, Likeness likeness) {
        var groups = new LinkedHashMap<String, List<GoroutineStack>>();
        for (GoroutineStack g : all) {
            groups.computeIfAbsent(key(g, likeness), k -> new ArrayList<>()).add(g);
        }
        return groups.values().stream()
                .map(StackGroups::group)
                .sorted(Comparator.comparingInt(g -> -g.goroutines().size()))
                .toList();
    }

    private static Group group(List<GoroutineStack> list) {
        return new Group(
                list,
                list.stream().mapToInt(GoroutineStack::waitMinutes).min().orElse(0),
                list.stream().mapToInt(GoroutineStack::waitMinutes).max().orElse(0));
    }

    private static String key(GoroutineStack g, Likeness likeness) {
        var key = new StringBuilder(likeness == Likeness.EXACT ? g.reason() : "");
        for (TraceFrame f : g.frames()) {
            key.append('\n').append(f.function());
            if (likeness != Likeness.FUNCTIONS) {
                key.append(' ').append(f.file()).append(':').append(f.line());
            }
        }
        TraceFrame made = g.createdBy();
        return made == null ? key.toString() : key.append("\n<").append(made.function()).toString();
    }

    /// A group of two dumps compared.
    ///
    /// @param example one of its goroutines
    /// @param before how many there were in the first dump
    /// @param after how many there are in the second
    /// @param stayed how many goroutines (by number) are in both
    /// @param waitingLonger how many of those wait longer now
    public record Change(
            GoroutineStack example, int before, int after, int stayed, int waitingLonger) {}

    /// Compares two dumps of one process.
    ///
    /// @param before the earlier dump
    /// @param after the later dump
    /// @param likeness how alike stacks must be to be one group
    /// @return every group of either dump, those that grew most first
    public static List<Change> diff(
            List<GoroutineStack> before, List<GoroutineStack> after, Likeness likeness) {
        var groups = new LinkedHashMap<String, List<List<GoroutineStack>>>();
        for (GoroutineStack g : before) {
            both(groups, key(g, likeness)).get(0).add(g);
        }
        for (GoroutineStack g : after) {
            both(groups, key(g, likeness)).get(1).add(g);
        }
        return groups.values().stream()
                .map(b -> change(b.get(0), b.get(1)))
                .sorted(Comparator.comparingInt(c -> c.before() - c.after()))
                .toList();
    }

    private static List<List<GoroutineStack>> both(
            Map<String, List<List<GoroutineStack>>> groups, String key) {
        return groups.computeIfAbsent(key, k -> List.of(new ArrayList<>(), new ArrayList<>()));
    }

    private static Change change(List<GoroutineStack> before, List<GoroutineStack> after) {
        var waits = new HashMap<Long, Integer>();
        before.forEach(g -> waits.put(g.id(), g.waitMinutes()));
        int stayed = 0;
        int longer = 0;
        for (GoroutineStack g : after) {
            Integer then = waits.get(g.id());
            stayed += then == null ? 0 : 1;
            longer += then != null && g.waitMinutes() > then ? 1 : 0;
        }
        GoroutineStack example = after.isEmpty() ? before.getFirst() : after.getFirst();
        return new Change(example, before.size(), after.size(), stayed, longer);
    }

    /// Makes a profile of a dump, so that it can be drawn as a flame graph: one goroutine is one sample.
    ///
    /// @param all the goroutines
    /// @return a profile of goroutine counts, labelled with their state
    public static Profile profile(List<GoroutineStack> all) {
        var b = new ProfileBuilder();
        var functions = new HashMap<String, Integer>();
        var locations = new HashMap<String, Integer>();
        for (GoroutineStack g : all) {
            int[] stack = new int[g.frames().size()];
            for (int i = 0; i < stack.length; i++) {
                TraceFrame f = g.frames().get(i);
                int function =
                        functions.computeIfAbsent(
                                f.function() + "\0" + f.file(),
                                k -> b.function(f.function(), f.file()));
                stack[i] =
                        locations.computeIfAbsent(
                                function + ":" + f.line(),
                                k -> {
                                    int loc = b.location(0, -1, false);
                                    b.line(function, f.line(), 0);
                                    return loc;
                                });
            }
            b.sample(stack, stack.length, 1);
            b.label("state", g.reason(), 0, "");
        }
        var type = new ValueType("goroutine", "count");
        return b.build(ProfileHead.of(List.of(type), type, 1));
    }
}
