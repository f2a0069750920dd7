package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// `for` in all its forms (Go spec, "For statements").
final class Loops {
    private final Fn fn;
    private final Emitter e;
    private final Statements statements;

    Loops(Fn fn, Statements statements) {
        this.fn = fn;
        this.e = fn.e;
        this.statements = statements;
    }

    void plain(Stmt.For f, String label) {
        if (f.init() != null) {
            statements.statement(f.init(), "");
        }
        var head = e.newBlock();
        var body = e.newBlock();
        var next = e.newBlock();
        var done = e.newBlock();
        e.start(head);
        if (f.cond() == null) {
            e.jump(body);
        } else {
            statements.stop(f.cond().pos());
            e.at(f.cond().pos());
            fn.expressions.condition(f.cond(), body, done);
        }
        e.start(body);
        statements.within(
                new Statements.Target(label, done, next), () -> statements.block(f.body()));
        e.start(next);
        renewLoopVariables(f);
        if (f.post() != null) {
            statements.statement(f.post(), "");
        }
        e.jump(head);
        e.start(done);
    }

    /// Since Go 1.22 each turn has its own copy of the loop's variables: those in boxes get a new box before the post statement.
    private void renewLoopVariables(Stmt.For f) {
        if (!(f.init() instanceof Stmt.Assign a)
                || a.op() != Token.DEFINE
                || !LoopVariables.perIteration(fn.pkg, f.pos())) {
            return;
        }
        for (var l : a.lhs()) {
            if (Calls.unparen(l) instanceof Expr.Name n
                    && !n.text().equals("_")
                    && fn.object(n) instanceof VarObject v
                    && v.pos() == n.pos()
                    && fn.storageOf(v) instanceof Storage.Boxed box) {
                var type = fn.apply(v.type());
                var fresh =
                        fn.places.boxed(
                                fn.e.loadValue(type, new Value.Read(box.address()), 0),
                                new Allocation(
                                        Allocation.Kind.TURN, v.pos(), v::name, box.address()));
                e.set(box.address(), fresh);
                if (fn.debug != null) {
                    fn.debug.elsewhere(v, type, new Value.Read(box.address()));
                }
            }
        }
    }

    void range(Stmt.Range r, String label) {
        var type = fn.type(r.x());
        var core = fn.expressions.coreOf(type);
        if (core instanceof PointerType p) {
            core = p.elem().underlying();
        }
        if (r.define() && !LoopVariables.perIteration(fn.pkg, r.pos())) {
            declareOnce(r.key());
            declareOnce(r.value());
        }
        switch (core) {
            case BasicType b when b.isString() -> string(r, label);
            case BasicType b -> integer(r, label);
            case SliceType s -> slice(r, label, s);
            case ArrayType a -> array(r, label, a);
            case MapType m -> map(r, label, m);
            case ChanType c -> channel(r, label, c);
            case Signature s -> new RangeFunc(fn, r, label, s).lower();
            default -> throw new IllegalStateException("range over " + type);
        }
    }

    /// Before Go 1.22 all turns share the loop's variables.
    private void declareOnce(@Nullable Expr target) {
        if (target != null
                && wants(target)
                && Calls.unparen(target) instanceof Expr.Name n
                && fn.object(n) instanceof VarObject v) {
            fn.declareZero(v);
        }
    }

    /// Puts key and value of a turn into the loop's variables.
    private void bind(Stmt.Range r, @Nullable Rvalue key, @Nullable Rvalue value) {
        if (r.define() || key == null || value == null || r.key() == null || r.value() == null) {
            bindOne(r, r.key(), key);
            bindOne(r, r.value(), value);
            return;
        }
        // Both places are found before either is set.
        fn.expressions.early().settle(List.of(r.key(), r.value()));
        var first = fn.places.stable(fn.places.of(r.key()));
        var second = fn.places.stable(fn.places.of(r.value()));
        assign(first, key);
        assign(second, value);
    }

    private void assign(Place place, Rvalue v) {
        fn.places.assign(
                place, place instanceof Place.Blank ? v : fn.conversions.assign(v, place.type()));
    }

    private void bindOne(Stmt.Range r, @Nullable Expr target, @Nullable Rvalue v) {
        if (target == null || v == null) {
            return;
        }
        e.at(target.pos());
        if (r.define() && LoopVariables.perIteration(fn.pkg, r.pos())) {
            statements.assignments().putDefined((Expr.Name) Calls.unparen(target), v);
        } else {
            fn.expressions.early().settle(List.of(target));
            var place = fn.places.of(target);
            fn.places.assign(
                    place,
                    place instanceof Place.Blank ? v : fn.conversions.assign(v, place.type()));
        }
    }

    /// Between two turns.
    private void turn(Stmt.Range r) {
        e.at(r.pos());
        statements.stop(r.pos());
    }

    private static boolean wants(@Nullable Expr target) {
        return target != null
                && !(Calls.unparen(target) instanceof Expr.Name n && n.text().equals("_"));
    }

    /// `for i := 0; i < n; i++` around a body.
    private void counted(
            Value length, String label, Stmt.Range r, java.util.function.Consumer<Value> bindTurn) {
        var i = e.temp(Word.J);
        var head = e.newBlock();
        var body = e.newBlock();
        var next = e.newBlock();
        var done = e.newBlock();
        e.set(i, Emitter.longConst(0));
        e.start(head);
        e.branch(Emitter.bin(BinaryOp.LT, new Value.Read(i), length), body, done);
        e.start(body);
        bindTurn.accept(new Value.Read(i));
        statements.within(
                new Statements.Target(label, done, next), () -> statements.block(r.body()));
        e.start(next);
        turn(r);
        e.set(i, Emitter.bin(BinaryOp.ADD, new Value.Read(i), Emitter.longConst(1)));
        e.jump(head);
        e.start(done);
    }

    private Rvalue index(Value j) {
        return Rvalue.ofWord(
                BasicType.INT, fn.conversions.number(j, BasicType.INT64, BasicType.INT));
    }

    /// A local of its own, so that later assignments to the ranged-over variable do not matter.
    private Value own(Value v) {
        var local = e.temp(v.word());
        e.set(local, v);
        return new Value.Read(local);
    }

    private void integer(Stmt.Range r, String label) {
        var limit = fn.expressions.value(r.x());
        var type =
                r.key() != null && wants(r.key())
                        ? keyType(r, limit.type())
                        : defaultInt(limit.type());
        var converted = limit.as(type);
        var n = own(fn.expressions.conversionToLong(converted));
        counted(
                n,
                label,
                r,
                i -> {
                    if (wants(r.key())) {
                        bindOne(
                                r,
                                r.key(),
                                Rvalue.ofWord(
                                        type,
                                        fn.conversions.number(
                                                i,
                                                BasicType.INT64,
                                                (BasicType) type.underlying())));
                    }
                });
    }

    private static Type defaultInt(Type t) {
        return t instanceof BasicType b && b.isUntyped() ? BasicType.INT : t;
    }

    private Type keyType(Stmt.Range r, Type limit) {
        if (limit instanceof BasicType b && b.isUntyped()) {
            return fn.type(java.util.Objects.requireNonNull(r.key()));
        }
        return limit;
    }

    private void slice(Stmt.Range r, String label, SliceType s) {
        var v = TextViews.bytes(fn, r.x());
        var base = own(v.word(0));
        var length = own(v.word(1));
        counted(
                length,
                label,
                r,
                i -> {
                    Rvalue element = null;
                    if (wants(r.value())) {
                        var place = fn.places.element(s.elem(), base, i);
                        element = e.loadValue(s.elem(), place.address(), place.offset());
                    }
                    bind(r, wants(r.key()) ? index(i) : null, element);
                });
    }

    private void array(Stmt.Range r, String label, ArrayType a) {
        var length = Emitter.longConst(a.length());
        if (!wants(r.value())) {
            if (fn.expressions.early().mayChangeState(r.x())) {
                fn.expressions.value(r.x());
            }
            counted(length, label, r, i -> bind(r, wants(r.key()) ? index(i) : null, null));
            return;
        }
        Value base;
        if (fn.expressions.coreOf(fn.type(r.x())) instanceof PointerType) {
            base = own(fn.places.checked(fn.expressions.value(r.x()).word()));
        } else {
            base = e.copyOf(fn.expressions.value(r.x())).memory();
        }
        counted(
                length,
                label,
                r,
                i -> {
                    var place = fn.places.element(a.elem(), base, i);
                    bind(
                            r,
                            wants(r.key()) ? index(i) : null,
                            e.loadValue(a.elem(), place.address(), place.offset()));
                });
    }

    private void string(Stmt.Range r, String label) {
        var v = fn.expressions.value(r.x());
        var base = own(v.word(0));
        var length = own(v.word(1));
        var at = e.temp(Word.J);
        var following = e.temp(Word.J);
        var rune = e.temp(Word.I);
        var head = e.newBlock();
        var decode = e.newBlock();
        var ascii = e.newBlock();
        var wide = e.newBlock();
        var body = e.newBlock();
        var next = e.newBlock();
        var done = e.newBlock();
        e.set(at, Emitter.longConst(0));
        e.start(head);
        e.branch(Emitter.bin(BinaryOp.LT, new Value.Read(at), length), decode, done);
        e.start(decode);
        e.set(
                rune,
                new Value.Load(MemKind.U8, Emitter.bin(BinaryOp.ADD, base, new Value.Read(at)), 0));
        e.branch(
                Emitter.bin(BinaryOp.LT, new Value.Read(rune), Emitter.intConst(0x80)),
                ascii,
                wide);
        e.start(ascii);
        e.set(following, Emitter.bin(BinaryOp.ADD, new Value.Read(at), Emitter.longConst(1)));
        e.jump(body);
        e.start(wide);
        e.set(rune, e.runtime(Entry.DECODE_RUNE, Word.I, base, length, new Value.Read(at)));
        var width =
                e.runtime(
                        Entry.RUNE_WIDTH,
                        Word.I,
                        base,
                        length,
                        new Value.Read(at),
                        new Value.Read(rune));
        e.set(
                following,
                Emitter.bin(BinaryOp.ADD, new Value.Read(at), Emitter.un(UnaryOp.I_TO_J, width)));
        e.jump(body);
        e.start(body);
        bind(
                r,
                wants(r.key()) ? index(new Value.Read(at)) : null,
                wants(r.value()) ? Rvalue.ofWord(BasicType.INT32, new Value.Read(rune)) : null);
        statements.within(
                new Statements.Target(label, done, next), () -> statements.block(r.body()));
        e.start(next);
        turn(r);
        e.set(at, new Value.Read(following));
        e.jump(head);
        e.start(done);
    }

    private void map(Stmt.Range r, String label, MapType m) {
        var map = own(fn.expressions.value(r.x()).word());
        var iterator =
                new Value.FrameAddress(
                        fn.ir().newFrameObject("", null, FrameLayout.MAP_ITER_BYTES), 0);
        e.runtime(Entry.MAPITERINIT, fn.descriptor(m), map, iterator);
        var head = e.newBlock();
        var body = e.newBlock();
        var next = e.newBlock();
        var done = e.newBlock();
        e.start(head);
        var keyAddress = own(pointerAt(iterator, 0));
        e.branch(Emitter.bin(BinaryOp.NE, keyAddress, Emitter.longConst(0)), body, done);
        e.start(body);
        Rvalue key = wants(r.key()) ? e.loadValue(m.key(), keyAddress, 0) : null;
        Rvalue value =
                wants(r.value()) ? e.loadValue(m.value(), own(pointerAt(iterator, 8)), 0) : null;
        bind(r, key == null ? null : settle(key), value == null ? null : settle(value));
        statements.within(
                new Statements.Target(label, done, next), () -> statements.block(r.body()));
        e.start(next);
        turn(r);
        e.runtime(Entry.MAPITERNEXT, iterator);
        e.jump(head);
        e.start(done);
    }

    private Rvalue settle(Rvalue v) {
        return v.address() == null ? e.stable(v) : v;
    }

    /// A full host pointer in a host word of the frame.
    private static Value pointerAt(Value address, long offset) {
        return Emitter.un(UnaryOp.J_TO_P, new Value.Load(MemKind.I64, address, offset));
    }

    private void channel(Stmt.Range r, String label, ChanType c) {
        var chan = own(fn.expressions.value(r.x()).word());
        var head = e.newBlock();
        var body = e.newBlock();
        var done = e.newBlock();
        e.start(head);
        turn(r);
        var received = fn.calls.channels().receiveFrom(chan, c);
        e.branch(received.get(1).word(), body, done);
        e.start(body);
        bindOne(r, r.key(), received.getFirst());
        statements.within(
                new Statements.Target(label, done, head), () -> statements.block(r.body()));
        e.jump(head);
        e.start(done);
    }
}
