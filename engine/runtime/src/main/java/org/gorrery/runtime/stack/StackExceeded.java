package org.gorrery.runtime.stack;

/// A goroutine has used all the stack it may: in Go a fatal error.
public final class StackExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long limitBytes;

    /// With the limit that was passed.
    public StackExceeded(long limitBytes) {
        super("stack overflow", null, false, false);
        this.limitBytes = limitBytes;
    }

    /// Go's words for it; `fatal error: stack overflow` follows.
    public String report() {
        return "runtime: goroutine stack exceeds " + limitBytes + "-byte limit";
    }
}
