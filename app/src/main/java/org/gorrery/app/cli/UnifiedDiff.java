package org.gorrery.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The difference of two texts in unified form, with three lines of context.
///
/// Lines that occur once in each text are the anchors; the longest chain of them that is in order in both is kept, stretched over the equal
/// lines around each, and what lies between is shown as removed and added (the idea of patience diff). Less minimal than a shortest edit
/// script, but it never matches a brace with a strange brace, and takes n log n.
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /// A run of equal lines: `[x, xEnd)` of the old text and as many from `y` of the new one.
    private record Equal(int x, int y, int xEnd) {
        int yEnd() {
            return y + xEnd - x;
        }

        int length() {
            return xEnd - x;
        }
    }

    /// The difference, empty where there is none.
    ///
    /// @param oldName after `---`
    /// @param newName after `+++`
    static String of(String oldName, String before, String newName, String after) {
        if (before.equals(after)) {
            return "";
        }
        var diff = new UnifiedDiff(before, after);
        diff.out.append("diff ").append(oldName).append(' ').append(newName).append('\n');
        diff.out.append("--- ").append(oldName).append('\n');
        diff.out.append("+++ ").append(newName).append('\n');
        diff.hunks(diff.equalRuns());
        return diff.out.toString();
    }

    private static List<String> lines(String text) {
        var list = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        if (list.getLast().isEmpty()) {
            list.removeLast();
        } else {
            list.set(list.size() - 1, list.getLast() + "\n\\ No newline at end of file\n");
        }
        return list;
    }

    /// The runs in order, with an empty one at the end.
    private List<Equal> equalRuns() {
        var runs = new ArrayList<Equal>();
        int doneX = 0;
        int doneY = 0;
        var anchors = anchors();
        anchors.addFirst(new int[] {0, 0});
        for (int[] a : anchors) {
            if (a[0] < doneX) {
                continue; // inside the run before
            }
            int x = a[0];
            int y = a[1];
            while (x > doneX && y > doneY && before.get(x - 1).equals(after.get(y - 1))) {
                x--;
                y--;
            }
            int xEnd = a[0];
            int yEnd = a[1];
            while (xEnd < before.size()
                    && yEnd < after.size()
                    && before.get(xEnd).equals(after.get(yEnd))) {
                xEnd++;
                yEnd++;
            }
            runs.add(new Equal(x, y, xEnd));
            doneX = xEnd;
            doneY = yEnd;
        }
        int x = before.size();
        int y = after.size();
        while (x > doneX && y > doneY && before.get(x - 1).equals(after.get(y - 1))) {
            x--;
            y--;
        }
        runs.add(new Equal(x, y, before.size()));
        return runs;
    }

    /// The longest chain of lines that occur once in each text and in the same order in both: pairs of line numbers.
    private List<int[]> anchors() {
        Map<String, int[]> seen = new HashMap<>(); // count and line in each text
        for (int i = 0; i < before.size(); i++) {
            int[] s = seen.computeIfAbsent(before.get(i), k -> new int[4]);
            s[0]++;
            s[1] = i;
        }
        for (int i = 0; i < after.size(); i++) {
            int[] s = seen.computeIfAbsent(after.get(i), k -> new int[4]);
            s[2]++;
            s[3] = i;
        }
        var pairs = new ArrayList<int[]>();
        for (int i = 0; i < before.size(); i++) {
            int[] s = seen.getOrDefault(before.get(i), new int[4]);
            if (s[0] == 1 && s[2] == 1) {
                pairs.add(new int[] {i, s[3]});
            }
        }
        return longestRising(pairs);
    }

    private static List<int[]> longestRising(List<int[]> pairs) {
        int n = pairs.size();
        int[] previous = new int[n];
        int[] tail = new int[n]; // index of the last pair of the best chain of each length
        int length = 0;
        for (int i = 0; i < n; i++) {
            int lo = 0;
            int hi = length;
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (pairs.get(tail[mid])[1] < pairs.get(i)[1]) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            previous[i] = lo == 0 ? -1 : tail[lo - 1];
            tail[lo] = i;
            length = Math.max(length, lo + 1);
        }
        var chain = new ArrayList<int[]>();
        for (int i = length == 0 ? -1 : tail[length - 1]; i >= 0; i = previous[i]) {
            chain.addFirst(pairs.get(i));
        }
        return chain;
    }

    /// Changes with the context around them; those less than two contexts apart share a hunk.
    private void hunks(List<Equal> runs) {
        int i = 0;
        while (i + 1 < runs.size()) {
            int j = i + 1;
            while (j + 1 < runs.size() && runs.get(j).length() < 2 * CONTEXT) {
                j++;
            }
            hunk(runs.subList(i, j + 1));
            i = j;
        }
    }

    private void hunk(List<Equal> runs) {
        var first = runs.getFirst();
        var last = runs.getLast();
        int lead = Math.min(CONTEXT, first.length());
        int x = first.xEnd - lead;
        int y = first.yEnd() - lead;
        int trail = Math.min(CONTEXT, last.length());
        if (runs.size() == 2 && first.xEnd == last.x && first.yEnd() == last.y) {
            return; // nothing between them
        }
        int xCount = last.x + trail - x;
        int yCount = last.y + trail - y;
        out.append("@@ -").append(xCount > 0 ? x + 1 : x).append(',').append(xCount);
        out.append(" +").append(yCount > 0 ? y + 1 : y).append(',').append(yCount);
        out.append(" @@\n");
        append(' ', before, x, first.xEnd);
        for (int i = 1; i < runs.size(); i++) {
            var from = runs.get(i - 1);
            var to = runs.get(i);
            append('-', before, from.xEnd, to.x);
            append('+', after, from.yEnd(), to.y);
            append(' ', before, to.x, i == runs.size() - 1 ? to.x + trail : to.xEnd);
        }
    }

    private void append(char mark, List<String> lines, int from, int to) {
        lines.subList(from, to).forEach(line -> out.append(mark).append(line));
    }
}
