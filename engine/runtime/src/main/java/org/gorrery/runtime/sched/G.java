package org.gorrery.runtime.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import org.gorrery.event.EventKind;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.stack.ShadowStack;
import org.jspecify.annotations.Nullable;

/// A goroutine: a continuation for its JVM frames, a shadow stack for what Go sees.
///
/// Generated code reads [#limit], [#r1] … [#r7] and [#preemptOpaque]. A G that has ended is used again for the next `go`, with its
/// continuation marked as not done (switching.md §1).
///
/// Guard: the M that runs it; while it waits, whoever took it out of its wait queue.
/// Source: Go runtime, `runtime2.go`, type `g`.
public final class G extends Continuation {
    private static final ContinuationScope SCOPE = new ContinuationScope("goroutine");
    private static final VarHandle PREEMPT;
    private static final VarHandle STATUS;
    private static final VarHandle CLAIMED;
    private static final VarHandle DONE;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            PREEMPT = own.findVarHandle(G.class, "preempt", boolean.class);
            STATUS = own.findVarHandle(G.class, "status", int.class);
            CLAIMED = own.findVarHandle(G.class, "selectDone", int.class);
            DONE =
                    MethodHandles.privateLookupIn(Continuation.class, own)
                            .findVarHandle(Continuation.class, "done", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// Calls between [#park] and the JVM's yield. A yield is slow (three times in all) wherever an interpreted frame is among the
    /// two topmost: the JVM brings two back at a resume, and an interpreted one makes it copy frame by frame, for ever. With all of the runtime inlined
    /// into a loop of Go's the second frame is whoever called the function with that loop, main.main for one. C2 inlines a call to itself once, so
    /// this many make sure of one frame more.
    private static final int LEAVING_CALLS = 3;

    /// One for all: finds its goroutine through the M it starts on.
    private static final Runnable START = () -> ((M) Thread.currentThread()).running().live();

    /// Highest sp at which a function with a small frame may run; -1 asks every function entry to call morestack.
    public long limit;

    /// Second word of the results of the call just made.
    public long r1;

    /// Third word.
    public long r2;

    /// Fourth word.
    public long r3;

    /// Fifth word.
    public long r4;

    /// Sixth word.
    public long r5;

    /// Seventh word.
    public long r6;

    /// Eighth word.
    public long r7;

    /// The P it runs on; while it does not run, the last one.
    @SuppressWarnings("NullAway.Init")
    public P p;

    /// The M it runs on, or ran on last.
    @SuppressWarnings("NullAway.Init")
    public M m;

    /// The topmost frame, as of the last entry into the runtime that may reach a safepoint.
    public long sp;

    /// What Go sees of its stack.
    public final ShadowStack stack;

    /// What [#limit] is while no preemption is asked for.
    private long stackLimit;

    /// Goroutine number; those of the program's goroutines and of the runtime's own come from one sequence.
    public long id;

    /// Number of the goroutine that started it; 0 for main.
    public long parentId;

    /// The pc of the `go` statement; 0 for main and the runtime's own.
    public long creatorPc;

    /// Where the code begins that it started at; 0 for the runtime's own.
    long startPc;

    /// Address of the closure it will run, or 0 for the runtime's own and once it runs; a root of the collector. What a running one still
    /// needs of it is in its frames.
    public long startClosure;

    /// What it runs instead, for the runtime's own.
    public @Nullable Body body;

    /// One of the runtime's own: not in tracebacks, does not count against a deadlock.
    public boolean system;

    /// Why it waits, while it waits.
    public WaitReason waitReason = WaitReason.NONE;

    /// Address of the channel, mutex … it waits for, or 0; a root of the collector while it waits.
    public long waitingOn;

    /// Clock when a collection first saw it waiting, else 0: as in Go, for the minutes in tracebacks.
    public long waitSince;

    /// M it is locked to by LockOSThread.
    public @Nullable M lockedM;

    /// Nesting of LockOSThread.
    public int lockCount;

    /// What it waits with, unless in a select.
    public final Sudog sudog = new Sudog(this);

    /// What it waits with in a select; the first [#selectCount] count.
    public Sudog @Nullable [] selectSudogs;

    /// See [#selectSudogs]; 0 outside a blocked select.
    public int selectCount;

    /// The sudog through which it was woken.
    public @Nullable Sudog fired;

    /// Deferred calls.
    public final DeferStack defers = new DeferStack();

    /// Faults at addresses that are not nil panic instead of ending the program (`debug.SetPanicOnFault`).
    public boolean panicOnFault;

    /// The newest panic under way.
    public @Nullable PanicRecord panic;

    /// The profile labels (a Go map's address), or 0; a root of the collector, inherited by the goroutines it starts.
    public long labels;

    /// Bits that library code keeps per goroutine, 0 at its start but for [#INHERITED_MARKS].
    public int marks;

    /// The bits of [#marks] that a goroutine hands to those it starts.
    public static final int INHERITED_MARKS = 0xffff_0000;

    /// A pointer that only an entry point of the runtime holds while a collection may run, else 0; a root of the collector.
    public long held1;

    /// See [#held1].
    public long held2;

    /// See [#held1].
    public long held3;

    /// Wakes it from a sleep; made at the first.
    @Nullable GoTimer sleepTimer;

    /// Next on the global queue or a free list.
    @Nullable G link;

    /// Its index among all goroutines of the run.
    int allIndex;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private boolean preempt;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private int status;

    private int selectDone;

    G(ShadowStack stack) {
        super(SCOPE, START);
        this.stack = stack;
    }

    /// Whether it should stop at the next chance; read afresh in every turn of a loop.
    public boolean preemptOpaque() {
        return (boolean) PREEMPT.getOpaque(this);
    }

    /// Asks it to stop at its next poll or function entry. May be lost where the G is just changing segment: ask again.
    void requestPreempt() {
        PREEMPT.setOpaque(this, true);
        limit = -1;
        VarHandle.releaseFence();
    }

    /// The request is served.
    public void clearPreempt() {
        PREEMPT.setOpaque(this, false);
        limit = stackLimit;
    }

    /// Takes over the limit of the stack after a change of segment; keeps a request in force.
    public void stackChanged() {
        stackLimit = stack.limit();
        limit = preemptOpaque() ? -1 : stackLimit;
    }

    /// See [GStatus].
    public int status() {
        return (int) STATUS.getOpaque(this);
    }

    void setStatus(int s) {
        status = s;
    }

    boolean casStatus(int from, int to) {
        return STATUS.compareAndSet(this, from, to);
    }

    /// To be called with the queue's lock still held: from its release on, others may ready this G. Then [#park].
    public void willPark(WaitReason reason, long on) {
        waitReason = reason;
        waitingOn = on;
        waitSince = 0;
        P own = p;
        if (own.events != null) {
            own.left(this, EventKind.GO_BLOCK, reason.ordinal(), on);
        }
        status = own.multi ? GStatus.PARKING : GStatus.WAITING;
    }

    /// As [#willPark], where a thread without a P may ready it ([Sched#readyFromOutside]).
    public void willParkForOutside(WaitReason reason, long on) {
        willPark(reason, on);
        status = GStatus.PARKING;
    }

    /// Leaves the M until readied. No Java lock may be held.
    public void park() {
        leave(LEAVING_CALLS);
    }

    /// See [#LEAVING_CALLS].
    private static void leave(int calls) {
        if (calls > 0) {
            leave(calls - 1);
        } else {
            Continuation.yield(SCOPE);
        }
    }

    /// As [#park], and tells who measures waits how long it took.
    public void parkMeasured() {
        WaitListener listener = p.waits;
        if (listener == null) {
            park();
            return;
        }
        WaitReason why = waitReason;
        long start = p.sched.driver().nanotime();
        sudog.since = start;
        park();
        sudog.since = 0;
        listener.waited(this, why, p.sched.driver().nanotime() - start);
    }

    /// Runs it on the calling M until it parks, yields or ends: the only way in.
    void resume() {
        run();
    }

    @Override
    protected void onPinned(Continuation.Pinned reason) {
        throw new IllegalStateException(
                "goroutine " + id + " parks above a native frame: " + reason);
    }

    /// Before a select enters its queues.
    public void openSelect() {
        selectDone = 0;
    }

    /// Whether a case of its select has won.
    boolean isSelectClaimed() {
        return (int) CLAIMED.getOpaque(this) != 0;
    }

    /// Decides which case wins; true once per select.
    boolean claimSelect() {
        if (!p.multi) {
            if (selectDone != 0) {
                return false;
            }
            selectDone = 1;
            return true;
        }
        return CLAIMED.compareAndSet(this, 0, 1);
    }

    /// Whether it waits, as those see it who look from outside.
    public boolean isWaiting() {
        int s = status();
        return s == GStatus.WAITING || s == GStatus.PARKING;
    }

    private void live() {
        Sched sched = p.sched;
        try {
            Body own = body;
            if (own != null) {
                own.run(this, stack.base());
            } else {
                long closure = startClosure;
                startClosure = 0;
                sched.code().call(this, stack.base(), closure);
            }
        } catch (Leaving end) {
            status = GStatus.DEAD;
            return;
        } catch (Throwable t) { // CHECKSTYLE.OFF: IllegalCatch a goroutine is a root
            sched.supervisor().goroutineThrew(this, t);
        }
        status = GStatus.DEAD;
    }

    /// Makes the ended continuation runnable again.
    void renew() {
        DONE.set((Continuation) this, false);
    }

    /// Addresses that only the runtime holds for it: each may be a pointer into the heap, an interior one too, or anything else.
    public void visitRoots(LongConsumer root) {
        root.accept(startClosure);
        root.accept(held1);
        root.accept(held2);
        root.accept(held3);
        root.accept(waitingOn);
        root.accept(labels);
        root.accept(sudog.word);
        root.accept(sudog.elem);
        Sudog[] cases = selectSudogs;
        if (cases != null) {
            for (int i = 0; i < selectCount; i++) {
                root.accept(cases[i].on);
                root.accept(cases[i].elem);
                root.accept(cases[i].word);
            }
        }
        defers.visit(root);
        for (PanicRecord r = panic; r != null; r = r.link) {
            root.accept(r.data);
        }
    }

    @Override
    public String toString() {
        return "goroutine " + id + " [" + GStatus.name(status()) + "]";
    }
}
