package org.gorrery.formats.export;

import java.util.List;
import org.gorrery.formats.profile.TopTable;
import org.gorrery.formats.profile.TopTable.Row;

/// Tables as comma-separated values (RFC 4180).
public final class CsvTable {
    private CsvTable() {}

    /// Writes a top table: name, flat, flat share, cum, cum share.
    ///
    /// @param table the table
    /// @return the text with a line of column names
    public static String of(TopTable table) {
        String unit = table.type().unit();
        var out = new StringBuilder();
        line(
                out,
                List.of(
                        "function",
                        "flat (" + unit + ")",
                        "flat share",
                        "cum (" + unit + ")",
                        "cum share",
                        "inlined"));
        for (Row r : table.rows()) {
            line(
                    out,
                    List.of(
                            r.name(),
                            Long.toString(r.flat()),
                            share(r.flat(), table.total()),
                            Long.toString(r.cum()),
                            share(r.cum(), table.total()),
                            r.inlining().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return out.toString();
    }

    private static String share(long value, long total) {
        return total == 0
                ? "0"
                : String.format(java.util.Locale.ROOT, "%.6f", (double) value / total);
    }

    /// Appends one line.
    ///
    /// @param out where to
    /// @param cells the cells, quoted as needed
    public static void line(StringBuilder out, List<String> cells) {
        String separator = "";
        for (String c : cells) {
            out.append(separator);
            separator = ",";
            boolean quote =
                    c.contains(",") || c.contains("\"") || c.contains("\n") || c.contains("\r");
            out.append(quote ? "\"" + c.replace("\"", "\"\"") + "\"" : c);
        }
        out.append("\r\n");
    }
}
