package org.gorrery.app.canvas;

import java.util.Locale;

/// Figures as all views print them: with a unit, a space before it, and thin spaces between thousands.
public final class Figures {
    /// Between thousands.
    public static final String THIN = "\u2009";

    private Figures() {}

    /// A length of time in the unit that suits it, three digits or more.
    public static String duration(double nanos) {
        double n = Math.abs(nanos);
        if (n < 1_000) {
            return Math.round(nanos) + " ns";
        }
        if (n < 1_000_000) {
            return digits(nanos / 1e3) + " µs";
        }
        if (n < 1_000_000_000) {
            return digits(nanos / 1e6) + " ms";
        }
        return digits(nanos / 1e9) + " s";
    }

    /// A moment, in milliseconds with the microseconds and nanoseconds that matter at a step.
    public static String moment(double nanos, double stepNanos) {
        boolean seconds = stepNanos >= 1e8;
        boolean micros = stepNanos < 1e3 && nanos < 1e6;
        double unit = seconds ? 1e9 : micros ? 1e3 : 1e6;
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(stepNanos / unit) - 1e-9));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 6) + "f", nanos / unit)
                + (seconds ? " s" : micros ? " µs" : " ms");
    }

    /// A number of bytes.
    public static String bytes(double bytes) {
        if (bytes < 1024) {
            return Math.round(bytes) + " B";
        }
        if (bytes < 1 << 20) {
            return short1(bytes / 1024) + " KiB";
        }
        if (bytes < 1L << 30) {
            return short1(bytes / (1 << 20)) + " MiB";
        }
        return short1(bytes / (1L << 30)) + " GiB";
    }

    /// A count with thin spaces.
    public static String count(long n) {
        String s = String.format(Locale.ROOT, "%,d", n);
        return s.replace(",", THIN);
    }

    /// A share of a whole, in per cent.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /// An address.
    public static String address(long a) {
        return "0x" + Long.toHexString(a);
    }

    private static String digits(double v) {
        double a = Math.abs(v);
        return String.format(Locale.ROOT, a < 10 ? "%.2f" : a < 100 ? "%.1f" : "%.0f", v);
    }

    private static String short1(double v) {
        String s = String.format(Locale.ROOT, "%.1f", v);
        return s.endsWith(".0") ? s.substring(0, s.length() - 2) : s;
    }

    /// The least of 1, 2 and 5 times a power of ten that is at least a value.
    public static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double m : new double[] {1, 2, 5}) {
            if (m * power >= least * (1 - 1e-12)) {
                return m * power;
            }
        }
        return 10 * power;
    }
}
