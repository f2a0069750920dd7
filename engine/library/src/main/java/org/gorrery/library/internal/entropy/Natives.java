package org.gorrery.library.internal.entropy;

import org.gorrery.runtime.sched.G;

/// Bodyless functions of `internal/entropy`.
public final class Natives {
    private Natives() {}

    /// 64 random bits of the processor's own sequence, which the run's seed begins: the same run gives the same bits. They go through a
    /// finalizer (of SplitMix64, S. Vigna), so that a program does not see the sequence that the scheduler chooses by.
    public static long random(G g, long sp) {
        long z = (long) g.p.random() << 32 ^ g.p.random() & 0xffff_ffffL;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /// 64 bits that nobody can guess.
    public static long secret(G g, long sp) {
        return g.p.sched.driver().secret();
    }
}
