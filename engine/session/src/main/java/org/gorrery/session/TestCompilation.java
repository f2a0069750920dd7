package org.gorrery.session;

import java.util.List;

/// What came of compiling a package with its tests.
public sealed interface TestCompilation {
    /// There are no test files.
    record NoTests() implements TestCompilation {}

    /// Something does not compile.
    record Failed(List<Compilation.Finding> findings) implements TestCompilation {
        /// Copies the list.
        public Failed {
            findings = List.copyOf(findings);
        }
    }

    /// The tests can be run.
    ///
    /// @param leftOut what was left out since it does not compile, with the first fault of each; tests by their names
    /// @param ours whether Gorrery's own package is tested, and not that of the folder
    /// @param functions how many tests, fuzz tests and examples there are
    record Ready(Compilation.Program program, List<LeftOut> leftOut, boolean ours, int functions)
            implements TestCompilation {
        /// Copies the list.
        public Ready {
            leftOut = List.copyOf(leftOut);
        }
    }

    /// A declaration of a test file that was left out.
    ///
    /// @param name of a function to run; empty for other declarations
    /// @param fault the first that was found in it
    record LeftOut(String name, Compilation.Finding fault) {}
}
