package org.gorrery.compiler.types;

import org.jspecify.annotations.Nullable;

/// A named thing: package, constant, type, variable, function, label, builtin or nil. Identity is the object's.
public abstract sealed class GoObject
        permits TypeObject,
                VarObject,
                FuncObject,
                ConstObject,
                PackageObject,
                BuiltinObject,
                NilObject,
                LabelObject {
    private final @Nullable GoPackage pkg;
    private final String name;
    private final int pos;

    /// A thing declared in `pkg` (null: predeclared) at `pos` (0: nowhere).
    protected GoObject(@Nullable GoPackage pkg, String name, int pos) {
        this.pkg = pkg;
        this.name = name;
        this.pos = pos;
    }

    /// Where it is declared; null for the universe.
    public @Nullable GoPackage pkg() {
        return pkg;
    }

    /// As written.
    public String name() {
        return name;
    }

    /// Position of the declaring name.
    public int pos() {
        return pos;
    }

    /// Whether the name starts with an upper-case letter (Go spec, "Exported identifiers").
    public boolean exported() {
        return isExported(name);
    }

    static boolean isExported(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    /// Its type; [BasicType#INVALID] where it has none.
    public abstract Type type();

    /// Its type as written.
    public WrittenType written() {
        return type();
    }
}
