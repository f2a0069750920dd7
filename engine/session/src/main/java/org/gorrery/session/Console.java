package org.gorrery.session;

import java.io.InputStream;

/// Where a run's standard streams go. Called by engine threads; must not block for long.
public interface Console {
    /// What the program writes to standard output.
    void stdout(byte[] bytes, int offset, int length);

    /// What the program and its runtime write to standard error.
    void stderr(byte[] bytes, int offset, int length);

    /// What the program reads.
    InputStream stdin();
}
