package org.gorrery.formats.exectrace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.exectrace.TraceExtents.Extent;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.ByteSource;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;

/// The generations of a trace that a window of time touches, as a smaller trace of its own.
///
/// Every generation tells the state of all goroutines and Ps anew, so reading can start at any of them; the rest of the
/// file is neither loaded nor decoded. What began before (tasks, regions, start stacks) is known as little as in a
/// recording that started there.
final class TraceCut {
    private static final int HEADER_BYTES = 16;
    private static final int TAIL_BYTES = 1 << 16;

    private final byte[] bytes;
    private final int bodyAt;
    private final long bodyFrom;
    private final int skipped;

    private TraceCut(byte[] bytes, int bodyAt, long bodyFrom, int skipped) {
        this.bytes = bytes;
        this.bodyAt = bodyAt;
        this.bodyFrom = bodyFrom;
        this.skipped = skipped;
    }

    /// Cuts a window out of a file.
    ///
    /// @param source a trace of Go 1.22 or later
    /// @param window what is wanted
    /// @param limit most bytes that the cut may have
    /// @return the smaller trace
    /// @throws IOException when the file cannot be read, or the window holds more than the limit
    static TraceCut of(ByteSource source, TraceWindow window, long limit) throws IOException {
        TraceExtents scan = TraceExtents.scan(source);
        List<Extent> all = scan.extents();
        int first = 0;
        int end = all.size();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).startNanos() <= window.fromNanos()) {
                first = i;
            }
        }
        for (int i = all.size() - 1; i > first; i--) {
            if (all.get(i).startNanos() > window.toNanos()) {
                end = i;
            }
        }
        long from = all.isEmpty() ? HEADER_BYTES : all.get(first).from;
        long to = end == all.size() ? source.size() : all.get(end - 1).to;
        if (end == all.size() && scan.stoppedAt() >= 0) {
            to = Math.min(source.size(), scan.stoppedAt() + TAIL_BYTES); // so that it is reported
        }
        byte[] info = first == 0 || all.isEmpty() ? new byte[0] : info(source, all, first);
        if (HEADER_BYTES + info.length + (to - from) > limit) {
            throw new IOException(
                    "the window holds "
                            + (to - from)
                            + " bytes of trace, more than the limit of "
                            + limit
                            + "; ask for a smaller one");
        }
        byte[] cut = new byte[(int) (HEADER_BYTES + info.length + (to - from))];
        source.read(0, cut, 0, HEADER_BYTES);
        System.arraycopy(info, 0, cut, HEADER_BYTES, info.length);
        int bodyAt = HEADER_BYTES + info.length;
        source.read(from, cut, bodyAt, (int) (to - from));
        return new TraceCut(cut, bodyAt, from, first);
    }

    /// Repeats the scale of the alloc/free experiment, which only the first generation tells, in a later one.
    private static byte[] info(ByteSource source, List<Extent> all, int into) throws IOException {
        for (Extent e : all.subList(0, into)) {
            if (e.infoAt < 0) {
                continue;
            }
            byte[] batch = new byte[(int) Math.min(e.infoTo - e.infoAt, TAIL_BYTES)];
            int n = source.read(e.infoAt, batch, 0, batch.length);
            try {
                var in = new ByteCursor(batch, 0, n);
                in.u8();
                int experiment = in.u8();
                in.uvarint();
                in.uvarint();
                in.uvarint();
                int length = in.length("batch");
                var out = new TraceBytes();
                out.write(V2Types.EXPERIMENTAL_BATCH);
                out.write(experiment);
                out.number(all.get(into).number);
                out.number(-1);
                out.number(all.get(into).minTicks);
                out.number(length);
                out.write(batch, in.position(), length);
                return out.toByteArray();
            } catch (FormatException broken) {
                return new byte[0];
            }
        }
        return new byte[0];
    }

    byte[] bytes() {
        return bytes;
    }

    /// {@return how many generations before the window were left out}
    int skipped() {
        return skipped;
    }

    /// Translates positions in the cut back to those in the file.
    List<Fault> inFile(List<Fault> faults) {
        var result = new ArrayList<Fault>();
        for (Fault f : faults) {
            result.add(
                    f.offset() < bodyAt
                            ? f
                            : new Fault(f.offset() - bodyAt + bodyFrom, f.message()));
        }
        return result;
    }
}
