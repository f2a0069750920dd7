package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.function.Consumer;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Word;

/// Emits the class through which the runtime calls Go code ([RuntimeNames#GO_CODE]).
final class GoCodeClass {
    private static final String G = "(L" + RuntimeNames.G + ";J";
    private static final String WORDS = G + "JJJ)V";

    private final ProgramPlan program;
    private final JvmNames names;

    GoCodeClass(ProgramPlan program) {
        this.program = program;
        this.names = program.names();
    }

    /// The class file. Call before the dispatchers are emitted: it asks for some.
    byte[] generate(ClassFile classFile) {
        return classFile.build(
                JvmNames.CODE,
                cb -> {
                    cb.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                    cb.withSuperclass(JvmNames.GO_CODE);
                    constructor(cb);
                    method(cb, "main", G + ")V", this::main);
                    method(cb, "call", G + "J)V", c -> closure(c, List.of()));
                    method(cb, "callPointer", G + "JJ)V", c -> closure(c, List.of(Word.J)));
                    method(cb, "callWords", WORDS, this::callWords);
                    for (var group : program.thunks().groups().values()) {
                        cb.withMethodBody(
                                "w_" + group.first(),
                                names.type("(I" + WORDS.substring(1)),
                                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                                c -> words(c, group));
                    }
                });
    }

    private void constructor(ClassBuilder cb) {
        cb.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_PUBLIC,
                c -> {
                    c.aload(0);
                    c.invokespecial(
                            JvmNames.GO_CODE, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
                    c.return_();
                });
    }

    private void method(
            ClassBuilder cb, String name, String descriptor, Consumer<CodeBuilder> code) {
        cb.withMethodBody(name, names.type(descriptor), ClassFile.ACC_PUBLIC, code);
    }

    private void main(CodeBuilder c) {
        var to = program.target(program.program().main());
        c.aload(1).lload(2);
        names.call(c, to.owner(), to.name(), to.descriptor());
        c.return_();
    }

    /// Calls a func value of no result; `this` 0, G 1, sp 2, closure 4, argument 6.
    private void closure(CodeBuilder c, List<Word> params) {
        var to = program.dispatch().closure(new Shape(params, List.of()));
        c.lload(4);
        names.call(c, JvmNames.CHECKS, "code", "(J)I");
        c.aload(1).lload(2).lload(4);
        if (!params.isEmpty()) {
            c.lload(6);
        }
        names.call(c, to.owner(), to.name(), to.descriptor());
        c.return_();
    }

    /// Picks the method for the shape: thunks of one shape stand together.
    private void callWords(CodeBuilder c) {
        c.lload(4);
        names.call(c, JvmNames.CHECKS, "code", "(J)I");
        int index = 10;
        c.istore(index);
        for (var group : program.thunks().groups().values()) {
            var next = c.newLabel();
            c.iload(index).loadConstant(group.end()).if_icmpge(next);
            c.iload(index).aload(1).lload(2).lload(4).lload(6).lload(8);
            names.call(c, JvmNames.CODE, "w_" + group.first(), "(I" + WORDS.substring(1));
            c.return_().labelBinding(next);
        }
        c.iload(index);
        names.call(c, JvmNames.CHECKS, "noTarget", "(I)Ljava/lang/Throwable;");
        c.athrow();
    }

    /// Index 0, G 1, sp 2, closure 4, arguments 6, results 8.
    private void words(CodeBuilder c, Thunks.Group group) {
        var shape = group.shape();
        for (int i = shape.registers(); i < shape.params().size(); i++) {
            var w = shape.params().get(i);
            at(c, 2, i - shape.registers());
            at(c, 6, i);
            CallEmitter.loadWord(c, names, w);
            CallEmitter.storeWord(c, names, w);
        }
        c.iload(0).aload(1).lload(2).lload(4);
        for (int i = 0; i < shape.registers(); i++) {
            at(c, 6, i);
            CallEmitter.loadWord(c, names, shape.params().get(i));
        }
        var to = program.dispatch().closure(shape.shape());
        names.call(c, to.owner(), to.name(), to.descriptor());
        results(c, shape);
        c.return_();
    }

    private void results(CodeBuilder c, CallShape shape) {
        int n = shape.results().size();
        if (n == 0) {
            return;
        }
        var first = shape.results().getFirst();
        int temp = 10;
        c.storeLocal(ValueEmitter.kind(first), temp);
        at(c, 8, 0);
        c.loadLocal(ValueEmitter.kind(first), temp);
        CallEmitter.toRaw(c, names, first);
        names.st64(c);
        for (int i = 1; i < n; i++) {
            at(c, 8, i);
            if (i > FrameLayout.RESULT_WORDS) {
                at(c, 2, i - 1 - FrameLayout.RESULT_WORDS);
                names.ld64(c);
            } else {
                c.aload(1)
                        .getfield(
                                JvmNames.G,
                                CallEmitter.resultField(i),
                                names.type("()J").returnType());
            }
            names.st64(c);
        }
    }

    private static void at(CodeBuilder c, int base, int index) {
        c.lload(base);
        if (index > 0) {
            c.loadConstant(8L * index).ladd();
        }
    }
}
