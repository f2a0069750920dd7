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
    private Formatter() {}

    /// The formatted text of a file, or empty where it has syntax errors, which are then in `diagnostics`.
    ///
    /// @param name of the file, for the diagnostics
    public static Optional<byte[]> format(
            String name, byte[] utf8, SourceSet sources, Diagnostics diagnostics) {
        return format(name, utf8, 0, sources, diagnostics);
    }

    /// The formatted text of what is no whole file: declarations without a package clause, or statements without a function around them.
    /// White space before and after it stays, and the tabs before its first line indent all of it.
    ///
    /// @return empty where it is neither
    public static Optional<byte[]> formatPart(String name, byte[] utf8, SourceSet sources) {
        return new SourcePart(name, utf8, sources).format();
    }

    /// @param indent tabs before each line at the top level; negative takes away
    static Optional<byte[]> format(
            String name, byte[] utf8, int indent, SourceSet sources, Diagnostics diagnostics) {
        int base = sources.add(name, utf8);
        SourceFile file = Parser.parse(sources, base, new NodeIds(), diagnostics);
        if (diagnostics.sorted().stream()
                .anyMatch(found -> found.code() != DiagnosticCode.DIRECTIVE)) {
            return Optional.empty();
        }
        byte[] text = ImportOrder.sorted(utf8, base, file);
        if (!Arrays.equals(text, utf8)) {
            base = sources.add(name, text);
            file = Parser.parse(sources, base, new NodeIds(), diagnostics);
        }
        var layouts = new Layouts(new FormatSource(text, base, file), file);
        layouts.writer().setIndent(indent);
        layouts.declarations().file(file);
        return Optional.of(
                BuildLines.placed(layouts.writer().finish()).getBytes(StandardCharsets.UTF_8));
    }
}
