package org.gorrery.compiler.ir;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/// Which of their parameters functions call in a loop: themselves, or by handing them on to such as do. A function that hands its
/// parameter to itself and calls it counts as a loop.
final class FuncUses {
    /// Func values handed on deeper than this count as not called.
    private static final int MOST_DEPTH = 20;

    private final Function<IrFunction, FuncOrigins> origins;
    private final Map<IrFunction, BitSet> looked = new IdentityHashMap<>();
    private final Map<IrFunction, BitSet> called = new IdentityHashMap<>();
    private int depth;

    FuncUses(Function<IrFunction, FuncOrigins> origins) {
        this.origins = origins;
    }

    /// Whether `f` calls its parameter of that index in a loop.
    boolean isCalledInLoop(IrFunction f, int parameter) {
        if (f.nativeOwner() != null || f.closure() || depth == MOST_DEPTH) {
            return false;
        }
        var asked = looked.computeIfAbsent(f, _ -> new BitSet());
        if (!asked.get(parameter)) {
            asked.set(parameter);
            depth++;
            if (calls(f, parameter) || handsOn(f, parameter)) {
                called.computeIfAbsent(f, _ -> new BitSet()).set(parameter);
            }
            depth--;
        }
        return called.containsKey(f) && called.get(f).get(parameter);
    }

    /// Whether it calls the parameter itself.
    private boolean calls(IrFunction f, int parameter) {
        boolean calls = false;
        boolean recursive = false;
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                if (!(s instanceof Statement.Call call)) {
                    continue;
                }
                if (call.callee() instanceof Callee.Closure c && is(f, c.closure(), parameter)) {
                    calls = true;
                    if (isInLoop(f, block)) {
                        return true;
                    }
                } else if (call.callee() instanceof Callee.Direct(var g) && g == f) {
                    recursive |= is(f, call.args().get(parameter), parameter);
                }
            }
        }
        return calls && recursive;
    }

    private boolean handsOn(IrFunction f, int parameter) {
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                if (s instanceof Statement.Call call
                        && call.callee() instanceof Callee.Direct(var g)
                        && g != f
                        && handsOn(f, parameter, call, g)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean handsOn(IrFunction f, int parameter, Statement.Call call, IrFunction g) {
        for (int p = 0; p < call.args().size(); p++) {
            var arg = call.args().get(p);
            if (arg.word() == Word.P && is(f, arg, parameter) && isCalledInLoop(g, p)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(IrFunction f, Value value, int parameter) {
        return origins.apply(f).of(value) instanceof FuncOrigins.Parameter(int p) && p == parameter;
    }

    private static boolean isInLoop(IrFunction f, Block block) {
        var cfg = new Cfg(f);
        if (!cfg.isReachable(block)) {
            return false;
        }
        int at = cfg.number(block);
        for (var from : cfg.order()) {
            for (var to : cfg.successors(from)) {
                if (cfg.number(to) <= at && at <= cfg.number(from)) {
                    return true;
                }
            }
        }
        return false;
    }
}
