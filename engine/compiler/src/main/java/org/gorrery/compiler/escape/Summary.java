package org.gorrery.compiler.escape;

import java.util.Arrays;

/// What a function does with what it is called with: per parameter word, how directly it flows to the heap and to the results.
///
/// A figure is the smallest number of dereferences on the way, [#NEVER] where it does not flow.
final class Summary {
    static final byte NEVER = Byte.MAX_VALUE;

    private final byte[] heap;
    private final byte[][] results;

    Summary(int params, int resultCount) {
        heap = new byte[params];
        Arrays.fill(heap, NEVER);
        results = new byte[params][resultCount];
        for (var r : results) {
            Arrays.fill(r, NEVER);
        }
    }

    int toHeap(int param) {
        return heap[param];
    }

    int toResult(int param, int result) {
        return results[param][result];
    }

    int results() {
        return results.length == 0 ? 0 : results[0].length;
    }

    void leakToHeap(int param, int derefs) {
        heap[param] = (byte) Math.min(heap[param], derefs);
    }

    void leakToResult(int param, int result, int derefs) {
        results[param][result] = (byte) Math.min(results[param][result], derefs);
    }
}
