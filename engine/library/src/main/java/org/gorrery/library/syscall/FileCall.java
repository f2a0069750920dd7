package org.gorrery.library.syscall;

/// A call of the system.
@FunctionalInterface
interface FileCall {
    /// Does it.
    ///
    /// @throws Errno where it fails
    long run();
}
