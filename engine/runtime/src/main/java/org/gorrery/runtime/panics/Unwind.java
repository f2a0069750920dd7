package org.gorrery.runtime.panics;

/// Carries a panic or a Goexit through Java frames; what it is about stands in the G ([org.gorrery.runtime.sched.PanicRecord]).
/// There is one for all, without stack trace: it holds nothing.
public final class Unwind extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The one.
    public static final Unwind INSTANCE = new Unwind();

    private Unwind() {
        super("a Go panic", null, false, false);
    }

    private Object readResolve() {
        return INSTANCE;
    }
}
