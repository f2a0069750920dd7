package org.gorrery.runtime.entry;

import org.gorrery.runtime.sched.Code;
import org.gorrery.runtime.sched.G;

/// Superclass of the class that the compiler generates for each program: how the runtime calls Go.
public abstract class GoCode implements Code {
    /// For the generated subclass.
    protected GoCode() {}

    @Override
    public abstract void main(G g, long sp);

    @Override
    public abstract void call(G g, long sp, long closure);

    @Override
    public abstract void callPointer(G g, long sp, long closure, long argument);

    @Override
    public abstract void callWords(G g, long sp, long closure, long arguments, long results);
}
