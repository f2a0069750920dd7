package org.gorrery.runtime.heap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stack of spans. Guard: the mcentral it belongs to.
final class SpanSet {
    private static final Mspan[] NONE = {};

    private @Nullable Mspan[] spans = NONE;
    private int count;

    void push(Mspan s) {
        if (count == spans.length) {
            spans = Arrays.copyOf(spans, Math.max(8, count * 2));
        }
        spans[count++] = s;
    }

    @Nullable Mspan pop() {
        if (count == 0) {
            return null;
        }
        Mspan s = spans[--count];
        spans[count] = null;
        return s;
    }

    int count() {
        return count;
    }
}
