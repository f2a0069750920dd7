package org.gorrery.runtime.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.gorrery.event.EventKind;
import org.gorrery.event.EventRing;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.heap.Mcache;
import org.jspecify.annotations.Nullable;

/// A processor: the right to run Go code, with what may be used without locks while one has it.
///
/// Guard: the M that holds it. Thieves take from the run queue by CAS on its head while [#multi]; with one P there are none, and
/// all is plain fields.
/// Source: Go runtime, `runtime2.go`, type `p`; run queue as `runqput`, `runqget`, `runqgrab` in `proc.go`.
public final class P {
    /// Without work and without M.
    static final int IDLE = 0;

    /// Held by an M that runs or looks for work.
    static final int RUNNING = 1;

    /// Its M is in a blocking call; may be taken by a CAS on the status.
    static final int SYSCALL = 2;

    /// Stopped with the world.
    static final int GCSTOP = 3;

    /// Beyond GOMAXPROCS.
    static final int DEAD = 4;

    private static final int QUEUE = 256;
    private static final int MASK = QUEUE - 1;
    private static final VarHandle HEAD;
    private static final VarHandle TAIL;
    private static final VarHandle NEXT;
    private static final VarHandle STATUS;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            HEAD = own.findVarHandle(P.class, "head", int.class);
            TAIL = own.findVarHandle(P.class, "tail", int.class);
            NEXT = own.findVarHandle(P.class, "runnext", G.class);
            STATUS = own.findVarHandle(P.class, "status", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// Number, from 0.
    public final int id;

    /// The scheduler, and through it the run.
    public final Sched sched;

    /// Whether there are others: only then are locks taken. Changes with the world stopped.
    public boolean multi;

    /// Java objects behind Go objects; one table for the run.
    public final ObjectTable objects;

    /// Where it allocates.
    public final Mcache mcache;

    /// Timers of the goroutines that ran here.
    public final Timers timers;

    /// The M that holds it.
    @Nullable M m;

    /// What it runs.
    @Nullable G current;

    /// Scheduling rounds: a G from runnext goes on with the slice of the one before and does not count.
    int schedTick;

    /// Times that any G was put on.
    int switches;

    /// Blocking calls begun.
    int syscallTick;

    /// Ended goroutines to be used again.
    @Nullable G free;

    int freeCount;

    /// Next among the idle ones.
    @Nullable P link;

    /// Numbers for goroutines, taken 16 at a time.
    long idNext;

    long idEnd;

    /// Whether the G that [#take] gave came from runnext.
    boolean inheritTime;

    /// Where events go; null while nobody listens.
    public @Nullable EventRing events;

    /// Who writes an execution trace; while there is one, [#events] is not null.
    public @Nullable TraceListener trace;

    /// Clock of the scheduling step under way; kept only while somebody listens.
    long now;

    private boolean clockFresh;

    /// Set by the sampler: the next poll takes the stack of what runs.
    volatile boolean sampleRequested;

    /// How often the goroutine that runs has asked to keep the P; polls do not let others run then.
    public int pins;

    /// Set by sysmon: the slice of what runs is over, the next poll lets others run.
    volatile boolean sliceOver;

    /// Who measures how long goroutines wait; null while nobody does.
    public @Nullable WaitListener waits;

    private @Nullable G runnext;
    private int head;
    private int tail;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private int status = IDLE;

    private final @Nullable G[] ring = new @Nullable G[QUEUE];
    private long random;

    P(Sched sched, int id, long seed, Mcache mcache) {
        this.mcache = mcache;
        this.sched = sched;
        this.id = id;
        this.objects = sched.objects();
        this.random = seed | 1;
        this.timers = new Timers(this);
    }

    /// Next of this P's own sequence of random numbers (xorshift64).
    public int random() {
        long r = random;
        r ^= r << 13;
        r ^= r >>> 7;
        r ^= r << 17;
        random = r;
        return (int) (r >>> 32);
    }

    /// A random number in [0, n).
    public int random(int n) {
        return (int) ((random() & 0xffffffffL) * n >>> 32);
    }

    int status() {
        return (int) STATUS.getVolatile(this);
    }

    void setStatus(int s) {
        STATUS.setVolatile(this, s);
    }

    boolean casStatus(int from, int to) {
        return STATUS.compareAndSet(this, from, to);
    }

    /// Appends to the run queue; half of a full queue goes to the global one.
    void put(G g) {
        if (!multi) {
            if (tail - head < QUEUE) {
                ring[tail++ & MASK] = g;
                return;
            }
            spill(g);
            return;
        }
        int t = tail;
        if (t - (int) HEAD.getAcquire(this) < QUEUE) {
            ring[t & MASK] = g;
            TAIL.setRelease(this, t + 1);
            return;
        }
        spill(g);
    }

    /// Makes it the next to run here; who was that is appended to the queue.
    ///
    /// @return whether the queue grew, so that others may help
    boolean putNext(G g) {
        if (!multi) {
            G old = runnext;
            runnext = g;
            if (old == null) {
                return false;
            }
            put(old);
            return true;
        }
        G old = (G) NEXT.getAndSet(this, g);
        if (old == null) {
            return false;
        }
        put(old);
        return true;
    }

    /// The next G of the own queue, or null.
    @Nullable G take() {
        if (!multi) {
            G g = runnext;
            if (g != null) {
                runnext = null;
                inheritTime = true;
                return g;
            }
            inheritTime = false;
            return head == tail ? null : takeAt(head++);
        }
        G g = (G) NEXT.getOpaque(this);
        if (g != null && NEXT.compareAndSet(this, g, null)) {
            inheritTime = true;
            return g;
        }
        inheritTime = false;
        for (; ; ) {
            int h = (int) HEAD.getAcquire(this);
            if (h == tail) {
                return null;
            }
            g = ring[h & MASK];
            if (HEAD.compareAndSet(this, h, h + 1)) {
                return g;
            }
        }
    }

    private @Nullable G takeAt(int i) {
        G g = ring[i & MASK];
        ring[i & MASK] = null;
        return g;
    }

    /// Whether the queue is empty, as seen from anywhere.
    public boolean isEmpty() {
        return (int) HEAD.getVolatile(this) == (int) TAIL.getVolatile(this)
                && NEXT.getVolatile(this) == null;
    }

    /// Length of the queue with runnext, as seen from anywhere.
    int length() {
        return queued() + (NEXT.getVolatile(this) == null ? 0 : 1);
    }

    /// Length of the queue without runnext, as seen from anywhere.
    int queued() {
        return Math.max(0, (int) TAIL.getVolatile(this) - (int) HEAD.getVolatile(this));
    }

    /// The one that runs next, as seen from anywhere.
    @Nullable G peekNext() {
        return (G) NEXT.getOpaque(this);
    }

    /// Ids of those in the queue, oldest first, without runnext.
    long[] queuedIds() {
        int h = (int) HEAD.getVolatile(this);
        int n = Math.max(0, Math.min(QUEUE, (int) TAIL.getVolatile(this) - h));
        long[] ids = new long[n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            G g = ring[h + i & MASK];
            if (g != null) {
                ids[k++] = g.id;
            }
        }
        return k == n ? ids : Arrays.copyOf(ids, k);
    }

    /// The thread that holds it, or null.
    public @Nullable Thread thread() {
        return m;
    }

    /// Moves the older half of the full queue and `g` to the global queue. They are linked only after the CAS: until then
    /// a thief may own them.
    private void spill(G g) {
        G[] batch = new G[QUEUE / 2 + 1];
        int h = (int) HEAD.getAcquire(this);
        int n = (tail - h) / 2;
        if (n != QUEUE / 2) {
            put(g);
            return;
        }
        for (int i = 0; i < n; i++) {
            G x = ring[h + i & MASK];
            if (x == null) {
                put(g); // a thief was faster
                return;
            }
            batch[i] = x;
        }
        if (!HEAD.compareAndSet(this, h, h + n)) {
            put(g);
            return;
        }
        batch[n] = g;
        sched.putGlobal(batch, n + 1);
    }

    /// Steals half of another's queue; in the last round also its runnext, after giving it a moment to be run.
    @Nullable G steal(P victim, boolean lastRound) {
        for (; ; ) {
            int h = (int) HEAD.getAcquire(victim);
            int t = (int) TAIL.getAcquire(victim);
            int n = t - h;
            n -= n / 2;
            if (n <= 0) {
                return lastRound ? stealNext(victim) : null;
            }
            if (n > QUEUE / 2) {
                continue; // head and tail are of different moments
            }
            G first = victim.ring[h & MASK];
            int own = tail;
            for (int i = 1; i < n; i++) {
                ring[own + i - 1 & MASK] = victim.ring[h + i & MASK];
            }
            if (HEAD.compareAndSet(victim, h, h + n)) {
                TAIL.setRelease(this, own + n - 1);
                return first;
            }
        }
    }

    private @Nullable G stealNext(P victim) {
        G g = (G) NEXT.getOpaque(victim);
        if (g == null || victim.status() != RUNNING) {
            return g == null ? null : takeNextOf(victim, g);
        }
        Driver driver = sched.driver();
        long until = driver.nanotime() + 3000;
        while (driver.nanotime() < until) {
            Thread.onSpinWait();
        }
        return NEXT.getOpaque(victim) == g ? takeNextOf(victim, g) : null;
    }

    private static @Nullable G takeNextOf(P victim, G g) {
        return NEXT.compareAndSet(victim, g, null) ? g : null;
    }

    // ---- events: one reading of the clock per scheduling step, shared by what ends one G's turn
    // and begins the next

    /// Appends a record with the time of the step.
    public void put(EventKind kind, long goroutine, long arg) {
        put(kind, 0, -1, goroutine, arg, kind == EventKind.GC_BEGIN ? current : null);
    }

    private void put(
            EventKind kind, int reason, int aux, long goroutine, long arg, @Nullable G at) {
        EventRing r = events;
        if (r != null) {
            r.put(now, kind, reason, aux, goroutine, arg);
        }
        TraceListener t = trace;
        if (t != null) {
            t.happened(this, kind, reason, goroutine, arg, at);
        }
    }

    /// Reads the clock for what follows.
    public void tick() {
        now = sched.driver().nanotime();
    }

    /// What comes next was not readied here: its start needs a clock reading of its own, to be after its readying.
    void clockPassed() {
        clockFresh = false;
    }

    void started(G g) {
        if (!clockFresh) {
            tick();
        }
        clockFresh = false;
        put(EventKind.GO_START, 0, -1, g.id, 0, null);
    }

    /// The running G leaves.
    void left(G g, EventKind kind, int reason, long arg) {
        tick();
        clockFresh = true;
        // One that has ended has no stack any more.
        put(kind, reason, sched.site(g), g.id, arg, kind == EventKind.GO_END ? null : g);
    }

    void unblocked(G g) {
        if (multi) {
            tick();
        }
        G by = current;
        put(EventKind.GO_UNBLOCK, 0, -1, by == null ? 0 : by.id, g.id, null);
    }

    void created(G g) {
        if (multi) {
            tick();
        }
        G by = current;
        put(
                EventKind.GO_CREATE,
                0,
                by == null ? -1 : sched.site(by),
                by == null ? 0 : by.id,
                g.id,
                by);
        put(EventKind.GO_ENTRY, 0, -1, g.id, sched.entryFunction(g), null);
    }

    void returned(G g) {
        tick();
        put(EventKind.SYSCALL_EXIT, 0, -1, g.id, 0, null);
    }

    void procStarted(M by) {
        tick();
        clockFresh = true;
        put(EventKind.PROC_START, 0, -1, 0, by.number, null);
    }

    void procStopped(@Nullable M by) {
        tick();
        put(EventKind.PROC_STOP, 0, -1, 0, by == null ? 0 : by.number, null);
    }

    void stole(P from, G g) {
        tick();
        clockFresh = true;
        int n = tail - head + 1;
        put(EventKind.STEAL, 0, from.id, 0, n, null);
    }

    void stopBegins(StopReason why) {
        tick();
        put(EventKind.STW_BEGIN, why.ordinal(), -1, 0, 0, current);
    }

    void stopEnds(StopReason why) {
        tick();
        put(EventKind.STW_END, why.ordinal(), -1, 0, 0, null);
    }
}
