package org.gorrery.compiler.codegen;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// Which dispatchers the program needs: one per shape of called func values, one per called interface method (codegen.md §10).
///
/// A dispatcher takes the dense index of its target before G and sp. They are spread over classes, so that none runs out of constants.
final class DispatchPlan {
    /// Cases of dispatchers in one class: five constants each at most.
    private static final int CASES_PER_CLASS = 6000;

    private final Thunks thunks;
    private final Itabs itabs;
    private final Map<String, Dispatcher> byName = new LinkedHashMap<>();
    private final Map<String, Integer> interfaces = new HashMap<>();
    private int classes;
    private int cases;

    /// A dispatcher.
    ///
    /// @param first index of the first target
    /// @param targets by index from `first`
    /// @param closure whether the targets get the closure object, those that take one
    record Dispatcher(
            ProgramPlan.Target target,
            CallShape shape,
            boolean closure,
            int first,
            List<@Nullable IrFunction> targets) {}

    DispatchPlan(Thunks thunks, Itabs itabs) {
        this.thunks = thunks;
        this.itabs = itabs;
    }

    /// The dispatcher for func values of a shape.
    ProgramPlan.Target closure(Shape shape) {
        var callShape = CallShape.of(shape);
        var name = "f_" + callShape.text();
        var known = byName.get(name);
        if (known == null) {
            var group = thunks.groups().get(shape);
            int first = group == null ? 0 : group.first();
            var targets =
                    group == null
                            ? List.<@Nullable IrFunction>of()
                            : thunks.functions().subList(first, group.end());
            known = add(name, callShape, true, first, targets);
        }
        return known.target();
    }

    /// The dispatcher for an interface method: takes the data word before the arguments.
    ///
    /// @param arguments words of the arguments without the data word
    Dispatcher method(Callee.Interface callee, List<Word> arguments) {
        var words = new ArrayList<Word>();
        words.add(Word.J);
        words.addAll(arguments);
        var shape = CallShape.of(new Shape(words, callee.shape().results()));
        int number = interfaces.computeIfAbsent(itabs.key(callee.iface()), _ -> interfaces.size());
        var name = "i" + number + "_" + callee.method() + "_" + shape.text();
        var known = byName.get(name);
        if (known == null) {
            var group = itabs.group(callee.iface());
            var targets = new ArrayList<@Nullable IrFunction>();
            for (var table : itabs.all().subList(group.first(), group.end())) {
                targets.add(table.methods().get(callee.method()));
            }
            known = add(name, shape, false, group.first(), targets);
        }
        return known;
    }

    private Dispatcher add(
            String name,
            CallShape shape,
            boolean closure,
            int first,
            List<@Nullable IrFunction> targets) {
        if (cases + targets.size() > CASES_PER_CLASS && cases > 0) {
            classes++;
            cases = 0;
        }
        cases += targets.size() + 1;
        var owner = classes == 0 ? JvmNames.DISPATCH : ClassDesc.of("go.$dispatch" + classes);
        var descriptor = shape.descriptor("I", closure ? "J" : "");
        var made =
                new Dispatcher(
                        new ProgramPlan.Target(owner, shorten(name), descriptor),
                        shape,
                        closure,
                        first,
                        targets);
        byName.put(name, made);
        return made;
    }

    /// A name may have 65,535 bytes; long ones are numbered instead.
    private String shorten(String name) {
        return name.length() < 200 ? name : "d" + byName.size();
    }

    /// All dispatchers asked for so far.
    List<Dispatcher> all() {
        return List.copyOf(byName.values());
    }
}
