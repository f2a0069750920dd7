package org.gorrery.compiler.source;

import java.util.List;

/// A fault found in Go source: collected, never thrown. Printed as `file:line:col: message`.
///
/// @param end position after the offending text, or `pos` where unknown
/// @param code stable code of the kind of fault
/// @param message lower case, no full stop, in words that Go users know; may hold newlines followed by a tab for further facts
public record Diagnostic(
        int pos,
        int end,
        DiagnosticCode code,
        Severity severity,
        String message,
        List<Note> notes) {
    /// Copies the notes.
    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /// How bad it is.
    public enum Severity {
        /// The package does not compile.
        ERROR,
        /// What `go vet` would tell.
        WARNING
    }

    /// A further place that belongs to the fault.
    public record Note(int pos, String message) {}
}
