package org.gorrery.library.host;

/// A call of the host has failed.
public final class HostError extends Exception {
    private static final long serialVersionUID = 1;
    private final int number;

    /// With the number of the error.
    public HostError(int number) {
        super("error " + number, null, false, false);
        this.number = number;
    }

    /// The number of the error.
    public int number() {
        return number;
    }
}
