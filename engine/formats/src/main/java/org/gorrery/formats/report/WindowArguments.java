package org.gorrery.formats.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.FileEstimate;
import org.gorrery.formats.exectrace.TraceWindow;

/// The flags -from and -until: a window of time of a trace, counted from its start, such as `-from=1.5s -until=1600ms`.
final class WindowArguments {
    private static final Pattern DURATION =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|ms|s)");

    private WindowArguments() {}

    /// Finds the window in the trace's own nanoseconds.
    ///
    /// @param file the trace
    /// @param from the flag, empty for its start
    /// @param until the flag, empty for its end
    /// @return the window; everything without flags
    /// @throws IOException when the file cannot be read
    /// @throws IllegalArgumentException when a flag is no duration
    static TraceWindow of(Path file, String from, String until) throws IOException {
        if (from.isEmpty() && until.isEmpty()) {
            return TraceWindow.EVERYTHING;
        }
        TraceWindow extent = FileEstimate.of(file).extent();
        long start = extent.equals(TraceWindow.EVERYTHING) ? 0 : extent.fromNanos();
        return new TraceWindow(
                from.isEmpty() ? Long.MIN_VALUE : start + nanos(from),
                until.isEmpty() ? Long.MAX_VALUE : start + nanos(until));
    }

    private static long nanos(String text) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no duration such as 1.5s, 200ms or 30us");
        }
        double unit =
                switch (m.group(2)) {
                    case "s" -> 1e9;
                    case "ms" -> 1e6;
                    case "us" -> 1e3;
                    default -> 1;
                };
        return Math.round(Double.parseDouble(m.group(1)) * unit);
    }
}
