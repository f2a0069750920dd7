package org.gorrery.formats.dumps;

import java.util.List;
import java.util.Map;
import org.gorrery.formats.gc.GcFromMemStats;
import org.gorrery.formats.gc.GcHistory;
import org.jspecify.annotations.Nullable;

/// A heap written by debug.WriteHeapDump: every object with its contents and pointers, and what keeps them alive.
///
/// Objects are indices from 0 in order of address. They carry no type; contents may be read through [#word].
public final class HeapDump {
    private final Params params;
    private final Objects objects;
    private final Parts parts;

    /// The machine and the program.
    ///
    /// @param bigEndian byte order
    /// @param pointerBytes size of a pointer
    /// @param heapStart first heap address
    /// @param heapEnd address after the heap
    /// @param arch GOARCH
    /// @param goVersion which Go wrote it, experiments included
    /// @param cpus processors of the machine
    public record Params(
            boolean bigEndian,
            int pointerBytes,
            long heapStart,
            long heapEnd,
            String arch,
            String goVersion,
            long cpus) {}

    /// Columns of objects, by address. Fields of object `i` are `field[fieldStart[i]]` up to the next start.
    record Objects(
            byte[] file,
            long[] address,
            int[] size,
            int[] contents,
            int[] fieldStart,
            int[] field) {}

    /// Everything that is no object.
    ///
    /// @param header first line of the file
    /// @param counts records by kind
    /// @param goroutines the goroutines with their stacks
    /// @param types types that have itabs, as names by address
    /// @param data the data segment, or null
    /// @param bss the bss segment, or null
    /// @param otherRoots what finalizers, deferred calls, panics and the runtime itself point to
    /// @param memStats runtime.MemStats by name
    /// @param pauses the ring of pauses in nanoseconds
    /// @param tailSlots object records that are no objects: they lie in the bitmaps at the end of spans
    /// @param trailing bytes after the end record
    record Parts(
            String header,
            Map<String, Long> counts,
            List<DumpedGoroutine> goroutines,
            Map<Long, String> types,
            @Nullable Segment data,
            @Nullable Segment bss,
            List<Long> otherRoots,
            Map<String, Long> memStats,
            List<Long> pauses,
            int tailSlots,
            long trailing) {}

    /// A goroutine in the dump.
    ///
    /// @param address of its descriptor
    /// @param id its number
    /// @param status its status number, see the runtime's documentation
    /// @param waitReason why it waits, or empty
    /// @param frames innermost call first
    public record DumpedGoroutine(
            long address, long id, long status, String waitReason, List<DumpedFrame> frames) {
        /// Copies the list.
        public DumpedGoroutine {
            frames = List.copyOf(frames);
        }
    }

    /// A call on a goroutine's stack.
    ///
    /// @param function its name
    /// @param pc program counter
    /// @param pointers heap addresses that its slots hold
    public record DumpedFrame(String function, long pc, List<Long> pointers) {
        /// Copies the list.
        public DumpedFrame {
            pointers = List.copyOf(pointers);
        }
    }

    /// The data or bss segment.
    ///
    /// @param address first byte
    /// @param bytes its length
    /// @param pointerSlots how many slots hold pointers
    /// @param pointers what they hold, zeros left out
    public record Segment(long address, long bytes, int pointerSlots, List<Long> pointers) {
        /// Copies the list.
        public Segment {
            pointers = List.copyOf(pointers);
        }
    }

    HeapDump(Params params, Objects objects, Parts parts) {
        this.params = params;
        this.objects = objects;
        this.parts = parts;
    }

    /// {@return the machine and the program}
    public Params params() {
        return params;
    }

    /// {@return the first line of the file}
    public String header() {
        return parts.header;
    }

    /// {@return records by kind, in the words of the format}
    public Map<String, Long> counts() {
        return parts.counts;
    }

    /// {@return the goroutines}
    public List<DumpedGoroutine> goroutines() {
        return parts.goroutines;
    }

    /// {@return the types that have itabs: name by address}
    public Map<Long, String> types() {
        return parts.types;
    }

    /// {@return the data segment, if dumped}
    public @Nullable Segment data() {
        return parts.data;
    }

    /// {@return the bss segment, if dumped}
    public @Nullable Segment bss() {
        return parts.bss;
    }

    /// {@return addresses that finalizers, deferred calls, panics and the runtime itself hold}
    public List<Long> otherRoots() {
        return parts.otherRoots;
    }

    /// {@return runtime.MemStats, by name}
    public Map<String, Long> memStats() {
        return parts.memStats;
    }

    /// {@return the collections that its runtime.MemStats tell}
    public GcHistory gc() {
        return GcFromMemStats.of(
                new GcFromMemStats.Stats(
                        memStats().getOrDefault("NumGC", 0L),
                        parts.pauses,
                        List.of(),
                        memStats().getOrDefault("HeapAlloc", -1L),
                        memStats().getOrDefault("NextGC", -1L)));
    }

    /// {@return how many object records were dropped because they lie in the bitmaps at the end of spans (Go 1.26)}
    public int tailSlots() {
        return parts.tailSlots;
    }

    /// {@return bytes after the end record}
    public long trailing() {
        return parts.trailing;
    }

    /// {@return how many object records there are, those of [#tailSlots] included}
    public int size() {
        return objects.address.length;
    }

    /// {@return the address of an object}
    /// @param object index of the object
    public long address(int object) {
        return objects.address[object];
    }

    /// {@return the size of an object's slot in bytes}
    /// @param object index of the object
    public int bytes(int object) {
        return objects.size[object];
    }

    /// {@return how many pointer slots an object has}
    /// @param object index of the object
    public int pointerSlots(int object) {
        return objects.fieldStart[object + 1] - objects.fieldStart[object];
    }

    /// Reads what one pointer slot of an object holds.
    ///
    /// @param object index of the object
    /// @param slot index of the slot
    /// @return an address, 0 for nil
    public long pointer(int object, int slot) {
        return word(object, objects.field[objects.fieldStart[object] + slot]);
    }

    /// Reads a word of an object's contents.
    ///
    /// @param object index of the object
    /// @param offset byte offset in the object
    /// @return the word in the dump's byte order; 0 beyond the end
    public long word(int object, int offset) {
        int n = params.pointerBytes;
        if (offset < 0 || offset > objects.size[object] - n) {
            return 0;
        }
        return read(objects.file, objects.contents[object] + offset, n, params.bigEndian);
    }

    static long read(byte[] b, int at, int n, boolean bigEndian) {
        long v = 0;
        for (int i = 0; i < n; i++) {
            int k = bigEndian ? i : n - 1 - i;
            v = v << 8 | b[at + k] & 0xff;
        }
        return v;
    }

    /// Finds the object that an address lies in; pointers may point into the middle of one.
    ///
    /// @param address any address
    /// @return index of the object, or -1
    public int objectAt(long address) {
        int low = 0;
        int high = objects.address.length - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            if (Long.compareUnsigned(objects.address[mid], address) <= 0) {
                low = mid + 1;
            } else {
                high = mid - 1;
            }
        }
        return high >= 0 && address - objects.address[high] < Math.max(1, objects.size[high])
                ? high
                : -1;
    }
}
