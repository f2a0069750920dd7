package org.gorrery.compiler.codegen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gorrery.compiler.syntax.ChanDir;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoPackage;
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
import org.gorrery.compiler.types.VarObject;

/// Types as a running program sees them: `reflect.Type.String` and `Name`.
///
/// Packages are given by name, but inside type arguments by import path, as Go's linker names instances.
final class TypeNames {
    private final TypeIdentity identity;
    private final ToIntFunction<TypeObject> localTypes;

    /// @param localTypes number of a type declared in a function among those of its package, from 1; 0 for others
    TypeNames(TypeIdentity identity, ToIntFunction<TypeObject> localTypes) {
        this.identity = identity;
        this.localTypes = localTypes;
    }

    /// As `reflect.Type.String` gives it.
    String string(Type type) {
        return text(type, false);
    }

    /// The bare name of a declared or basic type, type arguments included; empty for others.
    String name(Type type) {
        return switch (type) {
            case BasicType b when b == BasicType.UNSAFE_POINTER -> "Pointer";
            case BasicType b -> b.text();
            case NamedType n -> n.object().name() + arguments(n);
            case PointerType _,
                    SliceType _,
                    ArrayType _,
                    MapType _,
                    ChanType _,
                    StructType _,
                    Signature _,
                    TupleType _,
                    InterfaceType _,
                    TypeParameter _,
                    UnionType _ ->
                    "";
        };
    }

    private String arguments(NamedType n) {
        if (n.typeArgs().isEmpty() && n.outerArgs().isEmpty()) {
            return "";
        }
        // Of a type declared in a generic function, the function's arguments come first.
        String outer = joined(n.outerArgs());
        String own = joined(n.typeArgs());
        return "[" + outer + (outer.isEmpty() || own.isEmpty() ? "" : ";") + own + "]";
    }

    private String joined(List<Type> types) {
        return String.join(",", types.stream().map(a -> text(a, true)).toList());
    }

    private static String qualifier(GoPackage pkg, boolean byPath) {
        return (byPath ? pkg.path() : pkg.name()) + ".";
    }

    private String text(Type type, boolean byPath) {
        return switch (type) {
            case BasicType b -> b.text();
            case NamedType n -> {
                var pkg = n.object().pkg();
                yield (pkg == null ? "" : qualifier(pkg, byPath)) + name(n) + number(n, byPath);
            }
            case PointerType p -> "*" + text(p.elem(), byPath);
            case SliceType s -> "[]" + text(s.elem(), byPath);
            case ArrayType a -> "[" + a.length() + "]" + text(a.elem(), byPath);
            case MapType m -> "map[" + text(m.key(), byPath) + "]" + text(m.value(), byPath);
            case ChanType c -> channel(c, byPath);
            case StructType s -> struct(s, byPath);
            case Signature s -> "func" + signature(s, byPath);
            case TupleType t -> "(" + list(t, false, byPath) + ")";
            case InterfaceType i -> iface(i, byPath);
            case TypeParameter p -> p.object().name();
            case UnionType _ -> throw new IllegalStateException("a union is no type of a value");
        };
    }

    /// What tells local types of one name apart, as the linker sees them.
    private String number(NamedType n, boolean byPath) {
        int number = byPath ? localTypes.applyAsInt(n.object()) : 0;
        return number == 0 ? "" : "·" + number;
    }

    private String channel(ChanType c, boolean byPath) {
        var elem = text(c.elem(), byPath);
        boolean receives = c.elem() instanceof ChanType e && e.dir() == ChanDir.RECV;
        return switch (c.dir()) {
            case SEND -> "chan<- " + elem;
            case RECV -> "<-chan " + elem;
            case BOTH -> receives ? "chan (" + elem + ")" : "chan " + elem;
        };
    }

    private String struct(StructType s, boolean byPath) {
        if (s.fields().isEmpty()) {
            return "struct {}";
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < s.fields().size(); i++) {
            var f = s.fields().get(i);
            var tag = s.tags().get(i);
            parts.add(
                    (f.embedded() ? "" : field(f, byPath) + " ")
                            + text(f.type(), byPath)
                            + (tag.isEmpty() ? "" : " " + quote(tag)));
        }
        return "struct { " + String.join("; ", parts) + " }";
    }

    // In type arguments the linker tells fields of different packages apart.
    private static String field(VarObject f, boolean byPath) {
        var pkg = f.pkg();
        return !byPath || f.exported() || pkg == null ? f.name() : qualifier(pkg, true) + f.name();
    }

    private static String quote(String tag) {
        var text = new String(tag.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String signature(Signature s, boolean byPath) {
        var results = list(s.results(), false, byPath);
        int n = s.results().vars().size();
        var after = n == 0 ? "" : n == 1 ? " " + results : " (" + results + ")";
        return "(" + list(s.params(), s.variadic(), byPath) + ")" + after;
    }

    private String list(TupleType t, boolean variadic, boolean byPath) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < t.vars().size(); i++) {
            var type = t.vars().get(i).type();
            boolean rest = variadic && i == t.vars().size() - 1;
            parts.add(
                    rest && type instanceof SliceType s
                            ? "..." + text(s.elem(), byPath)
                            : text(type, byPath));
        }
        return String.join(", ", parts);
    }

    private String iface(InterfaceType i, boolean byPath) {
        List<FuncObject> methods = identity.methods(i);
        if (methods.isEmpty()) {
            return "interface {}";
        }
        var parts = new ArrayList<String>();
        for (var m : methods) {
            var pkg = m.pkg();
            var prefix = m.exported() || pkg == null ? "" : qualifier(pkg, byPath);
            parts.add(prefix + m.name() + signature(m.signature(), byPath));
        }
        return "interface { " + String.join("; ", parts) + " }";
    }
}
