package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeObject;
import org.gorrery.compiler.types.TypeParameter;
import org.gorrery.compiler.types.UnionType;

/// A canonical text per type: equal texts for identical types (Go spec, "Type identity"), and only for those.
///
/// Declared types are told apart by their declaration: two local types of one name get different numbers.
///
/// Guard: one compilation, one thread.
final class TypeIdentity {
    private final Map<Type, String> keys = new IdentityHashMap<>();
    private final Map<TypeObject, String> declared = new IdentityHashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /// The canonical text of a type.
    String key(Type type) {
        var known = keys.get(type);
        if (known == null) {
            known = compute(type);
            keys.put(type, known);
        }
        return known;
    }

    /// All methods of an interface, embedded ones included, sorted by name, then by package for unexported ones.
    List<FuncObject> methods(InterfaceType type) {
        var found = new TreeMap<String, FuncObject>(Comparator.naturalOrder());
        collect(type, found);
        return List.copyOf(found.values());
    }

    /// A name as it counts for identity: unexported ones differ by package.
    static String memberKey(GoObject member) {
        var pkg = member.pkg();
        return member.exported() || pkg == null ? member.name() : member.name() + " " + pkg.path();
    }

    private void collect(InterfaceType type, Map<String, FuncObject> into) {
        for (var m : type.explicitMethods()) {
            into.putIfAbsent(memberKey(m), m);
        }
        for (var e : type.embedded()) {
            if (e.underlying() instanceof InterfaceType i) {
                collect(i, into);
            }
        }
    }

    private String compute(Type type) {
        return switch (type) {
            case BasicType b -> b.text();
            case NamedType n -> named(n);
            case PointerType p -> "*" + key(p.elem());
            case SliceType s -> "[]" + key(s.elem());
            case ArrayType a -> "[" + a.length() + "]" + key(a.elem());
            case MapType m -> "map[" + key(m.key()) + "]" + key(m.value());
            case ChanType c -> "chan " + c.dir() + "(" + key(c.elem()) + ")";
            case StructType s -> struct(s);
            case Signature s -> signature(s);
            case TupleType t -> tuple(t);
            case InterfaceType i -> iface(i);
            case TypeParameter p -> "$" + p.object().name() + p.index();
            case UnionType u -> throw new IllegalStateException("a union is no type of a value");
        };
    }

    private String named(NamedType n) {
        var text = new StringBuilder(declared.computeIfAbsent(n.object(), this::declare));
        if (!n.outerArgs().isEmpty()) {
            text.append('{');
            n.outerArgs().forEach(a -> text.append(key(a)).append(','));
            text.append('}');
        }
        if (!n.typeArgs().isEmpty()) {
            text.append('[');
            n.typeArgs().forEach(a -> text.append(key(a)).append(','));
            text.append(']');
        }
        return text.toString();
    }

    private String declare(TypeObject object) {
        var pkg = object.pkg();
        var name = (pkg == null ? "" : pkg.path() + ".") + object.name();
        int n = taken.merge(name, 1, Integer::sum);
        return n == 1 ? name : name + "·" + n;
    }

    private String struct(StructType s) {
        var text = new StringBuilder("struct{");
        for (int i = 0; i < s.fields().size(); i++) {
            var f = s.fields().get(i);
            text.append(f.embedded() ? "^" : "").append(memberKey(f)).append(' ');
            text.append(key(f.type())).append('"').append(s.tags().get(i)).append("\";");
        }
        return text.append('}').toString();
    }

    private String signature(Signature s) {
        return "func" + (s.variadic() ? "..." : "") + tuple(s.params()) + tuple(s.results());
    }

    private String tuple(TupleType t) {
        var parts = new ArrayList<String>();
        t.vars().forEach(v -> parts.add(key(v.type())));
        return "(" + String.join(",", parts) + ")";
    }

    private String iface(InterfaceType i) {
        var text = new StringBuilder("interface{");
        for (var m : methods(i)) {
            text.append(memberKey(m)).append(signature(m.signature())).append(';');
        }
        return text.append('}').toString();
    }
}
