package org.gorrery.runtime.memory;

/// The host does not give the memory a run needs. The message says what was asked for and what to look at.
public final class AddressSpaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// With what happened.
    public AddressSpaceException(String message) {
        super(message);
    }

    /// With what happened and its cause.
    public AddressSpaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
