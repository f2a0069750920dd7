package org.gorrery.compiler.types;

import java.util.List;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Functions of package unsafe, and those that build and take apart complex numbers (Go spec, "Package unsafe", "Manipulating
/// complex numbers").
final class UnsafeBuiltins {
    private final CheckContext c;

    UnsafeBuiltins(CheckContext c) {
        this.c = c;
    }

    private Val bad(Expr at, Expr.Call e, String message) {
        c.error(at, DiagnosticCode.BAD_BUILTIN_ARGUMENT, message);
        return Val.invalid(e);
    }

    /// Those that take values.
    Val call(Expr.Call e, BuiltinObject b, List<Val> args) {
        var x = args.getFirst();
        return switch (b.which()) {
            case UNSAFE_SIZEOF -> measured(e, x, true);
            case UNSAFE_ALIGNOF -> measured(e, x, false);
            case UNSAFE_ADD -> {
                c.versions.require(e.fun().pos(), 17, "unsafe.Add");
                c.assignments.assign(x, BasicType.UNSAFE_POINTER, "argument to unsafe.Add");
                yield c.indexing.isInteger(args.get(1), "length", true)
                        ? Val.of(Mode.VALUE, BasicType.UNSAFE_POINTER, e)
                        : Val.invalid(e);
            }
            case UNSAFE_SLICE -> {
                c.versions.require(e.fun().pos(), 17, "unsafe.Slice");
                if (!(c.types.sets().core(x.type()) instanceof PointerType p)) {
                    yield bad(x.expr(), e, "invalid argument: " + c.text(x) + " is not a pointer");
                }
                yield c.indexing.isInteger(args.get(1), "length", false)
                        ? Val.of(Mode.VALUE, new SliceType(p.written()), e)
                        : Val.invalid(e);
            }
            case UNSAFE_SLICE_DATA -> {
                c.versions.require(e.fun().pos(), 20, "unsafe.SliceData");
                if (!(c.types.sets().core(x.type()) instanceof SliceType s)) {
                    yield bad(x.expr(), e, "invalid argument: " + c.text(x) + " is not a slice");
                }
                yield Val.of(Mode.VALUE, new PointerType(s.written()), e);
            }
            case UNSAFE_STRING -> {
                c.versions.require(e.fun().pos(), 20, "unsafe.String");
                c.assignments.assign(
                        x, new PointerType(Universe.BYTE), "argument to unsafe.String");
                yield c.indexing.isInteger(args.get(1), "length", false)
                        ? Val.of(Mode.VALUE, BasicType.STRING, e)
                        : Val.invalid(e);
            }
            case UNSAFE_STRING_DATA -> {
                c.versions.require(e.fun().pos(), 20, "unsafe.StringData");
                c.assignments.assign(x, BasicType.STRING, "argument to unsafe.StringData");
                yield Val.of(Mode.VALUE, new PointerType(Universe.BYTE), e);
            }
            default -> throw new IllegalStateException(b.name());
        };
    }

    private Val measured(Expr.Call e, Val x, boolean size) {
        var v =
                c.assignments.assign(
                        x, null, "argument to unsafe." + (size ? "Sizeof" : "Alignof"));
        if (v.isInvalid() || c.declarations.refersToItself(v.type())) {
            return Val.invalid(e);
        }
        if (Substitution.mentions(v.type(), null) && dependsOnParameter(v.type())) {
            return Val.of(Mode.VALUE, BasicType.UINTPTR, e);
        }
        long n = size ? c.types.sizeof(v.type()) : c.types.alignof(v.type());
        if (n < 0) {
            c.error(x.expr(), DiagnosticCode.TYPE_TOO_LARGE, c.text(v) + " is too large");
            return Val.invalid(e);
        }
        return Val.constant(BasicType.UINTPTR, Constants.of(n), e);
    }

    /// Whether the size of a type depends on a type parameter.
    private static boolean dependsOnParameter(Type t) {
        if (t instanceof TypeParameter) {
            return true;
        }
        return switch (t.underlying()) {
            case ArrayType a -> dependsOnParameter(a.elem());
            case StructType s -> s.fields().stream().anyMatch(f -> dependsOnParameter(f.type()));
            default -> false;
        };
    }

    /// `unsafe.Offsetof(x.f)`.
    Val offsetof(Expr.Call e) {
        var arg = e.args().getFirst();
        if (!(ExprText.unparen(arg) instanceof Expr.Selector s)) {
            c.exprs.use(e.args());
            return bad(
                    arg,
                    e,
                    "invalid argument: " + ExprText.of(arg) + " is not a selector expression");
        }
        var v = c.exprs.value(arg);
        if (v.isInvalid()) {
            return Val.invalid(e);
        }
        var sel = c.selections[s.id()];
        if (sel == null || sel.kind() != Selection.Kind.FIELD) {
            return bad(arg, e, "invalid argument: " + ExprText.of(arg) + " is a method value");
        }
        Type t = sel.recv() instanceof PointerType p ? p.elem() : sel.recv();
        if (t.underlying() instanceof PointerType p) {
            t = p.elem();
        }
        var base = t;
        long offset = 0;
        for (int i = 0; i < sel.path().length; i++) {
            if (t instanceof PointerType) {
                return bad(
                        s.x(),
                        e,
                        "invalid argument: field "
                                + s.sel().text()
                                + " is embedded via a pointer in "
                                + c.text(base));
            }
            if (!(t.underlying() instanceof StructType st)) {
                return Val.invalid(e);
            }
            if (dependsOnParameter(st)) {
                return Val.of(Mode.VALUE, BasicType.UINTPTR, e);
            }
            long part = c.types.offsetof(st, sel.path()[i]);
            if (part < 0 || offset + part < 0) {
                c.error(arg, DiagnosticCode.TYPE_TOO_LARGE, ExprText.of(arg) + " is too large");
                return Val.invalid(e);
            }
            offset += part;
            t = st.fields().get(sel.path()[i]).type();
        }
        return Val.constant(BasicType.UINTPTR, Constants.of(offset), e);
    }

    /// `complex(re, im)`.
    Val complex(Expr.Call e, Val re, Val im) {
        var x = re;
        var y = im;
        if (x.isUntyped() && y.isUntyped()) {
            if (x.isConstant() && y.isConstant()) {
                x = toFloat(x);
                y = toFloat(y);
            } else {
                x = c.untyped.convert(x, BasicType.FLOAT64);
                y = c.untyped.convert(y, BasicType.FLOAT64);
            }
        } else if (x.isUntyped()) {
            x = c.untyped.convert(x, y.type());
        } else if (y.isUntyped()) {
            y = c.untyped.convert(y, x.type());
        }
        if (x.isInvalid() || y.isInvalid()) {
            return Val.invalid(e);
        }
        if (!c.types.identical(x.type(), y.type())) {
            return bad(
                    x.expr(),
                    e,
                    "invalid operation: "
                            + ExprText.of(e)
                            + " (mismatched types "
                            + c.text(x.written())
                            + " and "
                            + c.text(y.written())
                            + ")");
        }
        var t = complexOf(x.type());
        if (t == null) {
            return bad(
                    x.expr(),
                    e,
                    "invalid argument: arguments have type "
                            + c.text(x.written())
                            + ", expected floating-point");
        }
        var a = x.value();
        var b = y.value();
        return x.isConstant() && y.isConstant() && a != null && b != null
                ? Val.constant(t, Constants.complex(a, b), e)
                : Val.computed(t, e, x, y);
    }

    private static Val toFloat(Val v) {
        var value = v.value();
        boolean real =
                v.type() instanceof BasicType b
                        && b.isNumeric()
                        && value != null
                        && !(value instanceof org.gorrery.compiler.constant.Constant.Complex);
        return real ? v.withType(BasicType.UNTYPED_FLOAT) : v;
    }

    private @Nullable Type complexOf(Type t) {
        return switch (t.underlying()) {
            case BasicType b when b == BasicType.FLOAT32 -> BasicType.COMPLEX64;
            case BasicType b when b == BasicType.FLOAT64 -> BasicType.COMPLEX128;
            case BasicType b when b == BasicType.UNTYPED_FLOAT -> BasicType.UNTYPED_COMPLEX;
            default -> null;
        };
    }

    /// `real(x)` or `imag(x)`.
    Val part(Expr.Call e, Val operand, boolean real) {
        var x = operand;
        if (x.isUntyped()) {
            var value = x.value();
            if (x.isConstant()
                    && value != null
                    && x.type() instanceof BasicType b
                    && b.isNumeric()) {
                x = x.withType(BasicType.UNTYPED_COMPLEX);
            } else if (x.type() instanceof BasicType b && b.isNumeric()) {
                x = c.untyped.convert(x, BasicType.COMPLEX128);
            }
        }
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        Type t =
                switch (x.type().underlying()) {
                    case BasicType b when b == BasicType.COMPLEX64 -> BasicType.FLOAT32;
                    case BasicType b when b == BasicType.COMPLEX128 -> BasicType.FLOAT64;
                    case BasicType b when b == BasicType.UNTYPED_COMPLEX -> BasicType.UNTYPED_FLOAT;
                    default -> null;
                };
        if (t == null) {
            return bad(
                    x.expr(),
                    e,
                    "invalid argument: argument has type "
                            + c.text(x.written())
                            + ", expected complex type");
        }
        var value = x.value();
        if (value == null) {
            return Val.computed(t, e, x, x);
        }
        return Val.constant(t, real ? Constants.real(value) : Constants.imag(value), e);
    }
}
