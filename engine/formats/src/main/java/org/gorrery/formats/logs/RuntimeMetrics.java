package org.gorrery.formats.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// The values of package runtime/metrics, saved as JSON.
///
/// @param goVersion which Go wrote them, or empty
/// @param metrics in file order
public record RuntimeMetrics(String goVersion, List<Metric> metrics) {
    /// Copies the list.
    public RuntimeMetrics {
        metrics = List.copyOf(metrics);
    }

    /// One metric.
    ///
    /// @param name such as `/gc/heap/live:bytes`
    /// @param description what it means
    /// @param kind `uint64`, `float64` or `histogram`
    /// @param cumulative whether it only grows
    /// @param value its value; 0 for a histogram
    /// @param histogram its counts, null for a number
    public record Metric(
            String name,
            String description,
            String kind,
            boolean cumulative,
            Number value,
            @Nullable Histogram histogram) {}

    /// A histogram.
    ///
    /// @param buckets bounds, one more than counts; the ends may be infinite
    /// @param counts how many values each bucket holds
    public record Histogram(double[] buckets, long[] counts) {
        /// {@return how many values there are}
        public long total() {
            long sum = 0;
            for (long c : counts) {
                sum += c;
            }
            return sum;
        }
    }

    /// Names of metrics as values of "name" in a list, or as keys of an object.
    private static final Pattern NAMED =
            Pattern.compile(
                    "^(?:\\[\\s*\\{.*\"[Nn]ame\"\\s*:\\s*|\\{\\s*)\"/[a-z0-9/_-]+:[a-zA-Z0-9-]+\"",
                    Pattern.DOTALL);

    /// Tells whether text looks like such a file.
    ///
    /// @param start its first bytes
    /// @return whether it is JSON with a list of metrics, or with keys that are names of metrics
    public static boolean recognises(byte[] start) {
        String s =
                new String(start, 0, Math.min(start.length, 4096), StandardCharsets.UTF_8).strip();
        return s.startsWith("{") && s.contains("\"metrics\"") || NAMED.matcher(s).find();
    }

    /// Reads the file: an object with a list "metrics", such a list alone, or an object from names to values.
    ///
    /// @param bytes its contents
    /// @return the metrics and what was wrong
    /// @throws FormatException when it is no JSON or holds no metrics
    public static Loaded<RuntimeMetrics> read(byte[] bytes) throws FormatException {
        Loaded<@Nullable Object> json =
                JsonReader.readUpToFault(new String(bytes, StandardCharsets.UTF_8));
        var faults = new ArrayList<>(json.faults());
        Object root = json.value();
        String go = root instanceof Map<?, ?> m ? text(m.get("go")) : "";
        var metrics = new ArrayList<Metric>();
        for (Object o : entries(root)) {
            if (o instanceof Map<?, ?> m && either(m, "name", "Name") instanceof String name) {
                metrics.add(metric(name, m));
            } else {
                faults.add(
                        new Fault(-1, "entry " + metrics.size() + " of \"metrics\" has no name"));
            }
        }
        return new Loaded<>(new RuntimeMetrics(go, metrics), faults);
    }

    private static List<?> entries(@Nullable Object root) throws FormatException {
        if (root instanceof List<?> list) {
            return list;
        }
        if (root instanceof Map<?, ?> m && m.get("metrics") instanceof List<?> list) {
            return list;
        }
        if (root instanceof Map<?, ?> m) {
            var entries = new ArrayList<Map<String, Object>>();
            m.forEach((k, v) -> {
                if (k instanceof String name && name.startsWith("/") && v != null) {
                    entries.add(Map.of("name", name, "value", v));
                }
            });
            if (!entries.isEmpty()) {
                return entries;
            }
        }
        throw new FormatException(
                0,
                "expected a list of metrics, an object with a list \"metrics\", or their names as keys");
    }

    private static @Nullable Object either(Map<?, ?> m, String a, String b) {
        Object v = m.get(a);
        return v != null ? v : m.get(b);
    }

    private static String text(@Nullable Object o) {
        return o instanceof String s ? s : "";
    }

    private static Metric metric(String name, Map<?, ?> m) {
        Object given = either(m, "value", "Value");
        Histogram h = given instanceof Map<?, ?> v ? histogram(v) : null;
        Number value = given instanceof Number n ? n : (Number) 0L;
        String kind = text(m.get("kind"));
        return new Metric(
                name,
                text(m.get("description")),
                !kind.isEmpty() || given == null ? kind : kindOf(value, h),
                Boolean.TRUE.equals(m.get("cumulative")),
                value,
                h);
    }

    private static String kindOf(Number value, @Nullable Histogram h) {
        return h != null ? "histogram" : value instanceof Long ? "uint64" : "float64";
    }

    /// Reads a histogram; counts may be all of them or pairs of index and count.
    private static Histogram histogram(Map<?, ?> v) {
        List<?> bounds = either(v, "buckets", "Buckets") instanceof List<?> l ? l : List.of();
        double[] buckets = new double[bounds.size()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = bound(bounds.get(i));
        }
        long[] counts = new long[Math.max(0, buckets.length - 1)];
        List<?> given = either(v, "counts", "Counts") instanceof List<?> l ? l : List.of();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof Number at
                    && pair.get(1) instanceof Number n) {
                if (at.intValue() >= 0 && at.intValue() < counts.length) {
                    counts[at.intValue()] = n.longValue();
                }
            } else if (given.get(i) instanceof Number n && i < counts.length) {
                counts[i] = n.longValue();
            }
        }
        return new Histogram(buckets, counts);
    }

    private static double bound(@Nullable Object o) {
        return switch (o) {
            case Number n -> n.doubleValue();
            case String s when s.equals("-Inf") -> Double.NEGATIVE_INFINITY;
            case String s when s.equals("+Inf") -> Double.POSITIVE_INFINITY;
            case null, default -> 0;
        };
    }
}
