package org.gorrery.compiler.types;

import org.jspecify.annotations.Nullable;

/// What a value is for, which tells a generic function its type arguments.
///
/// @param type the type it is to have, or null
/// @param name how messages call what has that type, or empty
record Target(@Nullable Type type, String name) {
    /// No particular type.
    static final Target NONE = new Target(null, "");

    /// A type of something without a name.
    static Target of(@Nullable Type type) {
        return new Target(type, "");
    }
}
