package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.HeapDump.DumpedFrame;
import org.gorrery.formats.dumps.HeapDump.DumpedGoroutine;
import org.gorrery.formats.dumps.HeapDump.Params;
import org.gorrery.formats.dumps.HeapDump.Segment;
import org.jspecify.annotations.Nullable;

/// The facts of a heap dump, as `gorrery info --json` gives them.
public final class HeapDumpFacts {
    private HeapDumpFacts() {}

    /// Collects the facts.
    ///
    /// @param d the dump
    /// @param fileBytes size of the unpacked file
    /// @return key to value
    public static Map<String, Object> of(HeapDump d, long fileBytes) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("header", d.header());
        facts.put("bytes", fileBytes);
        facts.put("params", params(d.params()));
        facts.put("counts", d.counts());
        long bytes = 0;
        long pointers = 0;
        var sizes = new TreeMap<Integer, Long>();
        for (int i = 0; i < d.size(); i++) {
            bytes += d.bytes(i);
            pointers += d.pointerSlots(i);
            sizes.merge(d.bytes(i), 1L, Long::sum);
        }
        facts.put("objectBytes", bytes);
        facts.put("objectPointers", pointers);
        facts.put("sizes", sizes);
        facts.put("finalizers", d.counts().getOrDefault("queuedfinalizer", 0L));
        facts.put("data", segment(d.data()));
        facts.put("bss", segment(d.bss()));
        facts.put("memstats", d.memStats());
        facts.put("trailing", d.trailing());
        facts.put("goroutines", d.goroutines().stream().map(HeapDumpFacts::goroutine).toList());
        facts.put("typeCount", d.types().size());
        if (d.tailSlots() > 0) {
            facts.put("slotsInSpanTails", d.tailSlots());
        }
        return facts;
    }

    private static Map<String, Object> params(Params p) {
        var m = new LinkedHashMap<String, Object>();
        m.put("bigEndian", p.bigEndian());
        m.put("ptrSize", p.pointerBytes());
        m.put("heapStart", p.heapStart());
        m.put("heapEnd", p.heapEnd());
        m.put("arch", p.arch());
        m.put("goVersion", p.goVersion());
        m.put("ncpu", p.cpus());
        return m;
    }

    private static Map<String, Object> segment(@Nullable Segment s) {
        return s == null
                ? Map.of()
                : Map.of("addr", s.address(), "len", s.bytes(), "pointers", s.pointerSlots());
    }

    private static List<Object> goroutine(DumpedGoroutine g) {
        var row = new ArrayList<Object>();
        row.add(g.id());
        row.add(g.status());
        row.add(g.waitReason());
        row.add(g.frames().size());
        String root = "";
        for (DumpedFrame f : g.frames()) {
            root = f.function().equals("runtime.goexit") ? root : f.function();
        }
        row.add(root);
        return row;
    }
}
