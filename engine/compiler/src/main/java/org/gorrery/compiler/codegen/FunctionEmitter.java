package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Word;

/// Emits the JVM method of a function: entry, blocks in order, cold code, handler. Outlined loops are calls of their methods.
final class FunctionEmitter {
    private final CodeBuilder c;
    private final ProgramPlan program;
    private final FunctionPlan plan;
    private final FrameEntry entry;
    private final List<LoopMethod> loops;
    private final JvmSlots slots;
    private final BlockEmitter blocks;
    private final IrFunction function;

    FunctionEmitter(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            FrameEntry entry,
            List<LoopMethod> loops) {
        this.c = c;
        this.program = program;
        this.plan = plan;
        this.entry = entry;
        this.loops = loops;
        this.function = plan.function();
        this.slots = JvmSlots.ofFunction(function, plan.shape());
        this.blocks =
                new BlockEmitter(
                        c,
                        program,
                        plan,
                        slots,
                        b -> loops.stream().noneMatch(l -> l.contains(b)),
                        this::enterLoop);
    }

    private void enterLoop(Block header) {
        for (var loop : loops) {
            if (loop.header() == header) {
                loop.call(c, blocks, slots);
            }
        }
    }

    /// Emits the whole method.
    void emit() {
        // what asks for more stack stands outside of the handler's range: nothing has begun yet
        Deque<Runnable> grow = new ArrayDeque<>();
        var order = ownBlocks();
        var leaf = program.options().optimise() ? LeafStart.of(plan) : null;
        if (leaf == null) {
            entry.emit(c, program, plan, blocks.values(), slots, grow);
        } else {
            // the cheap way out first: no frame, no check
            blocks.statements(leaf.entry());
            blocks.values().jump(leaf.condition(), blocks.label(leaf.cheap()), leaf.sense());
            entry.emit(c, program, plan, blocks.values(), slots, grow);
            order.remove(leaf.entry());
        }
        zeroLocals(c, plan, blocks.values());
        if (order.stream().anyMatch(b -> plan.poll(b) == PollKind.FUEL)) {
            blocks.startFuel();
        }
        if (leaf != null) {
            c.goto_(blocks.label(leaf.rest()));
        }
        var start = c.newBoundLabel();
        blocks.blocks(order);
        blocks.drain();
        var recovered = function.recovered();
        if (recovered != null) {
            var end = c.newBoundLabel();
            var handler = c.newBoundLabel();
            c.exceptionCatchAll(start, end, handler);
            int thrown = slots.temp(Word.I);
            c.astore(thrown);
            JvmNames.frame(c);
            c.aload(thrown);
            program.names().entry(c, Entry.HANDLE_PANIC);
            blocks.blocks(List.of(recovered));
            blocks.drain();
        }
        while (!grow.isEmpty()) {
            grow.poll().run();
        }
    }

    private List<Block> ownBlocks() {
        var order = new ArrayList<Block>();
        for (var b : plan.cfg().order()) {
            if (b != function.recovered() && loops.stream().noneMatch(l -> l.contains(b))) {
                order.add(b);
            }
        }
        return order;
    }

    /// Locals that may be read before they are assigned on some path start as zero.
    static void zeroLocals(CodeBuilder c, FunctionPlan plan, ValueEmitter values) {
        var function = plan.function();
        var live = (BitSet) plan.liveness().in(function.blocks().getFirst()).clone();
        function.params().forEach(p -> live.clear(p.index()));
        var closure = function.closureParam();
        if (closure != null) {
            live.clear(closure.index());
        }
        live.stream()
                .forEach(i -> {
                    var local = function.locals().get(i);
                    zero(c, local.word());
                    values.write(local);
                });
    }

    /// Pushes a zero.
    static void zero(CodeBuilder c, Word w) {
        switch (w) {
            case I -> c.iconst_0();
            case J, P -> c.lconst_0();
            case F -> c.fconst_0();
            case D -> c.dconst_0();
        }
    }
}
