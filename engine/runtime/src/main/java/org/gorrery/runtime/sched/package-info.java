/// G, M, P, run queues, stealing, preemption, sysmon, timers, semaphores, and the driver that they run on.
///
/// Does not belong here: channels, and waiting for sockets (the library's internal/netpoll).
@NullMarked
package org.gorrery.runtime.sched;

import org.jspecify.annotations.NullMarked;
