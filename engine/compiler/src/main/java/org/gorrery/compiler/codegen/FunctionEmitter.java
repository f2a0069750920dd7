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
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// Emits the JVM method of a function: entry, blocks in order, cold code, handler.
final class FunctionEmitter {
    /// Runs of zeroed bytes up to this are written word by word.
    private static final long INLINE_CLEAR = 64;

    private final CodeBuilder c;
    private final ProgramPlan program;
    private final FunctionPlan plan;
    private final JvmNames names;
    private final ValueEmitter values;
    private final CallEmitter calls;
    private final FrameEntry entry;
    private final Map<Block, Label> labels = new HashMap<>();
    private final Deque<Runnable> cold = new ArrayDeque<>();
    private final IrFunction function;
    private int line = -1;

    FunctionEmitter(CodeBuilder c, ProgramPlan program, FunctionPlan plan, FrameEntry entry) {
        this.c = c;
        this.program = program;
        this.plan = plan;
        this.entry = entry;
        this.names = program.names();
        this.function = plan.function();
        this.values = new ValueEmitter(c, program, plan, this::faultSite);
        this.calls = new CallEmitter(c, program, plan, values, new SlotState(plan));
    }

    private int faultSite(int pos) {
        return program.sites().site(program.line(pos), plan.slotsOf(plan.always()));
    }

    /// Emits the whole method.
    void emit() {
        // what asks for more stack stands outside of the handler's range: nothing has begun yet
        Deque<Runnable> grow = new ArrayDeque<>();
        entry.emit(c, program, plan, values, grow);
        zeroLocals();
        var recovered = function.recovered();
        var order = plan.cfg().order().stream().filter(b -> b != recovered).toList();
        var start = c.newBoundLabel();
        for (int i = 0; i < order.size(); i++) {
            block(order.get(i), i + 1 < order.size() ? order.get(i + 1) : null);
        }
        drain(cold);
        if (recovered != null) {
            var end = c.newBoundLabel();
            var handler = c.newBoundLabel();
            c.exceptionCatchAll(start, end, handler);
            int thrown = plan.temp(Word.I);
            c.astore(thrown);
            JvmNames.frame(c);
            c.aload(thrown);
            names.entry(c, Entry.HANDLE_PANIC);
            block(recovered, null);
            drain(cold);
        }
        drain(grow);
    }

    private static void drain(Deque<Runnable> code) {
        while (!code.isEmpty()) {
            code.poll().run();
        }
    }

    /// Locals that may be read before they are assigned on some path start as zero.
    private void zeroLocals() {
        var live = (BitSet) plan.liveness().in(function.blocks().getFirst()).clone();
        function.params().forEach(p -> live.clear(p.index()));
        var closure = function.closureParam();
        if (closure != null) {
            live.clear(closure.index());
        }
        live.stream()
                .forEach(i -> {
                    var local = function.locals().get(i);
                    zero(local.word());
                    values.write(local);
                });
    }

    private void zero(Word w) {
        switch (w) {
            case I -> c.iconst_0();
            case J, P -> c.lconst_0();
            case F -> c.fconst_0();
            case D -> c.dconst_0();
        }
    }

    private Label label(Block block) {
        return labels.computeIfAbsent(block, _ -> c.newLabel());
    }

    private void block(Block block, @Nullable Block next) {
        c.labelBinding(label(block));
        var statements = block.statements();
        var liveAfter = liveAfter(block);
        for (int i = 0; i < statements.size(); i++) {
            statement(statements.get(i), liveAfter[i]);
        }
        terminator(block, next);
    }

    private BitSet[] liveAfter(Block block) {
        var statements = block.statements();
        var after = new BitSet[statements.size()];
        var live = (BitSet) plan.liveness().out(block).clone();
        org.gorrery.compiler.ir.Liveness.readsOf(block.terminator(), live);
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
                values.push(s.from());
                values.push(s.to());
                values.push(s.bytes());
                names.call(c, JvmNames.MEM, "copy", "(JJJ)V");
            }
            case Statement.Clear s -> {
                values.push(s.at());
                values.push(s.bytes());
                names.call(c, JvmNames.MEM, "clear", "(JJ)V");
            }
            case Statement.Call call -> calls.emit(call, live);
        }
    }

    /// For its faults only.
    private void evaluate(Value value) {
        if (!org.gorrery.compiler.ir.ValueWalk.mayFault(value)) {
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
                if (plan.isPoll(block)) {
                    poll(block, j);
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
    private void poll(Block block, Terminator.Jump j) {
        var asked = c.newLabel();
        var back = c.newLabel();
        c.aload(JvmNames.SLOT_G).invokevirtual(JvmNames.G, "preemptOpaque", names.type("()Z"));
        c.ifne(asked).labelBinding(back);
        cold.add(() -> {
            c.labelBinding(asked);
            var live = plan.liveOut(block);
            var stale = (BitSet) live.clone();
            stale.andNot(plan.always());
            calls.safepoint(live, j.pos(), stale);
            JvmNames.frame(c);
            names.entry(c, Entry.POLL);
            c.goto_(back);
        });
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

    private void ret(List<Value> results) {
        int n = results.size();
        int memory = 1 + FrameLayout.RESULT_WORDS;
        // words for memory first into JVM locals: their places may be those of frame objects that
        // others are loaded from
        var temps = new int[Math.max(0, n - memory)];
        for (int i = memory; i < n; i++) {
            var w = results.get(i).word();
            temps[i - memory] = plan.temp(w);
            values.push(results.get(i));
            c.storeLocal(ValueEmitter.kind(w), temps[i - memory]);
        }
        for (int i = 1; i < Math.min(n, memory); i++) {
            c.aload(JvmNames.SLOT_G);
            values.push(results.get(i));
            CallEmitter.toRaw(c, names, results.get(i).word());
            c.putfield(JvmNames.G, CallEmitter.resultField(i), names.type("()J").returnType());
        }
        TypeKind kind = TypeKind.VOID;
        if (n > 0) {
            values.push(results.getFirst());
            kind = ValueEmitter.kind(results.getFirst().word());
        }
        for (int i = memory; i < n; i++) {
            var w = results.get(i).word();
            values.frameAddress(8L * (i - memory));
            c.loadLocal(ValueEmitter.kind(w), temps[i - memory]);
            CallEmitter.storeWord(c, names, w);
        }
        c.return_(kind);
    }

    private void fail(Terminator.Throw t) {
        boolean withSite = FaultEntries.takesSite(t.entry());
        if (!withSite) {
            calls.safepoint(new BitSet(), t.pos(), new BitSet());
        }
        JvmNames.frame(c);
        if (withSite) {
            c.loadConstant(faultSite(t.pos()));
        }
        t.args().forEach(values::push);
        names.entry(c, t.entry());
        c.athrow();
    }

    /// Zeroes the frame objects that the collector scans.
    static void clearFrame(CodeBuilder c, FunctionPlan plan, ValueEmitter values, JvmNames names) {
        if (plan.scanned().isEmpty()) {
            return;
        }
        long from = plan.offset(plan.scanned().getFirst());
        var last = plan.scanned().getLast();
        long end = plan.offset(last) + (last.bytes() + 7) / 8 * 8;
        if (end - from > INLINE_CLEAR) {
            values.frameAddress(from);
            c.loadConstant(end - from);
            names.call(c, JvmNames.MEM, "clear", "(JJ)V");
            return;
        }
        for (long at = from; at < end; at += 8) {
            values.frameAddress(at);
            c.lconst_0();
            names.st64(c);
        }
    }
}
