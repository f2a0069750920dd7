package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.util.BitSet;
import java.util.List;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Word;

/// An innermost loop in a method of its own (codegen.md §5, OSR): same frame, same sites; what it reads comes as parameters, what it
/// leaves goes back as result and through fields of G.
///
/// @param name of the JVM method
/// @param region indices of its blocks
/// @param order its blocks, the header first
/// @param ins locals it reads, or may leave as they are
/// @param outs locals it assigns that are read behind it
/// @param exits blocks it goes on at; with several the result is the number of the one
/// @param apart whether the JVM shall never inline it
record LoopMethod(
        FunctionPlan plan,
        ProgramPlan program,
        String name,
        BitSet region,
        List<Block> order,
        List<Local> ins,
        List<Local> outs,
        List<Block> exits,
        boolean apart) {
    /// The type of a last parameter, always null, that keeps the JVM from inlining: it inlines no method whose signature names a class that
    /// is not loaded, and this one does not exist. Null fits every class, so nothing needs it.
    static final String APART = "Lgo/$Apart;";

    /// Most locals that can go back.
    static final int MAX_OUTS = FrameLayout.RESULT_WORDS;

    Block header() {
        return order.getFirst();
    }

    boolean contains(Block b) {
        return region.get(b.index());
    }

    /// The first local to go back is the JVM result where no exit needs to be told.
    private boolean returnsValue() {
        return exits.size() == 1 && !outs.isEmpty();
    }

    private String descriptor() {
        var text = new StringBuilder("(L").append(RuntimeNames.G).append(";J");
        ins.forEach(l -> text.append(l.word().descriptor()));
        text.append(apart ? APART : "").append(')');
        if (exits.size() > 1) {
            return text.append('I').toString();
        }
        return text.append(returnsValue() ? outs.getFirst().word().descriptor() : 'V').toString();
    }

    /// Emits the method.
    void emit(ClassBuilder cb) {
        cb.withMethodBody(
                name,
                program.names().type(descriptor()),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                this::body);
    }

    private void body(CodeBuilder c) {
        var slots = JvmSlots.of(plan.function(), ins);
        if (apart) {
            slots.temp(Word.I); // the parameter that is never read
        }
        var blocks =
                new BlockEmitter(
                        c, program, plan, slots, this::contains, to -> leave(c, to, slots));
        for (var l : outs) {
            if (!ins.contains(l)) {
                FunctionEmitter.zero(c, l.word());
                c.storeLocal(ValueEmitter.kind(l.word()), slots.of(l));
            }
        }
        if (order.stream().anyMatch(b -> plan.poll(b) == PollKind.FUEL)) {
            blocks.startFuel();
        }
        blocks.blocks(order);
        blocks.drain();
    }

    private void leave(CodeBuilder c, Block to, JvmSlots slots) {
        var names = program.names();
        for (int i = returnsValue() ? 1 : 0; i < outs.size(); i++) {
            var l = outs.get(i);
            c.aload(JvmNames.SLOT_G).loadLocal(ValueEmitter.kind(l.word()), slots.of(l));
            CallEmitter.toRaw(c, names, l.word());
            c.putfield(JvmNames.G, field(i), names.type("()J").returnType());
        }
        if (exits.size() > 1) {
            c.loadConstant(exits.indexOf(to)).ireturn();
        } else if (returnsValue()) {
            var first = outs.getFirst();
            var kind = ValueEmitter.kind(first.word());
            c.loadLocal(kind, slots.of(first)).return_(kind);
        } else {
            c.return_();
        }
    }

    private String field(int out) {
        return CallEmitter.resultField(returnsValue() ? out : out + 1);
    }

    /// Emits the call in the function's own method, and the way on.
    void call(CodeBuilder c, BlockEmitter blocks, JvmSlots slots) {
        var names = program.names();
        JvmNames.frame(c);
        ins.forEach(l -> c.loadLocal(ValueEmitter.kind(l.word()), slots.of(l)));
        if (apart) {
            c.aconst_null();
        }
        names.call(c, program.target(plan.function()).owner(), name, descriptor());
        int exit = -1;
        if (exits.size() > 1) {
            exit = slots.temp(Word.I);
            c.istore(exit);
        }
        for (int i = 0; i < outs.size(); i++) {
            var l = outs.get(i);
            if (i > 0 || !returnsValue()) {
                c.aload(JvmNames.SLOT_G)
                        .getfield(JvmNames.G, field(i), names.type("()J").returnType());
                CallEmitter.fromRaw(c, names, l.word());
            }
            c.storeLocal(ValueEmitter.kind(l.word()), slots.of(l));
        }
        for (int i = 1; i < exits.size(); i++) {
            c.iload(exit).loadConstant(i).if_icmpeq(blocks.label(exits.get(i)));
        }
        if (exits.isEmpty()) {
            c.aconst_null().athrow();
        } else {
            c.goto_(blocks.label(exits.getFirst()));
        }
    }
}
