package org.gorrery.formats;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.input.ByteSource;

/// What opening a file will take, told from its first and last bytes before it is loaded.
///
/// @param format what it seems to be; UNKNOWN inside a container that has to be unpacked first
/// @param packing `gzip`, `zstd`, `zip` or empty
/// @param fileBytes its size
/// @param unpackedBytes its size without the container: told by the container, or four times the file where it does not say
/// @param modelBytes memory that the bytes and the model will take together, within a factor of two
/// @param events events of a trace; 0 for other files
/// @param extent where a trace lies in time; everything where that is not known beforehand
public record FileEstimate(
        Format format,
        String packing,
        long fileBytes,
        long unpackedBytes,
        long modelBytes,
        long events,
        TraceWindow extent) {
    private static final int HEAD_BYTES = 1 << 16;

    /// Memory for each byte of the unpacked file, the byte itself included; measured on recorded files, rounded up.
    private static int memoryPerByte(Format format) {
        return switch (format) {
            case TRACE -> 8; // 35 bytes for an event, which takes 5 in the file
            case PROFILE -> 4;
            case TEXT_PROFILE, BINARY_CPU_PROFILE, FOLDED_STACKS -> 3;
            case HEAP_DUMP -> 3;
            case TRACEBACK, RUNTIME_LOG, METRICS -> 6;
            case UNKNOWN -> 8;
        };
    }

    /// Looks at a file.
    ///
    /// @param path the file
    /// @return the estimate
    /// @throws IOException when the file cannot be read
    public static FileEstimate of(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return of(ByteSource.of(channel));
        }
    }

    /// Looks at a file.
    ///
    /// @param source the file
    /// @return the estimate
    /// @throws IOException when it cannot be read
    public static FileEstimate of(ByteSource source) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        head = Arrays.copyOf(head, source.read(0, head, 0, HEAD_BYTES));
        String packing = packing(head);
        long size = source.size();
        if (!packing.isEmpty()) {
            long unpacked = unpacked(source, packing);
            return new FileEstimate(
                    Format.UNKNOWN,
                    packing,
                    size,
                    unpacked,
                    size + unpacked * memoryPerByte(Format.UNKNOWN),
                    0,
                    TraceWindow.EVERYTHING);
        }
        Format format = Recogniser.recognise(head).iterator().next();
        boolean trace = format == Format.TRACE;
        return new FileEstimate(
                format,
                "",
                size,
                size,
                size * memoryPerByte(format),
                trace ? TraceReader.estimateEvents(size) : 0,
                trace ? TraceReader.extent(source) : TraceWindow.EVERYTHING);
    }

    private static String packing(byte[] b) {
        if (b.length < 4) {
            return "";
        }
        int magic = (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | b[3] & 0xff;
        if (magic >>> 16 == 0x1f8b) {
            return "gzip";
        }
        return magic == 0x28b52ffd ? "zstd" : magic == 0x504b0304 ? "zip" : "";
    }

    /// gzip ends with the size modulo 2^32; a size below that of the file itself shows that it wrapped, or is damaged.
    private static long unpacked(ByteSource source, String packing) throws IOException {
        long size = source.size();
        byte[] tail = new byte[4];
        if (packing.equals("gzip") && source.read(size - 4, tail, 0, 4) == 4) {
            long told =
                    tail[0] & 0xff
                            | (tail[1] & 0xff) << 8
                            | (tail[2] & 0xff) << 16
                            | (tail[3] & 0xffL) << 24;
            if (told >= size / 2 && told < size * 1100) {
                return told;
            }
        }
        return size * 4;
    }
}
