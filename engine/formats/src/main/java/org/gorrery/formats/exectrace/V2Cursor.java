package org.gorrery.formats.exectrace;

import java.util.List;
import org.gorrery.formats.exectrace.V2Batches.Batch;
import org.gorrery.formats.input.FormatException;

/// The stream of one thread's events in one generation: the event that comes next, decoded.
///
/// Fields are read by the order of events directly: this is the innermost loop of loading a trace.
final class V2Cursor {
    final long threadId;
    final int thread;
    long time;
    int type;
    long a0;
    long a1;
    long a2;
    long a3;

    private final byte[] bytes;
    private final List<Batch> batches;
    private final double nanosPerTick;
    private int batch;
    private int at;
    private int end;

    V2Cursor(byte[] bytes, long threadId, int thread, List<Batch> batches, double nanosPerTick) {
        this.bytes = bytes;
        this.threadId = threadId;
        this.thread = thread;
        this.batches = batches;
        this.nanosPerTick = nanosPerTick;
    }

    /// {@return position in the file of the event that comes next}
    int position() {
        return at;
    }

    /// Decodes the next event.
    ///
    /// @return whether there is one
    /// @throws FormatException when the bytes are no event; the stream then continues with its next batch
    boolean next() throws FormatException {
        while (at == end) {
            if (batch == batches.size()) {
                return false;
            }
            Batch b = batches.get(batch++);
            at = b.from();
            end = b.to();
            time = (long) ((double) b.time() * nanosPerTick);
        }
        int start = at;
        int t = bytes[at++] & 0xff;
        int n = V2Types.arguments(t);
        if (n < 0) {
            at = end;
            throw new FormatException(start, "event type " + t + ", which is not known");
        }
        time += (long) ((double) uvarint() * nanosPerTick);
        if (n > 0) {
            a0 = uvarint();
            if (n > 1) {
                a1 = uvarint();
                if (n > 2) {
                    a2 = uvarint();
                    if (n > 3) {
                        a3 = uvarint();
                    }
                }
            }
        }
        type = t;
        return true;
    }

    private long uvarint() throws FormatException {
        int p = at;
        if (p < end) {
            byte b = bytes[p];
            if (b >= 0) {
                at = p + 1;
                return b;
            }
            if (p + 1 < end) {
                byte c = bytes[p + 1];
                if (c >= 0) {
                    at = p + 2;
                    return b & 0x7f | c << 7;
                }
            }
        }
        return longUvarint();
    }

    private long longUvarint() throws FormatException {
        long value = 0;
        int p = at;
        for (int shift = 0; shift < 70; shift += 7) {
            if (p >= end) {
                at = end;
                throw new FormatException(p, "the batch ends inside an event");
            }
            byte b = bytes[p++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                at = p;
                return value;
            }
        }
        at = end;
        throw new FormatException(p, "variable-length number is longer than 10 bytes");
    }
}
