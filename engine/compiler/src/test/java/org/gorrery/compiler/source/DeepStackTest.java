package org.gorrery.compiler.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeepStackTest {
    @BeforeEach
    void thereIsMoreThanOneProcessor() {
        Assumptions.assumeTrue(
                Runtime.getRuntime().availableProcessors() > 1, "needs two processors");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("alone", e);
        }
    }

    @Test
    void itemsAreDoneTwoAtATime() {
        var barrier = new CyclicBarrier(2);
        DeepStack.forEach(List.of(1, 2), _ -> meet(barrier));
    }

    @Test
    void eachItemIsDoneOnce() {
        var done = new BitSet();
        var items = IntStream.range(0, 1000).boxed().toList();
        DeepStack.forEach(
                items,
                i -> {
                    synchronized (done) {
                        assertTrue(!done.get(i));
                        done.set(i);
                    }
                });
        assertEquals(1000, done.cardinality());
    }

    @Test
    void whatOneItemThrowsIsThrown() {
        var items = IntStream.range(0, 100).boxed().toList();
        assertThrows(
                ArithmeticException.class,
                () -> DeepStack.forEach(items, i -> assertEquals(1, 10 / (i - 50) * 0 + 1)));
    }

    @Test
    void whatIsDoneAheadRunsBesideTheCallerAndGivesItsResult() {
        var barrier = new CyclicBarrier(2);
        var ahead =
                DeepStack.ahead(() -> {
                    meet(barrier);
                    return DeepStack.levels();
                });
        meet(barrier);
        assertTrue(ahead.get() > 10_000, "room for deep recursion");
    }

    @Test
    void oneThreadDoesWhatACompilationBeginsAhead() {
        var threads = DeepStack.call(() -> List.of(beside(), beside(), Thread.currentThread()));
        assertEquals(threads.get(0), threads.get(1));
        assertNotEquals(threads.get(0), threads.get(2));
    }

    /// The thread that does something ahead, while the one that began it waits for it.
    private static Thread beside() {
        var barrier = new CyclicBarrier(2);
        var ahead =
                DeepStack.ahead(() -> {
                    meet(barrier);
                    return Thread.currentThread();
                });
        meet(barrier);
        return ahead.get();
    }

    @Test
    void whatTheSecondThreadHasNotBegunTheFirstDoes() {
        var first =
                DeepStack.call(() -> {
                    var barrier = new CyclicBarrier(2);
                    var busy =
                            DeepStack.ahead(() -> {
                                meet(barrier);
                                meet(barrier);
                                return 1;
                            });
                    meet(barrier);
                    boolean here =
                            DeepStack.ahead(Thread::currentThread)
                                    .get()
                                    .equals(Thread.currentThread());
                    meet(barrier);
                    return here && busy.get() == 1;
                });
        assertTrue(first);
    }
}
