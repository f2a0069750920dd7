package org.gorrery.compiler.types;

/// The name an import gives to a package in one file.
public final class PackageObject extends GoObject {
    private final GoPackage imported;
    private boolean used;

    /// The name `name` for `imported`, declared in a file of `pkg`.
    public PackageObject(GoPackage pkg, String name, int pos, GoPackage imported) {
        super(pkg, name, pos);
        this.imported = imported;
    }

    /// The package it stands for.
    public GoPackage imported() {
        return imported;
    }

    /// Notes a use.
    public void markUsed() {
        used = true;
    }

    /// Whether it is used anywhere in its file.
    public boolean used() {
        return used;
    }

    @Override
    public Type type() {
        return BasicType.INVALID;
    }
}
