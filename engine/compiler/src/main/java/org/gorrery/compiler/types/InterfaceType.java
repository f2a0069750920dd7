package org.gorrery.compiler.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interface type. Methods and embedded types are as written; the method set is complete after [#complete].
///
/// Identity matters (it is filled in after creation, since interfaces may be recursive), so this is a class.
public final class InterfaceType implements Type {
    private List<FuncObject> explicitMethods = List.of();
    private List<Type> embedded = List.of();
    private boolean implicit;
    private boolean defined;
    private boolean entered;
    private @Nullable TypeSet typeSet;

    /// Sets what was written.
    ///
    /// @param implicit whether it stands for a constraint literal such as `[T ~int]`
    public void define(List<FuncObject> methods, List<Type> embeddedTypes, boolean implicit) {
        this.explicitMethods = List.copyOf(methods);
        this.embedded = List.copyOf(embeddedTypes);
        this.implicit = implicit;
        this.defined = true;
        this.typeSet = null;
    }

    /// Whether [#define] was called.
    boolean isComplete() {
        return defined;
    }

    /// Notes that its type set is being computed; false where it already is (it embeds itself).
    boolean enter() {
        if (entered) {
            return false;
        }
        entered = true;
        return true;
    }

    /// Ends what [#enter] began.
    void leave() {
        entered = false;
    }

    /// The methods written in it.
    public List<FuncObject> explicitMethods() {
        return explicitMethods;
    }

    /// The embedded types written in it.
    public List<Type> embedded() {
        return embedded;
    }

    /// Whether the braces were left out.
    public boolean implicit() {
        return implicit;
    }

    /// Sets the computed type set; once.
    public void complete(TypeSet set) {
        this.typeSet = set;
    }

    /// The type set, null before it is computed (use [Types#typeSet]).
    @Nullable TypeSet typeSetOrNull() {
        return typeSet;
    }

    @Override
    public Type underlying() {
        return this;
    }
}
