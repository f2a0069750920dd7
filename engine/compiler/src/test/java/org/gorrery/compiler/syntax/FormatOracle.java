package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;

/// What holds of the formatted text of any file that parses, whoever wrote it: it parses, too, and says the same.
///
/// "The same" is the tree without places, parentheses and empty statements, numbers in small letters, imports left out (they are sorted, and
/// what stands twice goes); and all names in their order.
public final class FormatOracle {
    private static final Set<String> TYPES =
            Set.of(
                    "Name",
                    "Selector",
                    "Index",
                    "Paren",
                    "Unary", // a pointer
                    "ArrayTypeExpr",
                    "MapTypeExpr",
                    "ChanTypeExpr",
                    "FuncTypeExpr",
                    "StructTypeExpr",
                    "InterfaceTypeExpr");

    /// What says nothing: a comment `//go:` or `//gorrery:` that goes on with no small letter or digit, into which the formatter puts a blank,
    /// as gofmt does; an empty statement, which it leaves out; parentheses.
    private static final String NOTHING =
            "\\w+: (Directive )?(go|gorrery):([^a-z0-9].*)?|(\\w+: )?(Empty( .*)?|Paren)";

    /// In front of imaginary integers: the formatter leaves them out, as gofmt does.
    private static final String NEEDLESS_ZEROS = "^(basiclit imag )[0_]+(?=[0-9_]+i$)";

    private FormatOracle() {}

    /// Formats a file that has no syntax errors, and judges the outcome.
    public static void judge(byte[] utf8) {
        var given = parse(utf8, new SourceSet(), new Diagnostics());
        var dump = lines(given);
        var broken = new Diagnostics();
        byte[] once =
                Formatter.format("p.go", utf8, new SourceSet(), broken)
                        .orElseThrow(() -> new AssertionError(broken.sorted()));
        var again = parse(once, new SourceSet(), broken);
        if (broken.hasErrors() && losesNeededParentheses(dump)) {
            return;
        }
        String text = new String(once, StandardCharsets.UTF_8);
        assertEquals(List.of(), broken.sorted(), text);
        assertEquals(said(dump), said(lines(again)), text);
        assertEquals(names(utf8, given), names(once, again), text);
    }

    /// The names after the imports, be they in the tree or not.
    private static List<String> names(byte[] utf8, Parsed parsed) {
        int from = 0;
        for (var d : parsed.file.decls()) {
            from = d instanceof Decl.ImportDecl i ? i.path().pos() : from;
        }
        var out = new ArrayList<String>();
        var none = new Diagnostics();
        var lineDirectives = new LineDirectives(parsed.sources, parsed.base, none);
        var log = new CommentLog(parsed.base, none, lineDirectives);
        var scanner = new Scanner(utf8, parsed.base, none, log);
        for (scanner.next(); scanner.token() != Token.EOF; scanner.next()) {
            if (scanner.token() == Token.NAME && scanner.pos() > from) {
                out.add(scanner.text());
            }
        }
        return out;
    }

    /// Whether a lone result without a name is like an instance of a type, but for an argument that is no type: `(r [1 << 20])`, an array
    /// whose element type is missing. gofmt of Go 1.26 takes the parentheses away, as from each lone result, and we do as it does; the
    /// result does not parse any more. No valid program has such a result.
    private static boolean losesNeededParentheses(List<String> dump) {
        for (int i = 2; i < dump.size(); i++) {
            boolean lone =
                    dump.get(i).strip().startsWith("type: Index ")
                            && dump.get(i - 1).strip().startsWith("fields: Field ")
                            && dump.get(i - 2).strip().startsWith("results: FieldList");
            if (lone && hasOtherThanTypes(dump, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOtherThanTypes(List<String> dump, int index) {
        int depth = depth(dump.get(index));
        for (int i = index + 1; i < dump.size() && depth(dump.get(i)) > depth; i++) {
            var kind = dump.get(i).strip().replaceFirst("^\\w+: ", "").split(" ")[0];
            if (depth(dump.get(i)) == depth + 2 && !TYPES.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private record Parsed(SourceFile file, int base, SourceSet sources) {}

    private static Parsed parse(byte[] utf8, SourceSet sources, Diagnostics found) {
        int base = sources.add("p.go", utf8);
        return new Parsed(Parser.parse(sources, base, new NodeIds(), found), base, sources);
    }

    private static List<String> lines(Parsed parsed) {
        return TreeDump.of(parsed.file, parsed.sources).lines().toList();
    }

    private static List<String> said(List<String> dump) {
        var out = new ArrayList<String>();
        for (int i = 0; i < dump.size(); i++) {
            String line = dump.get(i).strip().replaceFirst(" \\d+:\\d+", "");
            if (line.startsWith("ImportDecl")) {
                int depth = depth(dump.get(i));
                while (i + 1 < dump.size() && depth(dump.get(i + 1)) > depth) {
                    i++;
                }
            } else if (!line.matches(NOTHING)) {
                String small = line.replaceFirst("^\\w+: ", "").toLowerCase(Locale.ROOT);
                out.add(small.replaceFirst(NEEDLESS_ZEROS, "$1"));
            }
        }
        return out;
    }
}
