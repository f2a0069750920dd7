package org.gorrery.app.flame;

import java.util.Locale;

/// How much a value changed, as the colours and words of a comparison tell it.
final class Change {
    /// The middle of the seven steps: about the same.
    static final int SAME = 3;

    private static final double[] BOUNDS = {0.05, 0.25, 0.6};

    private Change() {}

    /// The step of a change: 0 for much less, 3 for the same, 6 for much more.
    static int step(long now, long before) {
        double larger = Math.max(1, Math.max(now, before));
        double share = (now - before) / larger;
        int steps = 0;
        for (double bound : BOUNDS) {
            steps += Math.abs(share) >= bound ? 1 : 0;
        }
        return share < 0 ? SAME - steps : SAME + steps;
    }

    /// The change in per cent of what was before, with its sign; a word where there was nothing.
    static String text(long now, long before, String isNew) {
        if (before == 0) {
            return isNew;
        }
        return String.format(Locale.ROOT, "%+.0f %%", 100.0 * (now - before) / before);
    }
}
