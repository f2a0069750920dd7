package org.gorrery.compiler.types;

import java.util.function.Supplier;
import org.gorrery.compiler.syntax.Decl;
import org.jspecify.annotations.Nullable;

/// A declared function or method, an interface method, or the instance of a generic type's method.
public final class FuncObject extends GoObject {
    private @Nullable Signature signature;
    private @Nullable Supplier<@Nullable Signature> resolver;
    private final Decl.@Nullable FuncDecl decl;
    private final @Nullable FuncObject origin;

    /// A function; `decl` is null for interface methods, `origin` non-null for the method of an instantiated type.
    public FuncObject(
            @Nullable GoPackage pkg,
            String name,
            int pos,
            Decl.@Nullable FuncDecl decl,
            @Nullable FuncObject origin) {
        super(pkg, name, pos);
        this.decl = decl;
        this.origin = origin;
    }

    /// Sets the signature; once.
    public void setSignature(Signature signature) {
        this.signature = signature;
    }

    /// Says how to find the signature when it is first asked for.
    void setResolver(Supplier<@Nullable Signature> resolver) {
        this.resolver = resolver;
    }

    private @Nullable Signature resolved() {
        if (signature == null && resolver != null) {
            var r = resolver;
            resolver = null;
            var found = r.get();
            if (signature == null) {
                signature = found;
            }
            if (signature == null) {
                resolver = r; // still being worked out
            }
        }
        return signature;
    }

    /// The signature; call only once it is known.
    public Signature signature() {
        var found = resolved();
        if (found == null) {
            throw new IllegalStateException("signature of " + name() + " asked before it is known");
        }
        return found;
    }

    /// Whether the signature is known.
    public boolean isTyped() {
        return resolved() != null;
    }

    @Override
    public Type type() {
        var found = resolved();
        return found == null ? BasicType.INVALID : found;
    }

    /// The declaration, null for interface methods.
    public Decl.@Nullable FuncDecl decl() {
        return decl;
    }

    /// The declared method that this one is substituted from; itself where it is none.
    public FuncObject origin() {
        return origin == null ? this : origin;
    }
}
