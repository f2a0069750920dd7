package org.gorrery.formats.exectrace;

import java.io.IOException;
import org.gorrery.formats.input.ByteSource;
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

    /// Reads a part of a trace; only the generations that the window touches are loaded and decoded.
    ///
    /// A trace of Go 1.21 or earlier has its clock and its tables at the end and is read as a whole; of it only the events of
    /// the window are kept.
    ///
    /// @param source the unpacked file
    /// @param window which part
    /// @param limits bounds; [Limits#unpackedBytes] holds for what is loaded, not for the file
    /// @return the model and what was wrong
    /// @throws FormatException when the header is no trace's
    /// @throws IOException when the file cannot be read, or what is to be loaded is larger than the limit
    public static Loaded<TraceModel> read(ByteSource source, TraceWindow window, Limits limits)
            throws FormatException, IOException {
        byte[] head = new byte[HEADER_BYTES];
        source.read(0, head, 0, HEADER_BYTES);
        int version = version(head);
        if (version >= FIRST_V2) {
            TraceCut cut = TraceCut.of(source, window, limits.unpackedBytes());
            Loaded<TraceModel> t = read(cut.bytes(), window, limits);
            return new Loaded<>(t.value(), cut.inFile(t.faults()));
        }
        if (source.size() > limits.unpackedBytes()) {
            throw new IOException(
                    "the file has "
                            + source.size()
                            + " bytes, more than the limit of "
                            + limits.unpackedBytes());
        }
        byte[] all = new byte[(int) source.size()];
        source.read(0, all, 0, all.length);
        return read(all, window, limits);
    }

    /// Tells where a trace lies in time without decoding it.
    ///
    /// @param source the unpacked file
    /// @return from its first event to the begin of its last batch; everything when that takes reading the trace, as
    ///     before Go 1.22
    /// @throws IOException when the file cannot be read
    public static TraceWindow extent(ByteSource source) throws IOException {
        byte[] head = new byte[HEADER_BYTES];
        source.read(0, head, 0, HEADER_BYTES);
        if (version(head) < FIRST_V2) {
            return TraceWindow.EVERYTHING;
        }
        var extents = TraceExtents.scan(source).extents();
        return extents.isEmpty()
                ? TraceWindow.EVERYTHING
                : new TraceWindow(extents.getFirst().startNanos(), extents.getLast().lastNanos());
    }

    /// Counts the events of a version 1 trace as they stand in the file, by Go's names.
    ///
    /// @param bytes the unpacked file
    /// @return the counts, without types that do not occur
    public static java.util.Map<String, Long> rawCounts(byte[] bytes) {
        return V1Reader.rawCounts(bytes, version(bytes));
    }

    /// Estimates how many events a file holds, without reading them.
    ///
    /// @param fileBytes size of the unpacked file
    /// @return the number; an event takes about 5 bytes in a file
    public static long estimateEvents(long fileBytes) {
        return fileBytes / 5;
    }
}
