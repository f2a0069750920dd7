package org.gorrery.compiler.types;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gorrery.compiler.constant.Constants;
import org.jspecify.annotations.Nullable;

/// The predeclared identifiers (Go spec, "Predeclared identifiers") and package unsafe. Shared by all packages and never changed.
public final class Universe {
    private static final Map<String, GoObject> NAMES = new HashMap<>();

    /// Package unsafe.
    public static final GoPackage UNSAFE = new GoPackage("unsafe", "unsafe");

    /// The predeclared `error`.
    public static final NamedType ERROR;

    /// The type of what recover answers: written `interface{}`, not by its alias.
    static final InterfaceType RECOVERED = new InterfaceType();

    /// The predeclared `comparable`.
    public static final NamedType COMPARABLE;

    /// The empty interface.
    public static final InterfaceType ANY = new InterfaceType();

    /// `byte`, where the language itself speaks of one: an element of a string.
    static final WrittenType BYTE;

    /// `rune`, where the language itself speaks of one: a character's constant, or one of a string.
    static final WrittenType RUNE;

    /// The predeclared `iota`; its value depends on the place.
    static final ConstObject IOTA = new ConstObject(null, "iota", 0);

    static {
        for (var b : BasicType.values()) {
            if (b.ordinal() >= BasicType.BOOL.ordinal()
                    && b.ordinal() <= BasicType.STRING.ordinal()) {
                type(b.text(), b, false);
            }
        }
        BYTE = type("byte", BasicType.UINT8, true).written();
        RUNE = type("rune", BasicType.INT32, true).written();
        ANY.define(List.of(), List.of(), false);
        ANY.complete(new TypeSet(List.of(), null, false));
        RECOVERED.define(List.of(), List.of(), false);
        RECOVERED.complete(new TypeSet(List.of(), null, false));
        type("any", ANY, true);
        ERROR = named("error", errorMethods());
        COMPARABLE = named("comparable", List.of());
        constant("true", true);
        constant("false", false);
        IOTA.define(BasicType.UNTYPED_INT, Constants.of(0));
        NAMES.put("iota", IOTA);
        NAMES.put("nil", new NilObject());
        for (var b : BuiltinObject.Builtin.values()) {
            declare(b);
        }
        var pointer = new TypeObject(UNSAFE, "Pointer", 0, false);
        pointer.setType(BasicType.UNSAFE_POINTER);
        UNSAFE.insert(pointer);
    }

    private Universe() {}

    /// What a predeclared name stands for, or null.
    public static @Nullable GoObject lookup(String name) {
        return NAMES.get(name);
    }

    private static TypeObject type(String name, Type type, boolean alias) {
        var object = new TypeObject(null, name, 0, alias);
        object.setType(type);
        NAMES.put(name, object);
        return object;
    }

    private static List<FuncObject> errorMethods() {
        var result = new VarObject(null, "", 0, BasicType.STRING, VarObject.Kind.RESULT, false);
        var method = new FuncObject(null, "Error", 0, null, null);
        method.setSignature(
                new Signature(
                        null,
                        List.of(),
                        List.of(),
                        TupleType.EMPTY,
                        new TupleType(List.of(result)),
                        false));
        return List.of(method);
    }

    private static NamedType named(String name, List<FuncObject> methods) {
        var object = new TypeObject(null, name, 0, false);
        var named = new NamedType(object);
        object.setType(named);
        var iface = new InterfaceType();
        iface.define(methods, List.of(), false);
        iface.complete(new TypeSet(methods, null, name.equals("comparable")));
        named.setUnderlying(iface);
        NAMES.put(name, object);
        return named;
    }

    private static void constant(String name, boolean value) {
        var c = new ConstObject(null, name, 0);
        c.define(BasicType.UNTYPED_BOOL, Constants.of(value));
        NAMES.put(name, c);
    }

    private static void declare(BuiltinObject.Builtin b) {
        String name = b.name();
        if (!name.startsWith("UNSAFE_")) {
            String lower = name.toLowerCase(Locale.ROOT);
            NAMES.put(lower, new BuiltinObject(lower, b));
            return;
        }
        var camel = new StringBuilder();
        for (var word : name.substring("UNSAFE_".length()).split("_")) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        UNSAFE.insert(new BuiltinObject(camel.toString(), b));
    }
}
