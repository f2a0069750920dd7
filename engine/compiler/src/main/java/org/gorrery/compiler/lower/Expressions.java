package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.ExprText;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;

/// Expressions that yield a value.
final class Expressions {
    private static final int SMALL_CONSTANTS = 32;

    private final Fn fn;
    private final Emitter e;
    private final Arithmetic arithmetic;
    private final Comparisons comparisons;
    private final Literals literals;
    private final Slicing slicing;
    private final MapElements maps;
    private final EarlyOperands early;
    private final FaultOrder faults;
    private int depth;

    Expressions(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
        this.arithmetic = new Arithmetic(fn);
        this.comparisons = new Comparisons(fn);
        this.literals = new Literals(fn);
        this.slicing = new Slicing(fn);
        this.maps = new MapElements(fn);
        this.early = new EarlyOperands(fn);
        this.faults = new FaultOrder(fn);
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Comparisons comparisons() {
        return comparisons;
    }

    Literals literals() {
        return literals;
    }

    MapElements maps() {
        return maps;
    }

    /// Which of the faults of operands comes first.
    FaultOrder faults() {
        return faults;
    }

    /// What of the current statement has been evaluated ahead.
    EarlyOperands early() {
        return early;
    }

    /// The value converted to a type it is assignable to.
    Rvalue valueAs(Expr x, Type target) {
        return fn.conversions.assign(value(x), target, x);
    }

    /// The single value of an expression, of its own type.
    Rvalue value(Expr x) {
        if (depth == 0) {
            early.settle(List.of(x));
        }
        return part(x);
    }

    /// The value of a part of an expression whose early operands have been seen to.
    Rvalue part(Expr x) {
        depth++;
        var v = early.valueOf(x);
        if (v == null) {
            v = evaluate(x);
        }
        depth--;
        return v;
    }

    private Rvalue evaluate(Expr x) {
        var operand = fn.pkg.operand(x);
        if (operand.value() != null) {
            e.at(x.operatorPos());
            return literals.constant(fn.apply(operand.type()), operand.value());
        }
        if (operand.mode() == Mode.NIL || operand.type() == BasicType.UNTYPED_NIL) {
            return e.zero(
                    operand.type() == BasicType.UNTYPED_NIL
                            ? BasicType.UNTYPED_NIL
                            : fn.apply(operand.type()));
        }
        return switch (x) {
            case Expr.Paren p -> value(p.x());
            case Expr.Name n -> name(n);
            case Expr.FuncLit f -> fn.closures.literal(f);
            case Expr.CompositeLit c -> literals.composite(c);
            case Expr.Selector s -> selector(s);
            case Expr.Index i -> index(i);
            case Expr.SliceExpr s -> slicing.slice(s);
            case Expr.TypeAssert t ->
                    fn.conversions.typeAssert(t, fn.type(t) instanceof TupleType).getFirst();
            case Expr.Call c -> {
                var results = fn.calls.call(c);
                if (results.size() != 1) {
                    throw new IllegalStateException("call yields " + results.size() + " values");
                }
                yield results.getFirst();
            }
            case Expr.Star s -> fn.places.load(fn.places.of(s));
            case Expr.Unary u -> unary(u);
            case Expr.Binary b -> binary(b);
            default -> throw new IllegalStateException("no value: " + x.getClass().getSimpleName());
        };
    }

    /// All values of an expression: several for a call or a comma-ok form.
    List<Rvalue> values(Expr x) {
        var inner = x;
        while (inner instanceof Expr.Paren p) {
            inner = p.x();
        }
        if (inner instanceof Expr.Call c
                && fn.pkg.operand(c).value() == null
                && early.valueOf(c) == null) {
            return fn.calls.call(c);
        }
        return List.of(value(x));
    }

    /// Value and ok of a comma-ok expression: map index, type assertion, receive.
    List<Rvalue> commaOk(Expr x) {
        var inner = x;
        while (inner instanceof Expr.Paren p) {
            inner = p.x();
        }
        return switch (inner) {
            case Expr.TypeAssert t -> fn.conversions.typeAssert(t, true);
            case Expr.Unary u -> fn.calls.channels().receive(u.x(), u.pos());
            case Expr.Index i -> {
                var map = (MapType) coreOf(fn.type(i.x()));
                early.settle(List.of(i.x(), i.indices().getFirst()));
                var m = e.stable(value(i.x()).word());
                var key = e.stable(maps.lookedUp(i.indices().getFirst(), map));
                e.at(i.operatorPos());
                yield maps.indexOk(map, m, key);
            }
            default -> throw new IllegalStateException("no comma-ok form");
        };
    }

    Type coreOf(Type t) {
        var core = fn.types.coreType(t);
        return core == null ? t.underlying() : core;
    }

    private Rvalue name(Expr.Name n) {
        e.at(n.pos());
        return switch (fn.object(n)) {
            case VarObject v -> fn.places.load(fn.places.of(n));
            case FuncObject f -> fn.closures.functionValue(f, fn.calls.typeArgs(n), fn.type(n));
            case null -> throw new IllegalStateException("unresolved name " + n.text());
            default -> throw new IllegalStateException("no value: " + n.text());
        };
    }

    private Rvalue selector(Expr.Selector s) {
        e.at(s.operatorPos());
        var selection = fn.pkg.selections()[s.id()];
        if (selection == null) {
            return switch (fn.object(s.sel())) {
                case VarObject v -> fn.places.load(fn.places.of(s));
                case FuncObject f ->
                        fn.closures.functionValue(f, fn.calls.typeArgs(s.sel()), fn.type(s));
                case null -> throw new IllegalStateException("unresolved name " + s.sel().text());
                default -> throw new IllegalStateException("no value: " + s.sel().text());
            };
        }
        return switch (selection.kind()) {
            case FIELD -> field(s, selection);
            case METHOD_VALUE -> fn.closures.methodValue(s);
            case METHOD_EXPR -> fn.closures.methodExpression(s);
        };
    }

    private Rvalue field(Expr.Selector s, Selection selection) {
        var base = fn.type(s.x());
        if (!(base.underlying() instanceof PointerType) && !isAddressable(s.x())) {
            return fieldOfValue(value(s.x()), selection.path());
        }
        return fn.places.load(fn.places.of(s));
    }

    /// A field of a value that has no place of its own.
    Rvalue fieldOfValue(Rvalue from, int[] path) {
        var v = from;
        for (int i = 0; i < path.length; i++) {
            if (v.type().underlying() instanceof PointerType p) {
                var rest = java.util.Arrays.copyOfRange(path, i, path.length);
                return fn.places.load(
                        fn.places.field(
                                new Place.InMemory(p.elem(), fn.places.checked(v.word()), 0),
                                rest));
            }
            v = member(v, path[i]);
        }
        return v;
    }

    private Rvalue member(Rvalue v, int index) {
        var struct = (StructType) v.type().underlying();
        var type = struct.fields().get(index).type();
        if (v.address() != null) {
            return e.loadValue(type, v.address(), fn.types.offsetof(struct, index));
        }
        int start = 0;
        for (int i = 0; i < index; i++) {
            start += fn.layout.slots(struct.fields().get(i).type()).size();
        }
        return Rvalue.ofWords(type, v.words().subList(start, start + fn.layout.slots(type).size()));
    }

    boolean isAddressable(Expr x) {
        return switch (x) {
            case Expr.Paren p -> isAddressable(p.x());
            case Expr.Name n -> fn.object(n) instanceof VarObject;
            case Expr.Star s -> true;
            case Expr.Selector s -> {
                var selection = fn.pkg.selections()[s.id()];
                yield selection == null
                        ? fn.object(s.sel()) instanceof VarObject
                        : selection.kind() == Selection.Kind.FIELD
                                && (selection.indirect()
                                        || fn.type(s.x()).underlying() instanceof PointerType
                                        || isAddressable(s.x()));
            }
            case Expr.Index i ->
                    switch (coreOf(fn.type(i.x()))) {
                        case SliceType t -> true;
                        case PointerType t -> true;
                        case ArrayType t -> isAddressable(i.x());
                        default -> false;
                    };
            default -> false;
        };
    }

    private Rvalue index(Expr.Index i) {
        e.at(i.operatorPos());
        var operand = fn.pkg.operand(i.x());
        if (operand.type() instanceof org.gorrery.compiler.types.Signature) {
            return fn.closures.instantiated(i);
        }
        var type = fn.type(i.x());
        return switch (coreOf(type)) {
            case BasicType b -> stringIndex(i);
            case MapType m -> {
                var map = e.stable(value(i.x()).word());
                var key = e.stable(maps.lookedUp(i.indices().getFirst(), m));
                e.at(i.operatorPos());
                yield maps.index(m, map, key);
            }
            case ArrayType a when !isAddressable(i.x()) -> arrayIndex(i, a);
            default -> fn.places.load(fn.places.of(i));
        };
    }

    private Rvalue stringIndex(Expr.Index i) {
        var string = value(i.x());
        var index = indexValue(i.indices().getFirst());
        e.at(i.operatorPos());
        var at = checkedIndex(index, string.word(1), i.indices().getFirst());
        return Rvalue.ofWord(
                        BasicType.UINT8,
                        new Value.Load(
                                org.gorrery.compiler.ir.MemKind.U8,
                                Emitter.bin(BinaryOp.ADD, string.word(0), at),
                                0))
                .as(fn.type(i));
    }

    private Rvalue arrayIndex(Expr.Index i, ArrayType a) {
        var array = value(i.x());
        var index = indexValue(i.indices().getFirst());
        e.at(i.operatorPos());
        var at = checkedIndex(index, Emitter.longConst(a.length()), i.indices().getFirst());
        if (array.address() != null) {
            var place = fn.places.element(a.elem(), array.address(), at);
            return e.loadValue(a.elem(), place.address(), place.offset());
        }
        e.eval(at);
        return Rvalue.ofWords(a.elem(), array.words());
    }

    /// An index as a J: sign- or zero-extended by its type.
    Value indexValue(Expr x) {
        var operand = fn.pkg.operand(x);
        if (operand.value() != null) {
            var big = org.gorrery.compiler.constant.Constants.toInteger(operand.value());
            return Emitter.longConst(big == null ? 0 : big.longValue());
        }
        return conversionToLong(value(x));
    }

    /// An integer value as a J.
    Value conversionToLong(Rvalue v) {
        var word = v.word();
        if (word.word() != Word.I) {
            return word;
        }
        return Emitter.un(
                v.type().underlying() == BasicType.UINT32 || isUnsigned32(v.type())
                        ? UnaryOp.U_TO_J
                        : UnaryOp.I_TO_J,
                word);
    }

    private boolean isUnsigned32(Type t) {
        return t.underlying() instanceof BasicType b && b.isUnsigned() && fn.types.sizeof(b) == 4;
    }

    /// `index` checked against `length`; a constant index into an array needs no check.
    Value checkedIndex(Value index, Value length, Expr source) {
        if (index instanceof Value.LongConst i
                && length instanceof Value.LongConst n
                && i.value() >= 0
                && i.value() < n.value()) {
            return i;
        }
        return new Value.IndexChecked(index, length, unsignedBound(index, source), e.pos());
    }

    /// Whether the panic about an index or a bound says that it has no sign. As with gc: those of types narrower than int are ints by then,
    /// and it holds small constants without a sign.
    boolean unsignedBound(Value bound, Expr source) {
        if (bound instanceof Value.LongConst c && c.value() >= 0 && c.value() < SMALL_CONSTANTS) {
            return true;
        }
        return fn.type(source).underlying() instanceof BasicType b
                && b.isUnsigned()
                && fn.types.sizeof(b) >= fn.types.sizeof(BasicType.INT);
    }

    // ---- operators ----

    private Rvalue unary(Expr.Unary u) {
        e.at(u.pos());
        return switch (u.op()) {
            case AND -> addressOf(u);
            case ARROW -> fn.calls.channels().receive(u.x(), u.pos()).getFirst();
            case NOT -> Rvalue.ofWord(fn.type(u), Emitter.not(value(u.x()).word()));
            case ADD -> value(u.x());
            case SUB -> arithmetic.negate(value(u.x()));
            case XOR -> arithmetic.complement(value(u.x()));
            default -> throw new IllegalStateException("unary " + u.op());
        };
    }

    private Rvalue addressOf(Expr.Unary u) {
        var x = u.x();
        while (x instanceof Expr.Paren p) {
            x = p.x();
        }
        if (x instanceof Expr.CompositeLit c) {
            var box = e.newObject(Kind.OBJECT, u.pos(), () -> ExprText.of(u), fn.type(c));
            literals.fill(c, box, true);
            return Rvalue.ofWord(fn.type(u), box);
        }
        return Rvalue.ofWord(fn.type(u), fn.places.addressOf(x));
    }

    private Rvalue binary(Expr.Binary b) {
        return switch (b.op()) {
            case LAND, LOR -> logical(b);
            case EQL, NEQ, LSS, LEQ, GTR, GEQ -> Rvalue.ofWord(fn.type(b), comparisons.compare(b));
            case SHL, SHR -> {
                var x = faults.beforeShift(value(b.x()), b);
                yield arithmetic.shift(b.op(), x.as(fn.type(b)), b.y(), b.opPos());
            }
            case ADD -> {
                if (fn.type(b).underlying() instanceof BasicType t && t.isString()) {
                    yield literals.concatenation(b);
                }
                yield arithmetic(b);
            }
            default -> arithmetic(b);
        };
    }

    private Rvalue arithmetic(Expr.Binary b) {
        var type = fn.type(b);
        var x = faults.before(value(b.x()).as(type), List.of(b.y()));
        var y = value(b.y()).as(type);
        e.at(b.opPos());
        return arithmetic.binary(b.op(), x, y);
    }

    private Rvalue logical(Expr.Binary b) {
        var result = e.temp(Word.I);
        var yes = e.newBlock();
        var no = e.newBlock();
        var done = e.newBlock();
        condition(b, yes, no);
        e.start(yes);
        e.set(result, Emitter.intConst(1));
        e.jump(done);
        e.start(no);
        e.set(result, Emitter.intConst(0));
        e.jump(done);
        e.start(done);
        return Rvalue.ofWord(fn.type(b), new Value.Read(result));
    }

    /// Branches on a boolean expression.
    void condition(Expr x, Block yes, Block no) {
        if (fn.pkg.operand(x).value() instanceof Constant.Bool c) {
            e.jump(c.value() ? yes : no);
            return;
        }
        switch (x) {
            case Expr.Paren p -> condition(p.x(), yes, no);
            case Expr.Unary u when u.op() == Token.NOT -> condition(u.x(), no, yes);
            case Expr.Binary b when b.op() == Token.LAND -> {
                var next = e.newBlock();
                condition(b.x(), next, no);
                e.start(next);
                condition(b.y(), yes, no);
            }
            case Expr.Binary b when b.op() == Token.LOR -> {
                var next = e.newBlock();
                condition(b.x(), yes, next);
                e.start(next);
                condition(b.y(), yes, no);
            }
            default -> {
                int mark = early.mark();
                early.settle(List.of(x));
                var v = value(x);
                // A switch without tag may have cases that are interfaces: they are compared with
                // true.
                e.branch(
                        isInterface(v.type())
                                ? comparisons()
                                        .equalAny(
                                                v,
                                                Rvalue.ofWord(BasicType.BOOL, Emitter.intConst(1)))
                                : v.word(),
                        yes,
                        no);
                early.release(mark);
            }
        }
    }

    /// Values of operands of one statement, in order; those in front of a call are settled.
    List<Rvalue> inOrder(List<Expr> exprs, List<Type> targets) {
        early.settleAs(exprs, targets);
        int last = exprs.size() - 1;
        while (last >= 0 && !early.mayChangeState(exprs.get(last))) {
            last--;
        }
        var out = new java.util.ArrayList<Rvalue>();
        for (int i = 0; i < exprs.size(); i++) {
            var v = valueAs(exprs.get(i), targets.get(i));
            out.add(i <= last ? e.stable(v) : faults.before(v, exprs.subList(i + 1, exprs.size())));
        }
        return out;
    }

    boolean isInterface(Type t) {
        return t.underlying() instanceof InterfaceType;
    }
}
