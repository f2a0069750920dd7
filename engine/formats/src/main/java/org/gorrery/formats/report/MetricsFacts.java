package org.gorrery.formats.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.logs.RuntimeMetrics;
import org.gorrery.formats.logs.RuntimeMetrics.Histogram;
import org.gorrery.formats.logs.RuntimeMetrics.Metric;

/// The facts of saved runtime/metrics, as `gorrery info --json` gives them.
public final class MetricsFacts {
    private MetricsFacts() {}

    /// Collects the facts.
    ///
    /// @param all the metrics
    /// @return key to value
    public static Map<String, Object> of(RuntimeMetrics all) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("go", all.goVersion());
        facts.put("metrics", all.metrics().size());
        var kinds = new TreeMap<String, Long>();
        var histograms = new TreeMap<String, Object>();
        var values = new TreeMap<String, Object>();
        long cumulative = 0;
        for (Metric m : all.metrics()) {
            kinds.merge(m.kind(), 1L, Long::sum);
            cumulative += m.cumulative() ? 1 : 0;
            Histogram h = m.histogram();
            if (h != null) {
                histograms.put(m.name(), histogram(h));
            } else {
                values.put(m.name(), m.value());
            }
        }
        facts.put("kinds", kinds);
        facts.put("cumulative", cumulative);
        facts.put("histograms", histograms);
        facts.put("values", values);
        return facts;
    }

    private static Map<String, Object> histogram(Histogram h) {
        var m = new LinkedHashMap<String, Object>();
        m.put("counts", h.counts().length);
        m.put("buckets", h.buckets().length);
        m.put("total", h.total());
        m.put("nonzero", Arrays.stream(h.counts()).filter(c -> c != 0).count());
        m.put("first", bound(h.buckets().length == 0 ? 0 : h.buckets()[0]));
        m.put("last", bound(h.buckets().length == 0 ? 0 : h.buckets()[h.buckets().length - 1]));
        return m;
    }

    private static Object bound(double b) {
        return Double.isInfinite(b) ? (b < 0 ? "-Inf" : "+Inf") : (Object) b;
    }
}
