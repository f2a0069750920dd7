package org.gorrery.runtime.gc;

import java.util.function.LongConsumer;

/// Java code that holds Go pointers outside of any goroutine: a table of timers, a queue of finalizers. Asked with the world stopped.
@FunctionalInterface
public interface RootSource {
    /// Hands over each word that may be a pointer.
    void visitRoots(LongConsumer root);
}
