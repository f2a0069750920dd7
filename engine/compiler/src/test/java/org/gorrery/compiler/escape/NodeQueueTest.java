package org.gorrery.compiler.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NodeQueueTest {
    @Test
    void nodesComeOutInTheOrderTheyWentInWhileTheQueueTurnsAndGrows() {
        var queue = new NodeQueue();
        int in = 0;
        int out = 0;
        // Three in, two out: it grows several times, each time with its first node elsewhere
        while (in < 30_000) {
            queue.add(in++);
            queue.add(in++);
            queue.add(in++);
            assertEquals(out++, queue.poll());
            assertEquals(out++, queue.poll());
        }
        assertFalse(queue.isEmpty());
        while (out < in) {
            assertEquals(out++, queue.poll());
        }
        assertTrue(queue.isEmpty());
    }
}
