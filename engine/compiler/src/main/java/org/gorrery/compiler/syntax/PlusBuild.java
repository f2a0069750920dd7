package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.gorrery.compiler.source.BuildConstraint;

/// Build constraints as they were written before Go 1.17: lines `// +build`, all of which must hold; on a line blanks stand for "or",
/// commas for "and". They stand before the package clause, with an empty line after the comment they are in.
/// Source: `go help buildconstraint` of Go 1.16.
final class PlusBuild {
    private static final String MARK = "+build";
    private static final String NEVER = "ignore";

    private PlusBuild() {}

    /// The lines as one expression of `//go:build`, or empty where there are none.
    ///
    /// @param packagePos position of the package clause
    /// @param line the line of a position
    static String expression(
            List<SourceFile.Comment> comments, int packagePos, IntUnaryOperator line) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < comments.size() && comments.get(i).pos() < packagePos; i++) {
            var text = comments.get(i).text();
            if (isLine(text) && isApart(comments, i, packagePos, line)) {
                terms.add(text);
            }
        }
        return terms.isEmpty() ? "" : all(terms);
    }

    /// What all of some lines say together, as one expression of `//go:build`; empty where it cannot be read.
    static String all(List<String> lines) {
        var terms = lines.stream().map(PlusBuild::expression).toList();
        var all = terms.size() == 1 ? terms.getFirst() : "(" + String.join(") && (", terms) + ")";
        return BuildConstraint.isWellFormed(all) ? all : "";
    }

    /// Whether a comment is such a line, wherever it stands.
    static boolean isLine(String comment) {
        String text = comment.startsWith("//") ? comment.substring(2).strip() : "";
        return text.equals(MARK) || text.startsWith(MARK + " ") || text.startsWith(MARK + "\t");
    }

    /// Whether an empty line follows the comment lines that this one is among.
    private static boolean isApart(
            List<SourceFile.Comment> comments, int from, int packagePos, IntUnaryOperator line) {
        int at = line.applyAsInt(comments.get(from).pos());
        for (int i = from + 1; ; i++) {
            int pos =
                    i < comments.size() ? Math.min(comments.get(i).pos(), packagePos) : packagePos;
            int next = line.applyAsInt(pos);
            if (next > at + 1) {
                return true;
            }
            if (pos == packagePos) {
                return false;
            }
            at = next;
        }
    }

    private static String expression(String comment) {
        String options = comment.substring(2).strip().substring(MARK.length()).strip();
        List<String> any = new ArrayList<>();
        for (var option : options.split("\\s+")) {
            List<String> both = new ArrayList<>();
            for (var literal : option.split(",", -1)) {
                both.add(literal(literal));
            }
            any.add("(" + String.join(" && ", both) + ")");
        }
        return String.join(" || ", any);
    }

    /// What is no tag counts as one that never holds.
    private static String literal(String literal) {
        boolean negated = literal.startsWith("!") && literal.length() > 1;
        String tag = negated ? literal.substring(1) : literal;
        boolean valid =
                !tag.isEmpty()
                        && tag.codePoints()
                                .allMatch(
                                        c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
        if (!valid && literal.startsWith("!!")) {
            return NEVER;
        }
        return (negated ? "!" : "") + (valid ? tag : NEVER);
    }
}
