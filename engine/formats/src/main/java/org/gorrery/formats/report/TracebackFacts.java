package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.dumps.GoroutineStack;
import org.gorrery.formats.dumps.TraceFrame;
import org.gorrery.formats.dumps.Traceback;

/// The facts of a traceback, as `gorrery info --json` gives them.
public final class TracebackFacts {
    private static final int TOP = 4;

    private TracebackFacts() {}

    /// Collects the facts.
    ///
    /// @param t the traceback
    /// @return key to value
    public static Map<String, Object> of(Traceback t) {
        var facts = new LinkedHashMap<String, Object>();
        List<GoroutineStack> gs = t.goroutines();
        facts.put("goroutines", gs.size());
        facts.put("distinctIds", gs.stream().map(GoroutineStack::id).distinct().count());
        facts.put("firstLine", t.firstLine());
        if (!gs.isEmpty()) {
            var statuses = new LinkedHashMap<String, Long>();
            gs.forEach(g -> statuses.merge(g.status(), 1L, Long::sum));
            facts.put("statuses", statuses);
            facts.put("first", first(gs.getFirst()));
            counts(gs, facts);
        }
        var labels = gs.stream().map(GoroutineStack::labelText).filter(s -> !s.isEmpty()).toList();
        if (!labels.isEmpty()) {
            facts.put("labelled", labels);
        }
        if (!t.headLines().isEmpty()) {
            facts.put("panicLines", t.headLines());
        }
        if (!t.panics().isEmpty()) {
            facts.put("panicText", t.panics().getFirst().text());
            facts.put("repanicked", t.panics().stream().anyMatch(Traceback.PanicText::repanicked));
        }
        facts.put("registerDumps", t.registerDumps());
        facts.put("separators", t.separators());
        if (!t.races().isEmpty()) {
            facts.put("races", t.races().size());
        }
        return facts;
    }

    private static Map<String, Object> first(GoroutineStack g) {
        var first = new LinkedHashMap<String, Object>();
        first.put("id", g.id());
        first.put("status", g.status());
        first.put("frames", g.lines());
        first.put("top", g.frames().stream().limit(TOP).map(TraceFrame::call).toList());
        TraceFrame made = g.createdBy();
        first.put("createdBy", made == null ? null : made.function());
        first.put("elidedMarker", g.elidedFrames() >= 0);
        return first;
    }

    private static void counts(List<GoroutineStack> gs, Map<String, Object> facts) {
        facts.put("locked", gs.stream().filter(GoroutineStack::lockedToThread).count());
        facts.put("elidedMarkers", gs.stream().filter(g -> g.elidedFrames() >= 0).count());
        facts.put("unavailable", gs.stream().filter(GoroutineStack::unavailable).count());
        facts.put("longestFrames", gs.stream().mapToInt(GoroutineStack::lines).max().orElse(0));
        facts.put(
                "inlinedFrames",
                gs.stream().flatMap(g -> g.frames().stream()).filter(TraceFrame::inlined).count());
        some(facts, "leaked", gs.stream().filter(GoroutineStack::leaked).count());
        some(facts, "durable", gs.stream().filter(GoroutineStack::durable).count());
        some(facts, "inBubble", gs.stream().filter(g -> g.bubble() > 0).count());
        some(facts, "headersWithGp", gs.stream().filter(GoroutineStack::hasPointers).count());
        some(facts, "createdInGoroutine", gs.stream().filter(g -> g.createdIn() >= 0).count());
        some(
                facts,
                "longestWaitMinutes",
                gs.stream().mapToLong(GoroutineStack::waitMinutes).max().orElse(0));
        var ancestors = new ArrayList<Long>();
        gs.forEach(g -> g.ancestors().forEach(a -> ancestors.add(a.id())));
        if (!ancestors.isEmpty()) {
            facts.put("ancestors", ancestors);
        }
    }

    private static void some(Map<String, Object> facts, String key, long count) {
        if (count > 0) {
            facts.put(key, count);
        }
    }
}
