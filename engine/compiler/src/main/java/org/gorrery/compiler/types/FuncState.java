package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function or function literal whose body is being checked.
final class FuncState {
    final @Nullable FuncState outer;
    final Signature signature;

    /// Type parameters in force: the function's own and its receiver's.
    final List<TypeParameter> typeParams;

    /// Local variables in order of declaration, to be looked through for unused ones.
    final List<Local> locals = new ArrayList<>();

    /// How many blocks were begun.
    int blocks;

    /// A variable and the block it is declared in.
    record Local(VarObject variable, Scope scope) {}

    FuncState(@Nullable FuncState outer, Signature signature, List<TypeParameter> typeParams) {
        this.outer = outer;
        this.signature = signature;
        this.typeParams = typeParams;
    }
}
