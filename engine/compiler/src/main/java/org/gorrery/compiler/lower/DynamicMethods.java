package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeObject;
import org.gorrery.compiler.types.Universe;
import org.gorrery.compiler.types.VarObject;

/// Which types get into interfaces, which interfaces are used, and so which methods may be called dynamically (rapid type analysis).
///
/// A type that can be reached by reflection from one in an interface (element, field, parameter) counts as in an interface too, since
/// `reflect` can make an interface of it.
final class DynamicMethods {
    private final ProgramLowering program;
    private final Map<TypeKey, Type> runtimeTypes = new LinkedHashMap<>();
    private final Set<TypeKey> withParts = new HashSet<>();
    private final Map<TypeKey, Type> comparedOnly = new LinkedHashMap<>();
    private final Map<TypeKey, InterfaceType> interfaces = new LinkedHashMap<>();
    private final Set<String> methodNames = new LinkedHashSet<>();
    private final Map<TypeKey, Map<String, IrProgram.Method>> methods = new HashMap<>();
    private final Map<TypeKey, List<Selection>> methodSets = new HashMap<>();
    private final Map<TypeKey, Map<String, IrFunction>> viaData = new HashMap<>();
    private final Map<TypeKey, Map<String, IrFunction>> viaReceiver = new HashMap<>();
    private final Map<String, Type> universe = new LinkedHashMap<>();
    private boolean changed;
    private boolean allMethods;
    private boolean asFunctions;

    DynamicMethods(ProgramLowering program) {
        this.program = program;
    }

    private TypeKey key(Type t) {
        return new TypeKey(t, program.types());
    }

    /// Notes that values of the type get into interfaces.
    void useRuntimeType(Type type) {
        if (!withParts.add(key(type))) {
            return;
        }
        useWithoutParts(type);
        switch (type.underlying()) {
            case PointerType p -> useRuntimeType(p.elem());
            case SliceType s -> useRuntimeType(s.elem());
            case ArrayType a -> useRuntimeType(a.elem());
            case ChanType c -> useRuntimeType(c.elem());
            case MapType m -> {
                useRuntimeType(m.key());
                useRuntimeType(m.value());
            }
            case StructType s -> s.fields().forEach(f -> useRuntimeType(f.type()));
            case Signature s -> {
                s.params().vars().forEach(v -> useRuntimeType(v.type()));
                s.results().vars().forEach(v -> useRuntimeType(v.type()));
            }
            // reflection may assign to variables of it
            case InterfaceType i -> useInterface(i);
            default -> {}
        }
        boolean methods =
                type instanceof NamedType && !(type.underlying() instanceof InterfaceType)
                        || type instanceof StructType s
                                && s.fields().stream().anyMatch(VarObject::embedded);
        if (methods) {
            useRuntimeType(new PointerType(type));
        }
    }

    /// The same for values that nobody looks into by reflection.
    void useWithoutParts(Type type) {
        if (runtimeTypes.putIfAbsent(key(type), type) == null) {
            changed = true;
        }
    }

    /// Notes that it is asked whether an interface holds a value of the type. Where none gets there its methods are not called.
    void compare(Type type) {
        comparedOnly.putIfAbsent(key(type), type);
    }

    /// Notes that the interface type is asserted to, converted to or called through.
    void useInterface(InterfaceType type) {
        if (!program.types().typeSet(type).methods().isEmpty()
                && interfaces.putIfAbsent(key(type), type) == null) {
            changed = true;
        }
    }

    /// Notes that a method of that name is called through an interface.
    void useMethod(String name) {
        changed |= methodNames.add(name);
    }

    /// Notes that methods are found by name at run time: all exported ones count as called.
    void useAllMethods() {
        changed |= !allMethods;
        allMethods = true;
    }

    /// A round: lowers the methods that have become callable. Whether there was anything new.
    boolean step() {
        noteUniverse();
        if (!changed) {
            return false;
        }
        changed = false;
        if (allMethods && !asFunctions) {
            // Methods that were called before through interfaces have only the form for those.
            asFunctions = true;
            methods.clear();
        }
        for (var type : List.copyOf(runtimeTypes.values())) {
            if (type.underlying() instanceof InterfaceType) {
                continue;
            }
            for (var selection : methodSet(type)) {
                reach(type, selection);
            }
        }
        return true;
    }

    private void reach(Type type, Selection selection) {
        var method = (FuncObject) selection.object();
        if (!methodNames.contains(method.name()) && !(allMethods && method.exported())) {
            return;
        }
        var own = methods.computeIfAbsent(key(type), k -> new LinkedHashMap<>());
        String id = id(method);
        if (own.containsKey(id)) {
            return;
        }
        changed = true;
        var plain = plain((Signature) selection.type());
        var viaData = viaData(type, selection);
        var viaReceiver = asFunctions ? viaReceiver(type, selection) : viaData;
        own.put(
                id,
                new IrProgram.Method(
                        method.name(),
                        method.exported() ? "" : ProgramLowering.path(method.pkg()),
                        plain,
                        viaData,
                        viaReceiver));
    }

    private IrFunction viaData(Type type, Selection selection) {
        return viaData.computeIfAbsent(key(type), k -> new HashMap<>())
                .computeIfAbsent(
                        id((FuncObject) selection.object()),
                        k -> Wrappers.dynamic(program, type, selection, true));
    }

    /// The methods of a type, each looked up once.
    List<Selection> methodSet(Type type) {
        return methodSets.computeIfAbsent(key(type), k -> program.types().methodSet(type));
    }

    /// The function that `T.M` denotes, the same that reflection knows.
    IrFunction methodExpression(Type type, FuncObject method) {
        for (var selection : methodSet(type)) {
            if (id((FuncObject) selection.object()).equals(id(method))) {
                return viaReceiver(type, selection);
            }
        }
        throw new IllegalStateException("no method " + method.name() + " in the set of its type");
    }

    private IrFunction viaReceiver(Type type, Selection selection) {
        if (program.layout().isDirect(type)
                && !Wrappers.hasResultInMemory(program, (Signature) selection.type())) {
            return viaData(type, selection);
        }
        return viaReceiver
                .computeIfAbsent(key(type), k -> new HashMap<>())
                .computeIfAbsent(
                        id((FuncObject) selection.object()),
                        k -> Wrappers.dynamic(program, type, selection, false));
    }

    private static String id(FuncObject method) {
        return method.exported()
                ? method.name()
                : ProgramLowering.path(method.pkg()) + "." + method.name();
    }

    /// A method that the type has, so that it implements interfaces, but that nothing calls.
    private static IrProgram.Method uncalled(Selection selection) {
        var method = (FuncObject) selection.object();
        return new IrProgram.Method(
                method.name(),
                method.exported() ? "" : ProgramLowering.path(method.pkg()),
                plain((Signature) selection.type()),
                null,
                null);
    }

    private static Signature plain(Signature s) {
        return new Signature(null, List.of(), List.of(), s.params(), s.results(), s.variadic());
    }

    /// Types that the runtime asks for by name.
    private void noteUniverse() {
        if (!universe.isEmpty()) {
            return;
        }
        for (var b : BasicType.values()) {
            if (b != BasicType.INVALID && !b.isUntyped()) {
                universe.put(b.text(), b);
                useRuntimeType(b);
            }
        }
        universe.put("error", Universe.ERROR);
        universe.put("any", Universe.ANY);
        useInterface((InterfaceType) Universe.ERROR.underlying());
        useMethod("Error");
        var runtime = program.packageOfPath("runtime");
        if (runtime == null) {
            return;
        }
        for (var object : runtime.pkg().objects()) {
            if (object instanceof TypeObject t
                    && t.type() instanceof NamedType n
                    && n.typeParams().isEmpty()) {
                universe.put("runtime." + t.name(), n);
                universe.put("*runtime." + t.name(), new PointerType(n));
                if (n.underlying() instanceof InterfaceType i) {
                    useInterface(i);
                    program.types().typeSet(i).methods().forEach(m -> useMethod(m.name()));
                } else {
                    useRuntimeType(n);
                }
            }
        }
        useMethod("String");
        stringer(runtime);
    }

    private void stringer(org.gorrery.compiler.types.CheckedPackage runtime) {
        if (runtime.pkg().lookup("stringer") instanceof TypeObject t
                && t.type().underlying() instanceof InterfaceType i) {
            useInterface(i);
        }
    }

    List<Type> runtimeTypes() {
        return List.copyOf(all().values());
    }

    private Map<TypeKey, Type> all() {
        var all = new LinkedHashMap<>(runtimeTypes);
        comparedOnly.forEach(all::putIfAbsent);
        return all;
    }

    List<InterfaceType> interfaces() {
        return List.copyOf(interfaces.values());
    }

    Map<String, Type> universeTypes() {
        return Map.copyOf(universe);
    }

    /// Methods per runtime type, sorted by name.
    Map<Type, List<IrProgram.Method>> methods() {
        var out = new LinkedHashMap<Type, List<IrProgram.Method>>();
        for (var type : all().values()) {
            var own = new LinkedHashMap<>(methods.getOrDefault(key(type), Map.of()));
            if (type.underlying() instanceof InterfaceType) {
                continue;
            }
            for (var selection : methodSet(type)) {
                own.computeIfAbsent(id((FuncObject) selection.object()), k -> uncalled(selection));
            }
            if (!own.isEmpty()) {
                var sorted = new ArrayList<>(own.values());
                sorted.sort((a, b) -> a.name().compareTo(b.name()));
                out.put(type, List.copyOf(sorted));
            }
        }
        return out;
    }
}
