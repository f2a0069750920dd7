package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Liveness;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// Emits blocks into a JVM method. A jump to a block that is not in this method goes where [Exits] says.
final class BlockEmitter {
    /// Turns of a loop between two looks at the flag.
    static final int FUEL = 4096;

    /// Where control leaves the method.
    interface Exits {
        /// Emits what goes to a block that is elsewhere.
        void leave(Block to);
    }

    private final CodeBuilder c;
    private final ProgramPlan program;
    private final FunctionPlan plan;
    private final JvmNames names;
    private final ValueEmitter values;
    private final CallEmitter calls;
    private final BulkEmitter bulk;
    private final JvmSlots slots;
    private final Predicate<Block> inside;
    private final Exits exits;
    private final Map<Block, Label> labels = new HashMap<>();
    private final Deque<Runnable> cold = new ArrayDeque<>();
    private int line = -1;
    private int fuel = -1;
    private final FaultOffsets faultOffsets = new FaultOffsets();
    private final Faults faults = new Faults();

    /// @param inside the blocks that this method holds
    BlockEmitter(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            JvmSlots slots,
            Predicate<Block> inside,
            Exits exits) {
        this.c = c;
        this.program = program;
        this.plan = plan;
        this.slots = slots;
        this.inside = inside;
        this.exits = exits;
        this.names = program.names();
        this.values = new ValueEmitter(c, program, plan, slots, faults);
        this.bulk = new BulkEmitter(c, program, values, slots);
        this.calls = new CallEmitter(c, program, plan, values, plan.slotState(), slots);
    }

    ValueEmitter values() {
        return values;
    }

    CallEmitter calls() {
        return calls;
    }

    private final class Faults implements ValueEmitter.FaultSites {
        @Override
        public int at(int pos) {
            return program.sites().site(program.position(pos), slots());
        }

        @Override
        public int of(Value.NilChecked check) {
            return program.sites()
                    .faultSite(program.position(check.pos()), slots(), faultOffsets.of(check));
        }

        private BitSet slots() {
            return plan.slotsOf(plan.always());
        }
    }

    /// Runs what was put off: code out of the way of the blocks.
    void drain() {
        while (!cold.isEmpty()) {
            cold.poll().run();
        }
    }

    /// Emits blocks one behind the other.
    void blocks(List<Block> order) {
        for (int i = 0; i < order.size(); i++) {
            block(order.get(i), i + 1 < order.size() ? order.get(i + 1) : null);
        }
    }

    /// Starts the fuel of this method's loops.
    void startFuel() {
        fuel = slots.temp(Word.I);
        c.loadConstant(FUEL).istore(fuel);
    }

    /// The label of a block, or of what leaves for it.
    Label label(Block block) {
        var known = labels.get(block);
        if (known == null) {
            known = c.newLabel();
            labels.put(block, known);
            if (!inside.test(block)) {
                var out = known;
                cold.add(() -> {
                    c.labelBinding(out);
                    exits.leave(block);
                });
            }
        }
        return known;
    }

    private void block(Block block, @Nullable Block next) {
        c.labelBinding(label(block));
        statements(block);
        terminator(block, next);
    }

    /// Emits the statements of a block.
    void statements(Block block) {
        faultOffsets.read(block);
        var statements = block.statements();
        var liveAfter = liveAfter(block);
        for (int i = 0; i < statements.size(); i++) {
            statement(statements.get(i), liveAfter[i]);
        }
        plan.slotState().spilledAtEnd(block).stream()
                .forEach(i -> calls.spill(plan.function().locals().get(i)));
    }

    private BitSet[] liveAfter(Block block) {
        var statements = block.statements();
        var after = new BitSet[statements.size()];
        var live = (BitSet) plan.liveness().out(block).clone();
        Liveness.readsOf(block.terminator(), live);
        for (int i = after.length - 1; i >= 0; i--) {
            after[i] = (BitSet) live.clone();
            plan.liveness().step(statements.get(i), live);
        }
        return after;
    }

    private void line(int pos) {
        int l = program.line(pos);
        if (l > 0 && l != line && l < 65536) {
            line = l;
            c.lineNumber(l);
        }
    }

    private void statement(Statement statement, BitSet live) {
        line(statement.pos());
        switch (statement) {
            case Statement.Set s -> {
                if (live.get(s.local().index())) {
                    values.push(s.value());
                    values.write(s.local());
                } else {
                    evaluate(s.value());
                }
            }
            case Statement.Eval e -> evaluate(e.value());
            case Statement.Store s -> {
                values.address(s.address(), s.offset());
                values.push(s.value());
                names.store(c, s.kind(), program.wide());
            }
            case Statement.Copy s -> {
                if (!bulk.copy(s)) {
                    values.push(s.from());
                    values.push(s.to());
                    values.push(s.bytes());
                    names.call(c, JvmNames.MEM, "copy", "(JJJ)V");
                }
            }
            case Statement.Clear s -> {
                if (!bulk.clear(s)) {
                    values.push(s.at());
                    values.push(s.bytes());
                    names.call(c, JvmNames.MEM, "clear", "(JJ)V");
                }
            }
            case Statement.Call call -> calls.emit(call, live);
        }
    }

    /// For its faults only.
    private void evaluate(Value value) {
        if (!ValueWalk.mayFault(value)) {
            return;
        }
        values.push(value);
        if (CallShape.slots(value.word()) == 2) {
            c.pop2();
        } else {
            c.pop();
        }
    }

    private void terminator(Block block, @Nullable Block next) {
        var end = block.terminator();
        line(end.pos());
        switch (end) {
            case Terminator.Jump j -> {
                switch (plan.poll(block)) {
                    case NONE -> {}
                    case FLAG -> pollFlag(block, j);
                    case FUEL -> pollFuel(block, j);
                }
                if (j.target() != next) {
                    c.goto_(label(j.target()));
                }
            }
            case Terminator.Branch b -> branch(b, next);
            case Terminator.Switch s -> multiway(s);
            case Terminator.Return r -> ret(r.values());
            case Terminator.Throw t -> fail(t);
            case Terminator.Unreachable _ -> c.aconst_null().athrow();
        }
    }

    private void branch(Terminator.Branch b, @Nullable Block next) {
        if (b.yes() == next) {
            values.jump(b.condition(), label(b.no()), false);
            return;
        }
        values.jump(b.condition(), label(b.yes()), true);
        if (b.no() != next) {
            c.goto_(label(b.no()));
        }
    }

    /// The flag is read so that every turn of the loop sees a request; the rest is out of the way.
    private void pollFlag(Block block, Terminator.Jump j) {
        var asked = c.newLabel();
        var back = c.newLabel();
        c.aload(JvmNames.SLOT_G).invokevirtual(JvmNames.G, "preemptOpaque", names.type("()Z"));
        c.ifne(asked).labelBinding(back);
        cold.add(() -> {
            c.labelBinding(asked);
            enterRuntime(block, j);
            names.entry(c, Entry.POLL);
            c.goto_(back);
        });
    }

    /// Counts down in a JVM local; the flag is looked at when it is spent.
    private void pollFuel(Block block, Terminator.Jump j) {
        if (fuel < 0) {
            pollFlag(block, j);
            return;
        }
        var spent = c.newLabel();
        var back = c.newLabel();
        c.iinc(fuel, -1).iload(fuel).iflt(spent).labelBinding(back);
        cold.add(() -> {
            c.labelBinding(spent);
            enterRuntime(block, j);
            names.entry(c, Entry.REFILL);
            c.istore(fuel).goto_(back);
        });
    }

    private void enterRuntime(Block block, Terminator.Jump j) {
        var live = plan.liveOut(block);
        calls.safepoint(
                live,
                plan.objectSlotsAtEnd(block),
                j.pos(),
                plan.slotState().staleAtEnd(block, live));
        JvmNames.frame(c);
    }

    private void multiway(Terminator.Switch s) {
        values.push(s.key());
        Integer[] order = new Integer[s.keys().length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(s.keys()[a], s.keys()[b]));
        var cases = new ArrayList<SwitchCase>();
        for (int i : order) {
            cases.add(SwitchCase.of(s.keys()[i], label(s.targets().get(i))));
        }
        if (cases.isEmpty()) {
            c.pop().goto_(label(s.otherwise()));
            return;
        }
        long low = cases.getFirst().caseValue();
        long high = cases.getLast().caseValue();
        if (high - low < 4L * cases.size() + 8) {
            c.tableswitch((int) low, (int) high, label(s.otherwise()), cases);
        } else {
            c.lookupswitch(label(s.otherwise()), cases);
        }
    }

    /// Evaluates all in order. Words for memory wait in JVM locals: their places may be those of frame objects still to be read.
    private void ret(List<Value> results) {
        int n = results.size();
        int memory = 1 + FrameLayout.RESULT_WORDS;
        var temps = new int[Math.max(0, n - memory)];
        for (int i = 0; i < n; i++) {
            var w = results.get(i).word();
            if (i > 0 && i < memory) {
                c.aload(JvmNames.SLOT_G);
            }
            values.push(results.get(i));
            if (i >= memory) {
                temps[i - memory] = slots.temp(w);
                c.storeLocal(ValueEmitter.kind(w), temps[i - memory]);
            } else if (i > 0) {
                CallEmitter.toRaw(c, names, w);
                c.putfield(JvmNames.G, CallEmitter.resultField(i), names.type("()J").returnType());
            }
        }
        for (int i = memory; i < n; i++) {
            var w = results.get(i).word();
            values.frameAddress(8L * (i - memory));
            c.loadLocal(ValueEmitter.kind(w), temps[i - memory]);
            CallEmitter.storeWord(c, names, w);
        }
        c.return_(n == 0 ? TypeKind.VOID : ValueEmitter.kind(results.getFirst().word()));
    }

    private void fail(Terminator.Throw t) {
        boolean withSite = FaultEntries.takesSite(t.entry());
        if (!withSite) {
            calls.safepoint(new BitSet(), new BitSet(), t.pos(), new BitSet());
        }
        JvmNames.frame(c);
        if (withSite) {
            c.loadConstant(faults.at(t.pos()));
        }
        t.args().forEach(values::push);
        names.entry(c, t.entry());
        c.athrow();
    }
}
