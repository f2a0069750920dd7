package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gorrery.abi.ProgramImage;

/// Generated classes as text, one instruction a line: `--dump=class`.
public final class ClassText {
    private final StringBuilder out = new StringBuilder();
    private final Map<Label, String> labels = new HashMap<>();

    private ClassText() {}

    /// The classes of a program whose binary names start with `prefix`.
    public static String print(ProgramImage image, String prefix) {
        var text = new ClassText();
        image.classes()
                .forEach((name, bytes) -> {
                    if (name.startsWith(prefix)) {
                        text.type(ClassFile.of().parse(bytes));
                    }
                });
        return text.out.toString();
    }

    private void type(ClassModel model) {
        out.append("class ").append(model.thisClass().asInternalName()).append('\n');
        model.methods().forEach(this::method);
    }

    private void method(MethodModel method) {
        out.append("  ").append(method.methodName().stringValue());
        out.append(method.methodType().stringValue()).append('\n');
        labels.clear();
        method.code().ifPresent(code -> code.forEach(this::element));
    }

    private String label(Label l) {
        return labels.computeIfAbsent(l, _ -> "L" + labels.size());
    }

    private void element(CodeElement element) {
        switch (element) {
            case LabelTarget l -> out.append("   ").append(label(l.label())).append(":\n");
            case LineNumber n -> line("line " + n.line());
            case BranchInstruction b -> line(name(b.opcode()) + " " + label(b.target()));
            case InvokeInstruction i ->
                    line(
                            name(i.opcode())
                                    + " "
                                    + i.owner().asInternalName()
                                    + "."
                                    + i.name().stringValue()
                                    + i.type().stringValue());
            case FieldInstruction i -> line(name(i.opcode()) + " " + i.name().stringValue());
            case LoadInstruction i -> line(name(i.opcode()) + " " + i.slot());
            case StoreInstruction i -> line(name(i.opcode()) + " " + i.slot());
            case IncrementInstruction i -> line("iinc " + i.slot() + " " + i.constant());
            case ConstantInstruction i -> line("const " + i.constantValue());
            case java.lang.classfile.Instruction i -> line(name(i.opcode()));
            default -> {}
        }
    }

    private static String name(java.lang.classfile.Opcode opcode) {
        return opcode.name().toLowerCase(Locale.ROOT);
    }

    private void line(String text) {
        out.append("      ").append(text).append('\n');
    }
}
