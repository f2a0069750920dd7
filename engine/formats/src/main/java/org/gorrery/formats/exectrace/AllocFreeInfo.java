package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.formats.exectrace.TraceModel.HeapType;
import org.gorrery.formats.exectrace.V2Batches.Batch;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.FormatException;

/// What the alloc/free experiment writes beside its events: scale of addresses once, types per generation.
final class AllocFreeInfo {
    /// First byte of the batch that tells the scale of addresses.
    static final int INFO = 1;

    /// First byte of a batch that lists types.
    static final int TYPES = 0;

    private long minHeapAddress;
    private long pageBytes = 8192;
    private long objectAlign = 8;
    private long minStackBytes = 2048;
    private boolean known;
    private final List<HeapType> types = new java.util.ArrayList<>();

    void batch(byte[] bytes, Batch b) throws FormatException {
        var in = new ByteCursor(bytes, b.from(), b.to());
        if (!in.hasMore()) {
            return;
        }
        int kind = in.u8();
        if (kind == INFO) {
            minHeapAddress = in.uvarint();
            pageBytes = in.uvarint();
            objectAlign = in.uvarint();
            minStackBytes = in.uvarint();
            known = true;
        } else if (kind == TYPES) {
            while (in.hasMore()) {
                long id = in.uvarint();
                long address = in.uvarint();
                long size = in.uvarint();
                long pointerBytes = in.uvarint();
                int length = in.length("name of a type");
                int from = in.position();
                in.skip(length);
                var t =
                        new HeapType(
                                new String(bytes, from, length, StandardCharsets.UTF_8),
                                size,
                                pointerBytes,
                                id,
                                address);
                types.add(t);
            }
        }
    }

    List<HeapType> types() {
        return types;
    }

    void forgetTypes() {
        types.clear();
    }

    TraceHead.HeapScale scale() {
        return new TraceHead.HeapScale(minHeapAddress, pageBytes, objectAlign, minStackBytes);
    }

    boolean known() {
        return known;
    }

    long minHeapAddress() {
        return minHeapAddress;
    }

    long pageBytes() {
        return pageBytes;
    }

    long objectAlign() {
        return objectAlign;
    }

    long minStackBytes() {
        return minStackBytes;
    }
}
