package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.analysis.FunctionGroup;
import org.gorrery.formats.analysis.GoroutineSummaries;
import org.gorrery.formats.analysis.MutatorUtilization;
import org.gorrery.formats.analysis.TraceProfiles;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ValueType;

/// The facts of an execution trace that come from adding up times, as `gorrery info --json` gives them.
final class TraceSums {
    private static final int GROUPS = 20;

    private TraceSums() {}

    static Map<String, Object> of(TraceModel t) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("ByFunc", byFunction(t));
        facts.putAll(profiles(t));
        if (constantProcs(t)) {
            facts.put("MMU", utilization(t));
        }
        return facts;
    }

    /// {@return the sums of the profiles that `go tool trace -pprof` makes}
    static Map<String, Object> profiles(TraceModel t) {
        var facts = new LinkedHashMap<String, Object>();
        for (var e :
                Map.of(
                                "sync", TraceProfiles.Kind.SYNC,
                                "net", TraceProfiles.Kind.NETWORK,
                                "syscall", TraceProfiles.Kind.SYSCALL,
                                "sched", TraceProfiles.Kind.SCHEDULER)
                        .entrySet()) {
            facts.put("goToolTracePprof_" + e.getKey(), totals(TraceProfiles.of(t, e.getValue())));
        }
        return facts;
    }

    private static boolean constantProcs(TraceModel t) {
        long procs = -1;
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.PROCS_CHANGE) {
                if (procs >= 0 && procs != t.argument(i)) {
                    return false;
                }
                procs = t.argument(i);
            }
        }
        return procs > 0;
    }

    private static Map<String, Object> utilization(TraceModel t) {
        var u = MutatorUtilization.of(t, MutatorUtilization.Counted.AS_GO_SHOWS);
        var m = new LinkedHashMap<String, Object>();
        m.put("100µs", round(u.minimum(100_000)));
        m.put("1ms", round(u.minimum(1_000_000)));
        m.put("10ms", round(u.minimum(10_000_000)));
        m.put("100ms", round(u.minimum(100_000_000)));
        return m;
    }

    private static double round(double share) {
        return Math.round(share * 1e9) / 1e9;
    }

    private static Map<String, Object> totals(Profile p) {
        var totals = new ArrayList<Long>();
        for (int i = 0; i < p.head().sampleTypes().size(); i++) {
            totals.add(p.total(i));
        }
        return Map.of(
                "types",
                p.head().sampleTypes().stream().map(ValueType::toString).toList(),
                "totals",
                totals);
    }

    private static List<Map<String, Object>> byFunction(TraceModel t) {
        return FunctionGroup.of(GoroutineSummaries.of(t)).stream()
                .filter(g -> !g.function().startsWith("runtime."))
                .limit(GROUPS)
                .map(TraceSums::group)
                .toList();
    }

    private static Map<String, Object> group(FunctionGroup g) {
        var m = new LinkedHashMap<String, Object>();
        m.put("Func", g.function());
        m.put("Count", g.goroutines().size());
        m.put("ExecNs", g.execNanos());
        m.put("SchedWaitNs", g.schedWaitNanos());
        m.put("SyscallNs", g.syscallNanos());
        m.put("SyscallBlockNs", g.syscallBlockNanos());
        m.put("BlockNs", g.blockedNanos());
        m.put("TotalNs", g.totalNanos());
        if (!g.blockNanos().isEmpty()) {
            m.put("BlockByReason", new TreeMap<>(g.blockNanos()));
        }
        if (!g.rangeNanos().isEmpty()) {
            m.put("RangeNs", new TreeMap<>(g.rangeNanos()));
        }
        return m;
    }
}
