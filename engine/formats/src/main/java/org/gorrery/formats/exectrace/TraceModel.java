package org.gorrery.formats.exectrace;

import java.util.List;

/// An execution trace: what the scheduler, the collector and the program did, in order, in columns.
///
/// Events are indices from 0 in order of time. Goroutines, Ms and stacks are dense indices from 0 (-1 none); a P is its
/// number. Times are nanoseconds; those of different traces are not comparable. Immutable once read.
public final class TraceModel {
    private final TraceHead head;
    private final TraceColumns events;
    private final TraceTables tables;

    TraceModel(TraceHead head, TraceColumns events, TraceTables tables) {
        this.head = head;
        this.events = events;
        this.tables = tables;
        events.trim();
    }

    /// {@return which Go wrote it and how it was read}
    public TraceHead head() {
        return head;
    }

    /// {@return how many events there are}
    public int size() {
        return events.size();
    }

    /// {@return what an event says}
    /// @param event index of the event
    public EventKind kind(int event) {
        return EventKind.of(events.kind(event));
    }

    /// {@return the ordinal of an event's kind, for loops over millions}
    /// @param event index of the event
    public int kindOrdinal(int event) {
        return events.kind(event);
    }

    /// {@return when an event happened, in nanoseconds}
    /// @param event index of the event
    public long time(int event) {
        return events.time(event);
    }

    /// {@return the goroutine that ran when it happened, before a change of state; -1 none}
    /// @param event index of the event
    public int goroutine(int event) {
        return events.goroutine(event);
    }

    /// {@return the P it happened on; -1 none}
    /// @param event index of the event
    public int proc(int event) {
        return events.proc(event);
    }

    /// {@return the M it happened on; -1 none}
    /// @param event index of the event
    public int thread(int event) {
        return events.thread(event);
    }

    /// {@return the stack it was recorded with; -1 none}
    /// @param event index of the event
    public int stack(int event) {
        return events.stack(event);
    }

    /// {@return what it is about, see [EventKind]; -1 nothing}
    /// @param event index of the event
    public int subject(int event) {
        return events.subject(event);
    }

    /// {@return its number, see [EventKind]}
    /// @param event index of the event
    public long argument(int event) {
        return events.argument(event);
    }

    /// {@return the state before a status event}
    /// @param event index of a GO_STATUS or PROC_STATUS event
    public GoState from(int event) {
        return GoState.of((int) (events.argument(event) >> 8));
    }

    /// {@return the state after a status event}
    /// @param event index of a GO_STATUS or PROC_STATUS event
    public GoState to(int event) {
        return GoState.of((int) (events.argument(event) & 0xff));
    }

    /// Finds the first event that is not before a moment.
    ///
    /// @param nanos the moment
    /// @return its index, or [#size]
    public int firstAt(long nanos) {
        int low = 0;
        int high = size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (time(mid) < nanos) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /// {@return the first moment, of an event other than SYNC; 0 in an empty trace}
    public long startNanos() {
        for (int i = 0; i < size(); i++) {
            if (events.kind(i) != 0) {
                return time(i);
            }
        }
        return 0;
    }

    /// {@return the last moment, of an event other than SYNC; 0 in an empty trace}
    public long endNanos() {
        for (int i = size() - 1; i >= 0; i--) {
            if (events.kind(i) != 0) {
                return time(i);
            }
        }
        return 0;
    }

    /// {@return how many goroutines the trace names}
    public int goroutines() {
        return tables.goroutineIds.size();
    }

    /// {@return the number of a goroutine}
    /// @param g index of the goroutine
    public long goroutineId(int g) {
        return tables.goroutineIds.get(g);
    }

    /// {@return the index of a goroutine, or -1}
    /// @param id its number
    public int goroutineIndex(long id) {
        return tables.goroutineIndex.get(id);
    }

    /// {@return how many Ms the trace names}
    public int threads() {
        return tables.threadIds.size();
    }

    /// {@return the operating system's id of an M}
    /// @param m index of the M
    public long threadId(int m) {
        return tables.threadIds.get(m);
    }

    /// {@return a string}
    /// @param index from an event or frame; -1 gives an empty one
    public String string(long index) {
        return index < 0 ? "" : tables.strings.get((int) index);
    }

    /// {@return how many different stacks there are}
    public int stacks() {
        return tables.stackStart.size();
    }

    /// {@return how many frames a stack has}
    /// @param stack index of the stack
    public int depth(int stack) {
        return tables.stackEnd(stack) - tables.stackStart.get(stack);
    }

    /// Reads one frame of a stack.
    ///
    /// @param stack index of the stack
    /// @param i 0 for the innermost call
    /// @return index of the frame
    public int frame(int stack, int i) {
        return tables.stackFrames.get(tables.stackStart.get(stack) + i);
    }

    /// {@return how many different frames there are}
    public int frames() {
        return tables.framePc.size();
    }

    /// {@return the function of a frame}
    /// @param frame index of the frame
    public String function(int frame) {
        return string(tables.frameFunction.get(frame));
    }

    /// {@return the source file of a frame}
    /// @param frame index of the frame
    public String file(int frame) {
        return string(tables.frameFile.get(frame));
    }

    /// {@return the line of a frame}
    /// @param frame index of the frame
    public int line(int frame) {
        return tables.frameLine.get(frame);
    }

    /// {@return the program counter of a frame}
    /// @param frame index of the frame
    public long pc(int frame) {
        return tables.framePc.get(frame);
    }

    /// {@return a user task}
    /// @param index from an event
    public Task task(long index) {
        return tables.tasks.get((int) index);
    }

    /// {@return how many begins and ends of tasks are described}
    public int tasks() {
        return tables.tasks.size();
    }

    /// {@return a log message}
    /// @param index from an event
    public Log log(long index) {
        return tables.logs.get((int) index);
    }

    /// {@return what a P swept: bytes looked at and bytes freed}
    /// @param index from an event
    public long[] swept(long index) {
        return new long[] {
            tables.swept.get((int) index * 2), tables.swept.get((int) index * 2 + 1)
        };
    }

    /// {@return address and bytes of a span of the alloc/free experiment}
    /// @param index from an event
    public long[] memory(long index) {
        return new long[] {
            tables.spans.get((int) index * 2), tables.spans.get((int) index * 2 + 1)
        };
    }

    /// {@return a type of the alloc/free experiment}
    /// @param index from an event
    public HeapType heapType(int index) {
        return tables.heapTypes.get(index);
    }

    /// {@return how many types the alloc/free experiment describes, those of each generation counted}
    public int heapTypes() {
        return tables.heapTypes.size();
    }

    /// {@return how many different types the alloc/free experiment names, by their ids}
    public int distinctHeapTypes() {
        return tables.heapTypeIds.size();
    }

    /// {@return how many types each generation describes}
    public List<Integer> heapTypesPerGeneration() {
        return List.copyOf(tables.typesPerGeneration);
    }

    /// {@return the readings of several clocks at the start of each generation (Go 1.25 and later)}
    public List<ClockSnapshot> clocks() {
        return List.copyOf(tables.clocks);
    }

    /// {@return bytes that the events take in memory}
    public long residentBytes() {
        return events.residentBytes();
    }

    TraceTables tables() {
        return tables;
    }

    /// A user task.
    ///
    /// @param id its number
    /// @param parent number of its parent, 0 none
    /// @param name its type
    public record Task(long id, long parent, String name) {}

    /// A log message.
    ///
    /// @param task number of its task, 0 none
    /// @param category its category
    /// @param message its text
    public record Log(long task, String category, String message) {}

    /// A type of the alloc/free experiment.
    ///
    /// @param name with package path
    /// @param bytes size of one value
    /// @param pointerBytes size of the part that holds pointers
    /// @param id number by which events of its generation name it
    /// @param address of its descriptor in the program
    public record HeapType(String name, long bytes, long pointerBytes, long id, long address) {}

    /// Several clocks read at once.
    ///
    /// @param traceNanos the trace's clock
    /// @param monoNanos the monotonic clock
    /// @param wallNanos since 1970 UTC
    public record ClockSnapshot(long traceNanos, long monoNanos, long wallNanos) {}
}
