package org.gorrery.library.runtime;

import org.gorrery.library.GoStrings;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `runtime`: scheduler, threads, numbers.
public final class Natives {
    private Natives() {}

    /// The bits of a float64.
    public static long floatBits(G g, long sp, double f) {
        return Double.doubleToRawLongBits(f);
    }

    /// A float64 of bits.
    public static double bitsFloat(G g, long sp, long bits) {
        return Double.longBitsToDouble(bits);
    }

    /// A variable of the environment that the run was started with.
    public static long environment(G g, long sp, long name, long length) {
        var env = GoProgram.of(g).options().env();
        return GoStrings.put(g, sp, env.getOrDefault(GoStrings.get(name, length), ""));
    }

    /// Processors of the host.
    public static int processors(G g, long sp) {
        return Runtime.getRuntime().availableProcessors();
    }

    /// GOMAXPROCS.
    public static long setProcs(G g, long sp, long n) {
        int wanted = (int) Math.max(0, Math.min(n, 1024));
        return g.p.sched.world().setGomaxprocs(g, Panics.nativeFrame(g, sp), wanted);
    }

    /// GOMAXPROCS at the start.
    public static long defaultProcs(G g, long sp) {
        return GoProgram.of(g).options().gomaxprocs();
    }

    /// Goroutines of the program.
    public static int goroutines(G g, long sp) {
        return g.p.sched.goroutines().live();
    }

    /// Lets others run.
    public static void Gosched(G g, long sp) {
        g.p.sched.gosched(g, Panics.nativeFrame(g, sp));
    }

    /// Ends the goroutine.
    public static void Goexit(G g, long sp) {
        throw Panics.goexit(g, sp);
    }

    /// Ties the goroutine to its thread.
    public static void LockOSThread(G g, long sp) {
        g.p.sched.threadLock().lock(g);
    }

    /// Unties it.
    public static void UnlockOSThread(G g, long sp) {
        g.p.sched.threadLock().unlock(g);
    }
}
