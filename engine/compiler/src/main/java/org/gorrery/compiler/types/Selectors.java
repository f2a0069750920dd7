package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.Locale;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Selectors `x.f`: qualified names, fields, methods and method expressions (Go spec, "Selectors", "Method expressions").
final class Selectors {
    private final CheckContext c;

    Selectors(CheckContext c) {
        this.c = c;
    }

    /// What the selector denotes.
    Val select(Expr.Selector e, boolean typeWanted) {
        if (e.x() instanceof Expr.Name n && c.lookup(n.text()) instanceof PackageObject p) {
            p.markUsed();
            c.recordObject(n, p);
            return qualified(e, p);
        }
        var x = c.exprs.any(e.x());
        if (x.mode() == Mode.BUILTIN) {
            c.error(
                    e.operatorPos(),
                    DiagnosticCode.NOT_A_VALUE,
                    "invalid use of " + c.text(x) + " in selector expression");
            return Val.invalid(e);
        }
        if (x.mode() == Mode.NO_VALUE) {
            c.error(e, DiagnosticCode.NOT_A_VALUE, c.text(x) + " used as value or type");
            return Val.invalid(e);
        }
        x = c.exprs.single(x);
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        if (x.type() instanceof Signature f && !f.typeParams().isEmpty()) {
            c.error(
                    e.x(),
                    DiagnosticCode.MISSING_INSTANTIATION,
                    "cannot use generic function " + ExprText.of(e.x()) + " without instantiation");
            return Val.invalid(e);
        }
        String sel = e.sel().text();
        boolean open = x.type() instanceof NamedType n && !n.isDefined(); // it refers to itself
        if (typeWanted && !(x.mode() == Mode.TYPE && open)) {
            c.error(e.sel(), DiagnosticCode.NOT_A_TYPE, ExprText.of(e) + " is not a type");
            return Val.invalid(e);
        }
        if (x.mode() == Mode.TYPE && x.type() instanceof NamedType n && n.isGeneric()) {
            var named = ExprText.unparen(e.x());
            c.error(
                    named,
                    DiagnosticCode.MISSING_INSTANTIATION,
                    "cannot use generic type " + ExprText.of(named) + " without instantiation");
            return Val.invalid(e);
        }
        if (x.isUntyped() || x.isNil()) {
            return noMember(e, sel, reason(x.written(), sel, false));
        }
        return x.isInvalid() ? Val.invalid(e) : member(e, x, sel);
    }

    private Val qualified(Expr.Selector e, PackageObject p) {
        var pkg = p.imported();
        String name = e.sel().text();
        var o = pkg.lookup(name);
        if (o == null || name.equals("_")) {
            if (!isBroken(pkg)) {
                c.error(
                        e.sel(),
                        DiagnosticCode.UNDEFINED,
                        "undefined: " + ExprText.of(e) + nearby(pkg, name));
            }
            return Val.invalid(e);
        }
        if (!o.exported() && pkg != Universe.UNSAFE) {
            c.error(
                    e.sel(),
                    DiagnosticCode.UNEXPORTED,
                    "undefined: "
                            + ExprText.of(e)
                            + " (name "
                            + name
                            + " not exported by package "
                            + pkg.name()
                            + ")");
            return Val.invalid(e);
        }
        c.recordObject(e.sel(), o);
        return switch (o) {
            case ConstObject k -> c.exprs.constant(e, k);
            case TypeObject t ->
                    t.type() == BasicType.INVALID
                            ? Val.invalid(e)
                            : Val.of(Mode.TYPE, t.written(), e);
            case VarObject v -> c.exprs.variable(e, v);
            case FuncObject f ->
                    f.isTyped() ? new Val(Mode.VALUE, f.written(), null, e, f) : Val.invalid(e);
            case BuiltinObject b -> new Val(Mode.BUILTIN, BasicType.INVALID, null, e, b);
            case PackageObject q -> Val.invalid(e);
            case NilObject n -> Val.invalid(e);
            case LabelObject l -> Val.invalid(e);
        };
    }

    /// A package that could not be loaded has no names, and its use is no further error.
    private static boolean isBroken(GoPackage pkg) {
        return pkg != Universe.UNSAFE && !pkg.objects().iterator().hasNext();
    }

    private static String nearby(GoPackage pkg, String name) {
        for (var o : pkg.objects()) {
            if (o.exported() && o.name().equalsIgnoreCase(name)) {
                return " (but have " + o.name() + ")";
            }
        }
        return "";
    }

    private Val member(Expr.Selector e, Val x, String sel) {
        var found = c.types.lookup().find(x.type(), c.pkg, sel);
        var o = found.object();
        if (o == null) {
            return missing(e, x, sel, found);
        }
        if (found.needsAddress() && !(x.mode() == Mode.VARIABLE)) {
            return needsPointer(e, x, sel);
        }
        c.recordObject(e.sel(), o);
        if (x.mode() == Mode.TYPE) {
            return o instanceof FuncObject m
                    ? methodExpression(e, x, m, found)
                    : noMethod(e, x, sel);
        }
        if (o instanceof VarObject f) {
            c.selections[e.id()] =
                    new Selection(
                            Selection.Kind.FIELD,
                            x.type(),
                            f,
                            found.path(),
                            found.indirect(),
                            f.type());
            if (f.type() == BasicType.INVALID) {
                return Val.invalid(e);
            }
            boolean variable = x.mode() == Mode.VARIABLE || found.indirect();
            return Val.of(variable ? Mode.VARIABLE : Mode.VALUE, f.written(), e);
        }
        return methodValue(e, x, (FuncObject) o, found);
    }

    private Val methodValue(Expr.Selector e, Val x, FuncObject m, Lookup.Found found) {
        if (!m.isTyped()) {
            c.error(e.sel(), DiagnosticCode.INVALID_CYCLE, "illegal cycle in method declaration");
            return Val.invalid(e);
        }
        c.uses(m);
        if (found.needsAddress()) {
            c.operators.markAddressTaken(e.x());
            markThrough(e.x(), found);
        }
        var s = bare(m.signature());
        c.selections[e.id()] =
                new Selection(
                        Selection.Kind.METHOD_VALUE,
                        x.type(),
                        m,
                        found.path(),
                        found.indirect(),
                        s);
        return Val.of(Mode.VALUE, s, e);
    }

    /// A pointer-receiver method promoted through embedded structs takes the address of the outermost one too.
    private void markThrough(Expr x, Lookup.Found found) {
        if (found.path().length > 0 && !found.indirect()) {
            c.operators.markAddressTaken(x);
        }
    }

    /// The signature of a method as that of a function value: without receiver.
    static Signature bare(Signature s) {
        return s.recv() == null && s.recvTypeParams().isEmpty()
                ? s
                : new Signature(
                        null,
                        s.typeParams(),
                        java.util.List.of(),
                        s.params(),
                        s.results(),
                        s.variadic());
    }

    private Val methodExpression(Expr.Selector e, Val x, FuncObject m, Lookup.Found found) {
        if (!m.isTyped()) {
            return Val.invalid(e);
        }
        c.uses(m);
        var s = m.signature();
        var params = new ArrayList<VarObject>();
        var recv = s.recv();
        String name = recv == null || recv.name().isEmpty() ? "_" : recv.name();
        boolean named = s.params().vars().stream().anyMatch(v -> !v.name().isEmpty());
        params.add(
                new VarObject(
                        m.pkg(),
                        named ? name : "",
                        m.pos(),
                        x.type(),
                        VarObject.Kind.PARAM,
                        false));
        params.addAll(s.params().vars());
        var made =
                new Signature(
                        null,
                        s.typeParams(),
                        java.util.List.of(),
                        new TupleType(params),
                        s.results(),
                        s.variadic());
        c.selections[e.id()] =
                new Selection(
                        Selection.Kind.METHOD_EXPR,
                        x.type(),
                        m,
                        found.path(),
                        found.indirect(),
                        made);
        return Val.of(Mode.VALUE, made, e);
    }

    private Val noMethod(Expr.Selector e, Val x, String sel) {
        c.error(
                e.sel(),
                DiagnosticCode.MISSING_MEMBER,
                ExprText.of(e.x())
                        + "."
                        + sel
                        + " undefined (type "
                        + c.text(x.written())
                        + " has no method "
                        + sel
                        + ")");
        return Val.invalid(e);
    }

    private Val needsPointer(Expr.Selector e, Val x, String sel) {
        String t = c.text(x.written());
        c.error(
                e.sel(),
                DiagnosticCode.POINTER_METHOD,
                x.mode() == Mode.TYPE
                        ? "invalid method expression "
                                + t
                                + "."
                                + sel
                                + " (needs pointer receiver (*"
                                + t
                                + ")."
                                + sel
                                + ")"
                        : "cannot call pointer method " + sel + " on " + t);
        return Val.invalid(e);
    }

    private Val missing(Expr.Selector e, Val x, String sel, Lookup.Found found) {
        if (x.type().underlying() == BasicType.INVALID) {
            c.declarations.refersToItself(x.type());
            return Val.invalid(e);
        }
        if (found.ambiguous()) {
            c.error(
                    e.sel(),
                    DiagnosticCode.AMBIGUOUS_SELECTOR,
                    "ambiguous selector " + ExprText.of(e.x()) + "." + sel);
            return Val.invalid(e);
        }
        if (x.type().underlying() instanceof PointerType p
                && p.elem().underlying() instanceof InterfaceType) {
            return noMember(e, sel, Satisfaction.pointerToInterface(x.type(), p, c.errors.text));
        }
        return noMember(e, sel, reason(x.written(), sel, false));
    }

    private Val noMember(Expr.Selector e, String sel, String why) {
        c.error(
                e.sel(),
                DiagnosticCode.MISSING_MEMBER,
                ExprText.of(e.x()) + "." + sel + " undefined (" + why + ")");
        return Val.invalid(e);
    }

    /// Why a type has no such field or method; tells of one that differs in case or is not exported.
    String reason(WrittenType t, String sel, boolean literal) {
        var alt = c.types.lookup().find(t.actual(), c.pkg, sel, true).object();
        String type = c.text(t);
        String base =
                literal
                        ? "unknown field " + sel + " in struct literal of type " + type
                        : "type " + type + " has no field or method " + sel;
        if (alt == null) {
            return base;
        }
        String what = literal ? "" : (alt instanceof VarObject ? "field " : "method ");
        if (Identity.samePackage(alt.pkg(), c.pkg)) {
            return base + ", but does have " + what + alt.name();
        }
        if (alt.exported()) {
            return tail(alt.name()).equals(tail(sel)) || GoObject.isExported(sel)
                    ? base + ", but does have " + what + alt.name()
                    : base;
        }
        if (alt.name().equals(sel)) {
            return literal
                    ? "cannot refer to unexported field "
                            + alt.name()
                            + " in struct literal of type "
                            + type
                    : "cannot refer to unexported " + what + alt.name();
        }
        return tail(alt.name()).equals(tail(sel))
                ? base + ", but does have unexported " + what + alt.name()
                : base;
    }

    private static String tail(String s) {
        return s.substring(s.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT).isEmpty()
                ? ""
                : s.substring(s.offsetByCodePoints(0, 1));
    }

    /// The field that a name means in a struct type itself, not in embedded ones.
    static @Nullable VarObject field(StructType s, @Nullable GoPackage pkg, String name) {
        for (var f : s.fields()) {
            if (!name.equals("_") && Identity.answersTo(f, pkg, name)) {
                return f;
            }
        }
        return null;
    }
}
