package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Word;

/// Emits dispatchers: a `tableswitch` over all possible targets, each called and returned from at once.
final class DispatchClass {
    /// Cases of one method; more are split over methods below one that picks among them.
    private static final int CASES_PER_METHOD = 180;

    private static final int FLAGS = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

    private final ProgramPlan program;
    private final JvmNames names;

    DispatchClass(ProgramPlan program) {
        this.program = program;
        this.names = program.names();
    }

    /// The classes of all dispatchers asked for, by descriptor of the class.
    Map<ClassDesc, byte[]> generate(ClassFile classFile) {
        var byClass = new LinkedHashMap<ClassDesc, List<DispatchPlan.Dispatcher>>();
        for (var d : program.dispatch().all()) {
            byClass.computeIfAbsent(d.target().owner(), _ -> new ArrayList<>()).add(d);
        }
        var classes = new LinkedHashMap<ClassDesc, byte[]>();
        byClass.forEach((owner, list) ->
                classes.put(
                        owner,
                        classFile.build(
                                owner,
                                cb -> {
                                    cb.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                                    for (var d : list) {
                                        emit(cb, d);
                                    }
                                })));
        return classes;
    }

    private void emit(java.lang.classfile.ClassBuilder cb, DispatchPlan.Dispatcher d) {
        int n = d.targets().size();
        if (n <= CASES_PER_METHOD) {
            method(cb, d, d.target().name(), c -> cases(c, d, 0, n));
            return;
        }
        for (int from = 0; from < n; from += CASES_PER_METHOD) {
            int start = from;
            int end = Math.min(n, from + CASES_PER_METHOD);
            method(cb, d, part(d, from), c -> cases(c, d, start, end));
        }
        method(cb, d, d.target().name(), c -> parts(c, d));
    }

    private static String part(DispatchPlan.Dispatcher d, int from) {
        return d.target().name() + "$" + from / CASES_PER_METHOD;
    }

    private void method(
            java.lang.classfile.ClassBuilder cb,
            DispatchPlan.Dispatcher d,
            String name,
            java.util.function.Consumer<CodeBuilder> code) {
        cb.withMethodBody(name, names.type(d.target().descriptor()), FLAGS, code);
    }

    private void parts(CodeBuilder c, DispatchPlan.Dispatcher d) {
        for (int from = 0; from < d.targets().size(); from += CASES_PER_METHOD) {
            var next = c.newLabel();
            c.iload(0).loadConstant(d.first() + from + CASES_PER_METHOD).if_icmpge(next);
            c.iload(0);
            loadWords(c, d, true);
            names.call(c, d.target().owner(), part(d, from), d.target().descriptor());
            ret(c, d);
            c.labelBinding(next);
        }
        noTarget(c, d);
    }

    private void cases(CodeBuilder c, DispatchPlan.Dispatcher d, int from, int end) {
        var otherwise = c.newLabel();
        if (end > from) {
            var list = new ArrayList<SwitchCase>();
            for (int i = from; i < end; i++) {
                boolean called = d.targets().get(i) != null;
                list.add(SwitchCase.of(d.first() + i, called ? c.newLabel() : otherwise));
            }
            c.iload(0).tableswitch(d.first() + from, d.first() + end - 1, otherwise, list);
            for (int i = from; i < end; i++) {
                var f = d.targets().get(i);
                if (f != null) {
                    c.labelBinding(list.get(i - from).target());
                    target(c, d, f);
                }
            }
        }
        c.labelBinding(otherwise);
        noTarget(c, d);
    }

    private void target(CodeBuilder c, DispatchPlan.Dispatcher d, IrFunction f) {
        var to = program.target(f);
        if (f.nativeOwner() != null) {
            c.lload(2).loadConstant(program.nativeSite(f));
            names.call(c, JvmNames.CHECKS, "pc", "(JI)V");
        }
        loadWords(c, d, f.closure());
        names.call(c, to.owner(), to.name(), to.descriptor());
        ret(c, d);
    }

    private static void loadWords(CodeBuilder c, DispatchPlan.Dispatcher d, boolean closure) {
        c.aload(1).lload(2);
        int slot = 4;
        if (d.closure()) {
            if (closure) {
                c.lload(slot);
            }
            slot += 2;
        }
        for (int i = 0; i < d.shape().registers(); i++) {
            Word w = d.shape().params().get(i);
            c.loadLocal(ValueEmitter.kind(w), slot);
            slot += CallShape.slots(w);
        }
    }

    private static void ret(CodeBuilder c, DispatchPlan.Dispatcher d) {
        if (d.shape().results().isEmpty()) {
            c.return_();
        } else {
            c.return_(ValueEmitter.kind(d.shape().results().getFirst()));
        }
    }

    private void noTarget(CodeBuilder c, DispatchPlan.Dispatcher d) {
        if (d.closure()) {
            program.program().functions().stream()
                    .filter(f -> f.name().equals(RuntimeNames.MADE_FUNCTION))
                    .findFirst()
                    .ifPresent(f -> new MadeCall(program, d.shape()).emit(c, f));
        }
        c.iload(0);
        names.call(c, JvmNames.CHECKS, "noTarget", "(I)Ljava/lang/Throwable;");
        c.athrow();
    }
}
