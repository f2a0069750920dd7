package org.gorrery.compiler.codegen;

import java.util.function.Predicate;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.Induction;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Loops;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Strips;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;

/// Decides how each loop stays open to preemption (codegen.md §5): strips for innermost counting loops, fuel for other innermost loops
/// without calls that do not count, the flag for the rest.
///
/// A look at the flag in each turn costs more than it seems: the JVM then keeps the loop as it is written, with a safepoint of its own in each
/// turn, and chooses branches where it would choose conditional moves. A loop over bytes with a switch takes 2.5 times as long.
final class LoopPolicy {
    private final ProgramPlan program;
    private final Predicate<Callee> safepoint;

    LoopPolicy(ProgramPlan program) {
        this.program = program;
        this.safepoint = program::isSafepoint;
    }

    /// Cuts loops of `f` into strips and notes how each latch polls.
    void apply(IrFunction f) {
        for (var loop : new Loops(new Cfg(f)).all()) {
            if (!loop.inner().isEmpty() || callsOut(f, loop)) {
                continue;
            }
            var induction = Induction.of(loop);
            if (induction != null && (isStraight(f, loop) || isBrief(f, loop))) {
                program.setPollKind(induction.latch(), PollKind.NONE);
                program.setPollKind(Strips.cut(induction), PollKind.FLAG);
            } else if (induction == null) {
                loop.latches().forEach(l -> program.setPollKind(l, PollKind.FUEL));
            }
        }
    }

    private boolean callsOut(IrFunction f, Loops.Loop loop) {
        return loop.blocks().stream()
                .mapToObj(i -> f.blocks().get(i))
                .flatMap(b -> b.statements().stream())
                .anyMatch(s -> s instanceof Statement.Call call && safepoint.test(call.callee()));
    }

    /// Whether a turn takes a time that does not hang on the length of anything: a search for a string in a slice compares two of any
    /// length in each turn.
    private static boolean isBrief(IrFunction f, Loops.Loop loop) {
        return loop.blocks().stream()
                .mapToObj(i -> f.blocks().get(i))
                .flatMap(b -> b.statements().stream())
                .allMatch(LoopPolicy::isBrief);
    }

    private static boolean isBrief(Statement s) {
        return switch (s) {
            case Statement.Set _, Statement.Eval _, Statement.Store _ -> true;
            case Statement.Copy c -> c.bytes() instanceof Value.LongConst;
            case Statement.Clear c -> c.bytes() instanceof Value.LongConst;
            case Statement.Call c -> c.callee() instanceof Callee.Direct;
        };
    }

    private static boolean isStraight(IrFunction f, Loops.Loop loop) {
        return loop.blocks().stream()
                .mapToObj(i -> f.blocks().get(i))
                .allMatch(b -> b == loop.header() || b.terminator() instanceof Terminator.Jump);
    }

    /// The strip loop around the inner loop of a cut loop, or the loop itself: what counts as innermost for people.
    static boolean isInnermost(Loops.Loop loop, FunctionPlan plan) {
        for (var inner : loop.inner()) {
            if (inner.latches().stream().anyMatch(l -> plan.poll(l) != PollKind.NONE)) {
                return false;
            }
        }
        return loop.latches().stream().allMatch(l -> plan.poll(l) != PollKind.NONE);
    }
}
