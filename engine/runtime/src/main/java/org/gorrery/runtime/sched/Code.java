package org.gorrery.runtime.sched;

/// The way into the compiled program, for those who run it.
public interface Code {
    /// Runs all initialisers and main.main.
    void main(G g, long sp);

    /// Calls a func().
    void call(G g, long sp, long closure);

    /// Calls a func(*T).
    void callPointer(G g, long sp, long closure, long argument);

    /// Calls any func.
    ///
    /// @param arguments address of the arguments, 8-byte words
    /// @param results address for the results
    void callWords(G g, long sp, long closure, long arguments, long results);
}
