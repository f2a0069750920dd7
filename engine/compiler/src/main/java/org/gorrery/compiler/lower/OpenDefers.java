package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Deferred calls that a function makes itself where it returns, each where it is known what is called, so that the JVM may inline it. For a
/// panic the runtime knows them all the same: the function tells it of each, and takes back the one it is about to make.
///
/// Only in functions in which a defer statement runs at most once and in which the calls at all returns are few, as in gc.
final class OpenDefers {
    private static final int MOST_DEFERS = 8;
    private static final int MOST_CALLS = 15;

    private final Fn fn;
    private final Map<Stmt.Defer, Deferred> all = new IdentityHashMap<>();
    private final List<Deferred> reached = new ArrayList<>();

    /// A statement.
    ///
    /// @param ran whether it has run; null where each way to the code after it does
    private record Deferred(@Nullable Local ran, Local closure, @Nullable IrFunction[] code) {}

    private OpenDefers(Fn fn) {
        this.fn = fn;
    }

    /// For a function whose body this is; sets variables, so control must be at its start.
    ///
    /// @return null where the runtime is to make the calls
    static @Nullable OpenDefers of(Fn fn, Stmt.Block body) {
        var found = new Found();
        found.look(body);
        int calls = found.defers.size() * (found.returns + 1);
        if (found.repeats || found.defers.size() > MOST_DEFERS || calls > MOST_CALLS) {
            return null;
        }
        var open = new OpenDefers(fn);
        found.defers.forEach(d -> open.add(d, body.stmts().contains(d)));
        return open;
    }

    private void add(Stmt.Defer statement, boolean always) {
        var closure = fn.ir().newLocal(Word.P, "");
        Local ran = null;
        if (!always) {
            ran = fn.ir().newLocal(Word.I, "");
            fn.e.set(ran, Emitter.intConst(0));
            fn.e.set(closure, Emitter.nil());
        }
        all.put(statement, new Deferred(ran, closure, new IrFunction[1]));
    }

    /// What the body of a function holds.
    private static final class Found {
        final List<Stmt.Defer> defers = new ArrayList<>();
        int returns;
        boolean repeats;

        void look(Node node) {
            switch (node) {
                case Expr.FuncLit f -> {}
                case Stmt.Defer d -> defers.add(d);
                case Stmt.Return r -> {
                    returns++;
                    Children.of(r, this::look);
                }
                case Stmt.For f -> loop(f);
                case Stmt.Range r -> loop(r);
                case Stmt.Branch b -> repeats |= b.tok() == Token.GOTO;
                default -> Children.of(node, this::look);
            }
        }

        private void loop(Stmt s) {
            repeats |= Fn.containsDefer(s);
            Children.of(s, this::look);
        }
    }

    /// The statement runs: its closure has been made and the runtime told.
    ///
    /// @param code what it calls, null where that is known only then
    void ran(Stmt.Defer statement, Value closure, @Nullable IrFunction code) {
        var d = all.get(statement);
        if (d == null) {
            throw new IllegalStateException("a defer statement that was not found");
        }
        fn.e.set(d.closure, closure);
        if (d.ran != null) {
            fn.e.set(d.ran, Emitter.intConst(1));
        }
        d.code[0] = code;
        reached.add(d);
    }

    /// The function returns.
    void calls() {
        for (int i = reached.size() - 1; i >= 0; i--) {
            var d = reached.get(i);
            if (d.ran == null) {
                call(d);
                continue;
            }
            var yes = fn.e.newBlock();
            var after = fn.e.newBlock();
            fn.e.branch(new Value.Read(d.ran), yes, after);
            fn.e.start(yes);
            call(d);
            fn.e.start(after);
        }
    }

    private void call(Deferred d) {
        fn.e.runtime(Entry.DEFERPOP);
        var closure = new Value.Read(d.closure);
        var code = d.code[0];
        if (code == null) {
            var shape = new Shape(List.of(), List.of());
            fn.e.call(new Callee.Closure(closure, shape), List.of(), List.of());
            return;
        }
        fn.e.call(
                new Callee.Direct(code), code.closure() ? List.of(closure) : List.of(), List.of());
    }
}
