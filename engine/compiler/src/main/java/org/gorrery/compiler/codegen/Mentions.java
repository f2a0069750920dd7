package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.StaticData;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// What a program mentions anywhere in code or data: functions used as values, interfaces and types of method tables.
final class Mentions {
    /// Methods that can be found by name or number at run time, once one of these is reachable.
    private static final Set<String> REFLECTION =
            Set.of(
                    "reflect.Value.Method",
                    "reflect.Value.MethodByName",
                    "reflect.(*rtype).Method",
                    "reflect.(*rtype).MethodByName");

    private final Set<IrFunction> values = new LinkedHashSet<>();
    private final List<InterfaceType> interfaces;
    private final List<Type> concretes;
    private final Set<StaticData> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Mentions(IrProgram program) {
        this.interfaces = new ArrayList<>(program.interfaces());
        this.concretes = new ArrayList<>(program.runtimeTypes());
        boolean methodsByReflection =
                program.functions().stream().anyMatch(f -> REFLECTION.contains(f.name()));
        program.functions().forEach(this::visit);
        for (var g : program.globals()) {
            var initial = g.initial();
            if (initial != null) {
                visit(initial);
            }
        }
        program.methods().values().forEach(this::printing);
        if (methodsByReflection) {
            program.methods()
                    .values()
                    .forEach(list ->
                            list.forEach(m -> {
                                add(m.viaData());
                                add(m.viaReceiver());
                            }));
        }
    }

    /// The runtime calls these itself when it prints the value of a panic.
    private void printing(List<IrProgram.Method> methods) {
        for (var m : methods) {
            if (m.name().equals("Error") || m.name().equals("String")) {
                add(m.viaData());
            }
        }
    }

    private void add(@Nullable IrFunction f) {
        if (f != null) {
            values.add(f);
        }
    }

    private void visit(IrFunction f) {
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                ValueWalk.roots(s, this::visit);
                if (s instanceof Statement.Call call
                        && call.callee() instanceof Callee.Interface i) {
                    interfaces.add(i.iface());
                }
            }
            ValueWalk.roots(block.terminator(), this::visit);
        }
    }

    private void visit(Value root) {
        ValueWalk.all(
                root,
                v -> {
                    if (v instanceof Value.Address a) {
                        visit(a.symbol());
                    }
                });
    }

    private void visit(StaticData data) {
        if (seen.add(data)) {
            data.relocations().forEach(r -> visit(r.symbol()));
        }
    }

    private void visit(Symbol symbol) {
        switch (symbol) {
            case Symbol.FuncValue f -> values.add(f.function());
            case Symbol.Thunk t -> values.add(t.function());
            case Symbol.Itab i -> {
                interfaces.add(i.iface());
                concretes.add(i.concrete());
            }
            case Symbol.Blob b -> visit(b.data());
            case Symbol.TypeDescriptor _, Symbol.Global _, Symbol.Bytes _ -> {}
        }
    }

    Set<IrFunction> values() {
        return values;
    }

    List<InterfaceType> interfaces() {
        return interfaces;
    }

    List<Type> concretes() {
        return concretes;
    }
}
