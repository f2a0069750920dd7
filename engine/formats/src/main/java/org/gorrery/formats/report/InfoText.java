package org.gorrery.formats.report;

import java.util.List;
import java.util.Locale;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFile.FoldedFile;
import org.gorrery.formats.SavedFile.HeapDumpFile;
import org.gorrery.formats.SavedFile.LegacyFile;
import org.gorrery.formats.SavedFile.LogFile;
import org.gorrery.formats.SavedFile.MetricsFile;
import org.gorrery.formats.SavedFile.ProfileFile;
import org.gorrery.formats.SavedFile.TraceFile;
import org.gorrery.formats.SavedFile.TracebackFile;
import org.gorrery.formats.SavedFile.UnknownFile;
import org.gorrery.formats.analysis.Finding;
import org.gorrery.formats.analysis.FunctionGroup;
import org.gorrery.formats.analysis.GoroutineSummaries;
import org.gorrery.formats.analysis.StackGroups;
import org.gorrery.formats.dumps.Dominators;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.TraceFrame;
import org.gorrery.formats.dumps.Traceback;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.gc.GcHistory;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.logs.RuntimeLog;
import org.gorrery.formats.logs.RuntimeMetrics;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileFilter;
import org.gorrery.formats.profile.TopTable;
import org.gorrery.formats.profile.Units;
import org.gorrery.formats.profile.ValueType;

/// What `gorrery info` prints about one file, for people.
public final class InfoText {
    private static final int TOP = 10;

    private final StringBuilder out = new StringBuilder();

    private InfoText() {}

    /// Describes a file in lines of text.
    ///
    /// @param file an opened file
    /// @return what it is, its totals, its first entries, findings and warnings
    public static String of(SavedFile file) {
        var text = new InfoText();
        String packing = file.origin().packing();
        text.line(
                "%s: %s%s",
                file.origin().name(),
                file.format().title(),
                packing.isEmpty() ? "" : " (" + packing + ")");
        text.own(file);
        for (Finding f : Info.findings(file)) {
            text.line(
                    "  %s: %s (%s)",
                    f.severity().name().toLowerCase(Locale.ROOT), f.sentence(), f.evidence());
        }
        for (Fault f : file.faults()) {
            text.line("  warning: %s", f);
        }
        return text.out.toString();
    }

    private void line(String format, Object... args) {
        out.append(String.format(Locale.ROOT, format, args)).append('\n');
    }

    private void own(SavedFile file) {
        switch (file) {
            case ProfileFile p -> profile(p.profile());
            case FoldedFile f -> profile(f.profile());
            case LegacyFile l -> {
                profile(l.legacy().symbolised());
                gc(l.legacy().gc());
            }
            case TraceFile t -> trace(t.trace());
            case HeapDumpFile d -> heap(d.dump());
            case TracebackFile t -> traceback(t.traceback());
            case LogFile l -> log(l.log());
            case MetricsFile m -> metrics(m.metrics());
            case UnknownFile u -> line("  %d bytes", u.origin().bytes().length);
        }
    }

    private void profile(Profile p) {
        List<ValueType> types = p.head().sampleTypes();
        line("  %d samples, %d locations, %d functions", p.samples(), p.locations(), p.functions());
        if (p.head().durationNanos() > 0) {
            line("  duration %s", Units.show(p.head().durationNanos(), "nanoseconds"));
        }
        for (int t = 0; t < types.size(); t++) {
            line(
                    "  %s %s%s",
                    types.get(t).type(),
                    Units.show(p.total(t), types.get(t).unit()),
                    t == p.head().defaultIndex() && types.size() > 1 ? " (shown)" : "");
        }
        if (!types.isEmpty()) {
            Profile shown = ProfileFilter.withoutDroppedFrames(p);
            int type = p.head().defaultIndex();
            var options =
                    new TopTable.Options(
                            type,
                            org.gorrery.formats.profile.Granularity.FUNCTIONS,
                            false,
                            0.005,
                            TOP);
            out.append(TopText.of(TopTable.of(shown, options)).indent(2));
        }
    }

    private void trace(TraceModel t) {
        int[] counts = new int[EventKind.values().length];
        for (int i = 0; i < t.size(); i++) {
            counts[t.kindOrdinal(i)]++;
        }
        line(
                "  %s, %d bytes, %d events, %d generation(s)",
                t.head().header(), t.head().fileBytes(), t.size(), t.head().generations());
        line(
                "  %s, %d goroutines, %d threads, %d GC cycles, %d stop-the-worlds, %d CPU samples",
                Units.show(t.endNanos() - t.startNanos(), "nanoseconds"),
                t.goroutines(),
                t.threads(),
                counts[EventKind.GC_BEGIN.ordinal()],
                counts[EventKind.STW_BEGIN.ordinal()],
                counts[EventKind.CPU_SAMPLE.ordinal()]);
        line(
                "  %-44s %6s %10s %10s %10s %10s",
                "start function", "count", "running", "ready", "blocked", "syscall");
        for (FunctionGroup g :
                FunctionGroup.of(GoroutineSummaries.of(t)).stream().limit(TOP).toList()) {
            line(
                    "  %-44s %6d %10s %10s %10s %10s",
                    g.function().isEmpty() ? "(unknown)" : g.function(),
                    g.goroutines().size(),
                    Units.show(g.execNanos(), "nanoseconds"),
                    Units.show(g.schedWaitNanos(), "nanoseconds"),
                    Units.show(g.blockedNanos(), "nanoseconds"),
                    Units.show(g.syscallNanos() + g.syscallBlockNanos(), "nanoseconds"));
        }
    }

    private void heap(HeapDump d) {
        line(
                "  written by %s on %s, %d processors",
                d.params().goVersion(), d.params().arch(), d.params().cpus());
        long bytes = 0;
        for (int i = 0; i < d.size(); i++) {
            bytes += d.bytes(i);
        }
        line(
                "  %d objects, %s, %d goroutines, %d types with itabs",
                d.size() - d.tailSlots(),
                Units.show(bytes, "bytes"),
                d.goroutines().size(),
                d.types().size());
        gc(d.gc());
        Dominators kept = Dominators.of(d);
        line("  objects that keep most memory alive");
        line("  %18s %10s %10s", "address", "size", "retains");
        for (int o : kept.largest(TOP)) {
            line(
                    "  %18s %10s %10s",
                    "0x" + Long.toHexString(d.address(o)),
                    Units.show(d.bytes(o), "bytes"),
                    Units.show(kept.retainedBytes(o), "bytes"));
        }
    }

    private void gc(GcHistory gc) {
        if (!gc.cycles().isEmpty()) {
            line(
                    "  %d collections, the last %d with pauses of %s together, longest %s",
                    gc.cycles().getLast().number(),
                    gc.cycles().size(),
                    Units.show(gc.pauseNanos(), "nanoseconds"),
                    Units.show(gc.pausePercentileNanos(100), "nanoseconds"));
        }
    }

    private void traceback(Traceback t) {
        t.headLines().forEach(h -> line("  %s", h.strip()));
        line("  %d goroutines", t.goroutines().size());
        for (StackGroups.Group g :
                StackGroups.of(t.goroutines(), StackGroups.Likeness.EXACT).stream()
                        .limit(TOP)
                        .toList()) {
            String top =
                    g.example().frames().isEmpty()
                            ? "(no stack)"
                            : topUserFrame(g.example().frames());
            String wait =
                    g.longestWaitMinutes() > 0
                            ? ", up to " + g.longestWaitMinutes() + " minutes"
                            : "";
            line("  %5d  %s%s  at %s", g.goroutines().size(), g.example().reason(), wait, top);
        }
        if (!t.races().isEmpty()) {
            line("  %d data race report(s)", t.races().size());
        }
    }

    private static String topUserFrame(List<TraceFrame> frames) {
        for (TraceFrame f : frames) {
            if (!f.function().startsWith("runtime.") && !f.function().equals("panic")) {
                return f.function() + " " + f.file() + ":" + f.line();
            }
        }
        return frames.getFirst().function();
    }

    private void log(RuntimeLog l) {
        GcHistory gc = l.gc();
        if (!gc.cycles().isEmpty()) {
            line(
                    "  gctrace: %d cycles, %d forced, pauses %s together, largest heap %s, largest goal %s",
                    gc.cycles().size(),
                    gc.forced(),
                    Units.show(gc.pauseNanos(), "nanoseconds"),
                    Units.show(gc.maxHeapBytes(), "bytes"),
                    gc.maxGoalBytes() < 0 ? "unknown" : Units.show(gc.maxGoalBytes(), "bytes"));
        }
        count("scavenger lines", l.scavenges().size());
        count("pacer lines", l.pacer().size());
        count("package initialisations", l.inits().size());
        schedules(l.schedules());
        RuntimeLog.Allocations a = l.allocations();
        if (a.allocs() + a.frees() + a.collections() > 0) {
            line(
                    "  allocfreetrace: %d allocations, %d frees, %d collections",
                    a.allocs(), a.frees(), a.collections());
        }
    }

    private void schedules(List<RuntimeLog.Schedule> samples) {
        if (samples.isEmpty()) {
            return;
        }
        long threads = 0;
        long queue = 0;
        long idle = 0;
        for (RuntimeLog.Schedule s : samples) {
            threads = Math.max(threads, s.number("threads"));
            queue = Math.max(queue, s.number("runqueue"));
            idle += Math.max(0, s.number("idleprocs"));
        }
        line(
                "  scheduler: %d samples over %d ms, GOMAXPROCS %d, %.1f Ps idle on average, up to %d threads, longest global queue %d",
                samples.size(),
                samples.getLast().millis(),
                samples.getLast().number("gomaxprocs"),
                (double) idle / samples.size(),
                threads,
                queue);
    }

    private void count(String what, int n) {
        if (n > 0) {
            line("  %s: %d", what, n);
        }
    }

    private void metrics(RuntimeMetrics m) {
        line("  written by %s, %d metrics", m.goVersion(), m.metrics().size());
        for (RuntimeMetrics.Metric x : m.metrics()) {
            if (x.histogram() == null && x.value().doubleValue() != 0) {
                line("  %-52s %s", x.name(), x.value());
            }
        }
    }
}
