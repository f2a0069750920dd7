package org.gorrery.compiler.syntax;

/// Direction of a channel type.
public enum ChanDir {
    BOTH,
    SEND,
    RECV
}
