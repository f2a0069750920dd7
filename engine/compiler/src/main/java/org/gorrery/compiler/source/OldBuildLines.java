package org.gorrery.compiler.source;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.BuildConstraint.Node;

/// The expression of a `//go:build` line as lines `// +build`, the form of before Go 1.17: all lines must hold; on a line blanks stand for
/// "or", commas for "and", and only a tag can be negated. Source: `go help buildconstraint` of Go 1.16.
public final class OldBuildLines {
    private static final String MARK = "// +build ";
    private static final String TOO_DEEP =
            "// +build error: expression too complex for // +build lines";

    private OldBuildLines() {}

    /// An expression or its opposite.
    private record Signed(Node x, boolean negated) {}

    /// The lines; one that tells an error where the expression nests too deep for that form.
    ///
    /// @param expression one that can be read
    public static List<String> of(String expression) {
        List<String> lines = new ArrayList<>();
        boolean choice = false;
        for (var line : terms(new Signed(BuildConstraint.tree(expression), false), true)) {
            List<String> options = new ArrayList<>();
            for (var option : terms(line, false)) {
                var tags = terms(option, true);
                if (!tags.stream().allMatch(t -> t.x instanceof Node.Tag)) {
                    return List.of(TOO_DEEP);
                }
                options.add(String.join(",", tags.stream().map(OldBuildLines::tag).toList()));
            }
            choice |= options.size() > 1;
            lines.add(String.join(" ", options));
        }
        return choice
                ? lines.stream().map(line -> MARK + line).toList()
                : List.of(MARK + String.join(",", lines));
    }

    private static String tag(Signed x) {
        return (x.negated ? "!" : "") + (x.x instanceof Node.Tag tag ? tag.name() : "");
    }

    /// What an expression joins by "and", or else by "or"; the expression itself where it joins nothing so.
    private static List<Signed> terms(Signed x, boolean and) {
        return switch (x.x) {
            case Node.Tag _ -> List.of(x);
            case Node.Not not -> terms(new Signed(not.x(), !x.negated), and);
            case Node.And both ->
                    x.negated == and ? List.of(x) : joined(both.x(), both.y(), x.negated, and);
            case Node.Or either ->
                    x.negated == and ? joined(either.x(), either.y(), x.negated, and) : List.of(x);
        };
    }

    private static List<Signed> joined(Node x, Node y, boolean negated, boolean and) {
        List<Signed> all = new ArrayList<>(terms(new Signed(x, negated), and));
        all.addAll(terms(new Signed(y, negated), and));
        return all;
    }
}
