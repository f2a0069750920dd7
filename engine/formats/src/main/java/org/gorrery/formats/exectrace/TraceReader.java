package org.gorrery.formats.exectrace;

import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;

/// Reads execution traces of every Go release.
public final class TraceReader {
    private static final int HEADER_BYTES = 16;
    private static final int FIRST_V2 = 22;

    private TraceReader() {}

    /// Tells which Go's format a file has.
    ///
    /// @param bytes the file's contents
    /// @return the minor version in `go 1.N trace`, or -1 when it is no trace
    public static int version(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || !starts(bytes, "go 1.")) {
            return -1;
        }
        int n = 0;
        int i = 5;
        while (i < 9 && bytes[i] >= '0' && bytes[i] <= '9') {
            n = n * 10 + bytes[i++] - '0';
        }
        return i > 5
                        && new String(bytes, i, 6, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .equals(" trace")
                ? n
                : -1;
    }

    private static boolean starts(byte[] bytes, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Reads a whole trace.
    ///
    /// @param bytes the unpacked file
    /// @param limits bounds
    /// @return the model and what was wrong
    /// @throws FormatException when the header is no trace's
    public static Loaded<TraceModel> read(byte[] bytes, Limits limits) throws FormatException {
        return read(bytes, TraceWindow.EVERYTHING, limits);
    }

    /// Reads a part of a trace; events outside are looked at, but not kept.
    ///
    /// @param bytes the unpacked file
    /// @param window which part
    /// @param limits bounds
    /// @return the model and what was wrong
    /// @throws FormatException when the header is no trace's
    public static Loaded<TraceModel> read(byte[] bytes, TraceWindow window, Limits limits)
            throws FormatException {
        int version = version(bytes);
        if (version < 0) {
            throw new FormatException(
                    0, "expected the header \"go 1.N trace\" of an execution trace");
        }
        return version < FIRST_V2
                ? new V1Reader(bytes, version, window, limits).read()
                : new V2Reader(bytes, version, window, limits).read();
    }

    /// Counts the events of a version 1 trace as they stand in the file, by Go's names.
    ///
    /// @param bytes the unpacked file
    /// @return the counts, without types that do not occur
    public static java.util.Map<String, Long> rawCounts(byte[] bytes) {
        return V1Reader.rawCounts(bytes, version(bytes));
    }

    /// Estimates what the model of a file will take, without reading the events.
    ///
    /// @param fileBytes size of the unpacked file
    /// @return bytes of memory, the file's own included; an event takes about 5 bytes in the file and 35 in memory
    public static long estimateBytes(long fileBytes) {
        return fileBytes + fileBytes / 5 * 35;
    }
}
