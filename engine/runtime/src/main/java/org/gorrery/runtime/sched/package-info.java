/// G, M, P, run queues, stealing, preemption, sysmon, timers, netpoll, and the two drivers.
///
/// Does not belong here: channels and other things goroutines wait for.
@NullMarked
package org.gorrery.runtime.sched;

import org.jspecify.annotations.NullMarked;
