package org.gorrery.session;

import java.util.List;

/// What came of compiling a package with its tests.
public sealed interface TestCompilation {
    /// There are no test files.
    record NoTests() implements TestCompilation {}

    /// Something does not compile.
    record Failed(List<Faults> faults) implements TestCompilation {
        /// Copies the list.
        public Failed {
            faults = List.copyOf(faults);
        }

        /// The same in one list.
        public List<Compilation.Finding> findings() {
            return faults.stream().flatMap(f -> f.findings().stream()).toList();
        }
    }

    /// What is wrong with one package.
    ///
    /// @param heading its import path; behind it in brackets the test program where the package is one only for that
    record Faults(String heading, List<Compilation.Finding> findings) {
        /// Copies the list.
        public Faults {
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
