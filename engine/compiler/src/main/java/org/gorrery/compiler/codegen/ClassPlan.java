package org.gorrery.compiler.codegen;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.ir.IrFunction;

/// Which class the code of each function goes to, and under what name: one class per Go package, more where it gets large.
final class ClassPlan {
    /// Constants and code of a class are bounded by what the IR of its functions may need at most.
    private static final int WEIGHT_PER_CLASS = 36_000;

    private final Map<ClassDesc, List<IrFunction>> classes = new LinkedHashMap<>();
    private final Map<String, Open> open = new HashMap<>();

    private static final class Open {
        ClassDesc owner;
        int weight;
        int number;
        final Set<String> names = new HashSet<>();

        Open(ClassDesc owner) {
            this.owner = owner;
        }
    }

    ClassPlan(ProgramPlan program, List<IrFunction> functions) {
        for (var f : functions) {
            var descriptor = CallShape.of(f.shape()).descriptor("", f.closure() ? "J" : "");
            var owner = f.nativeOwner();
            if (owner != null) {
                program.place(
                        f,
                        new ProgramPlan.Target(
                                ClassDesc.ofInternalName(owner), nativeName(f), descriptor));
                continue;
            }
            var to = place(f);
            program.place(
                    f,
                    new ProgramPlan.Target(to.owner, unique(to.names, methodName(f)), descriptor));
            classes.computeIfAbsent(to.owner, _ -> new ArrayList<>()).add(f);
        }
    }

    private static String nativeName(IrFunction f) {
        var name = f.nativeName();
        if (name == null) {
            throw new IllegalStateException("a native without a method: " + f.name());
        }
        return name;
    }

    private Open place(IrFunction f) {
        var internal = "go/" + className(f.packagePath());
        var at = open.computeIfAbsent(internal, k -> new Open(ClassDesc.ofInternalName(k)));
        int weight = CodeWeight.of(f);
        if (at.weight > 0 && at.weight + weight > WEIGHT_PER_CLASS) {
            at.weight = 0;
            at.number++;
            at.owner = ClassDesc.ofInternalName(internal + "$" + at.number);
            at.names.clear();
        }
        at.weight += weight;
        return at;
    }

    /// The import path with the characters replaced that a class name cannot have; `$` is for what is not a package.
    private static String className(String path) {
        var text = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char ch = path.charAt(i);
            switch (ch) {
                case '.' -> text.append('·');
                case ';' -> text.append('\u037e');
                case '[' -> text.append('⟦');
                case '$' -> text.append("$$");
                default -> text.append(ch);
            }
        }
        return text.isEmpty() ? "$nameless" : text.toString();
    }

    /// The Go name without its package, with the characters replaced that a method name cannot have.
    private static String methodName(IrFunction f) {
        var name = f.name();
        var prefix = f.packagePath() + ".";
        if (name.startsWith(prefix)) {
            name = name.substring(prefix.length());
        }
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), 400); i++) {
            char ch = name.charAt(i);
            switch (ch) {
                case '.' -> text.append('·');
                case ';' -> text.append('\u037e');
                case '[' -> text.append('⟦');
                case '/' -> text.append('∕');
                case '<' -> text.append('‹');
                case '>' -> text.append('›');
                default -> text.append(ch);
            }
        }
        return text.isEmpty() ? "$nameless" : text.toString();
    }

    private static String unique(Set<String> taken, String name) {
        var candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + "$" + i;
        }
        return candidate;
    }

    /// The functions of each class.
    Map<ClassDesc, List<IrFunction>> classes() {
        return classes;
    }
}
