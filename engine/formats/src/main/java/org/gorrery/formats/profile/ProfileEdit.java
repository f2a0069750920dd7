package org.gorrery.formats.profile;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A profile being filtered: which lines of its locations stay, which part of which stacks stays.
///
/// Lines and samples are marked in flat arrays first; [#build] makes the new profile in one pass.
final class ProfileEdit {
    private static final int NEUTRAL = 0;
    private static final int FOCUSED = 1;
    private static final int IGNORED = 2;

    private final Profile source;
    private final boolean[][] keepLine;
    private final boolean[] hidden;
    private final boolean[] sampleKept;
    private final int[] stackFrom;
    private final int[] stackTo;
    private @Nullable Predicate<String> labelKeys;

    ProfileEdit(Profile source) {
        this.source = source;
        keepLine = new boolean[source.locations()][];
        for (int loc = 0; loc < keepLine.length; loc++) {
            keepLine[loc] = new boolean[source.lines(loc)];
            Arrays.fill(keepLine[loc], true);
        }
        hidden = new boolean[source.locations()];
        sampleKept = new boolean[source.samples()];
        Arrays.fill(sampleKept, true);
        stackFrom = new int[source.samples()];
        stackTo = new int[source.samples()];
        for (int s = 0; s < stackTo.length; s++) {
            stackTo[s] = source.depth(s);
        }
    }

    Profile source() {
        return source;
    }

    private boolean[] matchingFunctions(Pattern p) {
        boolean[] result = new boolean[source.functions()];
        for (int f = 0; f < result.length; f++) {
            result[f] =
                    p.matcher(source.functionName(f)).find()
                            || p.matcher(source.fileName(f)).find();
        }
        return result;
    }

    private boolean mappingMatches(Pattern p, int loc) {
        int m = source.mapping(loc);
        return m >= 0 && p.matcher(source.mappings().get(m).file()).find();
    }

    private boolean locationMatches(Pattern p, boolean[] functions, int loc) {
        for (int i = 0; i < keepLine[loc].length; i++) {
            if (keepLine[loc][i] && functions[source.function(loc, i)]) {
                return true;
            }
        }
        return mappingMatches(p, loc);
    }

    private boolean noLineLeft(int loc) {
        for (boolean k : keepLine[loc]) {
            if (k) {
                return false;
            }
        }
        return true;
    }

    void focusHideShow(
            @Nullable Pattern focus,
            @Nullable Pattern ignore,
            @Nullable Pattern hide,
            @Nullable Pattern show) {
        int[] verdict = new int[source.locations()];
        boolean[] focused = focus == null ? new boolean[0] : matchingFunctions(focus);
        boolean[] ignored = ignore == null ? new boolean[0] : matchingFunctions(ignore);
        boolean[] hiddenFunctions = hide == null ? new boolean[0] : matchingFunctions(hide);
        boolean[] shown = show == null ? new boolean[0] : matchingFunctions(show);
        for (int loc = 0; loc < verdict.length; loc++) {
            if (ignore != null && locationMatches(ignore, ignored, loc)) {
                verdict[loc] = IGNORED;
            } else if (focus == null || locationMatches(focus, focused, loc)) {
                verdict[loc] = FOCUSED;
            }
            if (hide != null) {
                keepLines(hide, hiddenFunctions, loc, false);
            }
            if (show != null) {
                keepLines(show, shown, loc, true);
            }
        }
        for (int s = 0; s < sampleKept.length; s++) {
            sampleKept[s] &= passes(s, verdict) && (hide == null && show == null || anyVisible(s));
        }
    }

    private boolean passes(int sample, int[] verdict) {
        boolean seen = false;
        for (int i = stackFrom[sample]; i < stackTo[sample]; i++) {
            int v = verdict[source.location(sample, i)];
            if (v == IGNORED) {
                return false;
            }
            seen |= v != NEUTRAL;
        }
        return seen;
    }

    private boolean anyVisible(int sample) {
        boolean hiddenAny = false;
        for (int i = stackFrom[sample]; i < stackTo[sample]; i++) {
            if (!hidden[source.location(sample, i)]) {
                return true;
            }
            hiddenAny = true;
        }
        return !hiddenAny;
    }

    private void keepLines(Pattern p, boolean[] functions, int loc, boolean wanted) {
        boolean binary = mappingMatches(p, loc);
        for (int i = 0; i < keepLine[loc].length; i++) {
            boolean match = binary || functions[source.function(loc, i)];
            keepLine[loc][i] &= match == wanted;
        }
        boolean bareKept = keepLine[loc].length == 0 && binary && wanted;
        if (!bareKept && noLineLeft(loc)) {
            hidden[loc] = true;
        }
    }

    void showFrom(Pattern p) {
        boolean[] functions = matchingFunctions(p);
        boolean[] matched = new boolean[source.locations()];
        for (int loc = 0; loc < matched.length; loc++) {
            if (mappingMatches(p, loc)) {
                matched[loc] = true;
                continue;
            }
            int last = lastMatch(loc, functions);
            if (last >= 0) {
                matched[loc] = true;
                Arrays.fill(keepLine[loc], last + 1, keepLine[loc].length, false);
            }
        }
        for (int s = 0; s < sampleKept.length; s++) {
            int i = stackTo[s] - 1;
            while (i >= stackFrom[s]
                    && (hidden[source.location(s, i)] || !matched[source.location(s, i)])) {
                i--;
            }
            sampleKept[s] &= i >= stackFrom[s];
            stackTo[s] = i + 1;
        }
    }

    private int lastMatch(int loc, boolean[] functions) {
        for (int i = keepLine[loc].length - 1; i >= 0; i--) {
            if (keepLine[loc][i] && functions[source.function(loc, i)]) {
                return i;
            }
        }
        return -1;
    }

    void pruneFrom(Pattern p) {
        boolean[] functions = matchingSimplified(p);
        boolean[] matched = new boolean[source.locations()];
        for (int loc = 0; loc < matched.length; loc++) {
            for (int i = 0; i < keepLine[loc].length; i++) {
                if (keepLine[loc][i] && functions[source.function(loc, i)]) {
                    matched[loc] = true;
                    Arrays.fill(keepLine[loc], 0, i, false);
                    break;
                }
            }
        }
        for (int s = 0; s < sampleKept.length; s++) {
            for (int i = stackFrom[s]; i < stackTo[s]; i++) {
                int loc = source.location(s, i);
                if (!hidden[loc] && matched[loc]) {
                    stackFrom[s] = i;
                    break;
                }
            }
        }
    }

    private boolean[] matchingSimplified(Pattern p) {
        boolean[] result = new boolean[source.functions()];
        for (int f = 0; f < result.length; f++) {
            result[f] = p.matcher(simplified(source.functionName(f))).find();
        }
        return result;
    }

    /// Cuts a C++ argument list off a name; a parenthesis that is part of the name stays.
    private static String simplified(String name) {
        String n = name.startsWith(".") ? name.substring(1) : name;
        for (int i = n.indexOf('('); i >= 0; i = n.indexOf('(', i + 1)) {
            String rest = n.substring(i);
            if (rest.startsWith("(anonymous namespace)")) {
                continue;
            }
            if (i >= 8 && n.startsWith("operator", i - 8) && rest.startsWith("()")) {
                i++;
                continue;
            }
            return n.substring(0, i);
        }
        return n;
    }

    void dropFrames(Pattern drop, @Nullable Pattern keep) {
        boolean[] dropFunction = new boolean[source.functions()];
        for (int f = 0; f < dropFunction.length; f++) {
            String name = simplified(source.functionName(f));
            dropFunction[f] =
                    !name.isEmpty()
                            && drop.matcher(new BudgetedText(name)).find()
                            && (keep == null || !keep.matcher(new BudgetedText(name)).find());
        }
        boolean[] whole = new boolean[source.locations()];
        boolean[] beneath = new boolean[source.locations()];
        for (int loc = 0; loc < whole.length; loc++) {
            int last = lastMatch(loc, dropFunction);
            if (last >= 0) {
                beneath[loc] = true;
                if (last == keepLine[loc].length - 1) {
                    whole[loc] = true;
                } else {
                    Arrays.fill(keepLine[loc], 0, last + 1, false);
                }
            }
        }
        for (int s = 0; s < sampleKept.length; s++) {
            pruneBeneath(s, whole, beneath);
        }
    }

    private void pruneBeneath(int s, boolean[] whole, boolean[] beneath) {
        boolean user = false;
        for (int i = stackTo[s] - 1; i >= stackFrom[s]; i--) {
            int loc = source.location(s, i);
            if (!beneath[loc]) {
                user = true;
            } else if (user) {
                stackFrom[s] = whole[loc] ? i + 1 : i;
                return;
            }
        }
    }

    void dropInlined() {
        for (boolean[] lines : keepLine) {
            int last = lines.length - 1;
            while (last >= 0 && !lines[last]) {
                last--;
            }
            if (last > 0) {
                Arrays.fill(lines, 0, last, false);
            }
        }
    }

    void keepSamples(IntPredicate keep) {
        for (int s = 0; s < sampleKept.length; s++) {
            sampleKept[s] = sampleKept[s] && keep.test(s);
        }
    }

    void keepLabels(Predicate<String> keys) {
        labelKeys = keys;
    }

    Profile build() {
        var b = new ProfileBuilder().tablesOf(source);
        for (int loc = 0; loc < keepLine.length; loc++) {
            b.location(source.address(loc), source.mapping(loc), source.folded(loc));
            for (int i = 0; i < keepLine[loc].length; i++) {
                if (keepLine[loc][i]) {
                    b.line(source.function(loc, i), source.line(loc, i), source.column(loc, i));
                }
            }
        }
        int[] stack = new int[64];
        for (int s = 0; s < sampleKept.length; s++) {
            if (!sampleKept[s]) {
                continue;
            }
            int n = 0;
            for (int i = stackFrom[s]; i < stackTo[s]; i++) {
                int loc = source.location(s, i);
                if (!hidden[loc]) {
                    if (n == stack.length) {
                        stack = Arrays.copyOf(stack, n * 2);
                    }
                    stack[n++] = loc;
                }
            }
            b.sample(stack, n, ProfileBuilder.valuesOf(source, s));
            copyLabels(b, s);
        }
        return b.build(source.head());
    }

    private void copyLabels(ProfileBuilder b, int s) {
        Predicate<String> keys = labelKeys;
        if (keys == null) {
            b.labelsOf(source, s);
            return;
        }
        for (Profile.Label l : source.labels(s)) {
            if (keys.test(l.key())) {
                b.label(l.key(), l.text(), l.number(), l.unit());
            }
        }
    }
}
