package org.gorrery.runtime.sched;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.gorrery.event.EventKind;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// The scheduler of one run: all Gs, Ms and Ps, and the rules by which they meet.
///
/// A G is run by an M that holds a P. Each P has a queue of its own, which others may steal from; there is one global queue.
/// An M without work spins a while over the other Ps, then gives its P to the idle ones and sleeps. Who makes work for others wakes one
/// M, which wakes the next when it finds some. Deviation from Go: a G that is only the next to run on its own P wakes nobody
/// (switching.md §4); a thread of its own, [Sysmon], repairs what that rule, or a lost race, leaves lying.
///
/// With one P no queue is ever touched by two threads: who holds the P does it all, others go through the global queue. Hence
/// no CAS on any hot path ([P#multi]).
///
/// Locks, in order: [World]'s owner, a channel's or semaphore's or timer heap's spin lock, [#lock], a G list. A goroutine that holds any of them
/// must not reach a yield.
/// Source: Go runtime, `proc.go`.
public final class Sched {
    /// Shadow stack from which on a goroutine's frames are too many to be copied for nothing.
    private static final long DEEP_BYTES = 1 << 20;

    /// Guards the lists of idle Ms and Ps, the global queue, and the number of Ms.
    final Object lock = new Object();

    final GlobalQueue global = new GlobalQueue();
    private final ObjectTable objects = new ObjectTable();
    private final Semaphores semaphores = new Semaphores();
    private final NotifyLists notifyLists = new NotifyLists();
    private final Driver driver;
    private final Supervisor supervisor;
    private final Machine machine;
    private final Goroutines goroutines;
    private final WorkFinder finder;
    private final Syscalls syscalls;
    private final World world;
    private final Sysmon sysmon;
    private final ThreadLock threadLock;
    private final IdleLists idle;
    private final Deadlocks deadlocks;
    private @Nullable Code code;

    /// All Ps, replaced with the world stopped.
    volatile P[] procs = new P[0];

    /// Wakes an idle P also for a G that is only the next on its own P, as Go does.
    private boolean wakeForNext;

    /// Distance of schedtrace lines, 0 for none.
    volatile long traceEveryNanos;

    /// Goroutines that something outside the run will ready ([#awaitOutside]).
    final AtomicInteger awaited = new AtomicInteger();

    private volatile @Nullable StatementListener statements;
    private volatile boolean stopping;

    /// The scheduler of a run; nothing runs yet.
    public Sched(Driver driver, Supervisor supervisor, Machine machine) {
        this.driver = driver;
        this.supervisor = supervisor;
        this.machine = machine;
        this.goroutines = new Goroutines(this);
        this.finder = new WorkFinder(this);
        this.syscalls = new Syscalls(this);
        this.world = new World(this);
        this.sysmon = new Sysmon(this);
        this.threadLock = new ThreadLock(this);
        this.idle = new IdleLists(this);
        this.deadlocks = new Deadlocks(this);
    }

    /// Java objects behind Go objects.
    public ObjectTable objects() {
        return objects;
    }

    /// Semaphores of package sync.
    public Semaphores semaphores() {
        return semaphores;
    }

    /// Conditions of package sync.
    public NotifyLists notifyLists() {
        return notifyLists;
    }

    /// Memory, heap, stacks and pcs of the run.
    public Machine machine() {
        return machine;
    }

    /// The clock and the threads.
    public Driver driver() {
        return driver;
    }

    /// All goroutines.
    public Goroutines goroutines() {
        return goroutines;
    }

    /// Calls that block their thread.
    public Syscalls syscalls() {
        return syscalls;
    }

    /// Who is told of each statement of a program built for a debugger; null: nobody.
    public @Nullable StatementListener statements() {
        return statements;
    }

    /// Sets [#statements].
    public void setStatements(StatementListener listener) {
        statements = listener;
    }

    /// Stopping and starting of all.
    public World world() {
        return world;
    }

    /// LockOSThread.
    public ThreadLock threadLock() {
        return threadLock;
    }

    IdleLists idle() {
        return idle;
    }

    Deadlocks deadlocks() {
        return deadlocks;
    }

    /// Threads that run, wait for work, or block.
    public int threads() {
        return idle.threads();
    }

    WorkFinder finder() {
        return finder;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    Sysmon sysmon() {
        return sysmon;
    }

    /// The way into the program.
    public Code code() {
        Code c = code;
        if (c == null) {
            throw new IllegalStateException("the program is not loaded");
        }
        return c;
    }

    /// GOMAXPROCS.
    public int gomaxprocs() {
        return procs.length;
    }

    /// The P of that number.
    public P proc(int i) {
        return procs[i];
    }

    // ---- beginning and end

    /// Makes the Ps and the main goroutine and begins to run.
    ///
    /// @param main what the main goroutine does
    public void start(Code program, int gomaxprocs, Body main) {
        driver.begin();
        code = program;
        P first = world.makeProcs(gomaxprocs);
        G g = goroutines.take(first, main, 0, null, 0);
        first.putNext(g);
        synchronized (lock) {
            first.setStatus(P.RUNNING);
            idle.start(idle.newM(), first, false);
        }
        sysmon.launch();
    }

    /// Ends the run: every G stops at its next poll for ever, every M ends. Returns at once; see [#awaitEnd].
    public void stop() {
        stopping = true;
        world.preemptAll();
        idle.wakeAll();
        threadLock.wakeAll();
    }

    /// Whether an idle P is woken also for a G that is only the next on its own P, as Go does. Before the start.
    public void wakeForNext(boolean wake) {
        wakeForNext = wake;
    }

    /// Sets the distance of calls of [Supervisor#trace], 0 for none.
    public void traceEvery(long nanos) {
        traceEveryNanos = nanos;
    }

    /// So many more goroutines wait for something outside the run, such as a socket, or fewer where they are about to be readied: while
    /// there are any, nothing is a deadlock.
    public void awaitOutside(int more) {
        awaited.addAndGet(more);
    }

    /// Whether the run ends.
    public boolean stopping() {
        return stopping;
    }

    /// Waits until no M can run Go code any more; those in a blocking call never will again.
    ///
    /// @throws InterruptedException if the caller is interrupted
    public void awaitEnd() throws InterruptedException {
        synchronized (lock) {
            while (idle.liveMs() > 0) {
                lock.wait(1);
                world.preemptAll();
            }
        }
        sysmon.join();
    }

    /// An M met what it cannot go on from.
    void broken(M m, Throwable t) {
        supervisor.broke(t);
    }

    // ---- readying

    /// Makes a waiting G runnable, next on the P of the caller.
    ///
    /// @param p the caller's P, held
    public void ready(P p, G g) {
        if (p.events != null) {
            p.unblocked(g);
        }
        if (!p.multi) {
            g.setStatus(GStatus.RUNNABLE);
            p.putNext(g);
            return;
        }
        for (; ; ) {
            int s = g.status();
            if (s == GStatus.WAITING) {
                g.setStatus(GStatus.RUNNABLE);
                break;
            }
            if (s == GStatus.PARKING && g.casStatus(GStatus.PARKING, GStatus.READIED)) {
                return;
            }
            Thread.onSpinWait();
        }
        if (p.putNext(g) || wakeForNext) {
            idle.wakeOne();
        }
    }

    /// Makes a waiting G runnable from a thread that holds no P.
    public void readyFromOutside(G g) {
        for (; ; ) {
            int s = g.status();
            if (s == GStatus.WAITING && g.casStatus(GStatus.WAITING, GStatus.RUNNABLE)) {
                break;
            }
            if (s == GStatus.PARKING && g.casStatus(GStatus.PARKING, GStatus.READIED)) {
                return;
            }
            Thread.onSpinWait();
        }
        putGlobal(g);
        idle.wakeIfIdle();
    }

    /// Starts a goroutine, next on the P of the caller.
    ///
    /// @param closure what it runs
    /// @param creatorPc pc of the go statement
    public G newproc(G parent, long closure, long creatorPc) {
        P p = parent.p;
        return launch(p, goroutines.take(p, null, closure, parent, creatorPc));
    }

    /// Starts a goroutine of the runtime's own.
    public G newSystem(P p, Body body) {
        G g = goroutines.take(p, body, 0, null, 0);
        g.system = true;
        return launch(p, g);
    }

    /// Pointers held by timers that are set. World stopped.
    public void visitRoots(LongConsumer root) {
        for (P p : procs) {
            p.timers.forEach(t -> root.accept(t.root));
        }
    }

    /// Starts a goroutine for the program on behalf of a timer.
    ///
    /// @param body what it runs, or null for the closure
    public G newproc(P p, @Nullable Body body, long closure, long creatorPc) {
        G g = goroutines.take(p, body, closure, p.current, creatorPc);
        return launch(p, g);
    }

    private G launch(P p, G g) {
        if (p.events != null) {
            p.created(g);
        }
        p.putNext(g);
        if (p.multi) {
            idle.wakeOne();
        }
        return g;
    }

    /// Lets others run first: the G goes to the end of the global queue.
    public void gosched(G g, long sp) {
        g.sp = sp;
        if (g.p.events != null) {
            g.p.left(g, EventKind.GO_YIELD, 0, 0);
        }
        leave(g, M.TO_GLOBAL);
    }

    /// As [#gosched], but it stays on its P.
    public void yieldLocally(G g, long sp) {
        g.sp = sp;
        if (g.p.events != null) {
            g.p.left(g, EventKind.GO_YIELD, 0, 0);
        }
        leave(g, M.TO_LOCAL);
    }

    /// Parks the calling G for that long; not at all for 0 or less.
    public void sleep(G g, long sp, long nanos) {
        if (nanos <= 0) {
            return;
        }
        long now = driver.nanotime();
        long when = now + nanos < 0 ? Long.MAX_VALUE - 1 : now + nanos;
        GoTimer t = g.sleepTimer;
        if (t == null) {
            t = new GoTimer((p, timer, sequence, at) -> p.sched.ready(p, g));
            g.sleepTimer = t;
        }
        g.sp = sp;
        g.willPark(WaitReason.SLEEP, 0);
        t.owner = null; // only this G sets it, so it may follow the G to its P
        t.set(g.p, when, 0);
        g.park();
    }

    /// Asks the G that runs on a P for a CPU sample at its next poll.
    public void requestSample(P p) {
        G g = p.current;
        if (g != null) {
            p.sampleRequested = true;
            g.requestPreempt();
        }
    }

    /// Serves a preemption request: may let others run, stop with the world, or never return since the run ends.
    public void poll(G g, long sp) {
        g.sp = sp;
        g.clearPreempt();
        P p = g.p;
        if (p.sampleRequested) {
            p.sampleRequested = false;
            supervisor.sample(g);
        }
        if (stopping) {
            leaveForEver(g);
        }
        if (p.pins > 0 || !world.stopRequested() && (!p.sliceOver || aloneAndDeep(g, p))) {
            return;
        }
        p.sliceOver = false;
        if (g.p.events != null) {
            g.p.left(g, EventKind.GO_PREEMPT, 0, 0);
        }
        leave(g, M.TO_GLOBAL);
    }

    /// Whether to leave would copy many frames for nothing: nobody waits for this P.
    private boolean aloneAndDeep(G g, P p) {
        return g.stack.bytes() >= DEEP_BYTES && p.isEmpty() && global.length() == 0;
    }

    /// Parks the calling G for ever; the run ends. Parking would copy its frames, so a deep stack is unwound instead: its thread
    /// does nothing else any more, and counts as gone.
    public void leaveForEver(G g) {
        if (g.stack.bytes() >= DEEP_BYTES) {
            g.m.leaving = true;
            throw new Leaving();
        }
        for (; ; ) {
            leave(g, M.STOPPED);
        }
    }

    void leave(G g, int to) {
        g.m.after = to;
        g.setStatus(GStatus.RUNNABLE);
        g.park();
    }

    void goexit(M m, G g) {
        P p = m.holding();
        if (p.events != null) {
            p.left(g, EventKind.GO_END, 0, 0);
        }
        boolean locked = m.lockedG == g;
        goroutines.give(p, g);
        if (locked) {
            m.lockedG = null;
            m.over = true;
            m.p = null;
            p.m = null;
            syscalls.handOff(p);
        }
    }

    /// The index of the function that a goroutine started at; -1 where it is the runtime's own.
    public int entryFunction(G g) {
        return g.startPc == 0 ? -1 : machine.unwinder().funcs().functionOf(g.startPc);
    }

    /// The call site at which a goroutine entered the runtime, or -1.
    int site(G g) {
        return g.stack.hasFrame(g.sp) ? machine.unwinder().funcs().siteOf(Mem.ld64(g.sp)) : -1;
    }

    // ---- the global queue

    void putGlobal(G g) {
        synchronized (lock) {
            global.append(g);
        }
    }

    void putGlobal(G[] batch, int n) {
        synchronized (lock) {
            for (int i = 0; i < n; i++) {
                global.append(batch[i]);
            }
        }
    }

    /// Takes a share of the global queue: one to run, the rest to the queue of `p`.
    ///
    /// @param atMost 1, or 0 for a fair share
    @Nullable G takeGlobal(P p, int atMost) {
        if (global.length() == 0) {
            return null;
        }
        synchronized (lock) {
            int n = Math.min(global.length(), global.length() / procs.length + 1);
            n = atMost == 1 ? 1 : Math.min(n, 128);
            G g = global.take();
            for (int i = 1; i < n; i++) {
                G next = global.take();
                if (next == null) {
                    break;
                }
                p.put(next);
            }
            return g;
        }
    }
}
