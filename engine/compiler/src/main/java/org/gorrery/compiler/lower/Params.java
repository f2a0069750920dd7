package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.SourceParam;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// The parameters of a function with a source: where each arrives, and what debuggers and tracebacks are told of it.
final class Params {
    private final Fn fn;
    private final ArgumentText arguments = new ArgumentText();

    // Boxes of parameters are made when all parameters are known: making one is a call.
    private final List<Runnable> pendingBoxes = new ArrayList<>();

    Params(Fn fn) {
        this.fn = fn;
    }

    /// Those of the signature, behind a receiver that was added, and then the boxes of all.
    void addAll(Expr.FuncTypeExpr type, Signature signature) {
        int i = 0;
        for (var field : type.params().fields()) {
            if (field.names().isEmpty()) {
                add(null, signature.params().vars().get(i++).type());
            }
            for (var name : field.names()) {
                add(name, signature.params().vars().get(i++).type());
            }
        }
        fn.ir().setArgs(arguments.toString());
        pendingBoxes.forEach(Runnable::run);
    }

    /// The next one.
    ///
    /// @param declared its type as the source has it
    void add(Expr.@Nullable Name name, Type declared) {
        var type = fn.apply(declared);
        var object = name == null ? null : fn.object(name);
        String text = name == null ? "" : name.text();
        if (fn.layout.inWords(type)) {
            inWords(name, text, type, object instanceof VarObject v ? v : null);
        } else {
            inMemory(name, text, type, object instanceof VarObject v ? v : null);
        }
    }

    private void inMemory(Expr.@Nullable Name name, String text, Type type, @Nullable VarObject v) {
        var address = fn.ir().newParam(Word.J, text, ParamRole.CONTENT);
        note(name, type, List.of(address));
        arguments.add(type, List.of());
        if (v == null) {
            return;
        }
        if (fn.needsBox(v) || fn.use.isReassigned(v) || fn.debug != null) {
            fn.declareInit(v, Rvalue.inMemory(type, new Value.Read(address), true));
        } else {
            fn.setStorage(v, new Storage.At(new Value.Read(address)));
        }
    }

    private void inWords(Expr.@Nullable Name name, String text, Type type, @Nullable VarObject v) {
        var locals = new ArrayList<Local>();
        for (var slot : fn.layout.slots(type)) {
            locals.add(fn.ir().newParam(slot.word(), text));
        }
        note(name, type, locals);
        arguments.add(type, fn.layout.slots(type));
        if (v == null) {
            return;
        }
        if (fn.needsBox(v) || fn.debug != null) {
            pendingBoxes.add(() -> fn.declareInit(v, Rvalue.ofWords(type, Emitter.reads(locals))));
        } else {
            fn.setStorage(v, new Storage.Registers(locals));
        }
    }

    private void note(Expr.@Nullable Name name, Type type, List<Local> words) {
        if (name != null) {
            fn.ir()
                    .noteParam(
                            new SourceParam(
                                    name.text(), name.pos(), fn.layout.hasPointers(type), words));
        }
    }
}
