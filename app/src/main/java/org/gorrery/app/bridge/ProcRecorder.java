package org.gorrery.app.bridge;

import java.util.Arrays;

/// One P while its spans are recorded. Guard: the thread of the recorder.
final class ProcRecorder {
    private final int id;
    private long[] start = new long[16];
    private long[] end = new long[16];
    private long[] goroutine = new long[16];
    private long[] busyBefore = new long[16];
    private int count;
    private long openStart;
    private long openGoroutine;

    ProcRecorder(int id) {
        this.id = id;
    }

    void enter(long t, long g) {
        leave(t);
        openStart = count == 0 ? t : Math.max(t, end[count - 1]);
        openGoroutine = g;
    }

    void leave(long t) {
        if (openGoroutine == 0) {
            return;
        }
        if (count == start.length) {
            resize(0, count * 2);
        }
        busyBefore[count] =
                count == 0 ? 0 : busyBefore[count - 1] + end[count - 1] - start[count - 1];
        start[count] = openStart;
        end[count] = Math.max(openStart, t);
        goroutine[count++] = openGoroutine;
        openGoroutine = 0;
    }

    void forget(long before) {
        int first = Columns.lowerBound(end, count, before);
        count -= first;
        resize(first, Math.max(16, count * 2));
    }

    private void resize(int first, int capacity) {
        start = Arrays.copyOfRange(start, first, first + capacity);
        end = Arrays.copyOfRange(end, first, first + capacity);
        goroutine = Arrays.copyOfRange(goroutine, first, first + capacity);
        busyBefore = Arrays.copyOfRange(busyBefore, first, first + capacity);
    }

    ProcLane lane() {
        return new ProcLane(id, count, start, end, goroutine, busyBefore, openStart, openGoroutine);
    }
}
