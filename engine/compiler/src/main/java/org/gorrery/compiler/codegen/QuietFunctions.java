package org.gorrery.compiler.codegen;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.ValueWalk;

/// Finds the functions that can neither panic nor reach a safepoint: calls of them need no pc in the frame, and they have none.
///
/// Smallest solution: a recursive function is never quiet, since only the check of the stack ends its recursion.
final class QuietFunctions {
    private final Set<IrFunction> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<IrFunction> quiet = Collections.newSetFromMap(new IdentityHashMap<>());

    QuietFunctions(List<IrFunction> functions) {
        for (var f : functions) {
            if (f.nativeOwner() == null && isQuietItself(f)) {
                candidates.add(f);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = candidates.removeIf(this::settle);
        }
    }

    private boolean settle(IrFunction f) {
        boolean calleesQuiet =
                f.blocks().stream()
                        .flatMap(b -> b.statements().stream())
                        .allMatch(s -> !(s instanceof Statement.Call call) || isQuiet(call));
        if (calleesQuiet) {
            quiet.add(f);
        }
        return calleesQuiet;
    }

    private boolean isQuiet(Statement.Call call) {
        return !(call.callee() instanceof Callee.Direct d) || quiet.contains(d.function());
    }

    private static boolean isQuietItself(IrFunction f) {
        if (f.recovered() != null || FunctionPlan.isLargeFrame(f) || SplitFunction.isNeeded(f)) {
            return false;
        }
        var cfg = new Cfg(f);
        for (var block : cfg.order()) {
            if (block.terminator() instanceof Terminator.Throw
                    || cfg.successors(block).stream().anyMatch(s -> cfg.isBackEdge(block, s))) {
                return false;
            }
            boolean[] fault = new boolean[1];
            ValueWalk.roots(block.terminator(), v -> fault[0] |= ValueWalk.mayFault(v));
            for (var s : block.statements()) {
                ValueWalk.roots(s, v -> fault[0] |= ValueWalk.mayFault(v));
                fault[0] |= s instanceof Statement.Call call && !mayBeQuiet(call.callee(), f);
            }
            if (fault[0]) {
                return false;
            }
        }
        return true;
    }

    /// Frames of quiet functions fit into the guard of a segment, as long as they do not add up.
    private static boolean mayBeQuiet(Callee callee, IrFunction caller) {
        return switch (callee) {
            case Callee.Direct d ->
                    d.function().nativeOwner() == null
                            && caller.frameObjects().isEmpty()
                            && CallShape.of(d.function().shape()).memoryParams() == 0
                            && CallShape.of(d.function().shape()).memoryResults() == 0;
            case Callee.Runtime r -> !r.entry().isSafepoint();
            case Callee.Closure _, Callee.Interface _ -> false;
        };
    }

    Set<IrFunction> all() {
        return quiet;
    }
}
