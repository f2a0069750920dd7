package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;

/// Formats Go source as gofmt does.
///
/// The tree is walked by layouts, one class per part of the grammar ([Layouts]), which hand tokens and white space to a [LayoutWriter]; this
/// puts the comments in and leaves alignment to a [ColumnWriter]. What the source decides are its line breaks between statements,
/// elements and operands; everything else follows from the rules.
public final class Formatter {
    private final String name;
    private final SourceSet sources;
    private final Diagnostics diagnostics;

    // the text so far and what it says
    private byte[] text;
    private int base;
    private SourceFile file;
    private Liberties liberties;

    private Formatter(String name, byte[] utf8, SourceSet sources, Diagnostics diagnostics) {
        this.name = name;
        this.sources = sources;
        this.diagnostics = diagnostics;
        text = utf8;
        base = sources.add(name, utf8);
        liberties = new Liberties();
        file = Parser.parse(sources, base, diagnostics, liberties);
    }

    /// The formatted text of a file, or empty where it has syntax errors, which are then in `diagnostics`.
    ///
    /// @param name of the file, for the diagnostics
    public static Optional<byte[]> format(
            String name, byte[] utf8, SourceSet sources, Diagnostics diagnostics) {
        return format(name, utf8, false, sources, diagnostics);
    }

    /// The same, if asked for without what `gofmt -s` leaves out.
    public static Optional<byte[]> format(
            String name,
            byte[] utf8,
            boolean simplify,
            SourceSet sources,
            Diagnostics diagnostics) {
        return new Formatter(name, utf8, sources, diagnostics)
                .formatted(simplify, 0)
                .map(BuildLines::placed);
    }

    /// The formatted text of what is no whole file: declarations without a package clause, or statements without a function around them.
    /// White space before and after it stays, and the tabs before its first line indent all of it.
    ///
    /// @param simplify whether to leave out what `gofmt -s` leaves out
    /// @return empty where it is neither
    public static Optional<byte[]> formatPart(
            String name, byte[] utf8, boolean simplify, SourceSet sources) {
        return new SourcePart(name, utf8, simplify, sources).format();
    }

    /// Formats, but leaves build constraints where they are.
    ///
    /// @param indent tabs before each line at the top level; negative takes away
    static Optional<byte[]> format(
            String name, byte[] utf8, boolean simplify, int indent, SourceSet sources) {
        return new Formatter(name, utf8, sources, new Diagnostics()).formatted(simplify, indent);
    }

    private Optional<byte[]> formatted(boolean simplify, int indent) {
        if (diagnostics.sorted().stream()
                .anyMatch(found -> found.code() != DiagnosticCode.DIRECTIVE)) {
            return Optional.empty();
        }
        change(ImportOrder.sorted(text, base, file));
        if (simplify) {
            change(Simplification.of(text, base, file));
        }
        var layouts = new Layouts(new FormatSource(text, base, file), file, liberties);
        layouts.writer().setIndent(indent);
        layouts.declarations().file(file);
        return Optional.of(layouts.writer().finish().getBytes(StandardCharsets.UTF_8));
    }

    private void change(byte[] changed) {
        if (!Arrays.equals(text, changed)) {
            text = changed;
            base = sources.add(name, changed);
            liberties = new Liberties();
            file = Parser.parse(sources, base, diagnostics, liberties);
        }
    }
}
