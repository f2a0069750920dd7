package org.gorrery.formats.dumps;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.dumps.HeapDump.DumpedFrame;
import org.gorrery.formats.dumps.HeapDump.DumpedGoroutine;
import org.gorrery.formats.dumps.HeapDump.Objects;
import org.gorrery.formats.dumps.HeapDump.Params;
import org.gorrery.formats.dumps.HeapDump.Parts;
import org.gorrery.formats.dumps.HeapDump.Segment;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.input.Loaded;
import org.jspecify.annotations.Nullable;

/// Reads what debug.WriteHeapDump writes, in every layout since Go 1.3.
///
/// Contents of objects are not copied: the model refers to the file's bytes.
public final class HeapDumpReader {
    private static final String[] KINDS = {
        "eof",
        "object",
        "otherroot",
        "type",
        "goroutine",
        "stackframe",
        "params",
        "finalizer",
        "itab",
        "osthread",
        "memstats",
        "queuedfinalizer",
        "data",
        "bss",
        "defer",
        "panic",
        "memprof",
        "allocsample"
    };
    private static final String[] STATS = {
        "Alloc",
        "TotalAlloc",
        "Sys",
        "Lookups",
        "Mallocs",
        "Frees",
        "HeapAlloc",
        "HeapSys",
        "HeapIdle",
        "HeapInuse",
        "HeapReleased",
        "HeapObjects",
        "StackInuse",
        "StackSys",
        "MSpanInuse",
        "MSpanSys",
        "MCacheInuse",
        "MCacheSys",
        "BuckHashSys",
        "GCSys",
        "OtherSys",
        "NextGC",
        "LastGC",
        "PauseTotalNs"
    };
    private static final int SPAN_BYTES = 8192;
    private static final int PAUSES = 256;
    private static final int BITMAP_BYTES = 128;
    private static final int LARGEST_INLINE = 512;

    private final byte[] bytes;
    private final HeapDumpLayout layout;
    private final DumpedTypes dumpedTypes;
    private final ByteCursor in;
    private final long[] counts = new long[KINDS.length];
    private final Growing.Longs address = new Growing.Longs(1024);
    private final Growing.Ints size = new Growing.Ints(1024);
    private final Growing.Ints contents = new Growing.Ints(1024);
    private final Growing.Ints fieldStart = new Growing.Ints(1024);
    private final Growing.Ints fields = new Growing.Ints(4096);
    private final Growing.Longs typeOf = new Growing.Longs(16);
    private final Growing.Longs repeats = new Growing.Longs(16);
    private final List<DumpedGoroutine> goroutines = new ArrayList<>();
    private final Map<Long, String> types = new HashMap<>();
    private final List<Long> otherRoots = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private final Map<String, Long> memStats = new LinkedHashMap<>();
    private Params params = new Params(false, 8, 0, 0, "", "", 0);
    private @Nullable Segment data;
    private @Nullable Segment bss;
    private long channelHeader;
    private long trailing;

    private HeapDumpReader(byte[] bytes, HeapDumpLayout layout) {
        this.bytes = bytes;
        this.layout = layout;
        this.dumpedTypes = new DumpedTypes(layout, bytes);
        this.in = new ByteCursor(bytes);
    }

    /// Tells whether bytes are a heap dump of any release.
    ///
    /// @param bytes the file's contents
    /// @return whether the first line says so
    public static boolean recognises(byte[] bytes) {
        String start =
                new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.ISO_8859_1);
        return start.matches("(?s)go1\\.\\d heap dump\\n.*");
    }

    /// Reads a dump.
    ///
    /// @param bytes the unpacked file
    /// @return the heap and what was wrong
    /// @throws FormatException when the first line is none of a known layout
    public static Loaded<HeapDump> read(byte[] bytes) throws FormatException {
        HeapDumpLayout layout = HeapDumpLayout.of(bytes);
        if (layout == null) {
            int line = Math.min(bytes.length, HeapDumpLayout.GO_1_7.header().length());
            throw new FormatException(
                    0,
                    "first line \""
                            + new String(bytes, 0, line, StandardCharsets.ISO_8859_1).strip()
                            + "\", expected \"go1.3 heap dump\" to \"go1.7 heap dump\"");
        }
        return new HeapDumpReader(bytes, layout).read();
    }

    private Loaded<HeapDump> read() {
        var faults = new ArrayList<Fault>();
        in.seek(layout.header().length());
        try {
            while (record()) {
                // each record moves the cursor
            }
            trailing = in.remaining();
        } catch (FormatException e) {
            faults.add(e.fault());
        }
        return new Loaded<>(build(), faults);
    }

    private boolean record() throws FormatException {
        int at = in.position();
        long kind = in.uvarint();
        if (kind < 0 || kind >= KINDS.length) {
            throw new FormatException(
                    at, "record kind " + kind + ", expected 0 to " + (KINDS.length - 1));
        }
        counts[(int) kind]++;
        switch ((int) kind) {
            case 0 -> {
                return false;
            }
            case 1 -> object();
            case 2 -> {
                string();
                root();
            }
            case 3 -> type();
            case 4 -> goroutine();
            case 5 -> frame();
            case 6 -> params();
            case 7, 11 -> { // object and function of a finalizer
                root();
                root();
                numbers(3);
            }
            case 8 -> dumpedTypes.itab(in.uvarint(), in.uvarint());
            case 9 -> numbers(3);
            case 10 -> memStats();
            case 12 -> data = segment();
            case 13 -> bss = segment();
            case 14 -> { // a deferred call keeps its function value
                numbers(4);
                root();
                numbers(2);
            }
            case 15 -> { // a panic keeps its value
                numbers(3);
                root();
                numbers(2);
            }
            case 16 -> bucket();
            default -> numbers(2);
        }
        return true;
    }

    private void root() throws FormatException {
        long p = in.uvarint();
        if (p != 0) {
            otherRoots.add(p);
        }
    }

    private void numbers(int n) throws FormatException {
        for (int i = 0; i < n; i++) {
            in.uvarint();
        }
    }

    private String string() throws FormatException {
        return in.text(in.length("string"));
    }

    /// Reads the field list of a piece of memory into the columns.
    private void fieldList(int from, int length) throws FormatException {
        var memory = new DumpedTypes.Range(from, length);
        for (int kind = fieldKind(); kind != 0; kind = fieldKind()) {
            dumpedTypes.slots(fields, memory, kind, in.uvarint(), params);
        }
    }

    private int fieldKind() throws FormatException {
        int at = in.position();
        long kind = in.uvarint();
        if (kind < 0 || kind > layout.lastFieldKind()) {
            throw new FormatException(
                    at, "field kind " + kind + ", expected 0 to " + layout.lastFieldKind());
        }
        return (int) kind;
    }

    private void object() throws FormatException {
        long a = in.uvarint();
        if (layout.typedObjects()) {
            typeOf.add(in.uvarint());
            repeats.add(in.uvarint());
        }
        int n = in.length("object contents");
        int from = in.position();
        in.skip(n);
        int firstField = fields.size();
        if (!layout.typedObjects()) {
            fieldList(from, n);
        }
        address.add(a);
        size.add(n);
        contents.add(from);
        fieldStart.add(firstField);
    }

    private void type() throws FormatException {
        long a = in.uvarint();
        long bytesOfValue = in.uvarint();
        types.put(a, string());
        boolean pointerData = in.uvarint() != 0;
        int[] described = layout.typedObjects() ? ascendingFields() : new int[0];
        dumpedTypes.type(a, new DumpedTypes.Type(bytesOfValue, pointerData, described));
    }

    /// Reads a field list that stands apart from the memory it describes, as pairs of kind and offset.
    private int[] ascendingFields() throws FormatException {
        var pairs = new Growing.Ints(8);
        long last = -1;
        for (int kind = fieldKind(); kind != 0; kind = fieldKind()) {
            int at = in.position();
            long offset = in.uvarint();
            if (offset <= last || offset > Integer.MAX_VALUE) {
                throw new FormatException(
                        at, "field at offset " + offset + ", expected one above " + last);
            }
            last = offset;
            pairs.add(kind);
            pairs.add((int) offset);
        }
        return pairs.toArray();
    }

    /// Finds the pointers of objects that name their type only; the types may stand behind them.
    private void resolveTypedObjects() {
        for (int i = 0; i < repeats.size(); i++) {
            fieldStart.set(i, fields.size());
            dumpedTypes.slotsOfObject(
                    fields,
                    new DumpedTypes.Range(contents.get(i), size.get(i)),
                    typeOf.get(i),
                    repeats.get(i),
                    channelHeader,
                    params);
        }
    }

    private void goroutine() throws FormatException {
        long a = in.uvarint();
        in.uvarint();
        long id = in.uvarint();
        in.uvarint();
        long status = in.uvarint();
        numbers(3);
        String reason = string();
        numbers(4);
        goroutines.add(new DumpedGoroutine(a, id, status, reason, List.of()));
    }

    private void frame() throws FormatException {
        numbers(3);
        int n = in.length("frame contents");
        int from = in.position();
        in.skip(n);
        in.uvarint();
        long pc = in.uvarint();
        in.uvarint();
        String function = string();
        int firstField = fields.size();
        fieldList(from, n);
        List<Long> pointers = pointers(from, n, firstField);
        if (!goroutines.isEmpty()) {
            DumpedGoroutine g = goroutines.removeLast();
            var frames = new ArrayList<>(g.frames());
            frames.add(new DumpedFrame(function, pc, pointers));
            goroutines.add(
                    new DumpedGoroutine(g.address(), g.id(), g.status(), g.waitReason(), frames));
        }
    }

    /// Reads the pointers of a memory range and takes their offsets out of the columns again.
    private List<Long> pointers(int from, int length, int firstField) {
        var result = new ArrayList<Long>();
        for (int i = firstField; i < fields.size(); i++) {
            int offset = fields.get(i);
            if (offset >= 0 && offset <= length - params.pointerBytes()) {
                long p =
                        HeapDump.read(
                                bytes, from + offset, params.pointerBytes(), params.bigEndian());
                if (p != 0) {
                    result.add(p);
                }
            }
        }
        fields.truncate(firstField);
        return result;
    }

    private void params() throws FormatException {
        int at = in.position();
        boolean bigEndian = in.uvarint() != 0;
        long pointerBytes = in.uvarint();
        if (pointerBytes != 4 && pointerBytes != 8) {
            throw new FormatException(
                    at, "pointers of " + pointerBytes + " bytes, expected 4 or 8");
        }
        channelHeader = layout.channelHeader() ? in.uvarint() : 0;
        long start = in.uvarint();
        long end = in.uvarint();
        String arch = layout.archIsLetter() ? HeapDumpLayout.arch(in.uvarint()) : string();
        params =
                new Params(
                        bigEndian,
                        (int) pointerBytes,
                        start,
                        end,
                        arch,
                        layout.writer(string()),
                        in.uvarint());
    }

    private void memStats() throws FormatException {
        pauses.clear();
        for (String name : STATS) {
            memStats.put(name, in.uvarint());
        }
        for (int i = 0; i < PAUSES; i++) {
            pauses.add(in.uvarint());
        }
        memStats.put("NumGC", in.uvarint());
    }

    private Segment segment() throws FormatException {
        long a = in.uvarint();
        int n = in.length("segment");
        int from = in.position();
        in.skip(n);
        int firstField = fields.size();
        fieldList(from, n);
        int slots = fields.size() - firstField;
        return new Segment(a, n, slots, pointers(from, n, firstField));
    }

    private void bucket() throws FormatException {
        numbers(2);
        long n = in.uvarint();
        for (long i = 0; i < n; i++) {
            string();
            string();
            in.uvarint();
        }
        numbers(2);
    }

    private HeapDump build() {
        resolveTypedObjects();
        int n = address.size();
        fieldStart.add(fields.size());
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compareUnsigned(address.get(a), address.get(b)));
        long[] addresses = new long[n];
        int[] sizes = new int[n];
        int[] at = new int[n];
        int[] starts = new int[n + 1];
        int[] sorted = new int[fields.size()];
        int k = 0;
        for (int i = 0; i < n; i++) {
            int o = order[i];
            addresses[i] = address.get(o);
            sizes[i] = size.get(o);
            at[i] = contents.get(o);
            starts[i] = k;
            for (int f = fieldStart.get(o); f < fieldStart.get(o + 1); f++) {
                sorted[k++] = fields.get(f);
            }
        }
        starts[n] = k;
        var objects = new Objects(bytes, addresses, sizes, at, starts, sorted);
        var named = new LinkedHashMap<String, Long>();
        for (int i = 1; i < KINDS.length; i++) {
            named.put(KINDS[i], counts[i]);
        }
        return new HeapDump(
                params,
                objects,
                new Parts(
                        layout.header().strip(),
                        named,
                        goroutines,
                        types,
                        data,
                        bss,
                        List.copyOf(otherRoots),
                        memStats,
                        List.copyOf(pauses),
                        tailSlots(addresses, sizes, starts),
                        trailing));
    }

    /// Counts the records that lie in the mark and pointer bitmaps at the end of spans, where the dump has more records
    /// than the heap has objects. A span of 8 KiB with objects of at most 512 bytes ends in 128 bytes of mark bits, and
    /// before them 128 bytes of pointer bits if its objects have pointers.
    private int tailSlots(long[] addresses, int[] sizes, int[] starts) {
        long live = memStats.getOrDefault("HeapObjects", Long.MAX_VALUE);
        if (layout != HeapDumpLayout.GO_1_7 || addresses.length <= live) {
            return 0;
        }
        var scanned = new HashSet<Long>();
        for (int i = 0; i < addresses.length; i++) {
            if (starts[i + 1] > starts[i]) {
                scanned.add(addresses[i] / SPAN_BYTES);
            }
        }
        int tail = 0;
        for (int i = 0; i < addresses.length; i++) {
            if (sizes[i] <= LARGEST_INLINE) {
                boolean pointers = scanned.contains(addresses[i] / SPAN_BYTES);
                long end = addresses[i] % SPAN_BYTES + sizes[i];
                tail += end > SPAN_BYTES - (pointers ? 2 * BITMAP_BYTES : BITMAP_BYTES) ? 1 : 0;
            }
        }
        return tail;
    }
}
