package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Shape;

/// The functions that are used as values, numbered so that those of one shape stand together: an entry thunk each.
final class Thunks {
    private final List<IrFunction> functions = new ArrayList<>();
    private final Map<IrFunction, Integer> index = new IdentityHashMap<>();
    private final Map<Shape, Group> groups = new LinkedHashMap<>();

    /// The thunks of one shape: indices `first` until `end`.
    record Group(CallShape shape, int first, int end) {}

    /// Numbers functions; their order within a shape is kept.
    Thunks(Collection<IrFunction> values) {
        var byShape = new LinkedHashMap<Shape, List<IrFunction>>();
        for (var f : values) {
            byShape.computeIfAbsent(f.shape(), _ -> new ArrayList<>()).add(f);
        }
        byShape.forEach((shape, list) -> {
            int first = functions.size();
            for (var f : list) {
                index.put(f, functions.size());
                functions.add(f);
            }
            groups.put(shape, new Group(CallShape.of(shape), first, first + list.size()));
        });
    }

    /// Index of a function's thunk, -1 where it is never used as a value.
    int indexOf(IrFunction f) {
        return index.getOrDefault(f, -1);
    }

    /// All thunks' functions by index.
    List<IrFunction> functions() {
        return functions;
    }

    /// The groups by shape.
    Map<Shape, Group> groups() {
        return groups;
    }
}
