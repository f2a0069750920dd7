package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/// Puts pointers that are computed as arguments of runtime entries and natives into locals, so that the caller's frame keeps what they
/// point to alive during the call. Compiled functions keep their parameters themselves.
public final class ArgumentLocals {
    private ArgumentLocals() {}

    /// Rewrites the calls of `function`.
    public static void introduce(IrFunction function) {
        for (var block : function.blocks()) {
            var statements = block.statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Statement.Call call && needed(call)) {
                    List<Statement> before = new ArrayList<>();
                    statements.set(i, rewritten(function, call, before));
                    statements.addAll(i, before);
                    i += before.size();
                }
            }
        }
    }

    private static boolean needed(Statement.Call call) {
        return switch (call.callee()) {
            case Callee.Runtime r ->
                    r.entry().isSafepoint()
                            && call.args().stream().anyMatch(ArgumentLocals::hidden);
            case Callee.Direct d ->
                    d.function().nativeOwner() != null
                            && call.args().stream().anyMatch(ArgumentLocals::hidden);
            case Callee.Closure _, Callee.Interface _ -> false;
        };
    }

    private static boolean hidden(Value arg) {
        return arg.word() == Word.P
                && !(arg instanceof Value.Read || arg instanceof Value.LongConst);
    }

    private static Statement.Call rewritten(
            IrFunction function, Statement.Call call, List<Statement> before) {
        var args = new ArrayList<Value>();
        for (var arg : call.args()) {
            if (hidden(arg)) {
                var local = function.newLocal(Word.P, "");
                before.add(new Statement.Set(local, arg, call.pos()));
                args.add(new Value.Read(local));
            } else {
                args.add(arg);
            }
        }
        return new Statement.Call(call.callee(), args, call.results(), call.pos());
    }
}
