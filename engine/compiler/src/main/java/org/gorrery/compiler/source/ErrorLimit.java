package org.gorrery.compiler.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Hands diagnostics on until a file has had its share, which ends with "too many errors".
///
/// @param perFile how many errors of one file are shown
public record ErrorLimit(int perFile) {
    /// What Go's compiler shows.
    public static final ErrorLimit USUAL = new ErrorLimit(10);

    /// All of them.
    public static final ErrorLimit NONE = new ErrorLimit(Integer.MAX_VALUE);

    /// Hands on what was found, in order of position; warnings do not count.
    public void pass(List<Diagnostic> found, SourceSet sources, Diagnostics out) {
        var errors = new HashMap<String, Integer>();
        var last = new HashMap<String, Integer>();
        for (var d : found.stream().sorted(Comparator.comparingInt(Diagnostic::pos)).toList()) {
            if (d.severity() == Diagnostic.Severity.WARNING) {
                out.add(d);
                continue;
            }
            String file = sources.position(d.pos()).file();
            int n = errors.merge(file, 1, Integer::sum);
            if (n <= perFile) {
                out.add(d);
                last.put(file, d.pos());
            } else if (n == perFile + 1) {
                int pos = last.getOrDefault(file, d.pos());
                out.error(pos, DiagnosticCode.TOO_MANY, "too many errors");
            }
        }
    }
}
