package org.gorrery.compiler.source;

import java.util.ArrayList;
import java.util.List;

/// Hands diagnostics on until a package has had its share, which ends with "too many errors".
///
/// @param perPackage how many errors of one package are shown
public record ErrorLimit(int perPackage) {
    /// What Go's compiler shows.
    public static final ErrorLimit USUAL = new ErrorLimit(10);

    /// All of them.
    public static final ErrorLimit NONE = new ErrorLimit(Integer.MAX_VALUE);

    /// Hands on the first ones found; as with Go the note that there may be more stands with the last of them, and comes with it even
    /// where there are no more. Warnings do not count.
    ///
    /// @param found in the order in which they were found
    public void pass(List<Diagnostic> found, Diagnostics out) {
        var shown = new ArrayList<Diagnostic>();
        for (var d : found) {
            if (d.severity() == Diagnostic.Severity.WARNING) {
                out.add(d);
            } else if (shown.size() < perPackage) {
                out.add(d);
                shown.add(d);
            }
        }
        if (shown.size() == perPackage) {
            int end = shown.stream().mapToInt(Diagnostic::pos).max().orElse(0);
            out.add(
                    new Diagnostic(
                            shown.getLast().pos(),
                            end,
                            DiagnosticCode.TOO_MANY,
                            Diagnostic.Severity.ERROR,
                            "too many errors",
                            List.of()));
        }
    }
}
