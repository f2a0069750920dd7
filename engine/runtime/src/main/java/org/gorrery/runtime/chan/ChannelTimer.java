package org.gorrery.runtime.chan;

import org.gorrery.runtime.sched.G;

/// The timer behind a channel of package time. It runs only while somebody waits for the channel; others ask it before they look.
///
/// Source: Go runtime, `time.go`, `maybeRunChan`, `blockTimerChan`.
interface ChannelTimer {
    /// Before an operation looks at the channel: sends what is due. No lock is held.
    void beforeOperation(G g);

    /// A goroutine begins to wait for the channel; its lock is not held.
    void waiterCame(G g);

    /// It has stopped to wait.
    void waiterWent(G g);
}
