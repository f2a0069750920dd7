package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Instances of generic functions: by explicit arguments, by a call's arguments, by what they are assigned to
/// (Go spec, "Instantiations", "Type inference").
final class Inference {
    private final CheckContext c;

    /// Explicit type arguments of an index expression that leaves some to be inferred, by its id.
    private final Map<Integer, List<Type>> given = new HashMap<>();

    private int called = -1; // number of the expression

    Inference(CheckContext c) {
        this.c = c;
    }

    /// `fun` is what a call names.
    void calls(Expr fun) {
        called = fun.id();
    }

    /// `f[T, U]`; the result stays generic where arguments are left to be inferred.
    Val explicit(Expr.Index e, Val f, Signature s) {
        var args = new ArrayList<Type>();
        for (var a : e.indices()) {
            args.add(c.typeExprs.varType(a));
        }
        if (args.contains(BasicType.INVALID)) {
            return Val.invalid(e);
        }
        c.versions.require(
                e.id() == called ? e.pos() : e.operatorPos(), 18, "function instantiation");
        var params = s.typeParams();
        if (args.size() > params.size()) {
            c.error(
                    e.indices().get(params.size()),
                    DiagnosticCode.TYPE_ARGUMENT_COUNT,
                    "got "
                            + args.size()
                            + " type arguments but "
                            + ExprText.of(e.x())
                            + " has "
                            + params.size()
                            + " type parameters");
            return Val.invalid(e);
        }
        if (args.size() < params.size()) {
            // the function may mention itself: its parameters here are not those of its body
            var all = new InferenceTask(c, fresh(params), args).solve(List.of());
            if (all == null) {
                given.put(e.id(), args);
                return new Val(Mode.VALUE, s, null, e, f.object());
            }
            args = new ArrayList<>(all);
        }
        return instance(e, f, s, args);
    }

    private List<Type> givenFor(Expr e) {
        return given.getOrDefault(ExprText.unparen(e).id(), List.of());
    }

    /// The instance of a generic function, its arguments verified and noted.
    private Val instance(Expr e, Val f, Signature s, List<Type> args) {
        var made = note(e, s, args);
        verify(e, e.pos(), s.typeParams(), args);
        return new Val(Mode.VALUE, made, null, e, f.object());
    }

    private void verify(Expr e, int pos, List<TypeParameter> params, List<Type> args) {
        var written = written(e);
        c.later(() ->
                c.generics.verify(
                        params, args, i -> i < written.size() ? written.get(i).pos() : pos));
    }

    /// The type arguments that the source gives.
    private static List<Expr> written(Expr e) {
        return ExprText.unparen(e) instanceof Expr.Index i ? i.indices() : List.of();
    }

    /// Writes an instance to the name that mentions the function.
    private Signature note(Expr e, Signature s, List<Type> args) {
        c.instantiations.add(s.typeParams(), args, written(e), e.pos());
        var made = c.types.instantiate(s, args);
        var bare = ExprText.unparen(e);
        while (bare instanceof Expr.Index i) {
            bare = ExprText.unparen(i.x());
            c.operands[bare.id()] = new Operand(Mode.VALUE, made, null);
        }
        var name =
                bare instanceof Expr.Selector sel
                        ? sel.sel()
                        : bare instanceof Expr.Name n ? n : null;
        if (name != null) {
            c.instances[name.id()] = new Instance(args, made);
        }
        var x = e;
        while (true) {
            c.operands[x.id()] = new Operand(Mode.VALUE, made, null);
            if (x instanceof Expr.Paren p) {
                x = p.x();
            } else {
                return made;
            }
        }
    }

    /// A generic function used as a value: instantiated to match `target`, else an error.
    Val forTarget(Val f, Signature s, Target target) {
        var args = givenFor(f.expr());
        var type = target.type();
        if (type != null
                && type.underlying() instanceof Signature wanted
                && wanted.typeParams().isEmpty()) {
            if (!c.versions.allows(21)) {
                tooOld(f.expr(), !args.isEmpty());
                return Val.invalid(f.expr());
            }
            var own = fresh(s.typeParams());
            var task = new InferenceTask(c, own, args);
            task.displayAs(s.typeParams());
            var plain = c.types.instantiate(s, List.copyOf(own));
            var all = task.matches(plain, s, target, f) ? task.solve(List.of()) : null;
            if (all != null) {
                return instance(f.expr(), f, s, all);
            }
            String why = task.problem();
            c.error(
                    task.problemPos() == 0 ? f.expr().pos() : task.problemPos(),
                    DiagnosticCode.CANNOT_INFER,
                    why.isEmpty()
                            ? "cannot use generic function "
                                    + ExprText.of(f.expr())
                                    + " without instantiation"
                            : why);
            return Val.invalid(f.expr());
        }
        c.error(
                f.expr(),
                DiagnosticCode.MISSING_INSTANTIATION,
                "cannot use generic function " + ExprText.of(f.expr()) + " without instantiation");
        return Val.invalid(f.expr());
    }

    /// @param partly with some type arguments, of which [#explicit] has spoken where there are no generics at all
    private void tooOld(Expr f, boolean partly) {
        int pos = ExprText.unparen(f).operatorPos();
        if (c.versions.allows(18)) {
            c.versions.error(
                    pos,
                    21,
                    (partly ? "partially" : "implicitly") + " instantiated function in assignment");
        } else if (!partly) {
            c.versions.error(pos, 18, "function instantiation");
        }
    }

    /// One generic function among a call's arguments, with parameters of its own for this call.
    private record GenericArg(
            int at, Val arg, Signature origin, List<TypeParameter> fresh, List<Type> given) {}

    /// Matches arguments to parameters, infers what is to be inferred, and checks each assignment.
    ///
    /// @return the signature as called; null where it is unknown after an error
    @Nullable Signature call(Expr.Call e, Val f, Signature generic, List<Val> args) {
        var params = c.calls.parameters(e, generic, args);
        if (params == null) {
            return generic.typeParams().isEmpty() ? generic : null;
        }
        if (args.stream().anyMatch(Val::isInvalid)) {
            if (!generic.typeParams().isEmpty()) {
                return null;
            }
            assignAll(e, params, args); // the others may be wrong, too
            return generic;
        }
        var generics = genericArgs(args);
        if (generic.typeParams().isEmpty() && generics.isEmpty()) {
            assignAll(e, params, args);
            return generic;
        }
        if (!generics.isEmpty()) {
            var first = args.get(generics.getFirst().at());
            c.versions.require(
                    first.expr().pos(), 21, "implicitly instantiated function as argument");
        }
        var solved = infer(e, f, generic, params, args, generics);
        if (solved == null) {
            return generic.typeParams().isEmpty() ? generic : null;
        }
        Signature made = generic;
        if (!generic.typeParams().isEmpty()) {
            var own = solved.subList(0, generic.typeParams().size());
            c.versions.require(e.pos(), 18, "implicit function instantiation");
            made = note(e.fun(), generic, own);
            verify(e.fun(), e.operatorPos(), generic.typeParams(), own);
            params = Objects.requireNonNull(c.calls.parameters(e, made, args));
        }
        var settledArgs = settleGenerics(args, generics, solved, generic.typeParams().size());
        assignAll(e, params, settledArgs);
        return made;
    }

    private void assignAll(Expr.Call e, List<VarObject> params, List<Val> args) {
        String context = "argument to " + ExprText.of(e.fun());
        for (int i = 0; i < args.size(); i++) {
            c.assignments.assign(args.get(i), params.get(i).written(), context);
        }
    }

    private List<GenericArg> genericArgs(List<Val> args) {
        var list = new ArrayList<GenericArg>();
        for (int i = 0; i < args.size(); i++) {
            var a = args.get(i);
            if (a.mode() == Mode.VALUE
                    && a.type() instanceof Signature s
                    && !s.typeParams().isEmpty()) {
                list.add(new GenericArg(i, a, s, fresh(s.typeParams()), givenFor(a.expr())));
            }
        }
        return list;
    }

    private List<TypeParameter> fresh(List<TypeParameter> params) {
        var made = new ArrayList<TypeParameter>();
        for (var p : params) {
            made.add(new TypeParameter(p.object(), p.index()));
        }
        for (int i = 0; i < made.size(); i++) {
            made.get(i)
                    .setConstraint(
                            c.types.substitute(
                                    params.get(i).constraint(), params, List.copyOf(made)));
        }
        return made;
    }

    private @Nullable List<Type> infer(
            Expr.Call e,
            Val f,
            Signature s,
            List<VarObject> params,
            List<Val> args,
            List<GenericArg> generics) {
        // the function may call itself: its parameters in the call are not those of its body
        var own = fresh(s.typeParams());
        var all = new ArrayList<>(own);
        var known = new ArrayList<@Nullable Type>(givenFor(f.expr()));
        while (known.size() < own.size()) {
            known.add(null);
        }
        for (var g : generics) {
            all.addAll(g.fresh());
            known.addAll(g.given());
            while (known.size() < all.size()) {
                known.add(null);
            }
        }
        var task = new InferenceTask(c, all, known);
        task.displayAs(s.typeParams());
        var pairs = new ArrayList<InferenceTask.Pair>();
        for (int i = 0; i < args.size(); i++) {
            int at = i;
            var arg = args.get(i);
            var g = generics.stream().filter(x -> x.at() == at).findFirst();
            if (g.isPresent()) {
                var plain = c.types.instantiate(g.get().origin(), List.copyOf(g.get().fresh()));
                arg = new Val(arg.mode(), plain, null, arg.expr(), arg.object());
            }
            var p = c.types.substitute(params.get(i).type(), s.typeParams(), List.copyOf(own));
            pairs.add(new InferenceTask.Pair(p, arg));
        }
        var solved = task.solve(pairs);
        if (solved == null) {
            int pos = task.problemPos() == 0 ? e.operatorPos() : task.problemPos();
            c.error(
                    pos,
                    DiagnosticCode.CANNOT_INFER,
                    "in call to " + ExprText.of(e.fun()) + ", " + task.problem());
        }
        return solved;
    }

    private List<Val> settleGenerics(
            List<Val> args, List<GenericArg> generics, List<Type> solved, int from) {
        if (generics.isEmpty()) {
            return args;
        }
        var list = new ArrayList<>(args);
        int at = from;
        for (var g : generics) {
            int n = g.fresh().size();
            var own = List.copyOf(solved.subList(at, at + n));
            at += n;
            list.set(g.at(), instance(g.arg().expr(), g.arg(), g.origin(), own));
        }
        return list;
    }
}
