package org.gorrery.runtime.sched;

/// Is told of each statement of a program built for a debugger.
@FunctionalInterface
public interface StatementListener {
    /// A statement is about to be executed. Returns when the goroutine may go on.
    ///
    /// @param sp its frame, which is complete
    /// @param number of the statement, see [org.gorrery.abi.DebugStatements]
    void statement(G g, long sp, int number);
}
