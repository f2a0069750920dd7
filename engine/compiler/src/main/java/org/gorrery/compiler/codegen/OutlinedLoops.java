package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.Liveness;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Loops;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.ValueWalk;
import org.jspecify.annotations.Nullable;

/// Chooses the innermost loops of nests that get methods of their own, so that a long call does not stay in a poor version made while it
/// was already running.
final class OutlinedLoops {
    /// Bytes of bytecode, at most, that the JVM still inlines where it is hot.
    private static final int MAX_BYTES = 4000;

    private static final int MAX_PARAMETER_SLOTS = 200;

    /// Estimated bytes from which on a loop stays a method of its own for the JVM too. Inlined into the loops around it, a large body lost
    /// the addresses it holds in registers to copies on the stack (nbody: 1.4 to 2 times the time), and whether it was inlined was a
    /// matter of which method the JVM had compiled first. A call is nothing beside it.
    private static final int APART_BYTES = 900;

    private final ProgramPlan program;
    private final FunctionPlan plan;

    OutlinedLoops(ProgramPlan program, FunctionPlan plan) {
        this.program = program;
        this.plan = plan;
    }

    /// The loops to outline.
    List<LoopMethod> choose() {
        var chosen = new ArrayList<LoopMethod>();
        if (plan.inMemory()) {
            return chosen;
        }
        for (var loop : new Loops(plan.cfg()).all()) {
            if (loop.outer() != null && LoopPolicy.isInnermost(loop, plan)) {
                var method = outlined(loop, chosen.size());
                if (method != null) {
                    chosen.add(method);
                }
            }
        }
        return chosen;
    }

    private @Nullable LoopMethod outlined(Loops.Loop loop, int number) {
        var region = region(loop);
        var f = plan.function();
        var recovered = f.recovered();
        if (recovered != null && region.get(recovered.index())) {
            return null;
        }
        var read = new BitSet();
        var assigned = new BitSet();
        int bytes = 0;
        var order = new ArrayList<Block>();
        order.add(loop.header());
        for (var block : plan.cfg().order()) {
            if (!region.get(block.index())) {
                continue;
            }
            if (block != loop.header()) {
                order.add(block);
            }
            for (var s : block.statements()) {
                ValueWalk.reads(s, l -> read.set(l.index()));
                Liveness.definitions(s, l -> assigned.set(l.index()));
                if (s instanceof Statement.Call call) {
                    read.or(plan.slotState().stale(call));
                }
                bytes += CodeWeight.bytes(s);
            }
            ValueWalk.reads(block.terminator(), l -> read.set(l.index()));
            read.or(stored(block));
            bytes += CodeWeight.bytes(block.terminator());
        }
        if (bytes > MAX_BYTES || assigned.intersects(plan.liveness().always())) {
            return null;
        }
        return method(loop, number, region, order, read, assigned, bytes >= APART_BYTES);
    }

    /// The pointers that the end of a block stores in their slots, for a poll or ahead of a loop inside.
    private BitSet stored(Block block) {
        var stored = (BitSet) plan.slotState().spilledAtEnd(block).clone();
        if (plan.poll(block) != PollKind.NONE) {
            stored.or(plan.slotState().staleAtEnd(block, plan.liveOut(block)));
        }
        return stored;
    }

    private @Nullable LoopMethod method(
            Loops.Loop loop,
            int number,
            BitSet region,
            List<Block> order,
            BitSet read,
            BitSet assigned,
            boolean apart) {
        var exits = exits(region, order);
        var outs = new BitSet();
        exits.forEach(e -> outs.or(plan.liveness().in(e)));
        outs.and(assigned);
        var ins = (BitSet) read.clone();
        ins.or(outs);
        ins.and(plan.liveness().in(loop.header()));
        var inLocals = locals(ins);
        int slots = inLocals.stream().mapToInt(l -> CallShape.slots(l.word())).sum();
        if (outs.cardinality() > LoopMethod.MAX_OUTS || slots > MAX_PARAMETER_SLOTS) {
            return null;
        }
        var name = program.target(plan.function()).name() + "$loop" + number;
        return new LoopMethod(
                plan, program, name, region, order, inLocals, locals(outs), exits, apart);
    }

    private List<Local> locals(BitSet set) {
        return set.stream().mapToObj(i -> plan.function().locals().get(i)).toList();
    }

    private List<Block> exits(BitSet region, List<Block> order) {
        var exits = new ArrayList<Block>();
        for (var block : order) {
            Cfg.targets(
                    block.terminator(),
                    t -> {
                        if (!region.get(t.index()) && !exits.contains(t)) {
                            exits.add(t);
                        }
                    });
        }
        return exits;
    }

    /// The loop, and the panics it leads to.
    private BitSet region(Loops.Loop loop) {
        var region = (BitSet) loop.blocks().clone();
        for (var block : plan.cfg().order()) {
            boolean ends =
                    block.terminator() instanceof Terminator.Throw
                            || block.terminator() instanceof Terminator.Unreachable;
            if (ends
                    && !plan.cfg().predecessors(block).isEmpty()
                    && plan.cfg().predecessors(block).stream().allMatch(loop::contains)) {
                region.set(block.index());
            }
        }
        return region;
    }
}
