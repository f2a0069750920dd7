package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Calls of func values that are known beforehand become calls of the functions themselves.
///
/// Where a small function is handed to one that calls its parameter in a loop (`slices.SortFunc(x, func…)`), directly or by handing it on,
/// the callee gets a copy in which the parameter is that function. Such calls can be inlined by the JVM, and of those that can
/// neither panic nor wait the caller's frame need not know. A local variable that only ever holds one function is
/// called directly without a copy.
///
/// Starts from the functions of some packages and looks at others only as far as func values lead there: what it costs goes with
/// the program, not with the library. Copies are made of functions up to a size and up to a number for a program.
public final class KnownFunctions {
    private static final int MOST_STATEMENTS_OF_CALLED = 40;
    private static final int MOST_STATEMENTS_OF_COPIED = 300;
    private static final int MOST_COPIES = 150;

    /// In the name of a copy, behind what people see of it.
    private static final String MARK = "@with";

    private record Key(IrFunction function, List<@Nullable IrFunction> known) {}

    private final Map<IrFunction, FuncOrigins> origins = new IdentityHashMap<>();
    private final FuncUses uses = new FuncUses(this::origins);
    private final Map<Key, IrFunction> copies = new HashMap<>();
    private final List<IrFunction> made = new ArrayList<>();

    private KnownFunctions() {}

    /// Rewrites the calls of a program.
    ///
    /// @param own import paths of the packages to start from
    /// @return the program with the copies that were made
    public static IrProgram apply(IrProgram program, Predicate<String> own) {
        var pass = new KnownFunctions();
        for (var f : program.functions()) {
            if (own.test(f.packagePath()) && f.statementObject() == null) {
                pass.rewrite(f, f, List.of());
            }
        }
        return pass.made.isEmpty() ? program : program.plus(pass.made);
    }

    private FuncOrigins origins(IrFunction f) {
        return origins.computeIfAbsent(f, FuncOrigins::new);
    }

    /// Rewrites the calls of a function, or of a copy of it.
    ///
    /// @param known what its parameters are, null and missing for those that nothing is known of
    private void rewrite(IrFunction target, IrFunction original, List<@Nullable IrFunction> known) {
        for (var block : target.blocks()) {
            var statements = block.statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Statement.Call call) {
                    var now = rewritten(call, original, known);
                    if (now != null) {
                        statements.set(i, now);
                    }
                }
            }
        }
    }

    private Statement.@Nullable Call rewritten(
            Statement.Call call, IrFunction caller, List<@Nullable IrFunction> known) {
        return switch (call.callee()) {
            case Callee.Closure c -> {
                var code = known(caller, c.closure(), known);
                yield code == null ? null : direct(call, c, code);
            }
            case Callee.Direct(var f) -> handingOn(call, f, caller, known);
            case Callee.Interface _, Callee.Runtime _ -> null;
        };
    }

    /// A call of a copy in place of one that hands on known functions, which the callee calls in loops.
    private Statement.@Nullable Call handingOn(
            Statement.Call call,
            IrFunction f,
            IrFunction caller,
            List<@Nullable IrFunction> known) {
        List<@Nullable IrFunction> tuple = null;
        for (int p = 0; p < call.args().size() && !f.closure(); p++) {
            var arg = call.args().get(p);
            if (!mayBeFunc(arg)) {
                continue;
            }
            var code = known(caller, arg, known);
            if (code != null && isSmall(code) && isCopied(f) && uses.isCalledInLoop(f, p)) {
                if (tuple == null) {
                    tuple = new ArrayList<>();
                }
                while (tuple.size() < p) {
                    tuple.add(null);
                }
                tuple.add(code);
            }
        }
        var copy = tuple == null ? null : copy(f, tuple);
        return copy == null
                ? null
                : new Statement.Call(
                        new Callee.Direct(copy), call.args(), call.results(), call.pos());
    }

    private static boolean mayBeFunc(Value arg) {
        return arg instanceof Value.Read r && r.word() == Word.P
                || arg instanceof Value.FrameAddress
                || arg instanceof Value.Address(Symbol.FuncValue _, _);
    }

    private @Nullable IrFunction known(
            IrFunction in, Value value, List<@Nullable IrFunction> known) {
        return switch (origins(in).of(value)) {
            case FuncOrigins.Known(var f) -> f;
            case FuncOrigins.Parameter(int p) -> p < known.size() ? known.get(p) : null;
            case null -> null;
        };
    }

    private static Statement.Call direct(Statement.Call call, Callee.Closure callee, IrFunction f) {
        var args = new ArrayList<Value>(call.args().size() + 1);
        if (f.closure()) {
            args.add(callee.closure());
        }
        args.addAll(call.args());
        return new Statement.Call(new Callee.Direct(f), args, call.results(), call.pos());
    }

    private static boolean isSmall(IrFunction f) {
        return f.nativeOwner() == null && statements(f) <= MOST_STATEMENTS_OF_CALLED;
    }

    private static boolean isCopied(IrFunction f) {
        return f.nativeOwner() == null
                && f.statementObject() == null
                && statements(f) <= MOST_STATEMENTS_OF_COPIED;
    }

    private static int statements(IrFunction f) {
        int n = 0;
        for (var block : f.blocks()) {
            n += block.statements().size() + 1;
        }
        return n;
    }

    private @Nullable IrFunction copy(IrFunction f, List<@Nullable IrFunction> known) {
        var key = new Key(f, known);
        var there = copies.get(key);
        if (there != null || made.size() == MOST_COPIES) {
            return there;
        }
        var copy = FunctionCopy.of(f, f.name() + MARK + made.size());
        made.add(copy);
        copies.put(key, copy);
        rewrite(copy, f, known);
        return copy;
    }
}
