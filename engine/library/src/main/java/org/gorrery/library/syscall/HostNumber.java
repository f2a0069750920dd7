package org.gorrery.library.syscall;

import java.io.FileDescriptor;
import java.nio.channels.Channel;
import jdk.internal.misc.Unsafe;

/// The number by which the host system knows the file behind a channel of the JDK. There is no open way to it, and without it no child
/// could share the file itself, with its place and its ends.
final class HostNumber {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long NUMBER = UNSAFE.objectFieldOffset(FileDescriptor.class, "fd");

    private HostNumber() {}

    /// The number of an open file or pipe; negative once it is closed. For Linux, whose channels of files and pipes keep a
    /// [FileDescriptor].
    static int of(Channel channel) {
        long at = UNSAFE.objectFieldOffset(channel.getClass(), "fd");
        var file = (FileDescriptor) UNSAFE.getReference(channel, at);
        return UNSAFE.getInt(file, NUMBER);
    }
}
