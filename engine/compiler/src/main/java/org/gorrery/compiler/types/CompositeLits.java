package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.ConstantText;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.LitKind;
import org.jspecify.annotations.Nullable;

/// Composite literals (Go spec, "Composite literals"), and what literals need of the language version.
final class CompositeLits {
    private final CheckContext c;

    CompositeLits(CheckContext c) {
        this.c = c;
    }

    /// `T{…}`; `hint` is the element type of an enclosing literal where `T` is left out.
    Val evaluate(Expr.CompositeLit e, @Nullable Type hint) {
        WrittenType type;
        Type base;
        var written = e.type();
        if (written instanceof Expr.ArrayTypeExpr a && a.len() instanceof Expr.Ellipsis) {
            var elem = c.typeExprs.writtenVar(a.elem());
            long n = elements(e.elems(), elem, -1);
            type = new ArrayType(elem, n);
            c.recordType(a, type.actual());
            return Val.of(Mode.VALUE, type, e);
        }
        if (written != null) {
            type = c.typeExprs.written(written);
            base = type.actual();
        } else if (hint != null) {
            type = hint;
            base = hint;
            if (c.types.sets().core(hint) instanceof PointerType p) {
                base = p.elem();
            }
        } else {
            c.exprs.use(e.elems());
            c.error(e, DiagnosticCode.BAD_COMPOSITE_LITERAL, "missing type in composite literal");
            return Val.invalid(e);
        }
        var core = base == BasicType.INVALID ? BasicType.INVALID : c.types.sets().core(base);
        return fill(e, type, base, core) ? Val.of(Mode.VALUE, type, e) : Val.invalid(e);
    }

    @SuppressWarnings(
            "ReferenceEquality") // whether the base is what was written, not a type like it
    private boolean fill(Expr.CompositeLit e, WrittenType type, Type base, @Nullable Type core) {
        switch (core) {
            case StructType s -> struct(e, s, type.actual() == base ? type : base);
            case ArrayType a -> elements(e.elems(), a.written(), a.length());
            case SliceType s -> elements(e.elems(), s.written(), -1);
            case MapType m -> map(e, m);
            case null -> {
                c.exprs.use(e.elems());
                c.error(
                        e,
                        DiagnosticCode.BAD_COMPOSITE_LITERAL,
                        "invalid composite literal type "
                                + c.text(type)
                                + " (no common underlying type)");
                return false;
            }
            default -> {
                c.exprs.use(e.elems());
                if (c.declarations.refersToItself(base)) {
                    return false;
                }
                if (core != BasicType.INVALID) {
                    String element = e.type() == null ? " element" : "";
                    c.error(
                            e,
                            DiagnosticCode.BAD_COMPOSITE_LITERAL,
                            "invalid composite literal" + element + " type " + c.text(type));
                    return false;
                }
                return base != BasicType.INVALID;
            }
        }
        return true;
    }

    private void struct(Expr.CompositeLit e, StructType s, WrittenType type) {
        if (e.elems().isEmpty()) {
            return;
        }
        if (e.elems().getFirst() instanceof Expr.KeyValue) {
            keyed(e, s, type);
        } else {
            positional(e, s, type);
        }
    }

    private void keyed(Expr.CompositeLit e, StructType s, WrittenType type) {
        Set<String> seen = new HashSet<>();
        for (var elem : e.elems()) {
            if (!(elem instanceof Expr.KeyValue kv)) {
                c.error(
                        elem,
                        DiagnosticCode.BAD_COMPOSITE_LITERAL,
                        "mixture of field:value and value elements in struct literal");
                c.exprs.use(List.of(elem));
                continue;
            }
            if (!(kv.key() instanceof Expr.Name name)) {
                c.error(
                        kv,
                        DiagnosticCode.BAD_COMPOSITE_LITERAL,
                        "invalid field name " + ExprText.of(kv.key()) + " in struct literal");
                c.exprs.use(List.of(kv.value()));
                continue;
            }
            var f = Selectors.field(s, c.pkg, name.text());
            if (f == null) {
                unknownField(name, type);
                c.exprs.use(List.of(kv.value()));
                continue;
            }
            c.recordObject(name, f);
            c.assignments.assign(
                    c.exprs.value(kv.value(), f.type()), f.written(), "struct literal");
            if (!seen.add(name.text())) {
                c.error(
                        kv,
                        DiagnosticCode.DUPLICATE_FIELD,
                        "duplicate field name " + name.text() + " in struct literal");
            }
        }
    }

    private void unknownField(Expr.Name name, WrittenType type) {
        var direct =
                type.actual().underlying() instanceof StructType s
                        ? s.fields().stream()
                                .filter(f -> f.name().equalsIgnoreCase(name.text()))
                                .findFirst()
                        : java.util.Optional.<VarObject>empty();
        String message =
                direct.isPresent()
                        ? c.selectors.reason(type, name.text(), true)
                        : "unknown field "
                                + name.text()
                                + " in struct literal of type "
                                + c.text(type);
        c.error(name, DiagnosticCode.MISSING_MEMBER, message);
    }

    private void positional(Expr.CompositeLit e, StructType s, WrittenType type) {
        boolean hidden = false;
        for (int i = 0; i < e.elems().size(); i++) {
            var elem = e.elems().get(i);
            if (elem instanceof Expr.KeyValue kv) {
                c.error(
                        kv,
                        DiagnosticCode.BAD_COMPOSITE_LITERAL,
                        "mixture of field:value and value elements in struct literal");
                c.exprs.use(List.of(kv.value()));
                continue;
            }
            var f = i < s.fields().size() ? s.fields().get(i) : null;
            var v = c.exprs.value(elem, f == null ? null : f.type());
            if (f == null) {
                c.error(
                        elem,
                        DiagnosticCode.BAD_COMPOSITE_LITERAL,
                        "too many values in struct literal of type " + c.text(type));
                c.exprs.use(e.elems().subList(i + 1, e.elems().size()));
                return;
            }
            if (!f.exported() && !Identity.samePackage(f.pkg(), c.pkg)) {
                c.error(
                        elem,
                        DiagnosticCode.UNEXPORTED,
                        "implicit assignment to unexported field "
                                + f.name()
                                + " in struct literal of type "
                                + c.text(type));
                hidden = true;
                continue;
            }
            c.assignments.assign(v, f.written(), "struct literal");
        }
        // how many fields another package hides is not its users' business
        if (!hidden && e.elems().size() < s.fields().size()) {
            c.error(
                    e.rbrace(),
                    DiagnosticCode.BAD_COMPOSITE_LITERAL,
                    "too few values in struct literal of type " + c.text(type));
        }
    }

    /// Elements of an array or slice; gives the length, one past the highest index.
    private long elements(List<Expr> elems, WrittenType elem, long length) {
        Set<Long> seen = new HashSet<>();
        long index = 0;
        long max = 0;
        for (var x : elems) {
            boolean valid = false;
            var value = x;
            if (x instanceof Expr.KeyValue kv) {
                value = kv.value();
                long at = index(kv.key(), length);
                if (at >= 0) {
                    index = at;
                    valid = true;
                }
            } else if (length >= 0 && index >= length) {
                c.error(
                        x,
                        DiagnosticCode.INDEX_OUT_OF_RANGE,
                        "index " + index + " is out of bounds (>= " + length + ")");
            } else {
                valid = true;
            }
            if (valid && !seen.add(index)) {
                c.error(
                        x,
                        DiagnosticCode.DUPLICATE_KEY,
                        "duplicate index " + index + " in array or slice literal");
            }
            index++;
            max = Math.max(max, index);
            c.assignments.assign(
                    c.exprs.element(value, elem.actual()), elem, "array or slice literal");
        }
        return max;
    }

    private long index(Expr key, long length) {
        var v = c.exprs.value(key);
        if (v.isInvalid()) {
            return -1;
        }
        if (!c.indexing.isInteger(v, "index", false)) {
            return -1;
        }
        if (v.mode() != Mode.CONSTANT) {
            c.error(
                    key,
                    DiagnosticCode.BAD_INDEX,
                    "index " + ExprText.of(key) + " must be integer constant");
            return -1;
        }
        var value = v.value();
        var n = value == null ? null : Constants.toInteger(value);
        if (n == null) {
            return -1;
        }
        if (length >= 0 && n.compareTo(java.math.BigInteger.valueOf(length)) >= 0) {
            c.error(
                    key,
                    DiagnosticCode.INDEX_OUT_OF_RANGE,
                    "invalid argument: index " + n + " out of bounds [0:" + length + "]");
            return -1;
        }
        return n.longValue();
    }

    private void map(Expr.CompositeLit e, MapType m) {
        Map<Object, List<Type>> seen = new HashMap<>();
        for (var elem : e.elems()) {
            if (!(elem instanceof Expr.KeyValue kv)) {
                c.error(elem, DiagnosticCode.BAD_COMPOSITE_LITERAL, "missing key in map literal");
                c.exprs.use(List.of(elem));
                continue;
            }
            var key = c.exprs.element(kv.key(), m.key());
            var assigned = c.assignments.assign(key, m.writtenKey(), "map literal");
            if (assigned.isInvalid() || duplicate(kv, assigned, m.key(), seen)) {
                continue; // the value is not looked at
            }
            var value = c.exprs.element(kv.value(), m.value());
            c.assignments.assign(value, m.writtenValue(), "map literal");
        }
    }

    /// Whether a key was there before, which is reported.
    private boolean duplicate(
            Expr.KeyValue kv, Val key, Type keyType, Map<Object, List<Type>> seen) {
        Constant value = key.value();
        if (!key.isConstant() || value == null) {
            return false;
        }
        var dynamic = c.operands[kv.key().id()];
        var type = Operators.plainInterface(keyType) && dynamic != null ? dynamic.type() : keyType;
        var types = seen.computeIfAbsent(value, k -> new ArrayList<>());
        if (types.stream().anyMatch(t -> c.types.identical(t, type))) {
            c.error(
                    kv,
                    DiagnosticCode.DUPLICATE_KEY,
                    "duplicate key " + ConstantText.of(value) + " in map literal");
            return true;
        }
        types.add(type);
        return false;
    }

    /// Reports forms of numbers that came with Go 1.13.
    void versions(Expr.BasicLit lit) {
        if (lit.kind() == LitKind.STRING || lit.kind() == LitKind.CHAR || c.versions.allows(13)) {
            return;
        }
        String text = lit.text().toLowerCase(Locale.ROOT);
        String what =
                text.startsWith("0b")
                        ? "binary literal"
                        : text.startsWith("0o")
                                ? "0o/0O-style octal literal"
                                : text.startsWith("0x")
                                                && (lit.kind() != LitKind.INT || text.contains("p"))
                                        ? "hexadecimal floating-point literal"
                                        : text.contains("_") ? "underscore in numeric literal" : "";
        if (!what.isEmpty()) {
            c.versions.error(lit.pos(), 13, what);
        }
    }
}
