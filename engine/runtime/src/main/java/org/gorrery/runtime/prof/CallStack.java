package org.gorrery.runtime.prof;

import java.util.Arrays;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.FuncTable;

/// The stack of a sample: call sites (`pc - layout.pcs`), innermost first. Equal where all sites are.
///
/// @param sites not to be changed
public record CallStack(int[] sites) {
    /// Frames of a sample, as Go's GODEBUG profstackdepth has it.
    private static final int MOST = 128;

    /// The stack of a goroutine that stands at [G#sp]: its own, or the world is stopped.
    public static CallStack of(G g) {
        return of(g, 0);
    }

    /// As [#of(G)], without so many of the innermost frames.
    static CallStack of(G g, int without) {
        var unwinder = g.p.sched.machine().unwinder();
        FuncTable funcs = unwinder.funcs();
        long[] pcs = unwinder.pcs(g.stack, g.sp, MOST);
        int[] sites = new int[pcs.length];
        int n = 0;
        for (long pc : pcs) {
            int site = funcs.siteOf(pc);
            if (site >= 0) {
                sites[n++] = site;
            }
        }
        return new CallStack(
                n == sites.length && without == 0
                        ? sites
                        : Arrays.copyOfRange(sites, Math.min(without, n), n));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CallStack s && Arrays.equals(sites, s.sites);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sites);
    }
}
