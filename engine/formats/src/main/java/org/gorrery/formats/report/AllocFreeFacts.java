package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.analysis.HeapReplay;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceHead.HeapScale;
import org.gorrery.formats.exectrace.TraceModel;

/// The facts of the alloc/free experiment in a trace.
final class AllocFreeFacts {
    private static final int TOP = 12;

    private final TraceModel t;
    private final HeapReplay replay;
    private final Map<String, Long> spanKinds = new TreeMap<>();
    private final Map<String, Long> stackOrders = new TreeMap<>();
    private final Map<String, long[]> types = new TreeMap<>();

    private AllocFreeFacts(TraceModel t) {
        this.t = t;
        this.replay = new HeapReplay(t);
    }

    static Map<String, Object> of(TraceModel t, HeapScale scale) {
        return new AllocFreeFacts(t).facts(scale);
    }

    private Map<String, Object> facts(HeapScale scale) {
        for (int i = 0; i < t.size(); i++) {
            long bytesBefore = replay.counts().allocBytes();
            replay.advanceTo(t.time(i));
            event(i, replay.counts().allocBytes() - bytesBefore);
        }
        HeapReplay.Counts c = replay.counts();
        var facts = new LinkedHashMap<String, Object>();
        facts.put(
                "Info",
                Map.of(
                        "MinAlign", scale.objectAlign(),
                        "MinHeapAddr", scale.minAddress(),
                        "MinStack", scale.minStackBytes(),
                        "PageSize", scale.pageBytes()));
        facts.put("InfoBatches", 1);
        facts.put("TypesPerGeneration", t.heapTypesPerGeneration());
        facts.put("TypesSeen", t.distinctHeapTypes() + (types.containsKey("(none)") ? 1 : 0));
        facts.put("ObjectsAtStart", c.objectsAtStart());
        facts.put("ObjectAllocs", c.allocs());
        facts.put("ObjectAllocBytes", c.allocBytes());
        facts.put("ObjectFrees", c.frees());
        facts.put("AllocsOfLive", c.allocsOfLive());
        facts.put("FreesOfUnknown", c.freesOfUnknown());
        facts.put("ObjectsWithoutSpan", c.withoutSpan());
        facts.put("LiveObjectsAtEnd", replay.liveObjects());
        facts.put("LiveBytesAtEnd", c.liveBytes());
        facts.put("MaxLiveBytes", c.maxLiveBytes());
        facts.put("SpanKinds", spanKinds);
        facts.put("StackOrders", stackOrders);
        facts.put("TopTypes", topTypes());
        return facts;
    }

    private void event(int i, long bytes) {
        EventKind kind = t.kind(i);
        switch (kind) {
            case SPAN, SPAN_ALLOC -> spanKinds.merge(String.valueOf(t.subject(i)), 1L, Long::sum);
            case GOROUTINE_STACK, GOROUTINE_STACK_ALLOC ->
                    stackOrders.merge(String.valueOf(t.subject(i)), 1L, Long::sum);
            case HEAP_OBJECT_ALLOC -> {
                String type = t.subject(i) < 0 ? "(none)" : t.heapType(t.subject(i)).name();
                long[] sum = types.computeIfAbsent(type, k -> new long[2]);
                sum[0]++;
                sum[1] += bytes;
            }
            default -> {
                // not about memory
            }
        }
    }

    private List<Map<String, Object>> topTypes() {
        var list = new ArrayList<>(types.entrySet());
        list.sort(
                Comparator.comparingLong((Map.Entry<String, long[]> e) -> -e.getValue()[0])
                        .thenComparing(Map.Entry::getKey));
        return list.stream()
                .limit(TOP)
                .map(e ->
                        Map.<String, Object>of(
                                "Type",
                                e.getKey(),
                                "Count",
                                e.getValue()[0],
                                "Bytes",
                                e.getValue()[1]))
                .toList();
    }
}
