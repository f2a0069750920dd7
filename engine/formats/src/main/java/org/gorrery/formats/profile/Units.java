package org.gorrery.formats.profile;

import java.util.List;
import java.util.Locale;

/// Values as pprof prints them: scaled to a fitting unit of memory or time, percentages with two digits.
///
/// Source: the output of `go tool pprof -top`.
public final class Units {
    private Units() {}

    /// One unit: its printed name, its other names in lower case without a plural s, its size in base units.
    private record Unit(String name, List<String> aliases, double factor) {}

    /// Units of one kind; the fallback is used for values too small for any of them.
    private record Kind(List<Unit> units, Unit fallback) {}

    private static final Unit BYTE = new Unit("B", List.of("b", "byte"), 1);
    private static final Unit SECOND = new Unit("s", List.of("s", "sec", "second"), 1e9);

    private static final Kind MEMORY =
            new Kind(
                    List.of(
                            BYTE,
                            new Unit("kB", List.of("kb", "kbyte", "kilobyte"), 1L << 10),
                            new Unit("MB", List.of("mb", "mbyte", "megabyte"), 1L << 20),
                            new Unit("GB", List.of("gb", "gbyte", "gigabyte"), 1L << 30),
                            new Unit("TB", List.of("tb", "tbyte", "terabyte"), 1L << 40),
                            new Unit("PB", List.of("pb", "pbyte", "petabyte"), 1L << 50)),
                    BYTE);

    private static final Kind TIME =
            new Kind(
                    List.of(
                            new Unit("ns", List.of("ns", "nanosecond"), 1),
                            new Unit("us", List.of("μs", "us", "microsecond"), 1e3),
                            new Unit("ms", List.of("ms", "millisecond"), 1e6),
                            SECOND,
                            new Unit("hrs", List.of("hour", "hr"), 3600e9)),
                    SECOND);

    /// Prints a value in the unit that suits it.
    ///
    /// @param value the value
    /// @param unit its unit, as in a [ValueType]
    /// @return such as `5.19MB`, `900ms` or `17`
    public static String show(long value, String unit) {
        return show(value, unit, "auto");
    }

    /// Prints a value in a wanted unit.
    ///
    /// @param value the value
    /// @param unit its unit
    /// @param wanted `auto` or a unit's name
    /// @return the number with the unit it was scaled to
    public static String show(long value, String unit, String wanted) {
        for (Kind kind : List.of(MEMORY, TIME)) {
            Unit from = find(kind, unit);
            if (from != null) {
                return scaled(kind, (double) value * from.factor(), wanted);
            }
        }
        String plain = plain(value);
        boolean dull = List.of("count", "sample", "unit", "minimum", "auto").contains(wanted);
        return plain.equals("0") || dull ? plain : plain + wanted;
    }

    private static String scaled(Kind kind, double base, String wanted) {
        Unit to =
                wanted.equals("auto") || wanted.equals("minimum")
                        ? fitting(kind, base)
                        : find(kind, wanted);
        if (to == null) {
            to = kind.fallback();
        }
        String number = plain(base / to.factor());
        return number.equals("0") ? number : number + to.name();
    }

    private static @org.jspecify.annotations.Nullable Unit fitting(Kind kind, double base) {
        Unit best = null;
        for (Unit u : kind.units()) {
            if (Math.abs(base) / u.factor() >= 1.0) {
                best = u;
            }
        }
        return best;
    }

    private static @org.jspecify.annotations.Nullable Unit find(Kind kind, String unit) {
        String u = unit.toLowerCase(Locale.ROOT);
        if (u.length() > 2 && u.endsWith("s")) {
            u = u.substring(0, u.length() - 1);
        }
        for (Unit candidate : kind.units()) {
            if (candidate.aliases().contains(u)) {
                return candidate;
            }
        }
        return null;
    }

    /// Chooses one unit for a table, so that the smallest value is still readable and the largest not too long.
    ///
    /// @param smallest the smallest absolute value shown
    /// @param largest the largest
    /// @param unit the unit of both
    /// @return the name of a unit to pass to [#show(long, String, String)]
    public static String common(long smallest, long largest, String unit) {
        for (Kind kind : List.of(MEMORY, TIME)) {
            Unit from = find(kind, unit);
            if (from != null) {
                String min = name(kind, smallest * from.factor());
                String max = name(kind, largest * from.factor());
                boolean far = !min.equals(max) && smallest * 100 < largest;
                return far ? name(kind, 100 * smallest * from.factor()) : min;
            }
        }
        return "auto";
    }

    private static String name(Kind kind, double base) {
        Unit u = fitting(kind, base);
        return (u == null ? kind.fallback() : u).name();
    }

    /// Rounds the exact binary value, halves to even, as C's and Go's `%.2f` do; Java's rounds halves up.
    private static String twoDecimals(double v) {
        return new java.math.BigDecimal(v)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String plain(double v) {
        String s = twoDecimals(v);
        if (s.endsWith(".00")) {
            s = s.substring(0, s.length() - 3);
        }
        return s.equals("-0") ? "0" : s;
    }

    /// Prints a share.
    ///
    /// @param value the part
    /// @param total the whole
    /// @return such as `12.89%`, ` 0.5%` or `  100%`
    public static String percentage(long value, long total) {
        double ratio = total == 0 ? 0 : Math.abs((double) value / total) * 100;
        if (ratio >= 99.95 && ratio <= 100.05) {
            return "  100%";
        }
        if (ratio >= 1.0) {
            return String.format(Locale.ROOT, "%5s%%", twoDecimals(ratio));
        }
        return String.format(Locale.ROOT, "%5s%%", twoDigits(ratio));
    }

    /// Prints a number below 1 with two significant digits, exponents only below 0.0001, as C's `%.2g` does.
    private static String twoDigits(double v) {
        if (v == 0) {
            return "0";
        }
        var rounded =
                new java.math.BigDecimal(v)
                        .round(new java.math.MathContext(2, java.math.RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        var digits = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return digits + "e-" + (exponent > -10 ? "0" : "") + -exponent;
    }
}
