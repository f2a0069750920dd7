package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// Where the checker stands: names in sight and what encloses the expression at hand.
///
/// @param decl the package-level declaration that depends on what is mentioned
/// @param func the function whose body this is
/// @param iota its value inside a constant declaration
/// @param constPos where to report errors in a repeated constant expression; 0 for in place
record Env(
        SourceFile file,
        Scope scope,
        @Nullable DeclInfo decl,
        @Nullable FuncState func,
        @Nullable Constant iota,
        int constPos) {
    Env withScope(Scope inner) {
        return new Env(file, inner, decl, func, iota, constPos);
    }

    Env withFunc(FuncState f, Scope inner) {
        return new Env(file, inner, decl, f, iota, constPos);
    }

    Env withIota(@Nullable Constant value, int pos) {
        return new Env(file, scope, decl, func, value, pos);
    }
}
