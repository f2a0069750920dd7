/// G, M, P, run queues, stealing, preemption, sysmon, timers, netpoll, semaphores, and the two drivers.
///
/// Does not belong here: channels.
@NullMarked
package org.gorrery.runtime.sched;

import org.jspecify.annotations.NullMarked;
