package org.gorrery.formats.report;

import java.util.Locale;
import org.gorrery.formats.profile.TopTable;
import org.gorrery.formats.profile.TopTable.Row;
import org.gorrery.formats.profile.Units;

/// A top table as text, in the columns of `go tool pprof -top`.
public final class TopText {
    private final TopTable table;
    private final String unit;
    private final String shownIn;
    private final double ratio;

    private TopText(TopTable table, String wantedUnit, double ratio) {
        this.table = table;
        this.ratio = ratio;
        this.unit = table.type().unit();
        this.shownIn =
                wantedUnit.equals("minimum")
                        ? Units.common(
                                (long) (smallest(table) * ratio),
                                (long) (table.total() * ratio),
                                unit)
                        : wantedUnit;
    }

    /// Prints a table.
    ///
    /// @param table the table
    /// @return lines: what is shown, what was left out, column heads, rows
    public static String of(TopTable table) {
        return of(table, "minimum", 1);
    }

    /// Prints a table in a unit of choice.
    ///
    /// @param table the table
    /// @param wantedUnit name of a unit, or `minimum` for the one that suits the values
    /// @param ratio what values are multiplied with
    /// @return lines: what is shown, what was left out, column heads, rows
    public static String of(TopTable table, String wantedUnit, double ratio) {
        return new TopText(table, wantedUnit, ratio).text();
    }

    private String show(long value) {
        return Units.show(ratio == 1 ? value : (long) (value * ratio), unit, shownIn);
    }

    private String text() {
        var out = new StringBuilder();
        long shown = table.rows().stream().mapToLong(Row::flat).sum();
        out.append("Showing nodes accounting for ")
                .append(show(shown))
                .append(", ")
                .append(Units.percentage(shown, table.total()).strip())
                .append(" of ")
                .append(show(table.total()))
                .append(" total\n");
        if (table.total() != 0 && table.dropped() > 0) {
            out.append("Dropped ")
                    .append(table.dropped())
                    .append(table.dropped() > 1 ? " nodes" : " node");
            out.append(" (cum <= ").append(show(table.cutoff())).append(")\n");
        }
        if (table.total() != 0 && !table.rows().isEmpty() && table.rows().size() < table.found()) {
            out.append("Showing top ").append(table.rows().size());
            out.append(" nodes out of ").append(table.found()).append('\n');
        }
        out.append(
                String.format(
                        Locale.ROOT,
                        "%10s %5s%% %5s%% %10s %5s%%%n",
                        "flat",
                        "flat",
                        "sum",
                        "cum",
                        "cum"));
        long sum = 0;
        for (Row r : table.rows()) {
            sum += r.flat();
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%10s %s %s %10s %s  %s%s%n",
                            show(r.flat()),
                            Units.percentage(r.flat(), table.total()),
                            Units.percentage(sum, table.total()),
                            show(r.cum()),
                            Units.percentage(r.cum(), table.total()),
                            r.name(),
                            switch (r.inlining()) {
                                case NONE -> "";
                                case PARTIAL -> " (partial-inline)";
                                case ALL -> " (inline)";
                            }));
        }
        return out.toString();
    }

    /// The smallest value other than 0 that a row is known for: its flat value, or its cum value where flat is 0.
    private static long smallest(TopTable table) {
        long min = 0;
        for (Row r : table.rows()) {
            long v = Math.abs(r.flat() != 0 ? r.flat() : r.cum());
            min = v != 0 && (min == 0 || v < min) ? v : min;
        }
        return min == 0 ? table.total() : min;
    }
}
