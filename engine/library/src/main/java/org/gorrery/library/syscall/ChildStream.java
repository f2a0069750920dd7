package org.gorrery.library.syscall;

import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// A file of the run as a child process gets it.
sealed interface ChildStream {
    /// The run's console.
    record Console(org.gorrery.runtime.diag.Console console, boolean error)
            implements ChildStream {}

    /// A regular file; its place moves as the child reads or writes.
    record Content(FileChannel channel) implements ChildStream {}

    /// What the child can open for itself.
    record Device(Path path) implements ChildStream {}

    /// What the child reads; `release` is to be called when it no longer does.
    record Reading(ReadableByteChannel from, Runnable release) implements ChildStream {}

    /// What the child writes.
    record Writing(WritableByteChannel to, Runnable release) implements ChildStream {}
}
