package org.gorrery.compiler.types;

/// The predeclared nil.
public final class NilObject extends GoObject {
    /// The one of the universe.
    public NilObject() {
        super(null, "nil", 0);
    }

    @Override
    public Type type() {
        return BasicType.UNTYPED_NIL;
    }
}
