package org.gorrery.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorrery.compiler.source.DeepStack;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Formatter;

/// Go source in the form that gofmt gives it, or why it has none.
///
/// Needs no imports and no types: a file that parses can be formatted. Formatting a formatted text changes nothing.
public sealed interface Formatting {
    /// The formatted text.
    record Formatted(byte[] utf8) implements Formatting {
        /// The text as characters.
        public String text() {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /// It does not parse.
    record Refused(List<Compilation.Finding> findings) implements Formatting {
        /// Copies the list.
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// Formats a file.
    ///
    /// @param name shown in findings
    static Formatting of(String name, byte[] utf8) {
        return of(name, utf8, false);
    }

    /// Formats a file.
    ///
    /// @param name shown in findings
    /// @param simplify whether to leave out what `gofmt -s` leaves out
    static Formatting of(String name, byte[] utf8, boolean simplify) {
        return DeepStack.call(() -> whole(name, utf8, simplify));
    }

    private static Formatting whole(String name, byte[] utf8, boolean simplify) {
        var sources = new SourceSet();
        var found = new Diagnostics();
        Optional<byte[]> text = Formatter.format(name, utf8, simplify, sources, found);
        return text.isPresent()
                ? new Formatted(text.get())
                : new Refused(findings(sources, found.sorted()));
    }

    /// Formats a file, or declarations without a package clause, or statements without a function: what an editor or a pipe hands over.
    static Formatting ofPart(String name, byte[] utf8) {
        return ofPart(name, utf8, false);
    }

    /// The same, if asked for without what `gofmt -s` leaves out.
    static Formatting ofPart(String name, byte[] utf8, boolean simplify) {
        return DeepStack.call(() -> part(name, utf8, simplify));
    }

    private static Formatting part(String name, byte[] utf8, boolean simplify) {
        var whole = whole(name, utf8, simplify);
        if (whole instanceof Formatted) {
            return whole;
        }
        return Formatter.formatPart(name, utf8, simplify, new SourceSet())
                .<Formatting>map(Formatted::new)
                .orElse(whole);
    }

    private static List<Compilation.Finding> findings(SourceSet sources, List<Diagnostic> found) {
        var out = new ArrayList<Compilation.Finding>();
        for (var d : found) {
            out.add(Compilation.Finding.of(sources, d));
        }
        return out;
    }
}
