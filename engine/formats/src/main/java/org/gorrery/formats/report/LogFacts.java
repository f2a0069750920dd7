package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.gc.GcCycle;
import org.gorrery.formats.logs.RuntimeLog;
import org.gorrery.formats.logs.RuntimeLog.Detail;
import org.gorrery.formats.logs.RuntimeLog.Init;
import org.gorrery.formats.logs.RuntimeLog.PacerLine;
import org.gorrery.formats.logs.RuntimeLog.Scavenge;
import org.gorrery.formats.logs.RuntimeLog.Schedule;

/// The facts of a GODEBUG log, as `gorrery info --json` gives them.
public final class LogFacts {
    private static final long MB = 1 << 20;

    private LogFacts() {}

    /// Collects the facts.
    ///
    /// @param log the log
    /// @return key to value
    public static Map<String, Object> of(RuntimeLog log) {
        var facts = new LinkedHashMap<String, Object>();
        if (!log.gcLines().isEmpty()) {
            gc(log, facts);
        }
        if (!log.scavenges().isEmpty()) {
            scavenges(log.scavenges(), facts);
        }
        if (!log.inits().isEmpty()) {
            inits(log.inits(), facts);
        }
        if (!log.pacer().isEmpty()) {
            facts.put("pacerLines", log.pacer().size());
            long done =
                    log.pacer().stream().filter(p -> p.kind() == PacerLine.Kind.SWEEP_DONE).count();
            if (done > 0) {
                facts.put("pacerSweepDone", done);
            }
        }
        if (!log.schedules().isEmpty()) {
            schedules(log.schedules(), facts);
        }
        if (!log.allocations().equals(RuntimeLog.Allocations.NONE)) {
            allocations(log.allocations(), facts);
        }
        return facts;
    }

    private static void gc(RuntimeLog log, Map<String, Object> facts) {
        facts.put("gcLines", log.gcLines().size());
        facts.put("gcFirst", log.gcLines().getFirst());
        facts.put("gcLast", log.gcLines().getLast());
        facts.put("gcForced", log.gc().forced());
        facts.put("sumStwMs", log.gc().pauseNanos() / 1e6);
        facts.put("maxHeapMB", log.gc().maxHeapBytes() / MB);
        facts.put("maxGoalMB", log.gc().maxGoalBytes() / MB);
        facts.put("cycles", log.gc().cycles().stream().map(LogFacts::cycle).toList());
    }

    private static Map<String, Object> cycle(GcCycle c) {
        var m = new LinkedHashMap<String, Object>();
        m.put("n", c.number());
        if (c.startNanos() >= 0) {
            m.put("at", c.startNanos() / 1e9);
            m.put("percent", c.cpuPercent());
            m.put("clockMs", c.phases().stream().map(p -> p.nanos() / 1e6).toList());
            m.put(
                    "heap",
                    List.of(c.heap().start() / MB, c.heap().end() / MB, c.heap().live() / MB));
            m.put("goal", c.heap().goal() / MB);
            m.put("procs", c.procs());
            m.put("forced", c.forced());
            return m;
        }
        m.put("procs", c.procs());
        boolean micros = c.phases().size() == 4;
        m.put(
                micros ? "phasesUs" : "pausesMs",
                c.phases().stream().map(p -> p.nanos() / (micros ? 1_000 : 1_000_000)).toList());
        m.put("before", c.heap().start() / MB);
        m.put("after", c.heap().end() / MB);
        m.put("objects", c.counts().objects());
        m.put("mallocs", c.counts().mallocs());
        m.put("frees", c.counts().frees());
        if (!c.counts().sweeps().isEmpty()) {
            m.put("sweeps", c.counts().sweeps());
        }
        if (c.counts().goroutines() >= 0) {
            m.put("goroutines", c.counts().goroutines());
        }
        return m;
    }

    private static void scavenges(List<Scavenge> list, Map<String, Object> facts) {
        facts.put("scavLines", list.size());
        facts.put("scavFirst", list.getFirst().text());
        facts.put("scavForced", list.stream().filter(Scavenge::forced).count());
        if (list.stream().anyMatch(s -> s.backgroundKib() >= 0)) {
            facts.put("scavBgKiB", list.stream().mapToLong(Scavenge::backgroundKib).sum());
            facts.put("scavEagerKiB", list.stream().mapToLong(Scavenge::eagerKib).sum());
        } else {
            facts.put("scavWorkKiB", list.stream().mapToLong(s -> Math.max(0, s.workKib())).sum());
        }
        var lines = new ArrayList<Map<String, Object>>();
        for (Scavenge s : list) {
            var m = new LinkedHashMap<String, Object>();
            if (s.backgroundKib() >= 0) {
                m.put("bg", s.backgroundKib());
                m.put("eager", s.eagerKib());
                m.put("now", s.retainedKib());
            } else {
                m.put("work", s.workKib());
                m.put("total", s.retainedKib());
            }
            m.put("util", s.utilPercent());
            m.put("forced", s.forced());
            lines.add(m);
        }
        facts.put("lines", lines);
    }

    private static void inits(List<Init> list, Map<String, Object> facts) {
        facts.put("initLines", list.size());
        facts.put(
                "initMain",
                list.stream().filter(i -> i.packagePath().equals("main")).map(Init::text).toList());
        facts.put("initFirst", list.getFirst().text());
        facts.put("initAllocs", list.stream().mapToLong(Init::allocs).sum());
        facts.put("initBytes", list.stream().mapToLong(Init::bytes).sum());
    }

    private static void schedules(List<Schedule> list, Map<String, Object> facts) {
        facts.put("schedLines", list.size());
        facts.put("schedFirst", list.getFirst().text());
        facts.put("schedLast", list.getLast().text());
        facts.put("maxThreads", list.stream().mapToLong(s -> s.number("threads")).max().orElse(0));
        facts.put(
                "maxGlobalRunqueue",
                list.stream().mapToLong(s -> s.number("runqueue")).max().orElse(0));
        long local =
                list.stream()
                        .flatMap(s -> s.local().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(-1);
        if (local >= 0) {
            facts.put("maxLocalRunqueue", local);
            facts.put("samples", list.stream().map(LogFacts::sample).toList());
        }
        if (!list.getLast().ticks().isEmpty()) {
            facts.put("lastSchedticks", list.getLast().ticks());
        }
        if (list.stream().anyMatch(s -> !s.ps().isEmpty())) {
            details(list, facts);
        }
    }

    private static void details(List<Schedule> list, Map<String, Object> facts) {
        long p = list.stream().mapToLong(s -> s.ps().size()).sum();
        long m = list.stream().mapToLong(s -> s.ms().size()).sum();
        long g = list.stream().mapToLong(s -> s.gs().size()).sum();
        facts.put("linesP", p);
        facts.put("linesM", m);
        facts.put("linesG", g);
        Schedule last = list.getLast();
        facts.put("P", last.ps().size());
        facts.put("M", last.ms().size());
        facts.put("G", last.gs().size());
        var goroutines = new ArrayList<List<Object>>();
        for (Detail d : last.gs()) {
            goroutines.add(List.of(d.id(), d.number("status"), d.reason()));
        }
        facts.put("goroutines", goroutines);
    }

    private static Map<String, Object> sample(Schedule s) {
        var m = new LinkedHashMap<String, Object>();
        m.put("ms", s.millis());
        for (String k : List.of("gomaxprocs", "idleprocs", "threads", "idlethreads", "runqueue")) {
            m.put(k, s.number(k));
        }
        m.put("local", s.local());
        m.put("schedticks", s.ticks().isEmpty() ? null : s.ticks());
        return m;
    }

    private static void allocations(RuntimeLog.Allocations a, Map<String, Object> facts) {
        facts.put("tracealloc", a.allocs());
        facts.put("tracefree", a.frees());
        facts.put("tracegc", a.collections());
        var types = new LinkedHashMap<String, Long>();
        a.types().forEach((k, v) -> types.put(k.isEmpty() ? "(no type)" : k, v));
        facts.put("allocTypes", types);
    }
}
