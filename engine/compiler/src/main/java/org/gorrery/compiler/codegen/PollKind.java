package org.gorrery.compiler.codegen;

/// How a jump back looks for a request to yield (codegen.md §5).
enum PollKind {
    /// Not at all: the loop around it does, after a strip of turns.
    NONE,
    /// By reading the flag at every turn.
    FLAG,
    /// By a counter in a local, and the flag when it is spent.
    FUEL
}
