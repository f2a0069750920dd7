package org.gorrery.compiler.syntax;

import java.util.Arrays;
import java.util.List;

/// Decides for grouped const and var specs whether values keep a column of their own right of the types: they do in a run of specs with
/// values of which one has a type.
final class TypeColumn {
    private TypeColumn() {}

    /// By spec: whether the column of types is kept.
    static boolean[] kept(List<Decl> specs) {
        var kept = new boolean[specs.size()];
        int start = -1;
        boolean typed = false;
        for (int i = 0; i <= specs.size(); i++) {
            boolean valued = i < specs.size() && hasValues(specs.get(i));
            if (valued && start < 0) {
                start = i;
                typed = false;
            } else if (!valued && start >= 0) {
                Arrays.fill(kept, start, i, typed);
                start = -1;
            }
            typed |= i < specs.size() && hasType(specs.get(i));
        }
        return kept;
    }

    private static boolean hasValues(Decl spec) {
        return spec instanceof Decl.ConstDecl c && !c.values().isEmpty()
                || spec instanceof Decl.VarDecl v && !v.values().isEmpty();
    }

    private static boolean hasType(Decl spec) {
        return spec instanceof Decl.ConstDecl c && c.type() != null
                || spec instanceof Decl.VarDecl v && v.type() != null;
    }
}
