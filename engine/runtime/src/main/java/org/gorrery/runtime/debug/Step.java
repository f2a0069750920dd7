package org.gorrery.runtime.debug;

import java.util.BitSet;
import org.gorrery.abi.DebugStatements;

/// What a goroutine that goes on is to do before it stands still again. Steps go by lines, as those of other debuggers do: the
/// statements that share the line where the step begins are passed, but one that comes again begins a new turn of a loop. Guard: the
/// goroutine that steps.
final class Step {
    /// How far a step goes.
    enum Kind {
        /// To the next line, wherever it is.
        IN,
        /// To the next line of this function or of one that called it.
        OVER,
        /// To the next statement of a function that called it.
        OUT
    }

    private final Kind kind;
    private final long goid;
    private final int depth;
    private final int from;
    private final DebugStatements statements;
    private final BitSet passed = new BitSet();

    /// @param kind how far
    /// @param goid the goroutine; others pass only breakpoints
    /// @param depth how many frames its stack has where the step begins
    /// @param from the statement where it begins
    /// @param statements all of the program
    Step(Kind kind, long goid, int depth, int from, DebugStatements statements) {
        this.kind = kind;
        this.goid = goid;
        this.depth = depth;
        this.from = from;
        this.statements = statements;
        passed.set(from);
    }

    long goid() {
        return goid;
    }

    /// Whether the step ends at a statement of its goroutine with so many frames.
    boolean endsAt(int frames, int statement) {
        return switch (kind) {
            case IN -> frames != depth || isNewLine(statement);
            case OVER -> frames < depth || frames == depth && isNewLine(statement);
            case OUT -> frames < depth;
        };
    }

    private boolean isNewLine(int statement) {
        if (statements.line()[statement] != statements.line()[from]
                || statements.file()[statement] != statements.file()[from]
                || passed.get(statement)) {
            return true;
        }
        passed.set(statement);
        return false;
    }
}
