package org.gorrery.library.internal.socket;

import org.gorrery.library.host.HostCall;

/// What the host can do with sockets.
final class HostSockets {
    static final HostCall SOCKET = HostCall.of("socket");
    static final HostCall PAIR = HostCall.of("socketpair");
    static final HostCall BIND = HostCall.of("bind");
    static final HostCall CONNECT = HostCall.of("connect");
    static final HostCall LISTEN = HostCall.of("listen");
    static final HostCall ACCEPT = HostCall.of("accept4");
    static final HostCall OWN_NAME = HostCall.of("getsockname");
    static final HostCall PEER_NAME = HostCall.of("getpeername");
    static final HostCall SET_OPTION = HostCall.of("setsockopt");
    static final HostCall OPTION = HostCall.of("getsockopt");
    static final HostCall SEND = HostCall.of("sendto");
    static final HostCall RECEIVE = HostCall.of("recvfrom");
    static final HostCall SEND_MESSAGE = HostCall.of("sendmsg");
    static final HostCall RECEIVE_MESSAGE = HostCall.of("recvmsg");
    static final HostCall SHUTDOWN = HostCall.of("shutdown");
    static final HostCall LIMIT = HostCall.of("getrlimit");

    private HostSockets() {}
}
