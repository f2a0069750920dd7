package org.gorrery.app.cli;

import java.io.PrintStream;

/// Where the course of one package's tests is told.
interface TestReport {
    /// The tests of the package begin.
    void start();

    /// A package is not compiled.
    ///
    /// @param err where that goes in a report for people
    /// @param of the package
    void buildFailed(PrintStream err, String of, String text);

    /// The tests cannot begin, since a package is not compiled.
    void failedBuild(String of);

    /// Something that is no output of the tests.
    ///
    /// @param err where it goes in a report for people
    void complaint(PrintStream err, String text);

    /// Output of the tests; need not end with a line.
    void output(byte[] bytes, int offset, int length);

    /// The package is done.
    ///
    /// @param line what `go test` prints
    /// @param action `pass`, `fail` or `skip`
    void end(String line, String action, long nanos);
}
