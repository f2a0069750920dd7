package org.gorrery.compiler.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the diagnostics of one compilation.
///
/// Guard: one compilation, one thread.
public final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;

    /// Adds one.
    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
            errors++;
        }
    }

    /// Adds an error at one position.
    public void error(int pos, DiagnosticCode code, String message) {
        add(new Diagnostic(pos, pos, code, Diagnostic.Severity.ERROR, message, List.of()));
    }

    /// Adds a warning at one position.
    public void warning(int pos, DiagnosticCode code, String message) {
        add(new Diagnostic(pos, pos, code, Diagnostic.Severity.WARNING, message, List.of()));
    }

    /// Whether there is an error among them.
    public boolean hasErrors() {
        return errors > 0;
    }

    /// All in the order in which they were found, exact repetitions left out.
    public List<Diagnostic> asFound() {
        return found.stream().distinct().toList();
    }

    /// All, sorted by position, exact repetitions left out; that there are too many comes after those that are shown.
    public List<Diagnostic> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(Diagnostics::rank))
                .distinct()
                .toList();
    }

    private static int rank(Diagnostic d) {
        return d.code() == DiagnosticCode.TOO_MANY ? d.end() : d.pos();
    }
}
