package org.gorrery.compiler.lower;

import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;

/// Left sides: variables, fields, elements, what pointers point to.
final class Places {
    private final Fn fn;

    Places(Fn fn) {
        this.fn = fn;
    }

    /// The place that an addressable expression or map index denotes; its operands are evaluated now.
    Place of(Expr expr) {
        fn.e.at(expr.operatorPos());
        return switch (expr) {
            case Expr.Paren p -> of(p.x());
            case Expr.Name n -> name(n);
            case Expr.Star s -> {
                var pointer = fn.expressions.value(s.x()).word();
                fn.e.at(s.pos());
                yield new Place.InMemory(fn.type(s), checked(pointer), 0);
            }
            case Expr.Selector s -> selector(s);
            case Expr.Index i -> index(i);
            case Expr.CompositeLit c -> {
                var v = fn.e.copyOf(fn.expressions.value(c));
                yield new Place.InMemory(v.type(), v.memory(), 0);
            }
            default -> {
                // Not addressable (an operand of a selector or index): a copy of the value will do.
                var v = fn.expressions.value(expr);
                var stable = fn.e.copyOf(v);
                yield new Place.InMemory(v.type(), stable.memory(), 0);
            }
        };
    }

    /// A pointer that is dereferenced: checked unless it is valid by construction.
    Value checked(Value pointer) {
        return switch (pointer) {
            case Value.Address a -> a;
            case Value.FrameAddress a -> a;
            case Value.NilChecked c -> c;
            default -> fn.e.stable(new Value.NilChecked(fn.e.stable(pointer), fn.e.pos()));
        };
    }

    private Place name(Expr.Name n) {
        var type = fn.type(n);
        if (n.text().equals("_") || !(fn.object(n) instanceof VarObject v)) {
            return new Place.Blank(type);
        }
        var t = fn.apply(v.type());
        if (v.kind() == VarObject.Kind.PACKAGE) {
            return global(v, t);
        }
        return fn.placeOf(t, fn.storageOf(v));
    }

    Place global(VarObject v, Type t) {
        return new Place.InMemory(
                t, new Value.Address(new Symbol.Global(fn.program.global(v)), 0), 0);
    }

    private Place selector(Expr.Selector s) {
        var selection = fn.pkg.selections()[s.id()];
        if (selection == null) {
            var v = (VarObject) java.util.Objects.requireNonNull(fn.object(s.sel()));
            return global(v, fn.apply(v.type()));
        }
        var path = selection.path();
        if (selection.kind() == Selection.Kind.FIELD && fn.type(s.x()) instanceof Type t) {
            return field(base(s.x(), t, s.operatorPos()), path);
        }
        throw new IllegalStateException("method is no place");
    }

    /// The operand of a selector: the struct itself, or what its pointer points to.
    private Place base(Expr x, Type type, int pos) {
        if (type.underlying() instanceof PointerType p) {
            var pointer = fn.expressions.value(x).word();
            fn.e.at(pos);
            return new Place.InMemory(p.elem(), checked(pointer), 0);
        }
        return of(x);
    }

    /// Follows field indices from a struct on, through embedded pointers.
    Place field(Place from, int[] path) {
        var place = from;
        for (int index : path) {
            if (place.type().underlying() instanceof PointerType p) {
                place = new Place.InMemory(p.elem(), checked(load(place).word()), 0);
            }
            place = member(place, index);
        }
        return place;
    }

    private Place member(Place place, int index) {
        var struct = (StructType) place.type().underlying();
        var type = struct.fields().get(index).type();
        return switch (place) {
            case Place.InMemory m ->
                    new Place.InMemory(
                            type, m.address(), m.offset() + fn.types.offsetof(struct, index));
            case Place.InLocals l -> {
                int start = 0;
                for (int i = 0; i < index; i++) {
                    start += fn.layout.slots(struct.fields().get(i).type()).size();
                }
                yield new Place.InLocals(
                        type, l.locals().subList(start, start + fn.layout.slots(type).size()));
            }
            case Place.InMap m -> {
                var copy = fn.e.copyOf(load(m));
                yield new Place.InMemory(type, copy.memory(), fn.types.offsetof(struct, index));
            }
            case Place.Blank b -> new Place.Blank(type);
        };
    }

    private Place index(Expr.Index i) {
        var type = fn.type(i.x());
        var indexExpr = i.indices().getFirst();
        return switch (core(type)) {
            case MapType m -> {
                var map = fn.e.stable(fn.expressions.value(i.x()).word());
                var key =
                        fn.e.stable(
                                fn.conversions.assign(fn.expressions.value(indexExpr), m.key()));
                yield new Place.InMap(m.value(), m, map, key, i.operatorPos());
            }
            case SliceType s -> {
                var slice = fn.expressions.value(i.x());
                var index = fn.expressions.indexValue(indexExpr);
                fn.e.at(i.operatorPos());
                var at = fn.expressions.checkedIndex(index, slice.word(1), indexExpr);
                yield element(s.elem(), slice.word(0), at);
            }
            case PointerType p ->
                    arrayElement(
                            new Place.InMemory(
                                    p.elem(), checked(fn.expressions.value(i.x()).word()), 0),
                            fn.expressions.indexValue(indexExpr),
                            indexExpr,
                            i.operatorPos());
            case ArrayType a -> {
                var array = of(i.x());
                yield arrayElement(
                        array, fn.expressions.indexValue(indexExpr), indexExpr, i.operatorPos());
            }
            default -> throw new IllegalStateException("index of " + type);
        };
    }

    private Type core(Type t) {
        var core = fn.types.coreType(t);
        return core == null ? t.underlying() : core;
    }

    Place arrayElement(Place array, Value index, Expr indexExpr, int pos) {
        var type = (ArrayType) array.type().underlying();
        fn.e.at(pos);
        var at = fn.expressions.checkedIndex(index, Emitter.longConst(type.length()), indexExpr);
        return switch (array) {
            case Place.InMemory m -> {
                long size = fn.types.sizeof(type.elem());
                if (at instanceof Value.LongConst c) {
                    yield new Place.InMemory(
                            type.elem(), m.address(), m.offset() + c.value() * size);
                }
                var element = element(type.elem(), m.address(), at);
                yield new Place.InMemory(type.elem(), element.address(), m.offset());
            }
            case Place.InLocals l -> {
                fn.e.eval(at);
                yield new Place.InLocals(type.elem(), l.locals());
            }
            case Place.InMap m -> {
                var copy = fn.e.copyOf(load(m));
                yield element(type.elem(), copy.memory(), at);
            }
            case Place.Blank b -> new Place.Blank(type.elem());
        };
    }

    /// `base[index]` with a checked index.
    Place.InMemory element(Type elem, Value base, Value index) {
        long size = fn.types.sizeof(elem);
        if (index instanceof Value.LongConst c) {
            return new Place.InMemory(elem, base, c.value() * size);
        }
        Value scaled;
        if (size == 1) {
            scaled = index;
        } else if (size > 0 && (size & size - 1) == 0) {
            scaled =
                    Emitter.bin(
                            BinaryOp.SHL,
                            index,
                            Emitter.intConst(Long.numberOfTrailingZeros(size)));
        } else {
            scaled = Emitter.bin(BinaryOp.MUL, index, Emitter.longConst(size));
        }
        return new Place.InMemory(elem, Emitter.bin(BinaryOp.ADD, base, scaled), 0);
    }

    /// A place whose address may be used several times.
    Place stable(Place place) {
        return place instanceof Place.InMemory m
                ? new Place.InMemory(m.type(), fn.e.stable(m.address()), m.offset())
                : place;
    }

    /// The place itself; of an element of a map its memory, which is made if it is missing: one look for what is read and written.
    Place entry(Place place) {
        if (place instanceof Place.InMap m) {
            fn.e.at(m.pos());
            var at = fn.expressions.maps().assign((MapType) m.mapType(), m.map(), m.key());
            return new Place.InMemory(m.type(), at, 0);
        }
        return place;
    }

    /// What is there now.
    Rvalue load(Place place) {
        return switch (place) {
            case Place.InLocals l -> Rvalue.ofWords(l.type(), Emitter.reads(l.locals()));
            case Place.InMemory m -> fn.e.loadValue(m.type(), m.address(), m.offset());
            case Place.InMap m ->
                    fn.expressions.maps().index((MapType) m.mapType(), m.map(), m.key());
            case Place.Blank b -> fn.e.zero(b.type());
        };
    }

    /// Puts a value of the place's type there.
    void assign(Place place, Rvalue value) {
        switch (place) {
            case Place.InLocals l -> {
                if (l.locals().isEmpty()) {
                    value.words().forEach(fn.e::eval);
                } else {
                    fn.e.setLocals(l.locals(), value);
                }
            }
            case Place.InMemory m -> fn.e.storeValue(value, m.address(), m.offset());
            case Place.InMap m -> {
                var settled = fn.e.stable(value);
                fn.e.at(m.pos());
                var at = fn.expressions.maps().assign((MapType) m.mapType(), m.map(), m.key());
                fn.e.storeValue(settled, at, 0);
            }
            case Place.Blank b -> {
                Value address = value.address();
                if (address == null) {
                    value.words().forEach(fn.e::eval);
                } else {
                    fn.e.eval(address);
                }
            }
        }
    }

    /// Sets a place to zero.
    void clear(Place.InMemory place) {
        fn.e.clear(
                Emitter.plus(place.address(), place.offset()),
                fn.types.sizeof(place.type()),
                fn.layout.hasPointers(place.type()));
    }

    /// The address of an addressable expression, for `&x`, slicing and methods with pointer receiver.
    Value addressOf(Expr x) {
        var place = of(x);
        return switch (place) {
            case Place.InMemory m -> Emitter.plus(m.address(), m.offset());
            case Place.InLocals l ->
                    throw new IllegalStateException(
                            "address of a variable in locals at "
                                    + x.pos()
                                    + " in "
                                    + fn.ir().name());
            case Place.InMap m -> throw new IllegalStateException("address of a map entry");
            case Place.Blank b -> throw new IllegalStateException("address of _");
        };
    }

    /// Panics where an interface value whose method is taken is nil.
    void checkedInterface(Rvalue v) {
        var bad = fn.e.newBlock();
        var good = fn.e.newBlock();
        fn.e.branch(Emitter.bin(BinaryOp.NE, v.word(0), Emitter.longConst(0)), good, bad);
        fn.e.start(bad);
        fn.e.throwing(Entry.PANIC_NIL, Emitter.longConst(0));
        fn.e.start(good);
    }

    /// A fresh object that holds `value`.
    Value boxed(Rvalue value, Allocation what) {
        var settled = fn.e.stable(value);
        var at = fn.e.allocate(what, Entry.NEWOBJECT, fn.descriptor(value.type()));
        fn.e.storeValue(settled, at, 0);
        return at;
    }
}
