package org.gorrery.formats.exectrace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.exectrace.TraceModel.ClockSnapshot;
import org.gorrery.formats.exectrace.TraceModel.HeapType;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.input.LongIndex;

/// What events refer to: strings, frames, stacks, goroutines, threads, tasks. Filled while reading, read-only after.
///
/// Strings, frames and stacks are kept once for the whole trace, however many generations repeat them.
final class TraceTables {
    final List<String> strings = new ArrayList<>();
    final Growing.Longs framePc = new Growing.Longs(256);
    final Growing.Ints frameFunction = new Growing.Ints(256);
    final Growing.Ints frameFile = new Growing.Ints(256);
    final Growing.Ints frameLine = new Growing.Ints(256);
    final Growing.Ints stackStart = new Growing.Ints(256);
    final Growing.Ints stackFrames = new Growing.Ints(1024);
    final Growing.Longs goroutineIds = new Growing.Longs(256);
    final LongIndex goroutineIndex = new LongIndex(256);
    final Growing.Longs threadIds = new Growing.Longs(32);
    final LongIndex threadIndex = new LongIndex(32);
    final List<Task> tasks = new ArrayList<>();
    final List<Log> logs = new ArrayList<>();
    final Growing.Longs swept = new Growing.Longs(16);
    final Growing.Longs spans = new Growing.Longs(16);
    final List<HeapType> heapTypes = new ArrayList<>();
    final java.util.Set<Long> heapTypeIds = new java.util.HashSet<>();
    final List<Integer> typesPerGeneration = new ArrayList<>();
    final List<ClockSnapshot> clocks = new ArrayList<>();

    private final Map<String, Integer> stringIndex = new HashMap<>();
    private final Map<FrameKey, Integer> frameIndex = new HashMap<>();
    private final Map<StackKey, Integer> stackIndex = new HashMap<>();

    private record FrameKey(long pc, int function, int file, int line) {}

    private record StackKey(List<Integer> frames) {}

    int string(String s) {
        Integer known = stringIndex.get(s);
        if (known != null) {
            return known;
        }
        strings.add(s);
        stringIndex.put(s, strings.size() - 1);
        return strings.size() - 1;
    }

    int frame(long pc, int function, int file, int line) {
        var key = new FrameKey(pc, function, file, line);
        Integer known = frameIndex.get(key);
        if (known != null) {
            return known;
        }
        framePc.add(pc);
        frameFunction.add(function);
        frameFile.add(file);
        frameLine.add(line);
        frameIndex.put(key, framePc.size() - 1);
        return framePc.size() - 1;
    }

    /// Adds a stack, leaf first.
    int stack(List<Integer> frames) {
        var key = new StackKey(List.copyOf(frames));
        Integer known = stackIndex.get(key);
        if (known != null) {
            return known;
        }
        stackStart.add(stackFrames.size());
        for (int f : frames) {
            stackFrames.add(f);
        }
        stackIndex.put(key, stackStart.size() - 1);
        return stackStart.size() - 1;
    }

    int stackEnd(int stack) {
        return stack + 1 < stackStart.size() ? stackStart.get(stack + 1) : stackFrames.size();
    }

    int goroutine(long id) {
        int known = goroutineIndex.get(id);
        if (known >= 0) {
            return known;
        }
        int made = goroutineIds.size();
        goroutineIds.add(id);
        goroutineIndex.put(id, made);
        return made;
    }

    int thread(long id) {
        int known = threadIndex.get(id);
        if (known >= 0) {
            return known;
        }
        int made = threadIds.size();
        threadIds.add(id);
        threadIndex.put(id, made);
        return made;
    }

    int task(Task t) {
        tasks.add(t);
        return tasks.size() - 1;
    }

    int log(Log l) {
        logs.add(l);
        return logs.size() - 1;
    }

    int swept(long bytes, long reclaimed) {
        swept.add(bytes);
        swept.add(reclaimed);
        return swept.size() / 2 - 1;
    }

    int span(long address, long bytes) {
        spans.add(address);
        spans.add(bytes);
        return spans.size() / 2 - 1;
    }

    /// Frees what is only needed while reading.
    void seal() {
        stringIndex.clear();
        frameIndex.clear();
        stackIndex.clear();
    }
}
