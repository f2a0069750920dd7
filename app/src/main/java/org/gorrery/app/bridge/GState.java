package org.gorrery.app.bridge;

import java.util.List;
import org.gorrery.event.WaitReason;

/// What a goroutine does, as the views tell it apart: each state has a letter, a texture and the name of a colour.
///
/// A goroutine is never shown by colour alone. Source: the event stream's kinds and [WaitReason].
public enum GState {
    /// On a P.
    RUNNING("running", "▶", Texture.SOLID, "running"),
    /// Waits for a P.
    RUNNABLE("runnable", "Q", Texture.HATCH, "runnable"),
    /// Blocked in a send.
    SEND("send", "S", Texture.TINT, "chan send"),
    /// Blocked in a receive.
    RECEIVE("receive", "R", Texture.TINT, "chan receive"),
    /// Blocked in a select.
    SELECT("select", "L", Texture.TINT, "select"),
    /// Blocked on a Mutex, an RWMutex or a bare semaphore.
    MUTEX("mutex", "M", Texture.TINT, "sync.Mutex.Lock"),
    /// Blocked on a Cond, or by the runtime itself.
    COND("cond", "C", Texture.TINT, "sync.Cond.Wait"),
    /// Blocked on a WaitGroup.
    WAIT_GROUP("wait-group", "W", Texture.TINT, "sync.WaitGroup.Wait"),
    /// Waits for the network poller.
    IO("io", "N", Texture.DOTS, "IO wait"),
    /// In a blocking call.
    SYSCALL("syscall", "Y", Texture.DOTS, "syscall"),
    /// Off the P by its own wish: sleep and Gosched.
    SLEEP("sleep", "Z", Texture.LINE, "sleep"),
    /// Helps the collector to mark.
    ASSIST("assist", "A", Texture.STRIPES, "GC assist"),
    /// Works for the collector.
    GC_WORKER("gc-worker", "G", Texture.STRIPES, "GC worker"),
    /// Has ended.
    DEAD("dead", "■", Texture.SOLID, "dead");

    /// How a span of a state is filled.
    public enum Texture {
        SOLID,
        HATCH,
        TINT,
        DOTS,
        LINE,
        STRIPES
    }

    private static final List<GState> ALL = List.of(values());

    private final String token;
    private final String letter;
    private final Texture texture;
    private final String text;

    GState(String token, String letter, Texture texture, String text) {
        this.token = "-g-state-" + token;
        this.letter = letter;
        this.texture = texture;
        this.text = text;
    }

    /// Name of the colour in the style sheets.
    public String token() {
        return token;
    }

    /// The letter drawn into its spans and its box.
    public String letter() {
        return letter;
    }

    /// How its spans are filled.
    public Texture texture() {
        return texture;
    }

    /// Go's word for it.
    public String text() {
        return text;
    }

    /// Whether it waits for somebody or something else than a processor: within Go, for the network, in a call.
    public boolean blocked() {
        return texture == Texture.TINT || texture == Texture.DOTS;
    }

    /// The state with an ordinal, as stored in columns.
    public static GState of(int ordinal) {
        return ALL.get(ordinal);
    }

    /// The state of a goroutine that blocks for a reason.
    public static GState of(WaitReason reason) {
        return switch (reason) {
            case CHAN_SEND, CHAN_SEND_NIL -> SEND;
            case CHAN_RECEIVE, CHAN_RECEIVE_NIL -> RECEIVE;
            case SELECT, SELECT_NO_CASES -> SELECT;
            case MUTEX, RWMUTEX_R, RWMUTEX, SEMACQUIRE -> MUTEX;
            case WAIT_GROUP -> WAIT_GROUP;
            // A worker of the collector that waits for work does nothing.
            case SLEEP, FINALIZER, GC_WORKER, GC_SWEEP, FORCE_GC -> SLEEP;
            case IO -> IO;
            case SYSCALL -> SYSCALL;
            case GC_ASSIST -> ASSIST;
            case PREEMPTED -> RUNNABLE;
            case NONE, COND, STOPPING_WORLD, COROUTINE, PANIC, DEBUG -> COND;
        };
    }
}
