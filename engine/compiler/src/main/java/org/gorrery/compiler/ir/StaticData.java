package org.gorrery.compiler.ir;

import java.util.List;

/// Initial contents of a global or a read-only place.
///
/// @param bytes in target layout
/// @param relocations places that hold the address of a symbol (target width)
public record StaticData(byte[] bytes, int align, List<Relocation> relocations) {
    /// `bytes[at …]` := address of `symbol` + `addend`.
    public record Relocation(int at, Symbol symbol, long addend) {}

    /// Copies the list.
    public StaticData {
        relocations = List.copyOf(relocations);
    }
}
