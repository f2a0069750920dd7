package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One inference of type arguments: from arguments, then from constraints, then from untyped constants.
final class InferenceTask {
    private final CheckContext c;
    private final List<TypeParameter> params;
    private final List<TypeParameter> wanted = new ArrayList<>();
    private final Unifier unifier;
    private List<TypeParameter> shown;
    private String problem = "";
    private int problemPos;

    /// A parameter's type with the argument for it.
    record Pair(Type param, Val arg) {}

    InferenceTask(
            CheckContext c, List<TypeParameter> params, List<? extends @Nullable Type> known) {
        this.c = c;
        this.params = params;
        this.shown = params;
        this.unifier = new Unifier(c.types.sets(), params, c.versions.allows(21));
        for (int i = 0; i < known.size(); i++) {
            var t = known.get(i);
            if (t != null) {
                unifier.set(params.get(i), t);
            }
        }
        for (int i = 0; i < params.size(); i++) {
            if (i >= known.size() || known.get(i) == null) {
                wanted.add(params.get(i));
            }
        }
    }

    /// Messages name these in place of the fresh parameters.
    void displayAs(List<TypeParameter> originals) {
        this.shown = originals;
    }

    /// Why there is no solution.
    String problem() {
        return problem;
    }

    /// Where to report it; 0 for the whole call.
    int problemPos() {
        return problemPos;
    }

    private void fail(int pos, String message) {
        if (problem.isEmpty()) {
            problem = message;
            problemPos = pos;
        }
    }

    /// Matches a function's own type with what it is assigned to.
    ///
    /// @param plain its type with the parameters of this task
    /// @param s its type as declared, for messages
    boolean matches(Signature plain, Signature s, Target target, Val f) {
        var type = Objects.requireNonNull(target.type());
        if (unifier.unify(plain, type.underlying(), Unifier.Match.ASSIGN)) {
            return true;
        }
        var bare = new Signature(null, List.of(), List.of(), s.params(), s.results(), s.variadic());
        String of = c.text(type) + " of " + (target.name().isEmpty() ? "value" : target.name());
        boolean none = params.stream().allMatch(p -> unifier.at(p) == null);
        fail(
                f.expr().pos(),
                none
                        ? "type " + of + " does not match " + c.text(bare) + cannotInfer()
                        : "inferred type "
                                + c.text(substituted(plain))
                                + " for "
                                + c.text(bare)
                                + " does not match type "
                                + of);
        return false;
    }

    private String cannotInfer() {
        return " (cannot infer " + names() + ")";
    }

    private String names() {
        var list = shown.stream().map(p -> p.object().name()).toList();
        return switch (list.size()) {
            case 0 -> "";
            case 1 -> list.getFirst();
            case 2 -> list.get(0) + " and " + list.get(1);
            default ->
                    list.subList(0, list.size() - 1).stream().collect(Collectors.joining(", "))
                            + ", and "
                            + list.getLast();
        };
    }

    /// All type arguments; null where some cannot be inferred.
    @Nullable List<Type> solve(List<Pair> pairs) {
        Map<TypeParameter, List<Val>> untyped = new HashMap<>();
        for (var pair : pairs) {
            // one without unknown parts takes what can be assigned to it, and says nothing about
            // the others
            if (!Substitution.mentions(pair.param(), wanted)
                    && !(pair.arg().type() instanceof Signature s
                            && Substitution.mentions(s, params))) {
                continue;
            }
            if (pair.arg().isUntyped()) {
                if (pair.param() instanceof TypeParameter p && !pair.arg().isNil()) {
                    untyped.computeIfAbsent(p, k -> new ArrayList<>()).add(pair.arg());
                }
            } else if (!unifier.unify(pair.param(), pair.arg().type(), Unifier.Match.ASSIGN)) {
                mismatch(pair);
                return null;
            }
        }
        if (!constraints() || !constants(untyped)) {
            return null;
        }
        if (!untyped.isEmpty() && !constraints()) {
            return null;
        }
        return finish();
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private void mismatch(Pair pair) {
        var arg = pair.arg();
        var inferred = substituted(pair.param());
        String targ = c.text(arg.written());
        String expr = ExprText.of(arg.expr());
        if (inferred != pair.param()) {
            fail(
                    arg.expr().pos(),
                    pair.param() instanceof TypeParameter p
                            ? "type "
                                    + targ
                                    + " of "
                                    + expr
                                    + " does not match inferred type "
                                    + c.text(inferred)
                                    + " for "
                                    + c.text(p)
                            : "type "
                                    + targ
                                    + " of "
                                    + expr
                                    + " does not match inferred type "
                                    + c.text(inferred)
                                    + " for "
                                    + c.text(pair.param()));
        } else {
            fail(
                    arg.expr().pos(),
                    "type "
                            + targ
                            + " of "
                            + expr
                            + " does not match "
                            + c.text(pair.param())
                            + " (cannot infer "
                            + names()
                            + ")");
        }
    }

    private Type substituted(Type t) {
        var known = new ArrayList<TypeParameter>();
        var args = new ArrayList<Type>();
        for (var p : params) {
            var a = unifier.at(p);
            if (a != null) {
                known.add(p);
                args.add(a);
            }
        }
        return c.types.substitute(t, known, args);
    }

    /// What constraints say about their parameters, until nothing new comes of it.
    private boolean constraints() {
        while (true) {
            int before = unifier.unknown();
            for (var p : params) {
                if (!constraint(p)) {
                    return false;
                }
            }
            if (unifier.unknown() == before) {
                return true;
            }
        }
    }

    private boolean constraint(TypeParameter p) {
        var set = c.types.typeSet(c.types.sets().constraint(p));
        var terms = set.terms();
        var known = unifier.at(p);
        var core = terms == null ? null : c.types.sets().core(terms);
        if (terms != null && core != null) {
            boolean single = terms.size() == 1;
            var type = single ? terms.getFirst().type() : core;
            if (known == null) {
                if (single && !terms.getFirst().tilde()) {
                    unifier.set(p, type);
                }
            } else if (!unifier.unify(known, type, Unifier.Match.LOOSE)) {
                fail(
                        0,
                        p.object().name()
                                + " (type "
                                + c.text(known)
                                + ") does not satisfy "
                                + c.text(p.constraint()));
                return false;
            }
        }
        if (known != null && !hasParameters(known)) {
            if (!unifier.methodsMatch(known, set)) {
                var missing =
                        c.types
                                .satisfaction()
                                .missingMethod(
                                        known,
                                        (InterfaceType) substituted(c.types.sets().constraint(p)),
                                        false);
                String cause =
                        missing == null
                                ? ""
                                : " "
                                        + c.types
                                                .satisfaction()
                                                .cause(
                                                        missing,
                                                        known,
                                                        p.constraint(),
                                                        c.errors.text);
                fail(
                        0,
                        p.object().name()
                                + " (type "
                                + c.text(known)
                                + ") does not satisfy "
                                + c.text(p.constraint())
                                + cause);
                return false;
            }
        }
        return true;
    }

    private boolean hasParameters(Type t) {
        return Substitution.mentions(t, params);
    }

    /// The default type of the largest kind among untyped constants for one parameter.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private boolean constants(Map<TypeParameter, List<Val>> untyped) {
        for (var p : params) {
            var list = untyped.get(p);
            if (list == null || unifier.at(p) != null) {
                continue;
            }
            Type max = null;
            for (var v : list) {
                if (max == null) {
                    max = v.type();
                    continue;
                }
                if (max == v.type()) {
                    continue;
                }
                boolean numbers =
                        max instanceof BasicType a
                                && a.isNumeric()
                                && v.type() instanceof BasicType b
                                && b.isNumeric();
                if (!numbers) {
                    fail(
                            v.expr().pos(),
                            "mismatched types "
                                    + c.text(max)
                                    + " and "
                                    + c.text(v.written())
                                    + " (cannot infer "
                                    + names()
                                    + ")");
                    return false;
                }
                max =
                        ((BasicType) v.type()).ordinal() > ((BasicType) max).ordinal()
                                ? v.type()
                                : max;
            }
            if (max != null) {
                unifier.set(p, Types.defaultType(max));
            }
        }
        return true;
    }

    /// Replaces parameters inside the found types by what was found for them.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private @Nullable List<Type> finish() {
        var found = unifier.results();
        for (int round = 0; round <= params.size() + 1; round++) {
            boolean changed = false;
            var known = new ArrayList<TypeParameter>();
            var args = new ArrayList<Type>();
            for (int i = 0; i < params.size(); i++) {
                var t = found.get(i);
                if (t != null && t != params.get(i)) {
                    known.add(params.get(i));
                    args.add(t);
                }
            }
            for (int i = 0; i < params.size(); i++) {
                var t = found.get(i);
                if (t != null && Substitution.mentions(t, params)) {
                    if (round > params.size()) {
                        found.set(i, null); // a cycle: no finite type
                        continue;
                    }
                    var s = c.types.substitute(t, known, args);
                    changed |= s != t;
                    found.set(i, s);
                }
            }
            if (!changed && round <= params.size()) {
                round = params.size();
            }
        }
        var all = new ArrayList<Type>();
        for (int i = 0; i < params.size(); i++) {
            var t = found.get(i);
            if (t == null || Substitution.mentions(t, params)) {
                var o = params.get(i).object();
                fail(
                        0,
                        "cannot infer "
                                + o.name()
                                + " (declared at "
                                + c.errors.place(o.pos())
                                + ")");
                return null;
            }
            all.add(t);
        }
        return all;
    }
}
