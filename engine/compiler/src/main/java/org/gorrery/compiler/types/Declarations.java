package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Resolves declared objects when they are first needed, in whatever order they stand (Go spec, "Declarations and scope").
final class Declarations {
    private final CheckContext c;

    /// Package-level objects being resolved, outermost first.
    private final List<GoObject> path = new ArrayList<>();

    /// Constants whose line repeats an earlier one: type and values of the last line that has them, in a function.
    private @Nullable Expr lastType;

    private List<Expr> lastValues = List.of();

    /// Types declared as another declared type, with that.
    private final Map<NamedType, Type> written = new HashMap<>();

    Declarations(CheckContext c) {
        this.c = c;
    }

    /// What a type is declared as: another declared type, or its underlying type.
    Type written(NamedType type) {
        var other = written.get(type);
        return other != null && type.isDefined() && type.underlying() != BasicType.INVALID
                ? other
                : type.underlying();
    }

    /// Sees to it that the type of a package-level object is known; nothing for others.
    void resolve(GoObject o) {
        if (o.pkg() != c.pkg) {
            return;
        }
        var info = c.decls.get(o);
        if (info == null || info.state == DeclInfo.State.DONE) {
            return;
        }
        if (info.state == DeclInfo.State.IN_PROGRESS) {
            met(o);
            return;
        }
        info.state = DeclInfo.State.IN_PROGRESS;
        for (var v : info.together) {
            java.util.Objects.requireNonNull(c.decls.get(v)).state = DeclInfo.State.IN_PROGRESS;
        }
        path.add(o);
        var before = c.env;
        c.env = new Env(info.file, info.scope, info, null, null, 0);
        try {
            define(o, info);
        } finally {
            c.env = before;
            path.removeLast();
            info.state = DeclInfo.State.DONE;
            for (var v : info.together) {
                java.util.Objects.requireNonNull(c.decls.get(v)).state = DeclInfo.State.DONE;
            }
        }
    }

    private void define(GoObject o, DeclInfo info) {
        switch (o) {
            case ConstObject k -> {
                var d = (Decl.ConstDecl) info.decl;
                constant(k, d.iota(), info.typeExpr, info.value, info.inherited);
            }
            case VarObject v -> variable(v, info);
            case TypeObject t -> {
                // its own dependencies are no one's: only variables and functions are initialised
                c.env = new Env(info.file, info.scope, null, null, null, 0);
                type(t, (Decl.TypeDecl) info.decl);
            }
            case FuncObject f -> function(f, info, (Decl.FuncDecl) info.decl);
            case PackageObject p -> {}
            case BuiltinObject b -> {}
            case NilObject n -> {}
            case LabelObject l -> {}
        }
    }

    /// An object is needed for its own declaration: fine where a type declaration stands between.
    private void met(GoObject o) {
        int from = path.indexOf(o);
        if (from < 0) {
            return;
        }
        var cycle = path.subList(from, path.size());
        int values = 0;
        int types = 0;
        for (var x : cycle) {
            if (x instanceof ConstObject || x instanceof VarObject) {
                values++;
            } else if (x instanceof TypeObject t && !t.alias()) {
                types++;
            }
        }
        boolean allowed = values == cycle.size() || values == 0 && types > 0;
        if (values == 0 && o instanceof FuncObject f && isPlain(f)) {
            // as with Go it has a signature from the start, which says nothing yet
            var none = TupleType.EMPTY;
            f.setSignature(new Signature(null, List.of(), List.of(), none, none, false));
            return;
        }
        if (!allowed) {
            new CycleReport(c).report(List.copyOf(cycle));
            if (o instanceof TypeObject t && t.type() instanceof NamedType n && !n.isDefined()) {
                n.setUnderlying(BasicType.INVALID);
            }
        }
        if (o instanceof VarObject v && !v.isTyped()) {
            v.setType(BasicType.INVALID);
        } else if (o instanceof TypeObject t && !t.isResolved()) {
            t.setType(BasicType.INVALID);
        } else if (o instanceof ConstObject k && k.type() == BasicType.INVALID) {
            k.define(BasicType.INVALID, null);
        }
    }

    private static boolean isPlain(FuncObject f) {
        return f.decl() != null && f.decl().type().typeParams().isEmpty();
    }

    /// Whether a value of this type would contain one whose declaration is not complete, because the declaration needs the value; reports it.
    boolean refersToItself(@Nullable Type type) {
        var inside = new ArrayList<GoObject>();
        var open = type == null ? null : open(type, inside, new HashSet<>());
        if (open == null) {
            return false;
        }
        int from = path.indexOf(open.object());
        var cycle = new ArrayList<GoObject>();
        if (from < 0) {
            cycle.add(open.object());
        } else {
            cycle.addAll(path.subList(from, path.size()));
            inside.stream().filter(o -> !cycle.contains(o)).forEach(cycle::add);
        }
        new CycleReport(c).report(cycle);
        return true;
    }

    /// The type without a definition that a value of this one contains, or null.
    ///
    /// @param inside gets the declared types on the way there
    private @Nullable NamedType open(Type type, List<GoObject> inside, Set<NamedType> seen) {
        switch (type) {
            case NamedType n when n.object().pkg() != c.pkg -> {}
            case NamedType n -> {
                inside.add(n.object());
                var next = n.origin().forward();
                if (!n.isDefined()) {
                    return next == null ? n.origin() : open(next, inside, seen);
                }
                if (n.typeArgs().isEmpty() && seen.add(n)) {
                    var found = open(n.underlying(), inside, seen);
                    if (found != null) {
                        return found;
                    }
                }
                inside.removeLast();
            }
            case ArrayType a -> {
                return open(a.elem(), inside, seen);
            }
            case StructType s -> {
                for (var f : s.fields()) {
                    var found = open(f.type(), inside, seen);
                    if (found != null) {
                        return found;
                    }
                }
            }
            case BasicType _,
                    PointerType _,
                    SliceType _,
                    MapType _,
                    ChanType _,
                    Signature _,
                    TupleType _,
                    InterfaceType _,
                    UnionType _,
                    TypeParameter _ -> {}
        }
        return null;
    }

    private void constant(
            ConstObject k,
            int iota,
            @Nullable Expr typeExpr,
            @Nullable Expr value,
            boolean inherited) {
        var before = c.env;
        c.env = c.env.withIota(Constants.of(iota), inherited ? k.pos() : 0);
        try {
            WrittenType written = null;
            if (typeExpr != null) {
                written = c.typeExprs.written(typeExpr);
                var t = written.actual();
                if (t != BasicType.INVALID
                                && !(t.underlying() instanceof BasicType b && isConstType(b))
                        || t instanceof TypeParameter) {
                    c.error(
                            typeExpr,
                            DiagnosticCode.BAD_CONSTANT,
                            "invalid constant type " + c.text(t));
                    t = BasicType.INVALID;
                }
                if (t == BasicType.INVALID) {
                    k.define(BasicType.INVALID, null);
                    if (value != null) {
                        c.exprs.use(List.of(value));
                    }
                    return;
                }
            }
            if (value == null) {
                k.define(written == null ? BasicType.INVALID : written, null);
                return;
            }
            c.assignments.initConst(k, written, c.exprs.value(value));
        } finally {
            c.env = before;
        }
    }

    private static boolean isConstType(BasicType b) {
        return b.isNumeric() || b.isString() || b.isBoolean();
    }

    private void variable(VarObject v, DeclInfo info) {
        if (c.options.bodies() != CheckOptions.WhichBodies.ASKED_FOR
                || !c.waitingValues.defer(v, info, () -> initialise(v, info))) {
            initialise(v, info);
        }
    }

    private void initialise(VarObject v, DeclInfo info) {
        var typeExpr = info.typeExpr;
        if (typeExpr != null && !v.isTyped()) {
            var t = c.typeExprs.writtenVar(typeExpr);
            v.setType(t);
            for (var other : info.together) {
                other.setType(t);
            }
        }
        var value = info.value;
        if (value == null) {
            if (typeExpr == null) {
                v.setType(BasicType.INVALID);
            }
            return;
        }
        if (info.together.isEmpty()) {
            var to = v.isTyped() ? new Target(v.type(), v.name()) : Target.NONE;
            c.assignments.initVar(v, c.exprs.value(value, to), "variable declaration");
        } else {
            c.assignments.initVars(info.together, List.of(value), null, "variable declaration");
        }
    }

    private void function(FuncObject f, DeclInfo info, Decl.FuncDecl d) {
        var scope = new Scope(info.scope, null);
        var before = c.env;
        c.env = new Env(info.file, scope, null, null, null, 0);
        var signature = c.signatures.of(d.recv(), d.type());
        f.setSignature(signature);
        c.recordType(d.type(), signature);
        var body = d.body();
        if (!d.type().typeParams().isEmpty() && body == null) {
            c.error(
                    d.name(),
                    DiagnosticCode.MISSING_BODY,
                    "generic function is missing function body");
        } else if (body == null
                && c.options.bodiesRequired()
                && d.pragmas().stream()
                        .noneMatch(p -> p.startsWith("go:linkname") || p.startsWith("gorrery:"))) {
            // what follows the word func: the name, or the receiver
            int at = d.recv() == null ? d.name().pos() : d.pos() + "func ".length();
            c.atEnd(at, () -> c.error(at, DiagnosticCode.MISSING_BODY, "missing function body"));
        }
        if (body != null && d.pragmas().contains("go:noescape")) {
            c.atEnd(
                    d.pos(),
                    () ->
                            c.error(
                                    d.pos(),
                                    DiagnosticCode.MISSING_BODY,
                                    "can only use //go:noescape with external func implementations"));
        }
        c.env = before;
        if (body != null) {
            c.env = new Env(info.file, scope, info, null, null, 0);
            Runnable check = () -> c.bodies.declared(signature, body, scope);
            switch (c.options.bodies()) {
                case ALL -> c.later(check);
                case ASKED_FOR -> c.lazyBodies.add(d, check);
                case NONE -> {}
            }
            c.env = before;
        }
    }

    /// Declares a type in the block at hand; its name is already in scope.
    void type(TypeObject o, Decl.TypeDecl d) {
        if (d.alias()) {
            alias(o, d);
            return;
        }
        var named = new NamedType(o);
        o.setType(named);
        var func = c.env.func();
        if (func != null && !func.typeParams.isEmpty()) {
            named.setOuterParams(func.typeParams);
        }
        c.collected(named);
        var before = c.env;
        if (!d.typeParams().isEmpty()) {
            c.versions.require(d.typeParams().getFirst().pos(), 18, "type parameter");
            c.env = c.env.withScope(new Scope(c.env.scope(), c.env.func()));
            named.setTypeParams(c.generics.placeholders(d.typeParams()));
            c.generics.bounds(named.typeParams(), d.typeParams());
            var params = named.typeParams();
            c.later(() -> c.generics.settle(params));
        }
        var rhs = c.typeExprs.type(d.type());
        c.env = before;
        if (rhs instanceof NamedType) {
            written.put(named, rhs);
        }
        underlying(named, rhs, d);
        c.validity.declared(named);
    }

    private void underlying(NamedType named, Type rhs, Decl.TypeDecl d) {
        if (rhs instanceof TypeParameter) {
            c.error(
                    d.type(),
                    DiagnosticCode.MISPLACED_TYPE_PARAMETER,
                    "cannot use a type parameter as RHS in type declaration");
            named.setUnderlying(BasicType.INVALID);
        } else if (rhs instanceof NamedType n) {
            if (n.isDefined()) {
                named.setUnderlying(n.underlying());
                return;
            }
            var cycle = new ArrayList<NamedType>(List.of(named));
            for (NamedType x = n; x != null; x = x.origin().forward()) {
                cycle.add(x);
                if (x.origin() == named) {
                    // an instance is another type than the generic one that was begun with
                    cycle.remove(x == named ? cycle.size() - 1 : 0);
                    new CycleReport(c).reportTypes(cycle);
                    named.setUnderlying(BasicType.INVALID);
                    return;
                }
            }
            named.forwardTo(n);
        } else {
            named.setUnderlying(rhs);
        }
    }

    private void alias(TypeObject o, Decl.TypeDecl d) {
        c.versions.require(d.name().pos(), 9, "type alias");
        var before = c.env;
        if (!d.typeParams().isEmpty()) {
            c.versions.require(d.typeParams().getFirst().pos(), 23, "generic type alias");
            c.env = c.env.withScope(new Scope(c.env.scope(), c.env.func()));
            var params = c.generics.declare(d.typeParams());
            o.setAliasParams(params);
            c.later(() -> c.generics.settle(params));
        }
        var rhs = c.typeExprs.type(d.type());
        c.env = before;
        if (rhs instanceof TypeParameter p && o.aliasParams().contains(p)) {
            c.error(
                    d.type(),
                    DiagnosticCode.MISPLACED_TYPE_PARAMETER,
                    "cannot use type parameter declared in alias declaration as RHS");
            rhs = BasicType.INVALID;
        }
        o.setType(rhs);
    }

    /// A declaration inside a function.
    void local(Decl d) {
        switch (d) {
            case Decl.ConstDecl k -> localConstants(k);
            case Decl.VarDecl v -> localVariables(v);
            case Decl.TypeDecl t -> {
                var o = new TypeObject(c.pkg, t.name().text(), t.name().pos(), t.alias());
                c.declare(o, t.name());
                var before = c.env;
                type(o, t);
                c.env = before;
                if (!o.isResolved()) {
                    o.setType(BasicType.INVALID);
                }
            }
            case Decl.ImportDecl x -> {}
            case Decl.FuncDecl x -> {}
            case Decl.BadDecl x -> {}
        }
    }

    private void localConstants(Decl.ConstDecl d) {
        if (!d.inherited() || d.iota() == 0) {
            lastType = d.type();
            lastValues = d.values();
        }
        var made = new ArrayList<ConstObject>();
        var type = lastType;
        var values = lastValues;
        for (int i = 0; i < d.names().size(); i++) {
            var k = new ConstObject(c.pkg, d.names().get(i).text(), d.names().get(i).pos());
            constant(k, d.iota(), type, i < values.size() ? values.get(i) : null, d.inherited());
            made.add(k);
        }
        constantArity(d, values);
        for (int i = 0; i < made.size(); i++) {
            c.declare(made.get(i), d.names().get(i));
        }
    }

    /// Reports a constant declaration with more or fewer values than names.
    ///
    /// @param values its own, or those of the line that it repeats
    void constantArity(Decl.ConstDecl d, List<Expr> values) {
        int names = d.names().size();
        if (values.size() < names) {
            var name = d.names().get(values.size());
            c.error(name, DiagnosticCode.ASSIGNMENT_COUNT, "missing init expr for " + name.text());
        } else if (values.size() > names) {
            var first = values.get(names);
            String extra =
                    d.inherited()
                            ? "at " + c.errors.place(ExprText.start(first))
                            : ExprText.of(first);
            c.error(
                    ExprText.start(d.inherited() ? d.names().getFirst() : first),
                    DiagnosticCode.ASSIGNMENT_COUNT,
                    "extra init expr " + extra);
        }
    }

    private void localVariables(Decl.VarDecl d) {
        c.directives.embed(d, true);
        var typeExpr = d.type();
        var t = typeExpr == null ? null : c.typeExprs.writtenVar(typeExpr);
        var made = new ArrayList<VarObject>();
        for (var n : d.names()) {
            made.add(new VarObject(c.pkg, n.text(), n.pos(), t, VarObject.Kind.LOCAL, false));
        }
        if (!d.values().isEmpty()) {
            variableArity(d);
            if (made.size() == 1 && d.values().size() == 1) {
                var to = t == null ? Target.NONE : new Target(t.actual(), made.getFirst().name());
                var value = c.exprs.value(d.values().getFirst(), to);
                c.assignments.initVar(made.getFirst(), value, "variable declaration");
            } else if (d.values().size() == 1 || d.values().size() == d.names().size()) {
                c.assignments.initVars(made, d.values(), null, "variable declaration");
            } else {
                d.values().forEach(c.exprs::value);
                made.stream().filter(v -> !v.isTyped()).forEach(v -> v.setType(BasicType.INVALID));
            }
        } else if (t == null) {
            made.forEach(v -> v.setType(BasicType.INVALID));
        }
        for (int i = 0; i < made.size(); i++) {
            c.declare(made.get(i), d.names().get(i));
        }
    }

    /// Reports a variable declaration with neither one value nor as many as names.
    void variableArity(Decl.VarDecl d) {
        int l = d.names().size();
        int r = d.values().size();
        if (r <= 1 || l == r) {
            return;
        }
        if (r > l) {
            c.error(
                    d.values().get(l),
                    DiagnosticCode.ASSIGNMENT_COUNT,
                    "extra init expr " + ExprText.of(d.values().get(l)));
        } else {
            c.error(
                    d.names().get(r),
                    DiagnosticCode.ASSIGNMENT_COUNT,
                    "missing init expr for " + d.names().get(r).text());
        }
    }
}
