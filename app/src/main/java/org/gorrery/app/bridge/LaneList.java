package org.gorrery.app.bridge;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// An immutable list of lanes in chunks, so that the next list shares the chunks in which nothing changed.
final class LaneList extends AbstractList<Lane> implements RandomAccess {
    static final LaneList EMPTY = new LaneList(new Lane[0][], 0);

    private static final int CHUNK = 1024;

    private final Lane[][] chunks;
    private final int size;

    private LaneList(Lane[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    /// The lanes as recorded now.
    @SuppressWarnings("ReferenceEquality") // an unchanged lane and chunk are the same objects
    LaneList with(List<LaneRecorder> recorders) {
        int n = recorders.size();
        var next = new Lane[(n + CHUNK - 1) / CHUNK][];
        for (int c = 0; c < next.length; c++) {
            int length = Math.min(CHUNK, n - c * CHUNK);
            Lane[] old = c < chunks.length ? chunks[c] : new Lane[0];
            Lane[] made = old.length == length ? old : Arrays.copyOf(old, length);
            for (int i = 0; i < length; i++) {
                Lane lane = recorders.get(c * CHUNK + i).lane();
                if (made[i] != lane) {
                    if (made == old) {
                        made = old.clone();
                    }
                    made[i] = lane;
                }
            }
            next[c] = made;
        }
        return new LaneList(next, n);
    }

    @Override
    public Lane get(int index) {
        Objects.checkIndex(index, size);
        return chunks[index / CHUNK][index % CHUNK];
    }

    @Override
    public int size() {
        return size;
    }
}
