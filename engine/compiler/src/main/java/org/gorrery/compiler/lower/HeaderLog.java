package org.gorrery.compiler.lower;

import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;

/// The scale of the full header check: how far a length reaches.
final class HeaderLog {
    private HeaderLog() {}

    /// log2 of the element size, rounded up, for a string or slice; -1 where there is nothing to check.
    static int of(Type type, Types types) {
        return switch (type.underlying()) {
            case BasicType b when b.isString() -> 0;
            case SliceType s -> {
                long bytes = types.sizeof(s.elem());
                // Elements without size reach nowhere, however many there are.
                yield bytes == 0 ? -1 : bytes == 1 ? 0 : 64 - Long.numberOfLeadingZeros(bytes - 1);
            }
            default -> -1;
        };
    }
}
