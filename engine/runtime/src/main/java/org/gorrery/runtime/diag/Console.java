package org.gorrery.runtime.diag;

/// Where the output of a program goes. Called by the program's threads: it must be quick or buffer, and must not throw.
public interface Console {
    /// Bytes for standard output.
    void out(byte[] bytes, int from, int count);

    /// Bytes for standard error.
    void err(byte[] bytes, int from, int count);
}
