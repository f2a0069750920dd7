package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.profile.Profile.Label;
import org.jspecify.annotations.Nullable;

/// A condition on the labels of a sample, written as pprof's tagfocus and tagignore are.
///
/// `regexp` or `key=regexp`, several separated by commas, match text labels; a number or range such as `8kb:` , `:3`,
/// `1kb:2mb`, alone or after `key=`, matches numeric labels. Without a key, all of several expressions must match some
/// `key:value`; with a key, one of them must match one of its values.
final class LabelMatch {
    private static final Pattern NUMBER = Pattern.compile("([+-]?[0-9]+)([A-Za-z]+)?");

    private final @Nullable String key;
    private final List<Pattern> patterns;
    private final @Nullable Range range;

    /// Bounds in the unit they were written in; a missing bound is null.
    private record Range(@Nullable Long low, String lowUnit, @Nullable Long high, String highUnit) {
        boolean holds(long value, String unit) {
            return (low == null || compare(value, unit, low, lowUnit) >= 0)
                    && (high == null || compare(value, unit, high, highUnit) <= 0);
        }

        private static int compare(long value, String unit, long bound, String boundUnit) {
            Double v = Quantity.inBase(value, unit);
            Double b = Quantity.inBase(bound, boundUnit);
            if (v != null && b != null && Quantity.sameKind(unit, boundUnit)) {
                return Double.compare(v, b);
            }
            return Long.compare(value, bound);
        }
    }

    private LabelMatch(@Nullable String key, List<Pattern> patterns, @Nullable Range range) {
        this.key = key;
        this.patterns = patterns;
        this.range = range;
    }

    /// Parses a condition.
    static LabelMatch parse(String text) {
        int eq = text.indexOf('=');
        String key = eq < 0 ? null : text.substring(0, eq);
        String value = eq < 0 ? text : text.substring(eq + 1);
        Range range = range(value);
        var patterns = new ArrayList<Pattern>();
        if (range == null) {
            for (String part : value.split(",", -1)) {
                patterns.add(Pattern.compile(part));
            }
        }
        return new LabelMatch(key, patterns, range);
    }

    private static @Nullable Range range(String text) {
        String[] sides = text.split(":", -1);
        if (sides.length > 2) {
            return null;
        }
        Matcher low = NUMBER.matcher(sides[0]);
        boolean hasLow = low.matches();
        if (sides.length == 1) {
            return hasLow ? new Range(number(low), unit(low), number(low), unit(low)) : null;
        }
        Matcher high = NUMBER.matcher(sides[1]);
        boolean hasHigh = high.matches();
        if ((!hasLow && !sides[0].isEmpty())
                || (!hasHigh && !sides[1].isEmpty())
                || (!hasLow && !hasHigh)) {
            return null;
        }
        return new Range(
                hasLow ? number(low) : null,
                hasLow ? unit(low) : "",
                hasHigh ? number(high) : null,
                hasHigh ? unit(high) : "");
    }

    private static @Nullable Long number(Matcher m) {
        try {
            return Long.parseLong(m.group(1));
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private static String unit(Matcher m) {
        return m.group(2) == null ? "" : m.group(2).toLowerCase(Locale.ROOT);
    }

    /// Tells whether a sample's labels meet the condition.
    boolean holds(List<Label> labels) {
        if (range != null) {
            Range r = range;
            return labels.stream()
                    .anyMatch(l ->
                            l.text() == null
                                    && (key == null || l.key().equals(key))
                                    && r.holds(l.number(), unitOf(l)));
        }
        if (key == null) {
            return patterns.stream()
                    .allMatch(p ->
                            labels.stream()
                                    .anyMatch(l ->
                                            l.text() != null
                                                    && p.matcher(l.key() + ":" + l.text()).find()));
        }
        return labels.stream()
                .anyMatch(l -> {
                    String text = l.text();
                    return text != null
                            && l.key().equals(key)
                            && patterns.stream().anyMatch(p -> p.matcher(text).find());
                });
    }

    private static String unitOf(Label l) {
        if (!l.unit().isEmpty()) {
            return l.unit();
        }
        return switch (l.key()) {
            case "alignment", "request", "bytes" -> "bytes";
            default -> l.key();
        };
    }

    /// Numbers with units of memory and time, for comparing.
    private static final class Quantity {
        static @Nullable Double inBase(long value, String unit) {
            double f = factor(unit);
            return f == 0 ? null : value * f;
        }

        static boolean sameKind(String a, String b) {
            return isTime(a) == isTime(b);
        }

        private static boolean isTime(String unit) {
            return switch (short1(unit)) {
                case "ns",
                        "nanosecond",
                        "us",
                        "μs",
                        "microsecond",
                        "ms",
                        "millisecond",
                        "s",
                        "sec",
                        "second",
                        "hour",
                        "hr" ->
                        true;
                default -> false;
            };
        }

        private static String short1(String unit) {
            String u = unit.toLowerCase(Locale.ROOT);
            return u.length() > 2 && u.endsWith("s") ? u.substring(0, u.length() - 1) : u;
        }

        private static double factor(String unit) {
            return switch (short1(unit)) {
                case "b", "byte" -> 1;
                case "kb", "kbyte", "kilobyte" -> 1L << 10;
                case "mb", "mbyte", "megabyte" -> 1L << 20;
                case "gb", "gbyte", "gigabyte" -> 1L << 30;
                case "tb", "tbyte", "terabyte" -> 1L << 40;
                case "pb", "pbyte", "petabyte" -> 1L << 50;
                case "ns", "nanosecond" -> 1;
                case "us", "μs", "microsecond" -> 1e3;
                case "ms", "millisecond" -> 1e6;
                case "s", "sec", "second" -> 1e9;
                case "hour", "hr" -> 3600e9;
                default -> 0;
            };
        }
    }
}
