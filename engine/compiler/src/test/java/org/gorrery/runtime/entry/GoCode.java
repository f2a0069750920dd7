package org.gorrery.runtime.entry;

import org.gorrery.runtime.sched.G;

/// Stands in for the superclass of the way into generated code.
public abstract class GoCode {
    protected GoCode() {}

    public abstract void main(G g, long sp);

    public abstract void call(G g, long sp, long closure);

    public abstract void callPointer(G g, long sp, long closure, long argument);

    public abstract void callWords(G g, long sp, long closure, long arguments, long results);
}
