package org.gorrery.formats.exectrace;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;

/// Where the batches of a version 2 trace lie, by generation; their contents are not looked at but for the first byte.
final class V2Batches {
    private static final int HEADER_BYTES = 16;
    private static final int MAX_BATCH = 1 << 20;

    private final byte[] bytes;
    private final int version;
    private final List<Generation> generations = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Batch cut;

    /// A batch: data from one position to another.
    ///
    /// @param kind first data byte, or -1 for an empty batch
    /// @param experiment id of an experiment, 0 for none
    record Batch(int at, int kind, int experiment, long thread, long time, int from, int to) {}

    /// The batches of one generation.
    static final class Generation {
        final long number;
        final List<Batch> batches = new ArrayList<>();
        boolean closed;

        Generation(long number) {
            this.number = number;
        }

        /// {@return whether a batch of a thread is in it, not only tables}
        boolean hasEvents() {
            return batches.stream()
                    .anyMatch(b -> b.experiment == 0 && b.kind > V2Types.FREQUENCY && b.kind < 50);
        }
    }

    private V2Batches(byte[] bytes, int version) {
        this.bytes = bytes;
        this.version = version;
    }

    /// Finds all batches, up to the end or the first place that cannot be one.
    static V2Batches scan(byte[] bytes, int version) {
        var scan = new V2Batches(bytes, version);
        scan.scan();
        return scan;
    }

    List<Generation> generations() {
        return generations;
    }

    /// {@return the batch that the end of the file cuts, if it does}
    java.util.Optional<Batch> cut() {
        return java.util.Optional.ofNullable(cut);
    }

    List<Fault> faults() {
        return faults;
    }

    private void scan() {
        var in = new ByteCursor(bytes, HEADER_BYTES, bytes.length);
        Generation current = null;
        try {
            while (in.hasMore()) {
                int at = in.position();
                int type = in.u8();
                if (type == V2Types.END_OF_GENERATION && version >= 26) {
                    if (current != null) {
                        current.closed = true;
                    }
                    current = null;
                    continue;
                }
                int experiment = 0;
                if (type == V2Types.EXPERIMENTAL_BATCH) {
                    experiment = in.u8();
                } else if (type != V2Types.BATCH) {
                    throw new FormatException(
                            at, "byte " + type + ", expected a batch of events (1)");
                }
                current = batch(in, at, experiment, current);
            }
            if (version < 26 && current != null) {
                current.closed = true;
            }
        } catch (FormatException e) {
            faults.add(e.fault());
            if (version < 26 && current != null) {
                current.closed =
                        true; // a generation without end mark may be whole: its tables tell
            }
        }
    }

    private Generation batch(
            ByteCursor in,
            int at,
            int experiment,
            @org.jspecify.annotations.Nullable Generation before)
            throws FormatException {
        long number = in.uvarint();
        long thread = in.uvarint();
        long time = in.uvarint();
        int lengthAt = in.position();
        long announced = in.uvarint();
        if (announced > in.remaining()) {
            int kind = in.hasMore() ? bytes[in.position()] & 0xff : -1;
            cut = new Batch(at, kind, experiment, thread, time, in.position(), bytes.length);
        }
        in.seek(lengthAt);
        int length = in.length("batch");
        if (number == 0) {
            throw new FormatException(at, "batch of generation 0, expected a number above 0");
        }
        if (length > MAX_BATCH) {
            throw new FormatException(at, "batch of " + length + " bytes, expected at most 65536");
        }
        Generation current = before;
        if (current == null || current.number != number) {
            if (current != null && version >= 26) {
                throw new FormatException(
                        at,
                        "generation "
                                + number
                                + " begins before the end mark of generation "
                                + current.number);
            }
            if (current != null && number < current.number) {
                throw new FormatException(
                        at, "generation " + number + " after generation " + current.number);
            }
            if (current != null) {
                current.closed = true;
            }
            current = new Generation(number);
            generations.add(current);
        }
        int kind = length == 0 ? -1 : bytes[in.position()] & 0xff;
        current.batches.add(
                new Batch(
                        at, kind, experiment, thread, time, in.position(), in.position() + length));
        in.skip(length);
        return current;
    }
}
