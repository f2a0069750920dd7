package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.ExprText;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Func values: declared functions, function literals, method values, and the wrappers that `go` and `defer` start.
///
/// A closure object is a struct of the code's address and the captured values: variables that are never assigned after their
/// declaration by value, the others as pointers to their boxes.
final class Closures {
    private static final String LITERAL = "func literal";

    private final Fn fn;
    private final Emitter e;
    private final Map<Expr.FuncLit, IrFunction> statics = new IdentityHashMap<>();
    private final Map<Value, IrFunction> codes = new IdentityHashMap<>();

    Closures(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    /// What one captured variable is in the closure object.
    private record Capture(VarObject variable, Type fieldType, boolean boxed) {}

    Rvalue functionValue(FuncObject f, List<Type> typeArgs, Type type) {
        fn.calls.formats().mention(f);
        return Rvalue.ofWord(
                type, new Value.Address(new Symbol.FuncValue(fn.program.function(f, typeArgs)), 0));
    }

    /// An explicit instantiation `f[T]` used as a value.
    Rvalue instantiated(Expr.Index i) {
        var name =
                switch (Calls.unparen(i.x())) {
                    case Expr.Name n -> n;
                    case Expr.Selector s -> s.sel();
                    default -> throw new IllegalStateException("instantiation");
                };
        var f = (FuncObject) Objects.requireNonNull(fn.object(name));
        return functionValue(f, fn.calls.typeArgs(name), fn.type(i));
    }

    // ---- function literals ----

    private List<Capture> captures(org.gorrery.compiler.syntax.Node literal) {
        var out = new ArrayList<Capture>();
        for (var v : fn.use.freeVariables(literal)) {
            var type = fn.apply(v.type());
            boolean boxed = fn.needsBox(v);
            out.add(new Capture(v, boxed ? new PointerType(type) : type, boxed));
        }
        return out;
    }

    /// The struct of a closure object.
    StructType closureStruct(List<Type> captured) {
        var fields = new ArrayList<VarObject>();
        fields.add(field("F", BasicType.UINTPTR));
        for (int i = 0; i < captured.size(); i++) {
            fields.add(field("X" + i, captured.get(i)));
        }
        return new StructType(fields, java.util.Collections.nCopies(fields.size(), ""));
    }

    private VarObject field(String name, Type type) {
        return new VarObject(fn.pkg.pkg(), name, 0, type, VarObject.Kind.FIELD, false);
    }

    Rvalue literal(Expr.FuncLit f) {
        e.at(f.pos());
        var captures = captures(f);
        if (captures.isEmpty()) {
            return Rvalue.ofWord(
                    fn.type(f), new Value.Address(new Symbol.FuncValue(staticLiteral(f)), 0));
        }
        var function = lower(f, captures);
        return Rvalue.ofWord(fn.type(f), object(LITERAL, function, captureValues(captures)));
    }

    /// A literal without captured variables.
    IrFunction staticLiteral(Expr.FuncLit f) {
        return statics.computeIfAbsent(f, x -> lower(x, List.of()));
    }

    /// A literal that is called where it stands: without a closure object where it captures nothing.
    Calls.Target directLiteral(Expr.FuncLit f, Signature signature) {
        var captures = captures(f);
        if (captures.isEmpty()) {
            return new Calls.Target(new Callee.Direct(staticLiteral(f)), List.of(), signature);
        }
        var function = lower(f, captures);
        var closure = object(LITERAL, function, captureValues(captures));
        return new Calls.Target(new Callee.Direct(function), List.of(closure), signature);
    }

    private IrFunction lower(Expr.FuncLit f, List<Capture> captures) {
        var signature = (Signature) fn.type(f);
        var ir =
                new IrFunction(
                        fn.nextClosureName(),
                        fn.pkg.pkg().path(),
                        fn.program.shapeOfValue(signature),
                        !captures.isEmpty());
        ir.setPos(f.pos());
        fn.program.add(ir);
        var declared = (Signature) fn.pkg.operand(f).type();
        fn.program.later(() -> {
            var inner = new Fn(fn.program, fn.pkg, ir, fn.env, fn.use, fn);
            inner.e.at(f.pos());
            if (!captures.isEmpty()) {
                inner.closures.bindCaptures(
                        captures, captures.stream().map(Capture::fieldType).toList());
            }
            inner.params(f.type(), declared);
            inner.body(f.body());
        });
        return ir;
    }

    /// Makes the captured variables known inside the closure's function.
    ///
    /// @param fields types of all fields of the closure object after the code
    private void bindCaptures(List<Capture> captures, List<Type> fields) {
        var closure = new Value.Read(e.function().newClosureParam());
        var struct = closureStruct(fields);
        for (int i = 0; i < captures.size(); i++) {
            var c = captures.get(i);
            long offset = fn.types.offsetof(struct, i + 1);
            if (c.boxed()) {
                var box = e.function().newLocal(Word.P, c.variable().name());
                e.set(box, new Value.Load(MemKind.PTR, closure, offset));
                fn.setStorage(c.variable(), new Storage.Boxed(box));
                if (fn.debug != null) {
                    var type = ((PointerType) c.fieldType()).elem();
                    fn.debug.elsewhere(c.variable(), type, new Value.Read(box));
                }
            } else if (fn.debug != null && fn.layout.inWords(c.fieldType())) {
                var object = fn.debug.inFrame(c.variable(), c.fieldType());
                e.storeValue(
                        e.loadValue(c.fieldType(), closure, offset),
                        new Value.FrameAddress(object, 0),
                        0);
                fn.setStorage(c.variable(), new Storage.Frame(object));
            } else if (fn.layout.inWords(c.fieldType())) {
                var locals = e.newLocals(c.fieldType(), c.variable().name());
                e.fillLocals(locals, e.loadValue(c.fieldType(), closure, offset));
                fn.setStorage(c.variable(), new Storage.Registers(locals));
            } else {
                fn.setStorage(c.variable(), new Storage.At(Emitter.plus(closure, offset)));
                if (fn.debug != null) {
                    fn.debug.elsewhere(c.variable(), c.fieldType(), Emitter.plus(closure, offset));
                }
            }
        }
    }

    private List<Rvalue> captureValues(List<Capture> captures) {
        var values = new ArrayList<Rvalue>();
        for (var c : captures) {
            var storage = fn.storageOf(c.variable());
            if (c.boxed()) {
                values.add(
                        Rvalue.ofWord(
                                c.fieldType(),
                                new Value.Read(((Storage.Boxed) storage).address())));
            } else {
                values.add(fn.places.load(fn.placeOf(c.fieldType(), storage)));
            }
        }
        return values;
    }

    /// A new closure object.
    Value object(String what, IrFunction function, List<Rvalue> captured) {
        var struct = closureStruct(captured.stream().map(Rvalue::type).toList());
        var kind = what.isEmpty() ? Kind.HIDDEN : Kind.CLOSURE;
        var at = e.newObject(kind, function.pos(), () -> what, struct);
        e.store(MemKind.ADDR, at, 0, new Value.Address(new Symbol.Thunk(function), 0));
        for (int i = 0; i < captured.size(); i++) {
            e.storeValue(captured.get(i), at, fn.types.offsetof(struct, i + 1));
        }
        codes.put(at, function);
        return at;
    }

    /// What a func value made in this function calls, null where that is not known.
    @Nullable IrFunction codeOf(Value value) {
        return value instanceof Value.Address(Symbol.FuncValue(var function), var offset)
                ? function
                : codes.get(value);
    }

    // ---- functions made by the compiler ----

    /// What a made function does with the values it captured.
    interface Body {
        void lower(Fn inner, List<Rvalue> captured);
    }

    /// A closure over values, whose function `body` makes.
    ///
    /// @param params types of its parameters, which `body` finds behind the captured values
    Value made(
            String name,
            List<Rvalue> values,
            List<Type> params,
            List<Type> results,
            boolean wrapper,
            Body body) {
        return made("", name, values, params, results, wrapper, body);
    }

    /// As the other, for what the source has as the expression `what`.
    private Value made(
            String what,
            String name,
            List<Rvalue> values,
            List<Type> params,
            List<Type> results,
            boolean wrapper,
            Body body) {
        var settled = values.stream().map(e::stable).toList();
        var ir =
                new IrFunction(
                        name, fn.pkg.pkg().path(), shape(params, results), !settled.isEmpty());
        ir.setPos(e.pos());
        if (wrapper) {
            ir.setWrapper();
        }
        fn.program.add(ir);
        var types = settled.stream().map(Rvalue::type).toList();
        int pos = e.pos();
        fn.program.later(() -> makeBody(ir, types, params, results, pos, body));
        return settled.isEmpty()
                ? new Value.Address(new Symbol.FuncValue(ir), 0)
                : object(what, ir, settled);
    }

    private Shape shape(List<Type> params, List<Type> results) {
        var in = new ArrayList<Word>();
        var out = new ArrayList<Word>();
        for (var r : results) {
            if (fn.layout.inWords(r)) {
                out.addAll(e.callWords(r));
            } else {
                in.add(Word.J);
            }
        }
        params.forEach(p -> in.addAll(e.callWords(p)));
        return new Shape(in, out);
    }

    private void makeBody(
            IrFunction ir,
            List<Type> captured,
            List<Type> params,
            List<Type> results,
            int pos,
            Body body) {
        var inner = new Fn(fn.program, fn.pkg, ir, fn.env, fn.use, fn);
        inner.e.at(pos);
        var values = new ArrayList<Rvalue>();
        if (!captured.isEmpty()) {
            var closure = new Value.Read(ir.newClosureParam());
            var struct = closureStruct(captured);
            for (int i = 0; i < captured.size(); i++) {
                // copied: the closure may die while the body runs
                values.add(
                        inner.e.stable(
                                inner.e.loadValue(
                                        captured.get(i),
                                        closure,
                                        fn.types.offsetof(struct, i + 1))));
            }
        }
        inner.unnamedResults(results);
        values.addAll(Wrappers.params(inner, params));
        body.lower(inner, values);
        if (inner.e.isOpen()) {
            inner.e.end(new Terminator.Return(List.of(), pos));
        }
    }

    /// `x.M` as a value: the receiver is evaluated and held now.
    Rvalue methodValue(Expr.Selector s) {
        var selection = fn.calls.selection(s);
        var method = (FuncObject) selection.object();
        var signature = (Signature) fn.type(s);
        var params = signature.params().vars().stream().map(v -> v.type()).toList();
        var results = fn.calls.resultTypes(signature);
        var holder = fn.calls.receiverHolder(s.x(), fn.type(s.x()), selection.path());
        if (holder.type().underlying() instanceof InterfaceType iface) {
            var v = e.stable(fn.places.load(holder));
            fn.places.checkedInterface(v);
            var type = holder.type();
            return Rvalue.ofWord(
                    fn.type(s),
                    made(
                            ExprText.of(s),
                            valueName(type, method),
                            List.of(v),
                            params,
                            results,
                            true,
                            (inner, captured) -> {
                                var target =
                                        inner.calls.interfaceMethod(
                                                iface,
                                                method,
                                                captured.getFirst().as(type),
                                                signature);
                                inner.forward(
                                        target, captured.subList(1, captured.size()), results);
                            }));
        }
        var recv = receiverValue(holder, method);
        var function = fn.calls.methodFunction(method, holder.type());
        return Rvalue.ofWord(
                fn.type(s),
                made(
                        ExprText.of(s),
                        valueName(recv.type(), method),
                        List.of(recv),
                        params,
                        results,
                        true,
                        (inner, captured) -> {
                            var leading = inner.calls.words(captured.getFirst());
                            inner.forward(
                                    new Calls.Target(
                                            new Callee.Direct(function), leading, signature),
                                    captured.subList(1, captured.size()),
                                    results);
                        }));
    }

    private String valueName(Type recv, FuncObject method) {
        return Wrappers.methodName(recv, method) + "-fm@" + fn.nextWrapName("value");
    }

    /// The receiver as one value of the method's receiver type.
    private Rvalue receiverValue(Place holder, FuncObject method) {
        var recvType = Objects.requireNonNull(method.signature().recv()).type();
        if (recvType instanceof PointerType) {
            return Rvalue.ofWord(recvType, fn.calls.receiverWords(holder, method).getFirst());
        }
        if (holder.type().underlying() instanceof PointerType p
                && !(holder.type() instanceof org.gorrery.compiler.types.NamedType)) {
            return e.loadValue(p.elem(), fn.places.checked(fn.places.load(holder).word()), 0);
        }
        return fn.places.load(holder);
    }

    /// `T.M`: a function whose first parameter is the receiver.
    Rvalue methodExpression(Expr.Selector s) {
        var selection = fn.calls.selection(s);
        var type = (Signature) fn.type(s);
        var function =
                selection.recv().underlying() instanceof InterfaceType
                        ? Wrappers.methodExpression(fn, selection, type)
                        : fn.program
                                .dynamic()
                                .methodExpression(
                                        selection.recv(), (FuncObject) selection.object());
        return Rvalue.ofWord(fn.type(s), new Value.Address(new Symbol.FuncValue(function), 0));
    }

    /// The function made of the body of a range over a function: lowered at once, since the code after the loop depends on how it is left.
    Value rangeBody(
            RangeFunc context,
            org.gorrery.compiler.syntax.Stmt.Range loop,
            Signature yield_,
            List<Value> shared) {
        var captures = captures(loop);
        var values = new ArrayList<>(captureValues(captures));
        shared.forEach(v -> values.add(Rvalue.ofWord(BasicType.UNSAFE_POINTER, v)));
        var ir =
                new IrFunction(
                        fn.nextRangeName(),
                        fn.pkg.pkg().path(),
                        fn.program.shapeOfValue(yield_),
                        true);
        ir.setPos(loop.pos());
        fn.program.add(ir);
        var inner = new Fn(fn.program, fn.pkg, ir, fn.env, fn.use, fn);
        inner.nameAfter(fn);
        inner.e.at(loop.pos());
        var types = new ArrayList<Type>(captures.stream().map(Capture::fieldType).toList());
        shared.forEach(v -> types.add(BasicType.UNSAFE_POINTER));
        inner.closures.bindCaptures(captures, types);
        var struct = closureStruct(types);
        var closure = new Value.Read(Objects.requireNonNull(ir.closureParam()));
        int n = captures.size();
        var inside = new ArrayList<Value>();
        for (int i = 1; i <= shared.size(); i++) {
            long offset = fn.types.offsetof(struct, n + i);
            inside.add(inner.e.stable(new Value.Load(MemKind.PTR, closure, offset)));
        }
        var params =
                Wrappers.params(inner, yield_.params().vars().stream().map(v -> v.type()).toList());
        context.body(inner, params, inside);
        return object(LITERAL, ir, values);
    }
}
