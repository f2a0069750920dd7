package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.Types;

/// The functions that a call through an interface may run: in a closed world, all methods of that name that something calls dynamically.
final class DynamicTargets {
    private final Types types;
    private final Map<String, LinkedHashSet<IrFunction>> byName = new HashMap<>();

    DynamicTargets(IrProgram program, Types types) {
        this.types = types;
        for (var methods : program.methods().values()) {
            for (var m : methods) {
                var f = m.viaData();
                if (f != null) {
                    byName.computeIfAbsent(m.name(), _ -> new LinkedHashSet<>()).add(f);
                }
            }
        }
    }

    /// All that a call may run.
    List<IrFunction> of(Callee.Interface call) {
        var method = types.typeSet(call.iface()).methods().get(call.method());
        var wanted = new ArrayList<Word>();
        wanted.add(Word.J);
        wanted.addAll(call.shape().params());
        var out = new ArrayList<IrFunction>();
        for (var f : byName.getOrDefault(method.name(), new LinkedHashSet<>())) {
            if (f.shape().params().equals(wanted)
                    && f.shape().results().equals(call.shape().results())) {
                out.add(f);
            }
        }
        return out;
    }
}
