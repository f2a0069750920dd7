/// Native parts of the library's internal/socket: the host's calls on sockets, by way of its C library.
///
/// Does not belong here: waiting for sockets without a thread, which is internal/netpoll's; forms of addresses, which are syscall's.
@NullMarked
package org.gorrery.library.internal.socket;

import org.jspecify.annotations.NullMarked;
