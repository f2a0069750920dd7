package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Word;

/// The last case of a dispatcher for func values: a function that was made at run time ([org.gorrery.abi.RuntimeNames#MADE_FUNCTION]).
/// Arguments go to a frame of their own, where the collector sees them, and results come from there.
///
/// Locals: index 0, G 1, sp 2, closure 4, words from 6.
final class MadeCall {
    private static final int SP = 2;
    private static final int CLOSURE = 4;
    private static final int WORDS = 6;

    private final ProgramPlan program;
    private final JvmNames names;
    private final CallShape shape;
    private final int params;
    private final int results;

    MadeCall(ProgramPlan program, CallShape shape) {
        this.program = program;
        this.names = program.names();
        this.shape = shape;
        this.params = shape.params().size();
        this.results = shape.results().size();
    }

    /// Emits the case, and nothing for shapes that no made function has: reflect refuses those with so many words.
    void emit(CodeBuilder c, IrFunction made) {
        if (shape.memoryParams() > 0 || params + results > FrameLayout.HIDDEN_SLOTS) {
            return;
        }
        var other = c.newLabel();
        c.iload(0).loadConstant(program.thunks().indexOf(made)).if_icmpne(other);
        c.lload(SP).loadConstant(FrameLayout.hiddenFrame(params + results));
        names.st64(c);
        int slot = WORDS;
        for (int i = 0; i < params; i++) {
            Word w = shape.params().get(i);
            at(c, i);
            c.loadLocal(ValueEmitter.kind(w), slot);
            CallEmitter.toRaw(c, names, w);
            names.st64(c);
            slot += CallShape.slots(w);
        }
        for (int i = 0; i < results; i++) {
            at(c, params + i);
            c.loadConstant(0L);
            names.st64(c);
        }
        call(c, made);
        result(c);
        c.labelBinding(other);
    }

    private void call(CodeBuilder c, IrFunction made) {
        c.aload(1).lload(SP);
        c.loadConstant((long) FrameLayout.hiddenFrameBytes(params + results)).ladd();
        c.lload(CLOSURE);
        at(c, 0);
        at(c, params);
        var words = made.shape().params();
        for (Word w : words.subList(2, words.size())) {
            switch (w) {
                case I -> c.loadConstant(0);
                case J, P -> c.loadConstant(0L);
                case F -> c.loadConstant(0f);
                case D -> c.loadConstant(0d);
            }
        }
        var to = program.target(made);
        names.call(c, to.owner(), to.name(), to.descriptor());
    }

    private void result(CodeBuilder c) {
        if (results == 0) {
            c.return_();
            return;
        }
        Word first = shape.results().getFirst();
        at(c, params);
        CallEmitter.loadWord(c, names, first);
        int kept = WORDS;
        c.storeLocal(ValueEmitter.kind(first), kept);
        for (int i = 1; i < results; i++) {
            if (i <= FrameLayout.RESULT_WORDS) {
                c.aload(1);
                at(c, params + i);
                names.ld64(c);
                c.putfield(JvmNames.G, CallEmitter.resultField(i), names.type("()J").returnType());
            } else {
                c.lload(SP).loadConstant(8L * (i - 1 - FrameLayout.RESULT_WORDS)).ladd();
                at(c, params + i);
                names.ld64(c);
                names.st64(c);
            }
        }
        c.loadLocal(ValueEmitter.kind(first), kept).return_(ValueEmitter.kind(first));
    }

    /// The address of a word of the frame.
    private static void at(CodeBuilder c, int index) {
        c.lload(SP).loadConstant(FrameLayout.SLOTS + 8L * index).ladd();
    }
}
