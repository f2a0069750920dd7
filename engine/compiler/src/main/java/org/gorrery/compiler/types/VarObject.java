package org.gorrery.compiler.types;

import org.jspecify.annotations.Nullable;

/// A variable, parameter, result or struct field.
public final class VarObject extends GoObject {
    /// What kind of variable it is.
    public enum Kind {
        PACKAGE,
        LOCAL,
        PARAM,
        RESULT,
        RECEIVER,
        FIELD
    }

    private final Kind kind;
    private final boolean embedded;
    private @Nullable WrittenType type;
    private boolean used;
    private boolean captured;
    private boolean addressTaken;

    /// A variable of a type that may be set later.
    public VarObject(
            @Nullable GoPackage pkg,
            String name,
            int pos,
            @Nullable WrittenType type,
            Kind kind,
            boolean embedded) {
        super(pkg, name, pos);
        this.type = type;
        this.kind = kind;
        this.embedded = embedded;
    }

    /// What kind of variable it is.
    public Kind kind() {
        return kind;
    }

    /// Whether it is an embedded field.
    public boolean embedded() {
        return embedded;
    }

    /// Sets the type; once.
    public void setType(WrittenType type) {
        this.type = type;
    }

    @Override
    public Type type() {
        return type == null ? BasicType.INVALID : type.actual();
    }

    @Override
    public WrittenType written() {
        return type == null ? BasicType.INVALID : type;
    }

    /// Whether the type is known.
    public boolean isTyped() {
        return type != null;
    }

    /// Notes a use.
    public void markUsed() {
        used = true;
    }

    /// Takes a use back: it was only assigned to.
    void clearUsed() {
        used = false;
    }

    /// Whether it is used anywhere.
    public boolean used() {
        return used;
    }

    /// Notes that a function literal inside its scope mentions it.
    public void markCaptured() {
        captured = true;
    }

    /// Whether a function literal mentions it from outside.
    public boolean captured() {
        return captured;
    }

    /// Notes that its address is taken: `&x`, `x[:]` of an array, or a method call with pointer receiver.
    public void markAddressTaken() {
        addressTaken = true;
    }

    /// Whether its address is taken.
    public boolean addressTaken() {
        return addressTaken;
    }
}
