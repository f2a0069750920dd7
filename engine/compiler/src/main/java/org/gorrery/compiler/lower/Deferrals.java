package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// `go` and `defer`: the call's operands are evaluated now and held in a closure of shape func() that the runtime calls.
final class Deferrals {
    private final Fn fn;
    private final Emitter e;

    Deferrals(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    void go(Stmt.Go s) {
        var closure = closure((Expr.Call) Calls.unparen(s.call()), "gowrap");
        e.at(s.pos());
        e.runtime(Entry.NEWPROC, closure);
    }

    /// @param loop the range over a function in whose body the statement stands, if any
    void defer(Stmt.Defer s, @Nullable RangeFunc loop) {
        var closure = closure((Expr.Call) Calls.unparen(s.call()), "deferwrap");
        e.at(s.pos());
        if (loop == null) {
            var held = e.stable(closure);
            e.runtime(Entry.DEFERPROC, held);
            var open = fn.openDefers();
            if (open != null) {
                open.ran(s, held, fn.closures.codeOf(closure));
            }
        } else {
            loop.defer(closure);
        }
    }

    private Value closure(Expr.Call c, String kind) {
        if (fn.pkg.operand(c.fun()).mode() == Mode.TYPE) {
            var v = e.stable(fn.expressions.value(c));
            return fn.closures.made(
                    fn.nextWrapName(kind),
                    List.of(v),
                    List.of(),
                    List.of(),
                    true,
                    (inner, values) -> {});
        }
        var builtin = fn.calls.builtinOf(c.fun());
        if (builtin != null) {
            return builtinClosure(c, builtin, kind);
        }
        var fun = Calls.unparen(c.fun());
        var type = (Signature) fn.expressions.coreOf(fn.type(c.fun()));
        boolean plain = c.args().isEmpty() && type.results().vars().isEmpty();
        if (plain && !isMethod(fun)) {
            return fn.expressions.value(fun).word();
        }
        fn.calls.settle(c);
        var target = fn.calls.target(fun);
        var kept = fn.calls.keptPointers();
        kept.begin(c);
        var args = fn.calls.arguments(c, target.signature());
        return callClosure(target, args, kept.end(c), kind);
    }

    private boolean isMethod(Expr fun) {
        return fun instanceof Expr.Selector s && fn.pkg.selections()[s.id()] != null;
    }

    /// A closure that calls `target` with these arguments.
    ///
    /// @param kept pointers that stay alive until it returns
    private Value callClosure(
            Calls.Target target, List<Rvalue> args, List<Rvalue> kept, String kind) {
        var captured = new ArrayList<Rvalue>(args);
        captured.addAll(kept);
        int n = args.size();
        int held = n + kept.size();
        switch (target.callee()) {
            case Callee.Direct d -> captured.addAll(receiver(target));
            case Callee.Closure c ->
                    captured.add(Rvalue.ofWord(BasicType.UNSAFE_POINTER, c.closure()));
            case Callee.Interface i -> {
                fn.places.checkedInterface(
                        Rvalue.ofWords(BasicType.UNSAFE_POINTER, List.of(i.itab(), i.data())));
                captured.add(Rvalue.ofWord(BasicType.UINT64, i.itab()));
                captured.add(Rvalue.ofWord(BasicType.UNSAFE_POINTER, i.data()));
            }
            case Callee.Runtime r -> throw new IllegalStateException("runtime entry deferred");
        }
        var results = fn.calls.resultTypes(target.signature());
        return fn.closures.made(
                fn.nextWrapName(kind),
                captured,
                List.of(),
                List.of(),
                true,
                (inner, values) -> {
                    var rest = values.subList(held, values.size());
                    var callee =
                            switch (target.callee()) {
                                case Callee.Direct d -> d;
                                case Callee.Closure c ->
                                        new Callee.Closure(rest.getFirst().word(), c.shape());
                                case Callee.Interface i ->
                                        new Callee.Interface(
                                                i.iface(),
                                                i.method(),
                                                rest.get(0).word(),
                                                rest.get(1).word(),
                                                i.shape());
                                case Callee.Runtime r -> r;
                            };
                    var leading = new ArrayList<Value>();
                    if (callee instanceof Callee.Direct) {
                        rest.forEach(v -> leading.add(v.address() == null ? v.word() : v.memory()));
                    }
                    inner.e.runtime(Entry.WRAPPER_CALL, Emitter.longConst(0));
                    inner.call(callee, leading, values.subList(0, n), results);
                    KeptPointers.keepAlive(inner, values.subList(n, held));
                });
    }

    /// The receiver as captured values: its words, or a copy of what lies in memory.
    private List<Rvalue> receiver(Calls.Target target) {
        var held = target.held();
        if (held != null) {
            return List.of(Rvalue.inMemory(held, target.leading().getFirst(), false));
        }
        var out = new ArrayList<Rvalue>();
        for (var w : target.leading()) {
            out.add(Rvalue.ofWord(wordType(w), w));
        }
        return out;
    }

    private static Type wordType(Value w) {
        return switch (w.word()) {
            case I -> BasicType.INT32;
            case J -> BasicType.UINT64;
            case P -> BasicType.UNSAFE_POINTER;
            case F -> BasicType.FLOAT32;
            case D -> BasicType.FLOAT64;
        };
    }

    /// Builtins as deferred calls: their arguments are captured as values of their types.
    private Value builtinClosure(Expr.Call c, BuiltinObject builtin, String kind) {
        if (builtin.which() == BuiltinObject.Builtin.RECOVER) {
            return fn.closures.made(
                    fn.nextWrapName(kind),
                    List.of(),
                    List.of(),
                    List.of(),
                    true,
                    (inner, values) ->
                            inner.e.runtime(
                                    Entry.GORECOVER_DEFERRED,
                                    List.of(
                                            org.gorrery.compiler.ir.Word.J,
                                            org.gorrery.compiler.ir.Word.P)));
        }
        fn.expressions.early().settle(c.args());
        var captured = new ArrayList<Rvalue>();
        var captives = new ArrayList<Expr>();
        for (var a : c.args()) {
            if (fn.pkg.operand(a).mode() != Mode.TYPE
                    && fn.pkg.operand(a).value() == null
                    && fn.type(a) != BasicType.UNTYPED_NIL) {
                captured.add(e.stable(fn.expressions.value(a)));
                captives.add(a);
            }
        }
        return fn.closures.made(
                fn.nextWrapName(kind),
                captured,
                List.of(),
                List.of(),
                builtin.which() != BuiltinObject.Builtin.PANIC, // Go's traces show what panics
                (inner, values) -> {
                    for (int i = 0; i < captives.size(); i++) {
                        inner.expressions.early().substitute(captives.get(i), values.get(i));
                    }
                    inner.calls.call(c);
                });
    }
}
