package org.gorrery.runtime.panics;

import org.gorrery.abi.EngineBug;
import org.gorrery.abi.RangeRecord;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.PanicRecord;
import org.gorrery.runtime.stack.NativeFrame;
import org.jspecify.annotations.Nullable;

/// Defer, panic, recover, Goexit.
///
/// A panic is thrown as [Unwind] and so leaves the Java frames up to the next one with deferred calls, whose handler calls
/// [#handle]. The shadow stack is not cut: deferred calls run above the frames that panicked, behind a frame of the runtime's own
/// that says `panic`, so that they, and the report at the end, still see those frames. Only a recovery cuts it.
///
/// Each panic links to the one in whose deferred call it came up. When a newer panic leaves that deferred call, the older one is
/// aborted: it stays for the report, and goes away when the newer one is recovered. An aborted Goexit goes on instead.
///
/// `recover` answers only to the function that the runtime itself called: it compares the caller's frame with the one that the running
/// deferred call was given.
/// Source: Go runtime, `panic.go`; Go specification, "Handling panics".
public final class Panics {
    private static final int VALUE_SLOTS = 2;

    // What MakeFunc and bound methods are made of, and what they call on the way.
    private static final String MADE_FUNCTION = "reflect.maker.func1";
    private static final String REFLECT = "reflect.";

    // No closure: nil is one, of a call that panics.
    private static final long NONE = -1;

    private Panics() {}

    /// Notes a call for the end of the frame at `sp`.
    public static void defer(G g, long sp, long closure) {
        g.defers.push(sp, closure);
    }

    /// Notes that the frame at `sp` ends with the calls that the body of a range over a function defers.
    ///
    /// @param record see [RangeRecord]
    public static void deferRange(G g, long sp, long record) {
        g.defers.pushList(sp, record + RangeRecord.DEFERRED);
    }

    /// Takes the last deferred call of the frame at `sp`.
    ///
    /// @return its closure, or [#NONE]
    private static long next(G g, long sp) {
        GoMemory memory = g.p.sched.machine().memory();
        while (g.defers.topIsOf(sp)) {
            if (!g.defers.topIsList()) {
                return g.defers.pop();
            }
            long list = g.defers.last();
            long node = memory.loadPointer(list);
            if (node != 0) {
                memory.storePointer(list, memory.loadPointer(node + memory.wordBytes));
                return memory.loadPointer(node);
            }
            g.defers.pop();
        }
        return NONE;
    }

    /// Runs the deferred calls of the frame at `sp`, since its function returns.
    public static void deferReturn(G g, long sp) {
        if (!g.defers.topIsOf(sp)) {
            return;
        }
        try {
            runAll(g, sp);
        } catch (Unwind u) {
            handle(g, sp, u);
        }
    }

    private static void runAll(G g, long sp) {
        g.sp = sp;
        long at = g.p.sched.machine().unwinder().above(sp);
        for (long closure = next(g, sp); closure != NONE; closure = next(g, sp)) {
            call(g, sp, at, closure);
        }
        g.sp = sp;
    }

    private static void call(G g, long frame, long at, long closure) {
        if (closure == 0) {
            throw RuntimeErrors.nilPointer(g, frame);
        }
        g.p.sched.code().call(g, at, closure);
    }

    /// Raises a panic.
    ///
    /// @param sp the frame that panics, complete
    /// @param type address of the type of the value, 0 for a nil interface
    /// @return what to throw
    public static Unwind panic(G g, long sp, long type, long data) {
        if (type == 0 && !g.p.sched.supervisor().panicsWithNil()) {
            return RuntimeErrors.nilPanic(g, sp);
        }
        raise(g, sp, type, data);
        return Unwind.INSTANCE;
    }

    static PanicRecord raise(G g, long sp, long type, long data) {
        g.sp = sp;
        PanicRecord r = new PanicRecord(type, data, g.panic, sp, false);
        long at = g.p.sched.machine().unwinder().above(sp);
        Mem.st64(at, NativeFrame.PANIC.pc(VALUE_SLOTS));
        Mem.st64(at + 8, type);
        Mem.st64(at + 16, data);
        r.callBase = at + NativeFrame.bytes(VALUE_SLOTS);
        g.panic = r;
        return r;
    }

    /// Ends the calling goroutine after its deferred calls.
    ///
    /// @param sp start of the frame of the native that calls this, which holds nothing
    /// @return what to throw
    public static Unwind goexit(G g, long sp) {
        PanicRecord r = new PanicRecord(0, 0, g.panic, sp, true);
        Mem.st64(sp, NativeFrame.GOEXIT.pc(0));
        g.sp = sp;
        r.callBase = sp + NativeFrame.bytes(0);
        g.panic = r;
        return Unwind.INSTANCE;
    }

    /// In the frame at `sp`, left by `thrown`: runs its deferred calls. Returns if one recovered; else throws on.
    public static void handle(G g, long sp, Throwable thrown) {
        if (!(thrown instanceof Unwind)) {
            if (thrown instanceof StackOverflowError) {
                g.p.sched.supervisor().stackOverflow(g, sp);
            }
            throw Panics.<RuntimeException>asIs(thrown);
        }
        for (; ; ) {
            PanicRecord p = current(g);
            long closure = next(g, sp);
            if (closure == NONE) {
                throw Unwind.INSTANCE;
            }
            p.callSp = p.callBase;
            p.aborted = false;
            try {
                g.sp = p.sp;
                call(g, p.sp, p.callBase, closure);
            } catch (Unwind newer) {
                p.aborted = true;
                continue;
            }
            p.callSp = 0;
            if (p.recovered && finish(g, sp)) {
                return;
            }
        }
    }

    private static PanicRecord current(G g) {
        PanicRecord p = g.panic;
        if (p == null) {
            throw new EngineBug("panic", "goroutine " + g.id + " unwinds without a panic");
        }
        return p;
    }

    /// A deferred call of the frame at `sp` has recovered the current panic: the frame goes on to return.
    ///
    /// @return false where something else unwinds now: an aborted Goexit, or a panic in another deferred call
    private static boolean finish(G g, long sp) {
        PanicRecord fault = current(g);
        PanicRecord p = fault.link;
        while (p != null && p.aborted && !p.goexit) {
            fault = fault.signalPc == 0 ? p : fault;
            p = p.link;
        }
        if (p != null && fault.signalPc != 0) {
            p.signalPc = fault.signalPc; // told of until no panic is left
            p.signalAddress = fault.signalAddress;
        }
        g.panic = p;
        if (p != null && p.aborted) {
            return false;
        }
        g.sp = sp;
        g.stack.cutTo(sp);
        g.stackChanged();
        try {
            runAll(g, sp);
            return true;
        } catch (Unwind newer) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asIs(Throwable t) throws T {
        throw (T) t;
    }

    /// recover(), called in the frame at `sp`.
    ///
    /// @return type of the value, or 0; `g.r1`: its data word
    public static long recover(G g, long sp) {
        PanicRecord p = g.panic;
        if (p == null
                || p.goexit
                || p.recovered
                || p.callSp == 0
                || p.callSp != sp && !standsFor(g, p, sp)) {
            g.r1 = 0;
            return 0;
        }
        return take(g, p);
    }

    /// recover() as a deferred call itself: counts as called by the function that deferred it, so it works where that function is the
    /// one that the panic called.
    ///
    /// @param sp frame of the wrapper that the deferring function's return runs, right above that function's
    public static long recoverDeferred(G g, long sp) {
        PanicRecord p = g.panic;
        if (p == null
                || p.goexit
                || p.recovered
                || p.callSp == 0
                || p.callSp == sp
                || g.p.sched.machine().unwinder().above(p.callSp) != sp) {
            g.r1 = 0;
            return 0;
        }
        return take(g, p);
    }

    private static long take(G g, PanicRecord p) {
        p.recovered = true;
        g.r1 = p.data;
        return p.type;
    }

    /// The function that a deferred call runs in at `from` goes on at `to`: a wrapper calls what it wraps, or the stack grows.
    public static void moved(G g, long from, long to) {
        PanicRecord p = g.panic;
        if (p != null && p.callSp == from) {
            p.callSp = to;
        }
    }

    /// A wrapper with its frame at `sp` calls what it wraps.
    ///
    /// @param callee where that has its frame, 0: right above
    public static void wrapped(G g, long sp, long callee) {
        moved(g, sp, callee == 0 ? g.p.sched.machine().unwinder().above(sp) : callee);
    }

    /// Whether the frame at `sp` is that of the deferred function but for wrappers in between: those of the compiler, and what
    /// package reflect makes of a method or for MakeFunc.
    private static boolean standsFor(G g, PanicRecord p, long sp) {
        boolean[] inside = {false};
        boolean[] first = {true};
        boolean[] made = {false};
        boolean[] foreign = {false};
        var unwinder = g.p.sched.machine().unwinder();
        unwinder.walk(
                g.stack,
                sp,
                (at, pc) -> {
                    inside[0] |= at == p.callSp;
                    if (!inside[0] || at == sp || NativeFrame.is(pc)) {
                        return;
                    }
                    var f = unwinder.funcs().info(unwinder.funcs().functionOf(pc));
                    made[0] |= first[0] && f.name().equals(MADE_FUNCTION);
                    first[0] = false;
                    foreign[0] |= !f.wrapper() && !(made[0] && f.name().startsWith(REFLECT));
                });
        return inside[0] && !foreign[0];
    }

    /// Whether the goroutine has left its outermost frame by a Goexit, rather than by a panic.
    public static boolean isGoexit(@Nullable PanicRecord p) {
        return p != null && p.goexit;
    }

    /// A frame for a native at `sp` that panics or reaches a safepoint: it holds nothing.
    ///
    /// @return `sp`, now a complete frame
    public static long nativeFrame(G g, long sp) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(0));
        g.sp = sp;
        return sp;
    }
}
