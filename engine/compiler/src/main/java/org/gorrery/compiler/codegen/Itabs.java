package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// All pairs of an interface and a type that implements it, numbered so that those of one interface stand together.
final class Itabs {
    private final List<Itab> itabs = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final TypeIdentity identity;

    /// One method table.
    ///
    /// @param methods what each method of the interface calls, in the order of its method set; null where nothing does
    record Itab(InterfaceType iface, Type concrete, List<@Nullable IrFunction> methods) {}

    /// The tables of one interface: indices `first` until `end`.
    record Group(InterfaceType iface, int first, int end) {}

    Itabs(
            IrProgram program,
            List<InterfaceType> interfaces,
            List<Type> concretes,
            TypeIdentity identity) {
        this.identity = identity;
        var known = new HashMap<String, Map<String, IrProgram.Method>>();
        var types = new LinkedHashMap<String, Type>();
        concretes.forEach(t -> types.putIfAbsent(identity.key(t), t));
        program.methods()
                .forEach((type, methods) -> known.put(identity.key(type), byName(methods)));
        for (var iface : interfaces) {
            if (groups.containsKey(identity.key(iface)) || identity.methods(iface).isEmpty()) {
                continue;
            }
            int first = itabs.size();
            types.forEach((key, type) -> add(iface, type, known.getOrDefault(key, Map.of())));
            groups.put(identity.key(iface), new Group(iface, first, itabs.size()));
        }
    }

    private Map<String, IrProgram.Method> byName(List<IrProgram.Method> methods) {
        var map = new HashMap<String, IrProgram.Method>();
        methods.forEach(m -> map.put(memberKey(m) + identity.key(m.signature()), m));
        return map;
    }

    private static String memberKey(IrProgram.Method m) {
        return m.packagePath().isEmpty() || Character.isUpperCase(m.name().codePointAt(0))
                ? m.name()
                : m.name() + " " + m.packagePath();
    }

    private void add(InterfaceType iface, Type type, Map<String, IrProgram.Method> has) {
        var functions = new ArrayList<@Nullable IrFunction>();
        for (var wanted : identity.methods(iface)) {
            var found = has.get(TypeIdentity.memberKey(wanted) + identity.key(wanted.signature()));
            if (found == null) {
                return;
            }
            functions.add(found.viaData());
        }
        index.put(pair(iface, type), itabs.size());
        itabs.add(new Itab(iface, type, functions));
    }

    private String pair(InterfaceType iface, Type type) {
        return identity.key(iface) + " ← " + identity.key(type);
    }

    /// Offset of a method table from the start of the region.
    long offset(InterfaceType iface, Type concrete) {
        var i = index.get(pair(iface, concrete));
        if (i == null) {
            throw new IllegalStateException("no method table: " + pair(iface, concrete));
        }
        return (long) i * AddressLayout.ITAB_BYTES;
    }

    /// All tables by index.
    List<Itab> all() {
        return itabs;
    }

    /// The tables of an interface; an empty group where nothing implements it.
    Group group(InterfaceType iface) {
        var g = groups.get(identity.key(iface));
        return g == null ? new Group(iface, 0, 0) : g;
    }

    /// All groups with at least one table.
    List<Group> groups() {
        return groups.values().stream().filter(g -> g.end > g.first).toList();
    }

    /// Canonical text of an interface, to name dispatchers by.
    String key(InterfaceType iface) {
        return identity.key(iface);
    }
}
