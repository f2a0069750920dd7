package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.ExprText;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// Constants, composite literals and string concatenation.
final class Literals {
    private final Fn fn;
    private final Emitter e;

    Literals(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    /// A constant as a value of `type` (an untyped one: of its default type).
    Rvalue constant(Type type, Constant value) {
        var t =
                type instanceof BasicType b && b.isUntyped()
                        ? org.gorrery.compiler.types.Types.defaultType(type)
                        : type;
        if (fn.expressions.isInterface(t)) {
            var own = org.gorrery.compiler.types.Types.defaultType(untypedOf(value));
            return fn.conversions.assign(constant(own, value), t);
        }
        var basic = (BasicType) t.underlying();
        if (basic.isString()) {
            var bytes = Constants.bytes(value);
            if (bytes.isEmpty()) {
                return Rvalue.ofWords(t, List.of(Emitter.nil(), Emitter.longConst(0)));
            }
            return Rvalue.ofWords(
                    t,
                    List.of(
                            new Value.Address(new Symbol.Bytes(bytes, 1), 0),
                            Emitter.longConst(bytes.length())));
        }
        if (basic.isBoolean()) {
            return Rvalue.ofWord(t, Emitter.intConst(Constants.isTrue(value) ? 1 : 0));
        }
        if (basic.isComplex()) {
            return Rvalue.ofWords(
                    t,
                    List.of(
                            floating(basic == BasicType.COMPLEX64, Constants.real(value)),
                            floating(basic == BasicType.COMPLEX64, Constants.imag(value))));
        }
        if (basic.isFloat()) {
            return Rvalue.ofWord(t, floating(basic == BasicType.FLOAT32, value));
        }
        long integer = Objects.requireNonNull(Constants.toInteger(value)).longValue();
        if (basic == BasicType.UNSAFE_POINTER) {
            return Rvalue.ofWord(t, new Value.LongConst(integer, Word.P));
        }
        return Rvalue.ofWord(
                t,
                fn.types.sizeof(basic) == 8
                        ? Emitter.longConst(integer)
                        : Emitter.intConst((int) integer));
    }

    private static Type untypedOf(Constant c) {
        return switch (c) {
            case Constant.Bool b -> BasicType.UNTYPED_BOOL;
            case Constant.Str s -> BasicType.UNTYPED_STRING;
            case Constant.Int i -> BasicType.UNTYPED_INT;
            case Constant.Ratio r -> BasicType.UNTYPED_FLOAT;
            case Constant.Flt f -> BasicType.UNTYPED_FLOAT;
            case Constant.Complex z -> BasicType.UNTYPED_COMPLEX;
        };
    }

    private static Value floating(boolean single, Constant c) {
        return single
                ? new Value.FloatConst(Constants.toFloat(c))
                : new Value.DoubleConst(Constants.toDouble(c));
    }

    // ---- concatenation ----

    Rvalue concatenation(Expr.Binary b) {
        var parts = new ArrayList<Expr>();
        flatten(b, parts);
        var values = new ArrayList<Rvalue>();
        for (var p : parts) {
            values.add(e.stable(fn.expressions.value(p)));
        }
        e.at(b.opPos());
        return concat(fn.type(b), values);
    }

    private void flatten(Expr x, List<Expr> out) {
        var inner = x;
        while (inner instanceof Expr.Paren p && fn.pkg.operand(p).value() == null) {
            inner = p.x();
        }
        if (inner instanceof Expr.Binary b
                && b.op() == Token.ADD
                && fn.pkg.operand(b).value() == null) {
            flatten(b.x(), out);
            flatten(b.y(), out);
        } else {
            out.add(x);
        }
    }

    Rvalue concat(Type type, List<Rvalue> parts) {
        var words = new ArrayList<Value>();
        parts.forEach(p -> words.addAll(p.words()));
        if (parts.size() == 2 || parts.size() == 3) {
            var entry = parts.size() == 2 ? Entry.CONCAT2 : Entry.CONCAT3;
            return Rvalue.ofWords(
                    type,
                    Emitter.reads(
                            e.text(entry, List.of(Word.P, Word.J), words.toArray(Value[]::new))));
        }
        var table = fn.ir().newFrameObject("", null, parts.size() * 16L);
        for (int i = 0; i < words.size(); i++) {
            e.store(
                    MemKind.I64,
                    new Value.FrameAddress(table, 8L * i),
                    0,
                    Conversions.asLong(words.get(i)));
        }
        return Rvalue.ofWords(
                type,
                Emitter.reads(
                        e.text(
                                Entry.CONCAT_N,
                                List.of(Word.P, Word.J),
                                new Value.FrameAddress(table, 0),
                                Emitter.longConst(parts.size()))));
    }

    // ---- composite literals ----

    /// The value of a composite literal.
    Rvalue composite(Expr.CompositeLit c) {
        return compositeAs(c, fn.type(c));
    }

    /// @param type the literal's type, or what it points to where `&T` is elided
    private Rvalue compositeAs(Expr.CompositeLit c, Type type) {
        e.at(c.pos());
        return switch (fn.expressions.coreOf(type)) {
            case StructType s when fn.layout.inWords(type) -> structWords(c, type, s);
            case SliceType s -> slice(c, type, s);
            case MapType m -> map(c, type, m);
            case PointerType p -> {
                // An elided &T inside another literal.
                var box = e.newObject(Kind.OBJECT, c.pos(), () -> "&" + ExprText.of(c), p.elem());
                fillAs(c, p.elem(), box, true);
                yield Rvalue.ofWord(type, box);
            }
            default -> {
                var object = e.tempObject(type);
                var at = new Value.FrameAddress(object, 0);
                fillAs(c, type, at, false);
                var value = Rvalue.inMemory(type, at, true);
                yield fn.layout.inWords(type) ? e.loadValue(type, at, 0) : value;
            }
        };
    }

    private Rvalue structWords(Expr.CompositeLit c, Type type, StructType s) {
        var fields = new Rvalue[s.fields().size()];
        for (int i = 0; i < c.elems().size(); i++) {
            int index = fieldIndex(c, s, i);
            var element =
                    c.elems().get(i) instanceof Expr.KeyValue kv ? kv.value() : c.elems().get(i);
            fields[index] = e.stable(elementValue(element, s.fields().get(index).type()));
        }
        var words = new ArrayList<Value>();
        for (int i = 0; i < fields.length; i++) {
            // A value for a field called _ is evaluated, but not kept.
            boolean blank = s.fields().get(i).name().equals("_");
            words.addAll(
                    (fields[i] == null || blank ? e.zero(s.fields().get(i).type()) : fields[i])
                            .words());
        }
        return Rvalue.ofWords(type, words);
    }

    private int fieldIndex(Expr.CompositeLit c, StructType s, int i) {
        if (c.elems().get(i) instanceof Expr.KeyValue kv) {
            var name = ((Expr.Name) kv.key()).text();
            for (int k = 0; k < s.fields().size(); k++) {
                if (s.fields().get(k).name().equals(name)) {
                    return k;
                }
            }
            throw new IllegalStateException("no field " + name);
        }
        return i;
    }

    /// The value of an element, whose type may be elided.
    private Rvalue elementValue(Expr x, Type type) {
        if (x instanceof Expr.CompositeLit c && c.type() == null) {
            return composite(c).as(type);
        }
        return fn.expressions.valueAs(x, type);
    }

    /// Whether an array or struct literal has nothing but constants, in nested ones too.
    boolean isConstant(Expr.CompositeLit c) {
        var core = fn.expressions.coreOf(fn.type(c));
        return (core instanceof StructType || core instanceof ArrayType)
                && c.elems().stream()
                        .map(x -> x instanceof Expr.KeyValue kv ? kv.value() : x)
                        .allMatch(x ->
                                fn.pkg.operand(x).value() != null
                                        || x instanceof Expr.CompositeLit inner
                                                && isConstant(inner));
    }

    /// Builds the literal at `at` (valid memory of its type).
    ///
    /// @param zeroed whether the memory is zero already
    void fill(Expr.CompositeLit c, Value at, boolean zeroed) {
        fillAs(c, fn.type(c), at, zeroed);
    }

    private void fillAs(Expr.CompositeLit c, Type type, Value at, boolean zeroed) {
        switch (fn.expressions.coreOf(type)) {
            case StructType s -> fillStruct(c, type, s, at, zeroed);
            case ArrayType a -> fillArray(c, type, a, at, zeroed);
            default -> e.storeValue(compositeAs(c, type), at, 0);
        }
    }

    private void fillStruct(
            Expr.CompositeLit c, Type type, StructType s, Value at, boolean zeroed) {
        if (!zeroed && (c.elems().size() < s.fields().size() || hasPadding(s) || hasBlank(s))) {
            e.clear(at, fn.types.sizeof(type), fn.layout.hasPointers(type));
        }
        for (int i = 0; i < c.elems().size(); i++) {
            int index = fieldIndex(c, s, i);
            var element =
                    c.elems().get(i) instanceof Expr.KeyValue kv ? kv.value() : c.elems().get(i);
            if (s.fields().get(index).name().equals("_")) {
                fn.places.assign(
                        new Place.Blank(s.fields().get(index).type()),
                        elementValue(element, s.fields().get(index).type()));
                continue;
            }
            put(element, s.fields().get(index).type(), at, fn.types.offsetof(s, index), zeroed);
        }
    }

    private static boolean hasBlank(StructType s) {
        return s.fields().stream().anyMatch(f -> f.name().equals("_"));
    }

    private boolean hasPadding(StructType s) {
        long sum = 0;
        for (var f : s.fields()) {
            sum += fn.types.sizeof(f.type());
        }
        return sum != fn.types.sizeof(s);
    }

    private void put(Expr element, Type type, Value at, long offset, boolean zeroed) {
        var inner = element;
        while (inner instanceof Expr.Paren p) {
            inner = p.x();
        }
        boolean inPlace =
                inner instanceof Expr.CompositeLit c
                        && (type.underlying() instanceof StructType
                                || type.underlying() instanceof ArrayType)
                        && !fn.layout.inWords(type)
                        && fn.types.identical(fn.type(c), type);
        if (inPlace) {
            fillAs((Expr.CompositeLit) inner, type, Emitter.plus(at, offset), zeroed);
        } else {
            e.storeValue(elementValue(element, type), at, offset);
        }
    }

    private void fillArray(Expr.CompositeLit c, Type type, ArrayType a, Value at, boolean zeroed) {
        boolean isZero = zeroed;
        if (!zeroed && (c.elems().size() < a.length() || hasKeys(c))) {
            e.clear(at, fn.types.sizeof(type), fn.layout.hasPointers(type));
            isZero = true;
        }
        fillElements(c, a.elem(), at, isZero);
    }

    private static boolean hasKeys(Expr.CompositeLit c) {
        return c.elems().stream().anyMatch(x -> x instanceof Expr.KeyValue);
    }

    private void fillElements(Expr.CompositeLit c, Type elem, Value at, boolean zeroed) {
        long size = fn.types.sizeof(elem);
        long index = 0;
        for (var x : c.elems()) {
            var element = x;
            if (x instanceof Expr.KeyValue kv) {
                index = Constants.toLong(Objects.requireNonNull(fn.pkg.operand(kv.key()).value()));
                element = kv.value();
            }
            put(element, elem, at, index * size, zeroed);
            index++;
        }
    }

    /// Number of elements of an array or slice literal.
    long length(Expr.CompositeLit c) {
        long index = 0;
        long max = 0;
        for (var x : c.elems()) {
            if (x instanceof Expr.KeyValue kv) {
                index = Constants.toLong(Objects.requireNonNull(fn.pkg.operand(kv.key()).value()));
            }
            index++;
            max = Math.max(max, index);
        }
        return max;
    }

    private Rvalue slice(Expr.CompositeLit c, Type type, SliceType s) {
        long n = length(c);
        var count = Emitter.longConst(n);
        var what = new Allocation(Kind.SLICE, c.pos(), () -> ExprText.of(c), null);
        var array = e.allocate(what, Entry.NEWARRAY, fn.descriptor(s.elem()), count);
        var image = StaticValues.elements(fn, c, s.elem(), n);
        if (image != null) {
            e.copyBytes(
                    array,
                    new Value.Address(new Symbol.Blob(image), 0),
                    Emitter.longConst(image.bytes().length),
                    fn.layout.hasPointers(s.elem()));
        } else {
            fillElements(c, s.elem(), array, true);
        }
        return Rvalue.ofWords(type, List.of(array, count, count));
    }

    private Rvalue map(Expr.CompositeLit c, Type type, MapType m) {
        var map =
                e.stable(
                        e.runtime(
                                Entry.MAKEMAP,
                                Word.P,
                                fn.descriptor(m),
                                Emitter.longConst(c.elems().size())));
        for (var x : c.elems()) {
            var kv = (Expr.KeyValue) x;
            var early = fn.expressions.early();
            boolean keyFirst = early.kinds().copiesKey(m, kv.key());
            early.settle(keyFirst ? List.of(kv.key()) : List.of(kv.key(), kv.value()));
            boolean valueFirst = !keyFirst && !early.mayChangeState(kv); // as in an assignment
            if (valueFirst) {
                early.settleEarly(kv.key());
            }
            var first = valueFirst ? e.stable(elementValue(kv.value(), m.value())) : null;
            var key = e.stable(elementValue(kv.key(), m.key()));
            early.settle(List.of(kv.value()));
            var value = first == null ? e.stable(elementValue(kv.value(), m.value())) : first;
            e.at(kv.pos());
            e.storeValue(value, fn.expressions.maps().assign(m, map, key), 0);
        }
        return Rvalue.ofWord(type, map);
    }
}
