package org.gorrery.library.runtime;

import org.gorrery.library.GoStrings;
import org.gorrery.library.runtime.trace.LiveTrace;
import org.gorrery.runtime.chan.TimeChannel;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.BoundsText;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.NativeFrame;

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

    /// GOROOT of the environment that the run was started with, else of the build.
    public static long goroot(G g, long sp) {
        var options = GoProgram.of(g).options();
        String named = options.env().getOrDefault("GOROOT", "");
        return GoStrings.put(g, sp, named.isEmpty() ? options.goroot() : named);
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

    // ---- errors

    /// What a failed check of bounds says.
    public static long boundsText(G g, long sp, int code, long x, long y, int signed) {
        return GoStrings.put(g, sp, BoundsText.of(code, x, y, signed != 0));
    }

    /// What a failed type assertion says.
    public static long assertionText(G g, long sp, long concrete, long asserted, long from) {
        return GoStrings.put(g, sp, Ifaces.of(g).assertions().of(concrete, asserted, from));
    }

    // ---- stacks

    /// Writes the pcs of the calling stack.
    public static long stackOf(G g, long sp, long skip, long to, long length, long cap) {
        return Pcs.write(g, Panics.nativeFrame(g, sp), skip, to, length);
    }

    /// Number of the function of a pc, on targets of 64 bits.
    public static int functionOf(G g, long sp, long pc) {
        return Pcs.functions(g).functionOf(pc);
    }

    /// The same on targets of 32 bits.
    public static int functionOf(G g, long sp, int pc) {
        return functionOf(g, sp, Pcs.widen(g, pc));
    }

    /// Line of a pc.
    public static int lineOf(G g, long sp, long pc) {
        return Pcs.functions(g).lineOf(pc);
    }

    /// The same on targets of 32 bits.
    public static int lineOf(G g, long sp, int pc) {
        return lineOf(g, sp, Pcs.widen(g, pc));
    }

    /// Name of a function.
    public static long functionName(G g, long sp, int number) {
        return GoStrings.put(g, sp, Pcs.functions(g).info(number).name());
    }

    /// File of a pc, on targets of 64 bits.
    public static long fileOf(G g, long sp, long pc) {
        return GoStrings.put(g, sp, Pcs.functions(g).fileOf(pc));
    }

    /// The same on targets of 32 bits.
    public static long fileOf(G g, long sp, int pc) {
        return fileOf(g, sp, Pcs.widen(g, pc));
    }

    /// Address of a function.
    public static long functionEntry(G g, long sp, int number) {
        return Pcs.functions(g).entryOf(number);
    }

    /// Number of functions.
    public static int functionCount(G g, long sp) {
        return Pcs.functions(g).count();
    }

    /// The stack of the goroutine, or of all, as text.
    public static long stackText(G g, long sp, int all) {
        return GoStrings.put(g, sp, Pcs.text(g, Panics.nativeFrame(g, sp), all != 0));
    }

    // ---- memory

    /// Collects.
    public static void GC(G g, long sp) {
        GcController.of(g).collectForced(g, Panics.nativeFrame(g, sp));
        g.p.sched.gosched(
                g, sp); // finalizers of what was found dead have their turn, as while Go sweeps
    }

    /// Figures of memory.
    public static int readFigures(
            G g,
            long sp,
            long to,
            long length,
            long cap,
            long pauses,
            long pausesLength,
            long pausesCap,
            long ends,
            long endsLength,
            long endsCap) {
        return Figures.write(g, Panics.nativeFrame(g, sp), to, pauses, ends);
    }

    /// Ties a finalizer to an object.
    public static int setFinalizer(G g, long sp, long object, long closure) {
        return GcController.of(g).setFinalizer(g, object, closure) ? 1 : 0;
    }

    /// Unties it.
    public static void clearFinalizer(G g, long sp, long object) {
        GcController.of(g).clearFinalizer(object);
    }

    /// Whether an address is that of an object; `r1`: whether it lies in the heap.
    public static int isObject(G g, long sp, long address) {
        Mspan span = g.p.mcache.heap().spanOf(address);
        g.r1 = span == null ? 0 : 1;
        return span != null && span.slotAddress(span.slotOf(address)) == address ? 1 : 0;
    }

    /// Calls a func value.
    public static void callWords(
            G g,
            long sp,
            long closure,
            long arguments,
            long argumentsLen,
            long argumentsCap,
            long results,
            long resultsLen,
            long resultsCap) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(3));
        Mem.st64(sp + 8, closure);
        Mem.st64(sp + 16, arguments);
        Mem.st64(sp + 24, results);
        g.sp = sp;
        g.p.sched.code().callWords(g, sp + NativeFrame.bytes(3), closure, arguments, results);
    }

    /// A pointer as a word.
    public static long hostAddress(G g, long sp, long p) {
        return p;
    }

    /// Ends the program with a code.
    public static void exit(G g, long sp, int code) {
        GoProgram.of(g).exit(g, code);
    }

    /// Ends the program with a fatal error.
    public static void fatal(G g, long sp, long at, long length) {
        g.p.sched.supervisor().fatal(g, Panics.nativeFrame(g, sp), GoStrings.get(at, length));
    }

    /// Ties a cleanup to an object; its number.
    public static long addCleanup(G g, long sp, long object, long closure) {
        Special s = GcController.of(g).addCleanup(g, object, closure);
        return s == null ? 0 : g.p.objects.add(s);
    }

    /// Unties it.
    public static void stopCleanup(G g, long sp, long number) {
        GcController.of(g).stopCleanup((Special) g.p.objects.get((int) number));
    }

    // ---- profiles

    /// A profile as rows of numbers.
    public static long profile(G g, long sp, int kind) {
        return ProfileRows.put(g, Panics.nativeFrame(g, sp), kind);
    }

    /// SetBlockProfileRate.
    public static void setBlockRate(G g, long sp, long nanos) {
        var o = GoProgram.of(g).observation();
        o.waits().setBlockRate(nanos);
        o.waitRatesChanged();
    }

    /// SetMutexProfileFraction.
    public static int setMutexFraction(G g, long sp, int rate) {
        var o = GoProgram.of(g).observation();
        if (rate < 0) {
            return o.waits().mutexFraction();
        }
        int before = o.waits().setMutexFraction(rate);
        o.waitRatesChanged();
        return before;
    }

    /// SetCPUProfileRate.
    public static void sampleTime(G g, long sp, int on) {
        var cpu = GoProgram.of(g).observation().cpu();
        if (on != 0) {
            cpu.start();
        } else {
            cpu.stop();
        }
    }

    // ---- the execution trace

    /// Begins one: its number, 0 where there is one.
    public static int traceBegin(G g, long sp) {
        return LiveTrace.begin(g, sp);
    }

    /// Its first bytes.
    public static long traceHeader(G g, long sp, int number) {
        return GoStrings.put(g, sp, LiveTrace.of(g, number).header());
    }

    /// Its next bytes.
    public static long traceTake(G g, long sp, int number, int last) {
        return GoStrings.put(g, sp, LiveTrace.of(g, number).take(g, sp, last != 0));
    }

    /// Makes a channel of empty structs one that is sent on after a time.
    public static void alarm(G g, long sp, long channel, long nanos) {
        Panics.nativeFrame(g, sp);
        long at = g.p.sched.driver().nanotime() + nanos;
        new TimeChannel(g, channel, (to, now) -> {}).set(g, at, 0);
    }

    /// Whether no finalizer or cleanup is to be called or under way.
    public static int finalizersDone(G g, long sp) {
        return GcController.of(g).finalizersDone() ? 1 : 0;
    }

    /// The monotonic clock.
    public static long nanotime(G g, long sp) {
        return g.p.sched.driver().nanotime();
    }
}
