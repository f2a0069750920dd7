package org.gorrery.runtime.entry;

import java.nio.charset.StandardCharsets;
import org.gorrery.abi.SliceFault;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.panics.RuntimeErrors;
import org.gorrery.runtime.sched.G;

/// Defer, panic, recover and faults, as generated code calls them ([org.gorrery.abi.Entry]).
public final class PanicEntry {
    private static final SliceFault[] SLICE_FAULTS = SliceFault.values();
    private static final String[] UNSAFE = {
        "unsafe.Slice: len out of range",
        "unsafe.Slice: ptr is nil and len is not zero",
        "unsafe.String: len out of range",
        "unsafe.String: ptr is nil and len is not zero"
    };
    private static final String[] RANGE = {
        "range function continued iteration after function for loop body returned false",
        "range function continued iteration after loop body panic",
        "range function continued iteration after whole loop exit",
        "range function recovered a loop body panic and did not resume panicking"
    };

    private PanicEntry() {}

    private static void site(G g, long sp, int site) {
        Mem.st64(sp, g.p.sched.machine().unwinder().funcs().pcOf(site));
    }

    /// The defer statement.
    public static void deferproc(G g, long sp, long closure) {
        Panics.defer(g, sp, closure);
    }

    /// A range over a function whose body defers calls begins.
    public static void deferrange(G g, long sp, long record) {
        Panics.deferRange(g, sp, record);
    }

    /// A function that returns makes its last deferred call itself.
    public static void deferpop(G g, long sp) {
        g.defers.pop();
    }

    /// A function with deferred calls returns.
    public static void deferreturn(G g, long sp) {
        Panics.deferReturn(g, sp);
    }

    /// A function with deferred calls is left by an exception.
    public static void handlePanic(G g, long sp, Throwable t) {
        Panics.handle(g, sp, t);
    }

    /// panic.
    public static Throwable gopanic(G g, long sp, long type, long data) {
        return Panics.panic(g, sp, type, data);
    }

    /// recover.
    public static long gorecover(G g, long sp) {
        return Panics.recover(g, sp);
    }

    /// defer recover().
    public static long gorecoverDeferred(G g, long sp) {
        return Panics.recoverDeferred(g, sp);
    }

    /// A value method called through a nil pointer.
    public static Throwable panicWrap(G g, long sp, long text, long length) {
        return RuntimeErrors.plain(
                g, sp, new String(Mem.get(text, (int) length), StandardCharsets.UTF_8));
    }

    /// A wrapper calls what it wraps.
    public static void wrapperCall(G g, long sp, long callee) {
        if (g.panic != null) { // else nobody asks
            Panics.wrapped(g, sp, callee);
        }
    }

    /// Nil dereference, or of a pointer to what is no memory.
    public static Throwable panicNil(G g, long sp, int site, long pointer) {
        site(g, sp, site);
        long offset = g.p.sched.machine().unwinder().funcs().faultOffset(site);
        return RuntimeErrors.fault(g, sp, pointer + offset);
    }

    /// Memory is about to be touched, in a program that closes pages.
    public static void checkAccess(G g, long sp, long at, long bytes, int how) {
        long closed = g.p.sched.machine().heap().mapped().firstClosed(at, bytes, how);
        if (closed != 0) {
            throw RuntimeErrors.wildAccess(g, sp, closed);
        }
    }

    /// Index out of range.
    public static Throwable panicIndex(G g, long sp, int site, long index, long length) {
        site(g, sp, site);
        return RuntimeErrors.index(g, sp, index, length, true);
    }

    /// Unsigned index out of range.
    public static Throwable panicIndexU(G g, long sp, int site, long index, long length) {
        site(g, sp, site);
        return RuntimeErrors.index(g, sp, index, length, false);
    }

    /// Slice bounds out of range.
    public static Throwable panicSlice(G g, long sp, int site, int fault, long bound, long limit) {
        site(g, sp, site);
        return RuntimeErrors.slice(
                g,
                sp,
                SLICE_FAULTS[fault & SliceFault.UNSIGNED - 1],
                bound,
                limit,
                (fault & SliceFault.UNSIGNED) == 0);
    }

    /// A slice too short for the array it is converted to.
    public static Throwable panicSliceConvert(G g, long sp, int site, long have, long want) {
        site(g, sp, site);
        return RuntimeErrors.sliceConvert(g, sp, have, want);
    }

    /// Integer division by zero.
    public static Throwable panicDivide(G g, long sp, int site) {
        site(g, sp, site);
        return RuntimeErrors.divide(g, sp);
    }

    /// Negative shift.
    public static Throwable panicShift(G g, long sp, int site) {
        site(g, sp, site);
        return RuntimeErrors.shift(g, sp);
    }

    /// Misuse of unsafe.Slice and the like.
    public static Throwable panicUnsafe(G g, long sp, int site, int code) {
        site(g, sp, site);
        return RuntimeErrors.error(g, sp, UNSAFE[code]);
    }

    /// A header that lies outside of memory: unsafe code or a data race has made it.
    public static Throwable panicHeader(G g, long sp, int site, long base, long length) {
        site(g, sp, site);
        return RuntimeErrors.fault(g, sp, base);
    }

    /// Misuse of a range-over-func iterator.
    public static Throwable panicRange(G g, long sp, int code) {
        return RuntimeErrors.error(g, sp, RANGE[code - 1]);
    }
}
