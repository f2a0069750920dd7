package org.gorrery.compiler.syntax;

/// One type parameter with its constraint (`[K, V any]` gives two with the same constraint node).
public record TypeParam(Expr.Name name, Expr constraint) implements Node {
    @Override
    public int pos() {
        return name.pos();
    }
}
