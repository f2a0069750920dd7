package org.gorrery.formats.exectrace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.ByteSource;
import org.gorrery.formats.input.FormatException;

/// Where the generations of a trace of Go 1.22 or later lie in a file and in time, found by the heads of its batches alone.
///
/// Costs one short read for each batch (of up to 64 KiB): a file of 1 GB is looked through in a fraction of a second, and
/// nothing of it stays in memory.
final class TraceExtents {
    private static final int HEADER_BYTES = 16;
    private static final int HEAD_BYTES = 128;

    private final ByteSource source;
    private final byte[] head = new byte[HEAD_BYTES];
    private final List<Extent> extents = new ArrayList<>();
    private long stoppedAt = -1;

    /// One generation.
    static final class Extent {
        final long number;
        final long from;
        long to;
        long minTicks = Long.MAX_VALUE;
        long maxTicks = Long.MIN_VALUE;
        double nanosPerTick;
        long infoAt = -1;
        long infoTo = -1;

        Extent(long number, long from) {
            this.number = number;
            this.from = from;
        }

        long startNanos() {
            return (long) (minTicks * nanosPerTick);
        }

        /// {@return when the last batch begins; its events may be a little later}
        long lastNanos() {
            return (long) (maxTicks * nanosPerTick);
        }
    }

    private TraceExtents(ByteSource source) {
        this.source = source;
    }

    /// Looks through a file.
    static TraceExtents scan(ByteSource source) throws IOException {
        var e = new TraceExtents(source);
        e.scan();
        return e;
    }

    /// {@return the generations whose clock is known, in the order of the file}
    List<Extent> extents() {
        return extents.stream().filter(x -> x.nanosPerTick > 0).toList();
    }

    /// {@return where the file stops being a trace, or -1}
    long stoppedAt() {
        return stoppedAt;
    }

    private void scan() throws IOException {
        long at = HEADER_BYTES;
        while (at < source.size()) {
            int n = source.read(at, head, 0, HEAD_BYTES);
            try {
                at = batch(at, new ByteCursor(head, 0, n));
            } catch (FormatException e) {
                stoppedAt = at;
                return;
            }
        }
    }

    /// {@return where the next batch begins}
    private long batch(long at, ByteCursor in) throws FormatException {
        int type = in.u8();
        Extent last = extents.isEmpty() ? null : extents.getLast();
        if (type == V2Types.END_OF_GENERATION) {
            if (last != null) {
                last.to = at + 1;
            }
            return at + 1;
        }
        int experiment = type == V2Types.EXPERIMENTAL_BATCH ? in.u8() : 0;
        if (type != V2Types.EXPERIMENTAL_BATCH && type != V2Types.BATCH) {
            throw new FormatException(at, "no batch");
        }
        long number = in.uvarint();
        in.uvarint();
        long ticks = in.uvarint();
        long length = in.uvarint();
        long end = at + in.position() + length;
        if (length < 0 || end > source.size()) {
            throw new FormatException(at, "cut batch");
        }
        if (last == null || last.number != number) {
            last = new Extent(number, at);
            extents.add(last);
        }
        last.to = end;
        last.minTicks = Math.min(last.minTicks, ticks);
        last.maxTicks = Math.max(last.maxTicks, ticks);
        int kind = length > 0 && in.hasMore() ? in.u8() : -1;
        if (experiment != 0 && kind == AllocFreeInfo.INFO) {
            last.infoAt = at;
            last.infoTo = end;
        } else if (experiment == 0 && (kind == V2Types.SYNC || kind == V2Types.FREQUENCY)) {
            if (kind == V2Types.FREQUENCY || in.u8() == V2Types.FREQUENCY) {
                long frequency = in.uvarint();
                last.nanosPerTick = frequency > 0 ? 1e9 / frequency : 0;
            }
        }
        return end;
    }
}
