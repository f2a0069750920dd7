package org.gorrery.app.saved;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;
import org.gorrery.event.WaitReason;
import org.gorrery.formats.dumps.GoroutineStack;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.TraceFrame;
import org.gorrery.formats.dumps.Traceback;
import org.gorrery.formats.exectrace.TraceModel;

/// Goroutines with their stacks, as crash reports, goroutine dumps, heap dumps and traces tell them.
///
/// @param snapshot in the form of a run's
/// @param words what the file says of a goroutine's state in its own words
record SavedStacks(GoroutineSnapshot snapshot, LongFunction<String> words) {
    private static final long MINUTE = 60_000_000_000L;

    private static final Map<String, WaitReason> REASONS = new HashMap<>();

    static {
        for (WaitReason reason : WaitReason.values()) {
            REASONS.put(reason.text(), reason);
        }
        // Words of other releases for the same.
        REASONS.put("semacquire", WaitReason.SEMACQUIRE);
        REASONS.put("sync.Mutex.TryLock", WaitReason.MUTEX);
        REASONS.put("select (no cases)", WaitReason.SELECT_NO_CASES);
        REASONS.put("timer goroutine (idle)", WaitReason.SLEEP);
    }

    /// Of a crash report or goroutine dump. A number that occurs twice is told apart by its place.
    static SavedStacks of(Traceback traceback) {
        var words = new HashMap<Long, String>();
        var all = new ArrayList<Goroutine>();
        for (GoroutineStack g : traceback.goroutines()) {
            words.put(g.id(), g.status());
            all.add(goroutine(g));
        }
        return new SavedStacks(new GoroutineSnapshot(0, all), id -> words.getOrDefault(id, ""));
    }

    private static Goroutine goroutine(GoroutineStack g) {
        List<Frame> frames = g.frames().stream().map(SavedStacks::frame).toList();
        Frame by = g.createdBy() == null ? Frame.NONE : frame(g.createdBy());
        return new Goroutine(
                g.id(),
                status(g.reason()),
                reason(g.reason()),
                frames.isEmpty() ? "" : frames.getLast().function(),
                Math.max(0, g.createdIn()),
                by,
                0,
                g.waitMinutes() * MINUTE,
                0,
                -1,
                frames);
    }

    private static Frame frame(TraceFrame f) {
        // Addresses are not printed; the place stands for one, so that like stacks can be found.
        long place = 31L * f.file().hashCode() + f.line() + ((long) f.function().hashCode() << 20);
        return new Frame(f.function(), f.file(), f.line(), place);
    }

    private static Status status(String words) {
        return switch (words) {
            case "running" -> Status.RUNNING;
            case "runnable" -> Status.RUNNABLE;
            case "syscall" -> Status.SYSCALL;
            case "dead" -> Status.DEAD;
            default -> Status.WAITING;
        };
    }

    private static WaitReason reason(String words) {
        WaitReason known = REASONS.get(words);
        if (known != null) {
            return known;
        }
        // Go's own goroutines wait for work in many words; so does what only later releases know.
        return words.startsWith("sync.") ? WaitReason.COND : WaitReason.SLEEP;
    }

    /// Of a heap dump: the goroutines at the moment it was written.
    static SavedStacks of(HeapDump dump) {
        var words = new HashMap<Long, String>();
        var all = new ArrayList<Goroutine>();
        for (var g : dump.goroutines()) {
            String text = g.waitReason().isEmpty() ? status(g.status()) : g.waitReason();
            words.put(g.id(), text);
            List<Frame> frames =
                    g.frames().stream().map(f -> new Frame(f.function(), "", 0, f.pc())).toList();
            all.add(
                    new Goroutine(
                            g.id(),
                            status(text),
                            reason(text),
                            frames.isEmpty() ? "" : frames.getLast().function(),
                            0,
                            Frame.NONE,
                            0,
                            0,
                            0,
                            -1,
                            frames));
        }
        return new SavedStacks(new GoroutineSnapshot(0, all), id -> words.getOrDefault(id, ""));
    }

    /// A status number of the runtime in its words.
    private static String status(long number) {
        return switch ((int) number & 0xf) {
            case 1 -> "runnable";
            case 2 -> "running";
            case 3 -> "syscall";
            case 6 -> "dead";
            default -> "waiting";
        };
    }

    /// Of a trace: the goroutines that live at its end, where they were last seen.
    static SavedStacks of(TraceModel t, TimelineModel timeline) {
        var words = new HashMap<Long, String>();
        var all = new ArrayList<Goroutine>();
        for (Lane lane : timeline.lanes()) {
            int last = lane.count() - 1;
            if (last < 0 || lane.endNanos() >= 0) {
                continue;
            }
            int stack = lane.site(last);
            for (int i = last - 1; i >= 0 && stack < 0; i--) {
                stack = lane.site(i);
            }
            String text = timeline.waitReasons().get(lane.reason(last));
            Status status = statusOf(lane, last);
            if (status == Status.WAITING) {
                words.put(lane.id(), text.isEmpty() ? "waiting" : text);
            }
            List<Frame> by = frames(t, lane.createdSite());
            all.add(
                    new Goroutine(
                            lane.id(),
                            status,
                            reasonOf(lane, last),
                            lane.function(),
                            lane.creator(),
                            by.isEmpty() ? Frame.NONE : by.getFirst(),
                            0,
                            timeline.nowNanos() - lane.start(last),
                            0,
                            lane.proc(last),
                            frames(t, stack)));
        }
        return new SavedStacks(
                new GoroutineSnapshot(timeline.nowNanos(), all), id -> words.getOrDefault(id, ""));
    }

    private static Status statusOf(Lane lane, int span) {
        return switch (lane.state(span)) {
            case RUNNING, ASSIST, GC_WORKER -> Status.RUNNING;
            case RUNNABLE -> Status.RUNNABLE;
            case SYSCALL -> Status.SYSCALL;
            case DEAD -> Status.DEAD;
            case SEND, RECEIVE, SELECT, MUTEX, COND, WAIT_GROUP, IO, SLEEP -> Status.WAITING;
        };
    }

    private static WaitReason reasonOf(Lane lane, int span) {
        return switch (lane.state(span)) {
            case SEND -> WaitReason.CHAN_SEND;
            case RECEIVE -> WaitReason.CHAN_RECEIVE;
            case SELECT -> WaitReason.SELECT;
            case MUTEX -> WaitReason.MUTEX;
            case COND -> WaitReason.COND;
            case WAIT_GROUP -> WaitReason.WAIT_GROUP;
            case IO -> WaitReason.IO;
            case SLEEP -> WaitReason.SLEEP;
            case RUNNING, RUNNABLE, SYSCALL, ASSIST, GC_WORKER, DEAD -> WaitReason.NONE;
        };
    }

    /// The calls of a stack of a trace, innermost first.
    static List<Frame> frames(TraceModel t, int stack) {
        var out = new ArrayList<Frame>();
        for (int i = 0; stack >= 0 && i < t.depth(stack); i++) {
            int f = t.frame(stack, i);
            out.add(new Frame(t.function(f), t.file(f), t.line(f), t.pc(f)));
        }
        return out;
    }
}
