package org.gorrery.formats.profile;

/// Names of functions as pprof's tool shows them, and matches its filters against: it takes names with brackets for C++ and
/// leaves out parameters, so that `F[go.shape.func(int)]` is shown as `F[go.shape.func]`.
///
/// Source: the output of `go tool pprof`.
public final class ShownNames {
    private ShownNames() {}

    /// Renames the functions of a profile as the tool does.
    ///
    /// @param profile any profile
    /// @return a changed copy, or the same profile where no name changes
    public static Profile of(Profile profile) {
        for (int f = 0; f < profile.functions(); f++) {
            if (!shown(profile, f).equals(profile.functionName(f))) {
                return renamed(profile);
            }
        }
        return profile;
    }

    private static Profile renamed(Profile p) {
        var b = new ProfileBuilder();
        copyTables(p, b, f -> shown(p, f));
        int[] stack = new int[64];
        long[] values = new long[p.head().sampleTypes().size()];
        for (int s = 0; s < p.samples(); s++) {
            int depth = p.depth(s);
            stack = stack.length < depth ? new int[depth * 2] : stack;
            for (int i = 0; i < depth; i++) {
                stack[i] = p.location(s, i);
            }
            for (int t = 0; t < values.length; t++) {
                values[t] = p.value(s, t);
            }
            b.sample(stack, depth, values);
            p.labels(s).forEach(l -> b.label(l.key(), l.text(), l.number(), l.unit()));
        }
        return b.build(p.head());
    }

    /// Names a function by its index.
    interface Names {
        /// {@return the name}
        String of(int function);
    }

    /// Copies mappings, functions and locations under the same indices.
    static void copyTables(Profile from, ProfileBuilder to, Names names) {
        from.mappings().forEach(to::mapping);
        for (int f = 0; f < from.functions(); f++) {
            to.function(
                    to.string(names.of(f)),
                    to.string(from.systemName(f)),
                    to.string(from.fileName(f)),
                    from.startLine(f));
        }
        for (int loc = 0; loc < from.locations(); loc++) {
            to.location(from.address(loc), from.mapping(loc), from.folded(loc));
            for (int i = 0; i < from.lines(loc); i++) {
                to.line(from.function(loc, i), from.line(loc, i), from.column(loc, i));
            }
        }
    }

    /// Only names that no symboliser has changed yet are looked at.
    private static String shown(Profile p, int f) {
        String name = p.functionName(f);
        String system = p.systemName(f);
        return name.isEmpty() || name.equals(system) ? shown(system) : name;
    }

    private static String shown(String name) {
        boolean cpp =
                !name.contains(".<")
                        && !name.contains("]).")
                        && (name.contains("::") || name.matches("(?s).*[<>\\[\\]].*"));
        if (!cpp) {
            return name;
        }
        return without(without(name, '(', ')'), '<', '>');
    }

    /// Takes out matching pairs with all between them; a closing one too many ends it.
    private static String without(String name, char open, char close) {
        var s = new StringBuilder();
        int nesting = 0;
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == open) {
                if (nesting++ == 0) {
                    s.append(name, from, i);
                    from = i;
                }
            } else if (c == close) {
                if (--nesting < 0) {
                    break;
                }
                if (nesting == 0) {
                    from = i + 1;
                }
            }
        }
        return s.append(name, from, name.length()).toString();
    }
}
