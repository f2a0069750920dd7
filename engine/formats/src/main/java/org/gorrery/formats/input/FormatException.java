package org.gorrery.formats.input;

import java.util.Objects;

/// Reading cannot go on at some place of a file. Readers catch it themselves, keep what came before, and report the
/// [Fault]; it reaches a caller only where nothing at all could be read.
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /// Makes the exception for one fault. No stack trace is taken: damaged input is not a bug of ours.
    ///
    /// @param offset position in the unpacked bytes, or -1
    /// @param message what was found and what was expected
    public FormatException(long offset, String message) {
        super(new Fault(offset, message).toString(), null, false, false);
        this.fault = new Fault(offset, message);
    }

    /// {@return what is wrong and where}
    public Fault fault() {
        return Objects.requireNonNull(fault);
    }
}
