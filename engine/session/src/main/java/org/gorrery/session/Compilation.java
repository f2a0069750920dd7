package org.gorrery.session;

import java.util.List;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.SourceSet;

/// What came of compiling a program.
public sealed interface Compilation {
    /// Findings in source order, warnings included.
    List<Finding> findings();

    /// It does not compile.
    record Failed(List<Finding> findings) implements Compilation {}

    /// It can be run, any number of times.
    record Ready(List<Finding> findings, Program program) implements Compilation {}

    /// One diagnostic with its place.
    ///
    /// @param file as given
    /// @param line from 1, 0 where it belongs to no place
    /// @param column in bytes from 1, 0 where a line directive leaves it open
    /// @param code short name of the kind of fault, stable across releases; [Explanation] tells more
    record Finding(
            String file, int line, int column, String code, boolean warning, String message) {
        /// A diagnostic of the compiler, with its place looked up.
        static Finding of(SourceSet sources, Diagnostic found) {
            var place = sources.position(found.pos());
            return new Finding(
                    place.file(),
                    place.line(),
                    place.column(),
                    found.code().id(),
                    found.severity() == Diagnostic.Severity.WARNING,
                    found.message());
        }

        /// The same with another name for its file.
        public Finding inFile(String name) {
            return new Finding(name, line, column, code, warning, message);
        }

        /// As Go prints it, and the code in brackets: `file:line:col: message [UnusedVar]`.
        public String withCode() {
            return this + " [" + code + "]";
        }

        /// As Go prints it: `file:line:col: message`.
        @Override
        public String toString() {
            if (line == 0) {
                return message;
            }
            // a line directive may leave the column open
            return file + ":" + line + (column == 0 ? "" : ":" + column) + ": " + message;
        }
    }

    /// A compiled program.
    interface Program {
        /// Prepares a run; it does nothing until started.
        Run prepare(RunOptions options, Console console);
    }
}
