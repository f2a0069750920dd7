/// Native parts of the library's internal/netpoll: goroutines that wait for sockets, with deadlines, without a thread each.
///
/// Does not belong here: calls on sockets, which are internal/socket's.
@NullMarked
package org.gorrery.library.internal.netpoll;

import org.jspecify.annotations.NullMarked;
