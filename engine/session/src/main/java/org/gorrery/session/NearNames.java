package org.gorrery.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds names that somebody may have meant who typed another.
final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /// Names that differ in few letters, or in the folder before the last word alone; the nearest first.
    static List<String> of(String name, Collection<String> known) {
        record Near(String name, int distance) {}
        var near = new ArrayList<Near>();
        int allowed = Math.max(1, name.length() / 4);
        for (var k : known) {
            int d = distance(name, k);
            if (d > 0 && d <= allowed) {
                near.add(new Near(k, d));
            } else if (d > 0 && lastWord(k).equals(lastWord(name))) {
                near.add(new Near(k, allowed + 1));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
        return near.stream().limit(MOST).map(Near::name).toList();
    }

    private static String lastWord(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// How many letters must be put in, taken out, changed, or swapped with their neighbour.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
