package org.gorrery.compiler.types;

/// A statement label.
public final class LabelObject extends GoObject {
    /// A label declared at `pos`.
    public LabelObject(GoPackage pkg, String name, int pos) {
        super(pkg, name, pos);
    }

    @Override
    public Type type() {
        return BasicType.INVALID;
    }
}
