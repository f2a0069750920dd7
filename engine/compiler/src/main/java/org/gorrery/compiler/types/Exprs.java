package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Evaluates expressions: finds what they denote and of which type (Go spec, "Expressions").
final class Exprs {
    private final CheckContext c;

    Exprs(CheckContext c) {
        this.c = c;
    }

    /// Anything: a value, type, builtin, several values or none.
    Val any(Expr e) {
        return any(e, null);
    }

    /// Anything; `hint` is the element type for a literal without type, or what a generic function is wanted as.
    Val any(Expr e, @Nullable Type hint) {
        var v = c.record(evaluate(e, hint).withExpr(e));
        return v;
    }

    /// One value.
    Val value(Expr e) {
        return value(e, Target.NONE);
    }

    /// One value; a generic function is instantiated to match `target`, if it can be.
    Val value(Expr e, @Nullable Type target) {
        return value(e, Target.of(target));
    }

    /// One value, for something with a name.
    Val value(Expr e, Target target) {
        return single(multi(e, target));
    }

    /// An element of a composite literal, whose own type may be left out if it is a literal too.
    Val element(Expr e, Type type) {
        var v = e instanceof Expr.CompositeLit ? any(e, type) : any(e);
        return single(instantiated(plain(v), Target.of(type)));
    }

    /// One value, which may be a generic function without its type arguments.
    Val genericValue(Expr e) {
        return single(plain(any(e)));
    }

    /// Several values or one, types and builtins excluded.
    Val multi(Expr e, Target target) {
        return instantiated(plain(any(e)), target);
    }

    /// One value or a type.
    Val valueOrType(Expr e) {
        var v = any(e);
        if (v.mode() == Mode.NO_VALUE) {
            return refuse(v, c.text(v) + " used as value or type");
        }
        return single(v);
    }

    /// One value, of what was evaluated already.
    Val asValue(Val v) {
        return single(instantiated(plain(v), Target.NONE));
    }

    private Val plain(Val v) {
        return switch (v.mode()) {
            case NO_VALUE -> refuse(v, c.text(v) + " used as value");
            case BUILTIN -> refuse(v, c.text(v) + " must be called");
            case TYPE -> refuse(v, c.text(v) + " is not an expression");
            case INVALID, CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL, COMMA_OK, CGO_FUNC -> v;
        };
    }

    private Val refuse(Val v, String message) {
        c.error(v.expr(), DiagnosticCode.NOT_A_VALUE, message);
        return Val.invalid(v.expr());
    }

    Val single(Val v) {
        if (v.mode() == Mode.VALUE && v.type() instanceof TupleType t && t.vars().size() != 1) {
            c.error(
                    v.expr(),
                    DiagnosticCode.MULTIPLE_VALUES,
                    "multiple-value " + c.text(v) + " in single-value context");
            return Val.invalid(v.expr());
        }
        return v;
    }

    /// Gives a generic function the type arguments that `target` implies.
    private Val instantiated(Val v, Target target) {
        if (!(v.type() instanceof Signature s)
                || s.typeParams().isEmpty()
                || v.mode() == Mode.INVALID) {
            return v;
        }
        return c.inference.forTarget(v, s, target);
    }

    /// A condition.
    void condition(Expr e, String statement) {
        var v = value(e);
        if (!v.isInvalid()
                && !c.types.sets().all(v.type(), t -> t instanceof BasicType b && b.isBoolean())) {
            c.error(
                    e,
                    DiagnosticCode.BAD_CONDITION,
                    "non-boolean condition in " + statement + " statement");
            return;
        }
        c.untyped.defaulted(v);
    }

    private Val evaluate(Expr e, @Nullable Type hint) {
        var v = evaluated(e, hint);
        return v.type() instanceof NamedType n
                        && !n.isDefined()
                        && v.mode() != Mode.TYPE
                        && v.mode() != Mode.INVALID
                        && c.declarations.refersToItself(n)
                ? Val.invalid(e)
                : v;
    }

    private Val evaluated(Expr e, @Nullable Type hint) {
        return switch (e) {
            case Expr.BadExpr x -> Val.invalid(x);
            case Expr.Name x -> name(x, false);
            case Expr.BasicLit x -> literal(x);
            case Expr.CompositeLit x -> c.literals.evaluate(x, hint);
            case Expr.FuncLit x -> function(x);
            case Expr.Paren x -> any(x.x()).withExpr(x);
            case Expr.Selector x -> c.selectors.select(x, false);
            case Expr.Index x -> c.indexing.index(x);
            case Expr.SliceExpr x -> c.indexing.slice(x);
            case Expr.TypeAssert x -> assertion(x);
            case Expr.Call x -> c.calls.call(x);
            case Expr.Star x -> star(x);
            case Expr.Unary x -> c.operators.unary(x);
            case Expr.Binary x -> c.operators.binary(x);
            case Expr.KeyValue x -> {
                c.error(x, DiagnosticCode.SYNTAX, "no key:value expected");
                yield Val.invalid(x);
            }
            case Expr.Ellipsis x -> type(x);
            case Expr.ArrayTypeExpr x -> type(x);
            case Expr.MapTypeExpr x -> type(x);
            case Expr.ChanTypeExpr x -> type(x);
            case Expr.FuncTypeExpr x -> type(x);
            case Expr.StructTypeExpr x -> type(x);
            case Expr.InterfaceTypeExpr x -> type(x);
        };
    }

    private Val type(Expr e) {
        var t = c.typeExprs.written(e);
        return t == BasicType.INVALID ? Val.invalid(e) : Val.of(Mode.TYPE, t, e);
    }

    private Val literal(Expr.BasicLit x) {
        c.literals.versions(x);
        var value = LiteralValues.of(x);
        if (value == null) {
            String text = x.text();
            boolean number = text.length() > 1000;
            c.error(
                    x,
                    DiagnosticCode.BAD_CONSTANT,
                    number
                            ? "excessively long constant: "
                                    + text.substring(0, 10)
                                    + "... ("
                                    + text.length()
                                    + " chars)"
                            : "malformed constant: " + text);
            return Val.invalid(x);
        }
        BasicType t =
                switch (x.kind()) {
                    case INT -> BasicType.UNTYPED_INT;
                    case FLOAT -> BasicType.UNTYPED_FLOAT;
                    case IMAG -> BasicType.UNTYPED_COMPLEX;
                    case CHAR -> BasicType.UNTYPED_RUNE;
                    case STRING -> BasicType.UNTYPED_STRING;
                };
        return c.operators.limited(Val.constant(t, value, x), x.pos(), "");
    }

    /// What a name denotes.
    Val name(Expr.Name x, boolean typeWanted) {
        if (x.text().equals("_")) {
            c.error(x, DiagnosticCode.BLANK_VALUE, "cannot use _ as value or type");
            return Val.invalid(x);
        }
        var o = c.lookup(x.text());
        if (o == null) {
            c.error(x, DiagnosticCode.UNDEFINED, "undefined: " + x.text());
            return Val.invalid(x);
        }
        if (o.pkg() == null
                && (x.text().equals("any") || x.text().equals("comparable"))
                && o instanceof TypeObject) {
            if (!c.versions.require(x.pos(), 18, "predeclared " + x.text())) {
                return Val.invalid(x);
            }
        }
        c.recordObject(x, o);
        if (typeWanted && !(o instanceof TypeObject)) {
            if (o instanceof VarObject v) {
                v.markUsed();
            } else if (o instanceof PackageObject p) {
                p.markUsed();
            }
            c.error(x, DiagnosticCode.NOT_A_TYPE, x.text() + " (" + kind(o) + ") is not a type");
            return Val.invalid(x);
        }
        return object(x, o);
    }

    private static String kind(GoObject o) {
        return switch (o) {
            case PackageObject p -> "package name";
            case ConstObject k -> "constant";
            case TypeObject t -> "type";
            case VarObject v ->
                    switch (v.kind()) {
                        case PACKAGE -> "package-level variable";
                        case LOCAL -> "local variable";
                        case PARAM -> "parameter";
                        case RESULT -> "result variable";
                        case RECEIVER -> "receiver";
                        case FIELD -> "struct field";
                    };
            case FuncObject f -> "function";
            case LabelObject l -> "label";
            case BuiltinObject b -> "built-in function";
            case NilObject n -> "untyped nil";
        };
    }

    private Val object(Expr.Name x, GoObject o) {
        return switch (o) {
            case PackageObject p -> {
                c.error(
                        x,
                        DiagnosticCode.PACKAGE_AS_VALUE,
                        "use of package " + p.name() + " not in selector");
                yield Val.invalid(x);
            }
            case ConstObject k -> constant(x, k);
            case TypeObject t -> {
                c.declarations.resolve(t);
                if (!t.isResolved() && t.pkg() == c.pkg && !c.decls.containsKey(t)) {
                    new CycleReport(c).report(java.util.List.of(t));
                }
                yield t.type() == BasicType.INVALID
                        ? Val.invalid(x)
                        : Val.of(Mode.TYPE, t.written(), x);
            }
            case VarObject v -> {
                v.markUsed();
                yield variable(x, v);
            }
            case FuncObject f -> {
                c.declarations.resolve(f);
                c.uses(f);
                yield f.isTyped() ? new Val(Mode.VALUE, f.written(), null, x, f) : Val.invalid(x);
            }
            case BuiltinObject b -> new Val(Mode.BUILTIN, BasicType.INVALID, null, x, b);
            case NilObject n -> Val.of(Mode.NIL, BasicType.UNTYPED_NIL, x);
            case LabelObject l -> Val.invalid(x);
        };
    }

    /// A variable, not noted as used.
    Val variable(Expr x, VarObject v) {
        c.declarations.resolve(v);
        c.uses(v);
        return v.type() == BasicType.INVALID
                ? Val.invalid(x)
                : new Val(Mode.VARIABLE, v.written(), null, x, v);
    }

    Val constant(Expr x, ConstObject k) {
        if (k == Universe.IOTA) {
            var iota = c.iota();
            if (iota == null) {
                c.error(
                        x,
                        DiagnosticCode.IOTA_OUTSIDE_CONST,
                        "cannot use iota outside constant declaration");
                return Val.invalid(x);
            }
            return Val.constant(BasicType.UNTYPED_INT, iota, x);
        }
        c.declarations.resolve(k);
        c.uses(k);
        Constant value = k.value();
        return k.type() == BasicType.INVALID ? Val.invalid(x) : Val.constant(k.written(), value, x);
    }

    private Val function(Expr.FuncLit x) {
        var before = c.env;
        var scope = new Scope(c.env.scope(), c.env.func());
        c.env = c.env.withScope(scope);
        // the parameters belong to the literal: they are declared in its own block
        var made = c.bodies.literal(x);
        c.env = before;
        c.recordType(x.type(), made);
        return Val.of(Mode.VALUE, made, x);
    }

    private Val star(Expr.Star e) {
        var x = valueOrType(e.x());
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        if (x.mode() == Mode.TYPE) {
            if (c.typeExprs.isGeneric(e.x(), x.type())) {
                c.error(
                        e.x(),
                        DiagnosticCode.MISSING_INSTANTIATION,
                        "cannot use generic type " + ExprText.of(e.x()) + " without instantiation");
                return Val.invalid(e);
            }
            c.later(() -> c.typeExprs.refuseConstraint(e.x(), x.type()));
            return Val.of(Mode.TYPE, new PointerType(x.written()), e);
        }
        if (x.isNil()) {
            c.error(e, DiagnosticCode.BAD_INDIRECTION, "invalid operation: cannot indirect nil");
            return Val.invalid(e);
        }
        if (c.types.sets().core(x.type()) instanceof PointerType p) {
            return Val.of(Mode.VARIABLE, p.written(), e);
        }
        c.error(
                e.x(),
                DiagnosticCode.BAD_INDIRECTION,
                x.type() instanceof TypeParameter p && allPointers(p)
                        ? "invalid operation: pointers of "
                                + c.text(x)
                                + " must have identical base types"
                        : "invalid operation: cannot indirect " + c.text(x));
        return Val.invalid(e);
    }

    private boolean allPointers(TypeParameter p) {
        var terms = c.types.sets().terms(p);
        return terms != null
                && !terms.isEmpty()
                && terms.stream().allMatch(t -> t.type().underlying() instanceof PointerType);
    }

    private Val assertion(Expr.TypeAssert e) {
        var x = value(e.x());
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        if (e.type() == null) {
            c.error(
                    e,
                    DiagnosticCode.SYNTAX,
                    "invalid syntax tree: use of .(type) outside type switch");
            return Val.invalid(e);
        }
        if (x.type() instanceof TypeParameter) {
            c.error(
                    e.x(),
                    DiagnosticCode.BAD_ASSERTION,
                    "invalid operation: cannot use type assertion on type parameter value "
                            + c.text(x));
            return Val.invalid(e);
        }
        if (!(x.type().underlying() instanceof InterfaceType)) {
            c.error(
                    e.x(),
                    DiagnosticCode.BAD_ASSERTION,
                    "invalid operation: " + c.text(x) + " is not an interface");
            return Val.invalid(e);
        }
        var t = c.typeExprs.writtenVar(e.type());
        if (t == BasicType.INVALID) {
            return Val.invalid(e);
        }
        possible(e, x, t.actual(), false);
        return Val.of(Mode.COMMA_OK, t, e);
    }

    /// Reports an assertion that can never hold.
    void possible(Expr e, Val x, Type t, boolean typeSwitch) {
        if (!(x.type().underlying() instanceof InterfaceType i)
                || t.underlying() instanceof InterfaceType) {
            return;
        }
        var missing = c.types.satisfaction().missingMethod(t, i, false);
        if (missing == null) {
            return;
        }
        String cause = c.types.satisfaction().cause(missing, t, x.type(), c.errors.text);
        String message =
                typeSwitch
                        ? "impossible type switch case: "
                                + ExprText.of(e)
                                + "\n\t"
                                + c.text(x)
                                + " cannot have dynamic type "
                                + c.text(t)
                                + " "
                                + cause
                        : "impossible type assertion: "
                                + ExprText.of(e)
                                + "\n\t"
                                + c.text(t)
                                + " does not implement "
                                + c.text(x.written())
                                + " "
                                + cause;
        c.error(e, DiagnosticCode.IMPOSSIBLE_ASSERTION, message);
    }

    /// Evaluates what has no meaning any more because of an error nearby, so that its names count as used.
    void use(Iterable<? extends Expr> list) {
        for (var e : list) {
            var value = e instanceof Expr.KeyValue kv ? kv.value() : e;
            if (!(value instanceof Expr.Name n && n.text().equals("_"))) {
                any(value);
            }
        }
    }

    /// The unary operators that take an operand's address or receive are not among the arithmetic ones.
    static boolean isReceive(Expr e) {
        return ExprText.unparen(e) instanceof Expr.Unary u && u.op() == Token.ARROW;
    }
}
