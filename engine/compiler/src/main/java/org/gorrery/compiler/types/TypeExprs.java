package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;

/// Finds the type that a type expression denotes (Go spec, "Types").
final class TypeExprs {
    private static final int MAX_CHAN_ELEM = 1 << 16;

    private final CheckContext c;

    TypeExprs(CheckContext c) {
        this.c = c;
    }

    /// The type; [BasicType#INVALID] after an error. A generic type must have its arguments.
    Type type(Expr e) {
        return written(e).actual();
    }

    /// As [#type], with the alias where the expression is one.
    WrittenType written(Expr e) {
        var t = writtenGeneric(e);
        if (isGeneric(e, t.actual())) {
            c.error(
                    e,
                    DiagnosticCode.MISSING_INSTANTIATION,
                    "cannot use generic type " + c.text(t) + " without instantiation");
            t = BasicType.INVALID;
        }
        c.recordType(e, t.actual());
        return t;
    }

    /// Whether a type that an expression names lacks its arguments.
    boolean isGeneric(Expr e, Type t) {
        if (t instanceof NamedType n && n.isGeneric()) {
            return true;
        }
        var x = ExprText.unparen(e);
        var name = x instanceof Expr.Selector s ? s.sel() : x instanceof Expr.Name n ? n : null;
        return name != null
                && c.objects[name.id()] instanceof TypeObject o
                && o.alias()
                && !o.aliasParams().isEmpty();
    }

    /// The type of a variable: no constraint interface.
    Type varType(Expr e) {
        return writtenVar(e).actual();
    }

    /// As [#varType], with the alias where the expression is one.
    WrittenType writtenVar(Expr e) {
        var t = written(e);
        c.later(() -> refuseConstraint(e, t));
        return t;
    }

    /// Reports an interface that only constraints may be.
    void refuseConstraint(Expr e, WrittenType written) {
        var t = written.actual();
        if (t instanceof TypeParameter || !(t.underlying() instanceof InterfaceType i)) {
            return;
        }
        var set = c.types.typeSet(i);
        if (!set.isBasic()) {
            String why =
                    set.comparable()
                            ? "interface is (or embeds) comparable"
                            : "interface contains type constraints";
            c.error(
                    e,
                    DiagnosticCode.MISPLACED_CONSTRAINT,
                    "cannot use type " + c.text(written) + " outside a type constraint: " + why);
        }
    }

    /// The type, which may be a generic one without arguments.
    Type generic(Expr e) {
        return writtenGeneric(e).actual();
    }

    private WrittenType writtenGeneric(Expr e) {
        var t = denoted(e);
        c.recordType(e, t.actual());
        return t;
    }

    private WrittenType denoted(Expr e) {
        return switch (e) {
            case Expr.BadExpr x -> BasicType.INVALID;
            case Expr.Name x -> ofValue(c.exprs.name(x, true), e);
            case Expr.Selector x -> ofValue(c.selectors.select(x, true), e);
            case Expr.Index x -> {
                c.versions.require(x.pos(), 18, "type instantiation");
                yield c.generics.instantiate(x);
            }
            case Expr.Paren x -> writtenGeneric(x.x());
            case Expr.Star x -> {
                var t = written(x.x());
                if (t != BasicType.INVALID) {
                    c.later(() -> refuseConstraint(x.x(), t));
                }
                yield t == BasicType.INVALID ? t : new PointerType(t);
            }
            case Expr.ArrayTypeExpr x -> array(x);
            case Expr.Ellipsis x -> {
                c.error(x, DiagnosticCode.MISPLACED_DOTS, "invalid use of ...");
                yield BasicType.INVALID;
            }
            case Expr.MapTypeExpr x -> map(x);
            case Expr.ChanTypeExpr x -> chan(x);
            case Expr.FuncTypeExpr x -> {
                var before = c.env;
                c.env = c.env.withScope(new Scope(c.env.scope(), c.env.func()));
                var s = c.signatures.of(null, x);
                c.env = before;
                yield s;
            }
            case Expr.StructTypeExpr x -> c.typeLiterals.struct(x);
            case Expr.InterfaceTypeExpr x -> c.typeLiterals.interfaceType(x);
            case Expr.Unary x -> noType(x);
            case Expr.Binary x -> noType(x);
            case Expr.BasicLit x -> noType(x);
            case Expr.CompositeLit x -> noType(x);
            case Expr.KeyValue x -> noType(x);
            case Expr.FuncLit x -> noType(x);
            case Expr.SliceExpr x -> noType(x);
            case Expr.TypeAssert x -> noType(x);
            case Expr.Call x -> noType(x);
        };
    }

    private Type chan(Expr.ChanTypeExpr e) {
        var written = writtenVar(e.elem());
        var elem = written.actual();
        c.atEnd(
                e.pos(),
                () -> {
                    long size = Substitution.mentions(elem, null) ? 0 : c.types.sizeof(elem);
                    if (size < 0 || size >= MAX_CHAN_ELEM) {
                        c.error(
                                e,
                                DiagnosticCode.TYPE_TOO_LARGE,
                                "channel element type too large (>64kB)");
                    }
                });
        return new ChanType(e.dir(), written);
    }

    private Type noType(Expr e) {
        c.error(e, DiagnosticCode.NOT_A_TYPE, ExprText.of(e) + " is not a type");
        return BasicType.INVALID;
    }

    private WrittenType ofValue(Val v, Expr e) {
        return switch (v.mode()) {
            case TYPE -> v.written();
            case INVALID -> BasicType.INVALID;
            case NO_VALUE -> {
                c.error(e, DiagnosticCode.NOT_A_TYPE, c.text(v) + " used as type");
                yield BasicType.INVALID;
            }
            case BUILTIN, CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL, COMMA_OK, CGO_FUNC -> {
                String shown =
                        v.isNil()
                                ? "nil"
                                : v.expr() instanceof Expr.Selector s && !ofPackage(s)
                                        ? ExprText.of(s)
                                        : c.text(v);
                c.error(e, DiagnosticCode.NOT_A_TYPE, shown + " is not a type");
                yield BasicType.INVALID;
            }
        };
    }

    private boolean ofPackage(Expr.Selector s) {
        return s.x() instanceof Expr.Name n && c.objects[n.id()] instanceof PackageObject;
    }

    private Type map(Expr.MapTypeExpr e) {
        var writtenKey = writtenVar(e.key());
        var key = writtenKey.actual();
        var value = writtenVar(e.value());
        c.later(() -> {
            if (key != BasicType.INVALID
                    && key.underlying() != BasicType.INVALID
                    && !c.types.comparable(key)) {
                String why = key instanceof TypeParameter ? " (missing comparable constraint)" : "";
                c.error(
                        e.key(),
                        DiagnosticCode.BAD_MAP_KEY,
                        "invalid map key type " + c.text(writtenKey) + why);
            }
        });
        return new MapType(writtenKey, value);
    }

    private Type array(Expr.ArrayTypeExpr e) {
        var len = e.len();
        if (len == null) {
            return new SliceType(writtenVar(e.elem()));
        }
        if (len instanceof Expr.Ellipsis) {
            c.error(
                    e,
                    DiagnosticCode.MISPLACED_DOTS,
                    "invalid use of [...] array (outside a composite literal)");
            varType(e.elem());
            return BasicType.INVALID;
        }
        long n = length(len);
        var written = writtenVar(e.elem());
        var elem = written.actual();
        if (n < 0) {
            return BasicType.INVALID;
        }
        var made = new ArrayType(written, n);
        c.atEnd(
                e.pos(),
                () -> {
                    long size = Substitution.mentions(elem, null) ? 0 : c.types.sizeof(made);
                    long max = c.types.sizes().wordBytes() == 8 ? 1L << 50 : Integer.MAX_VALUE;
                    if (size < 0 || size >= max) {
                        c.error(
                                e,
                                DiagnosticCode.TYPE_TOO_LARGE,
                                "type " + c.text(made) + " larger than address space");
                    }
                });
        return made;
    }

    /// The value of an array length; -1 after an error.
    private long length(Expr e) {
        if (e instanceof Expr.Name n) {
            var object = c.lookup(n.text());
            if (object == null) {
                c.error(
                        n,
                        DiagnosticCode.BAD_ARRAY_LENGTH,
                        "undefined array length " + n.text() + " or missing type constraint");
                return -1;
            }
            if (!(object instanceof ConstObject)) {
                c.exprs.name(n, false);
                c.error(n, DiagnosticCode.BAD_ARRAY_LENGTH, "invalid array length " + n.text());
                return -1;
            }
        }
        var v = c.exprs.value(e);
        if (v.isInvalid()) {
            return -1;
        }
        var value = v.value();
        if (v.isUnknown() && v.type().underlying() instanceof BasicType b && b.isInteger()) {
            c.error(e, DiagnosticCode.BAD_ARRAY_LENGTH, "invalid array length " + c.text(v));
            return -1;
        }
        if (value == null) {
            c.error(
                    e,
                    DiagnosticCode.BAD_ARRAY_LENGTH,
                    "array length " + c.text(v) + " must be constant");
            return -1;
        }
        boolean integer =
                v.isUntyped() || v.type().underlying() instanceof BasicType b && b.isInteger();
        var i = Constants.isNumber(value) ? Constants.toInteger(value) : null;
        if (!integer || i == null) {
            c.error(
                    e,
                    DiagnosticCode.BAD_ARRAY_LENGTH,
                    "array length " + c.text(v) + " must be integer");
            return -1;
        }
        if (i.signum() < 0 || i.bitLength() >= c.types.sizes().bits(BasicType.INT)) {
            c.error(e, DiagnosticCode.BAD_ARRAY_LENGTH, "invalid array length " + c.text(v));
            return -1;
        }
        c.untyped.settle(v, v.isUntyped() ? BasicType.INT : v.type());
        return i.longValueExact();
    }
}
