package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.util.BitSet;
import java.util.Deque;
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Word;

/// Emits what stands before the first block: parameters from memory, the check of the stack, zeroed frame objects.
///
/// @param site call site of `morestack`, whose live slots are the pointer parameters
record FrameEntry(int site) {
    /// Runs of zeroed bytes up to this are written word by word.
    private static final long INLINE_CLEAR = 64;

    void emit(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            ValueEmitter values,
            JvmSlots slots,
            Deque<Runnable> cold) {
        var names = program.names();
        loadMemoryParams(c, plan, values, slots, names);
        if (plan.checksStack()) {
            checkStack(c, program, plan, values, slots, cold);
        }
        clearFrame(c, plan, values, names);
        for (var p : plan.pointerParams()) {
            if (plan.writeThrough(p) || plan.inMemory()) {
                values.frameAddress(plan.slotOffset(p));
                c.lload(slots.of(p));
                names.st64(c);
            }
        }
        if (plan.inMemory()) {
            storeOtherParams(c, plan, values, slots, names);
        }
    }

    private static void loadMemoryParams(
            CodeBuilder c, FunctionPlan plan, ValueEmitter values, JvmSlots slots, JvmNames names) {
        var params = plan.function().params();
        int first = plan.shape().registers();
        for (int i = first; i < params.size(); i++) {
            var p = params.get(i);
            values.frameAddress(8L * (i - first));
            CallEmitter.loadWord(c, names, p.word());
            c.storeLocal(ValueEmitter.kind(p.word()), slots.of(p));
        }
    }

    private static void storeOtherParams(
            CodeBuilder c, FunctionPlan plan, ValueEmitter values, JvmSlots slots, JvmNames names) {
        for (var p : plan.function().params()) {
            if (p.word() != Word.P) {
                values.frameAddress(plan.memoryHome(p));
                c.loadLocal(ValueEmitter.kind(p.word()), slots.of(p));
                CallEmitter.storeWord(c, names, p.word());
            }
        }
    }

    private void checkStack(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            ValueEmitter values,
            JvmSlots slots,
            Deque<Runnable> cold) {
        var names = program.names();
        var grow = c.newLabel();
        var go = c.newLabel();
        values.frameAddress(plan.neededBytes());
        c.aload(JvmNames.SLOT_G).getfield(JvmNames.G, "limit", names.type("()J").returnType());
        c.lcmp().ifgt(grow).labelBinding(go);
        cold.add(() -> {
            c.labelBinding(grow);
            for (var p : plan.pointerParams()) {
                values.frameAddress(plan.slotOffset(p));
                c.lload(slots.of(p));
                names.st64(c);
            }
            c.lload(JvmNames.SLOT_SP).loadConstant(site);
            names.call(c, JvmNames.CHECKS, "pc", "(JI)V");
            JvmNames.frame(c);
            c.loadConstant(Math.toIntExact(Math.max(plan.neededBytes(), plan.frameBytes())));
            names.entry(c, Entry.MORESTACK);
            int moved = slots.temp(Word.J);
            c.dup2().lstore(moved).lload(JvmNames.SLOT_SP).lcmp().ifeq(go);
            again(c, program, plan, values, slots, moved);
        });
    }

    /// Runs the whole function on the new segment, then goes back to the old one.
    private static void again(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            ValueEmitter values,
            JvmSlots slots,
            int moved) {
        var names = program.names();
        var params = plan.function().params();
        var shape = plan.shape();
        for (int i = shape.registers(); i < params.size(); i++) {
            memoryAddress(c, moved, i - shape.registers());
            load(c, slots, params.get(i));
            CallEmitter.storeWord(c, names, params.get(i).word());
        }
        c.aload(JvmNames.SLOT_G).lload(moved);
        if (plan.function().closure()) {
            c.lload(JvmNames.SLOT_WORDS);
        }
        for (int i = 0; i < shape.registers(); i++) {
            load(c, slots, params.get(i));
        }
        var self = program.target(plan.function());
        names.call(c, self.owner(), self.name(), self.descriptor());
        for (int i = 0; i < shape.memoryResults(); i++) {
            var w = shape.results().get(i + 1 + FrameLayout.RESULT_WORDS);
            values.frameAddress(8L * i);
            memoryAddress(c, moved, i);
            CallEmitter.loadWord(c, names, w);
            CallEmitter.storeWord(c, names, w);
        }
        JvmNames.frame(c);
        c.lload(moved);
        names.entry(c, Entry.LESSSTACK);
        if (shape.results().isEmpty()) {
            c.return_();
        } else {
            c.return_(ValueEmitter.kind(shape.results().getFirst()));
        }
    }

    private static void memoryAddress(CodeBuilder c, int base, int index) {
        c.lload(base);
        if (index > 0) {
            c.loadConstant(8L * index).ladd();
        }
    }

    private static void load(CodeBuilder c, JvmSlots slots, Local p) {
        c.loadLocal(ValueEmitter.kind(p.word()), slots.of(p));
    }

    /// The slots of the pointer parameters, as they stand at the call of `morestack`.
    static BitSet paramSlots(FunctionPlan plan) {
        var slots = new BitSet();
        slots.set(0, plan.checksStack() ? plan.pointerParams().size() : 0);
        return slots;
    }

    /// Zeroes the frame objects that the collector may scan before they are set.
    private static void clearFrame(
            CodeBuilder c, FunctionPlan plan, ValueEmitter values, JvmNames names) {
        if (plan.zeroed().isEmpty()) {
            return;
        }
        long from = plan.offset(plan.zeroed().getFirst());
        var last = plan.zeroed().getLast();
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
