package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.ir.IrGlobal;
import org.gorrery.compiler.ir.StaticData;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Values known before the program runs, laid out as initial data: constants, composite literals of such, addresses of such,
/// declared functions. Tables in Go source thus cost neither code nor time at start.
final class StaticValues {
    private final Fn fn;
    private final byte[] bytes;
    private final List<StaticData.Relocation> relocations = new ArrayList<>();

    // Whether the expression is evaluated once only, so that what it points to can be made
    // beforehand.
    private final boolean once;

    private StaticValues(Fn fn, long size, boolean once) {
        this.fn = fn;
        this.once = once;
        this.bytes = new byte[(int) size];
    }

    private static final long MAX_BYTES = 64L << 20;

    /// The data of `x` as a value of `type`, or null where it must be computed.
    static @Nullable StaticData of(Fn fn, Expr x, Type type) {
        long size = fn.types.sizeof(type);
        if (size > MAX_BYTES) {
            return null;
        }
        var image = new StaticValues(fn, size, true);
        return image.put(x, type, 0) ? image.data(type) : null;
    }

    /// The elements of an array or slice literal, or null.
    static @Nullable StaticData elements(Fn fn, Expr.CompositeLit c, Type elem, long count) {
        long size = fn.types.sizeof(elem) * count;
        if (c.elems().size() < 4 || size > MAX_BYTES) {
            return null;
        }
        var image = new StaticValues(fn, size, false);
        return image.putElements(c, elem, 0) ? image.data(elem) : null;
    }

    /// The data word of an interface that holds a constant: read-only data in place of an allocation; null otherwise.
    static @Nullable Value constantBox(Fn fn, Rvalue v) {
        if (v.address() != null
                || v.words().isEmpty()
                || !(v.type().underlying() instanceof BasicType type)) {
            return null;
        }
        var image = new StaticValues(fn, fn.types.sizeof(type), false);
        var slots = fn.layout.slots(v.type());
        for (int i = 0; i < slots.size(); i++) {
            if (!image.putWord(slots.get(i), v.word(i))) {
                return null;
            }
        }
        return new Value.Address(new Symbol.Blob(image.data(type)), 0);
    }

    private StaticData data(Type type) {
        return new StaticData(bytes, (int) Math.max(1, fn.types.alignof(type)), relocations);
    }

    private boolean putWord(WordLayout.Slot slot, Value word) {
        int at = (int) slot.offset();
        switch (word) {
            case Value.IntConst c -> putInteger(at, width(slot), c.value());
            case Value.LongConst c -> putInteger(at, width(slot), c.value());
            case Value.FloatConst c -> putInteger(at, 4, Float.floatToRawIntBits(c.value()));
            case Value.DoubleConst c -> putInteger(at, 8, Double.doubleToRawLongBits(c.value()));
            case Value.Address a ->
                    relocations.add(new StaticData.Relocation(at, a.symbol(), a.offset()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private int width(WordLayout.Slot slot) {
        return switch (slot.mem()) {
            case I8, U8 -> 1;
            case I16, U16 -> 2;
            case I32, F32 -> 4;
            case I64, F64 -> 8;
            case PTR, ADDR -> fn.program.target().wordBytes();
        };
    }

    private void putInteger(int at, int width, long value) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private boolean put(Expr x, Type type, long at) {
        var operand = fn.pkg.operand(x);
        if (operand.value() != null) {
            return putConstant(operand.value(), fn.apply(operand.type()), type, at);
        }
        if (operand.mode() == Mode.NIL || operand.type() == BasicType.UNTYPED_NIL) {
            return true;
        }
        return switch (x) {
            case Expr.Paren p -> put(p.x(), type, at);
            case Expr.CompositeLit c -> putComposite(c, type, at);
            case Expr.Unary u when u.op() == Token.AND -> putAddress(u.x(), type, at);
            case Expr.Name n when fn.object(n) instanceof FuncObject f ->
                    putFunction(f, n, type, at);
            case Expr.Selector s
                    when fn.pkg.selections()[s.id()] == null
                            && fn.object(s.sel()) instanceof FuncObject f ->
                    putFunction(f, s.sel(), type, at);
            case Expr.FuncLit f
                    when type.underlying() instanceof Signature
                            && fn.use.freeVariables(f).isEmpty() -> {
                relocate(at, new Symbol.FuncValue(fn.closures.staticLiteral(f)), 0);
                yield true;
            }
            default -> false;
        };
    }

    private boolean putFunction(FuncObject f, Expr.Name mention, Type type, long at) {
        if (!(type.underlying() instanceof Signature) || !f.signature().typeParams().isEmpty()) {
            return false;
        }
        fn.calls.formats().mention(f);
        relocate(at, new Symbol.FuncValue(fn.program.function(f, fn.calls.typeArgs(mention))), 0);
        return true;
    }

    private void relocate(long at, Symbol symbol, long addend) {
        relocations.add(new StaticData.Relocation((int) at, symbol, addend));
    }

    private boolean putConstant(Constant value, Type own, Type type, long at) {
        if (type.underlying() instanceof InterfaceType iface) {
            if (own.underlying() instanceof InterfaceType) {
                return false;
            }
            var v = fn.expressions.literals().constant(own, value);
            relocate(at, wordSymbol(iface, v.type()), 0);
            var box = constantBox(fn, v);
            if (box instanceof Value.Address a) {
                relocate(at + fn.program.target().wordBytes(), a.symbol(), 0);
            }
            return box != null;
        }
        var v = fn.expressions.literals().constant(type, value);
        var slots = fn.layout.slots(type);
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (!putWord(
                    new WordLayout.Slot(slot.word(), slot.mem(), slot.offset() + at, slot.length()),
                    v.word(i))) {
                return false;
            }
        }
        return true;
    }

    private Symbol wordSymbol(InterfaceType iface, Type concrete) {
        return ((Value.Address) fn.expressions.comparisons().typeWord(iface, concrete)).symbol();
    }

    private boolean putComposite(Expr.CompositeLit c, Type type, long at) {
        var own = fn.type(c);
        if (type.underlying() instanceof InterfaceType iface) {
            return putBoxed(c, own, iface, at);
        }
        return switch (own.underlying()) {
            case StructType s -> putStruct(c, s, at);
            case ArrayType a -> putElements(c, a.elem(), at);
            case SliceType s -> putSlice(c, s, at);
            case PointerType p -> once && putHidden(c, p.elem(), at);
            default -> false;
        };
    }

    private boolean putBoxed(Expr.CompositeLit c, Type own, InterfaceType iface, long at) {
        if (fn.layout.isDirect(own) || own.underlying() instanceof InterfaceType) {
            return false;
        }
        var hidden = hidden(c, own);
        if (hidden == null) {
            return false;
        }
        relocate(at, wordSymbol(iface, own), 0);
        relocate(at + fn.program.target().wordBytes(), new Symbol.Global(hidden), 0);
        return true;
    }

    private int fieldIndex(Expr.CompositeLit c, StructType s, int i) {
        if (c.elems().get(i) instanceof Expr.KeyValue kv) {
            var name = ((Expr.Name) kv.key()).text();
            for (int k = 0; k < s.fields().size(); k++) {
                if (s.fields().get(k).name().equals(name)) {
                    return k;
                }
            }
        }
        return i;
    }

    private boolean putElements(Expr.CompositeLit c, Type elem, long at) {
        long size = fn.types.sizeof(elem);
        long index = 0;
        for (var x : c.elems()) {
            var element = x;
            if (x instanceof Expr.KeyValue kv) {
                index = Constants.toLong(Objects.requireNonNull(fn.pkg.operand(kv.key()).value()));
                element = kv.value();
            }
            if (!put(element, elem, at + index * size)) {
                return false;
            }
            index++;
        }
        return true;
    }

    private boolean putSlice(Expr.CompositeLit c, SliceType s, long at) {
        long n = fn.expressions.literals().length(c);
        var array = new ArrayType(s.elem(), n);
        if (!once || fn.types.sizeof(array) > MAX_BYTES) {
            return false;
        }
        var image = new StaticValues(fn, fn.types.sizeof(array), true);
        if (!image.putElements(c, s.elem(), 0)) {
            return false;
        }
        var global = fn.program.hidden(fn.ir().name() + "..stmp", array);
        global.setInitial(image.data(array));
        relocate(at, new Symbol.Global(global), 0);
        int w = fn.program.target().wordBytes();
        putInteger((int) at + w, w, n);
        putInteger((int) at + 2 * w, w, n);
        return true;
    }

    private boolean putAddress(Expr x, Type type, long at) {
        if (type.underlying() instanceof InterfaceType) {
            return false;
        }
        var inner = x;
        while (inner instanceof Expr.Paren p) {
            inner = p.x();
        }
        if (inner instanceof Expr.Name n
                && fn.object(n) instanceof VarObject v
                && v.kind() == VarObject.Kind.PACKAGE) {
            relocate(at, new Symbol.Global(fn.program.global(v)), 0);
            return true;
        }
        return once && inner instanceof Expr.CompositeLit c && putHidden(c, fn.type(c), at);
    }

    private boolean putHidden(Expr.CompositeLit c, Type type, long at) {
        var global = hidden(c, type);
        if (global == null) {
            return false;
        }
        relocate(at, new Symbol.Global(global), 0);
        return true;
    }

    /// A place of its own with the literal's value, or null where the value must be computed.
    private @Nullable IrGlobal hidden(Expr.CompositeLit c, Type type) {
        var image = new StaticValues(fn, fn.types.sizeof(type), once);
        boolean ok =
                switch (type.underlying()) {
                    case StructType s -> image.putStruct(c, s, 0);
                    case ArrayType a -> image.putElements(c, a.elem(), 0);
                    case SliceType s -> image.putSlice(c, s, 0);
                    default -> false;
                };
        if (!ok) {
            return null;
        }
        var global = fn.program.hidden(fn.ir().name() + "..stmp", type);
        global.setInitial(image.data(type));
        return global;
    }

    private boolean putStruct(Expr.CompositeLit c, StructType s, long at) {
        for (int i = 0; i < c.elems().size(); i++) {
            int index = fieldIndex(c, s, i);
            var field = s.fields().get(index);
            var element =
                    c.elems().get(i) instanceof Expr.KeyValue kv ? kv.value() : c.elems().get(i);
            boolean kept = !field.name().equals("_");
            if (!kept && fn.pkg.operand(element).value() == null
                    || kept && !put(element, field.type(), at + fn.types.offsetof(s, index))) {
                return false;
            }
        }
        return true;
    }
}
