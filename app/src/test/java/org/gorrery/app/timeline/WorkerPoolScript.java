package org.gorrery.app.timeline;

import java.util.ArrayDeque;
import java.util.Random;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.event.WaitReason;

/// Records as a pool of workers on four Ps would leave them: a small scheduler of its own, with a seed.
final class WorkerPoolScript {
    private static final WaitReason[] WHY = {
        WaitReason.CHAN_RECEIVE,
        WaitReason.MUTEX,
        WaitReason.CHAN_SEND,
        WaitReason.SELECT,
        WaitReason.SLEEP,
        WaitReason.WAIT_GROUP,
        WaitReason.IO
    };

    private WorkerPoolScript() {}

    /// A script over some steps of `goroutines` goroutines.
    static EventScript of(int goroutines, int steps, long stepNanos, long seed) {
        var s = new EventScript();
        var random = new Random(seed);
        var ready = new ArrayDeque<Long>();
        var blocked = new ArrayDeque<Long>();
        long[] on = new long[4];
        s.create(0, 0, 0, 1);
        ready.add(1L);
        long next = 2;
        long t = 0;
        for (int i = 0; i < steps; i++) {
            t += 1 + random.nextLong(stepNanos);
            int p = random.nextInt(4);
            if (on[p] == 0) {
                if (!ready.isEmpty()) {
                    on[p] = ready.poll();
                    s.start(t, p, on[p]);
                }
                continue;
            }
            if (next <= goroutines) {
                s.create(t, p, on[p], next);
                ready.add(next++);
            } else if (!blocked.isEmpty() && random.nextInt(3) > 0) {
                long woken = blocked.poll();
                s.wake(t, p, on[p], woken);
                ready.add(woken);
            } else {
                s.block(t, p, on[p], WHY[random.nextInt(WHY.length)]);
                blocked.add(on[p]);
                on[p] = 0;
            }
            if (i == steps / 3 || i == 2 * steps / 3) {
                s.collection(t, t + stepNanos * 3, 1 + 2 * i / steps, 3 << 20, 6 << 20);
                t += stepNanos * 3;
            }
        }
        return s;
    }
}
