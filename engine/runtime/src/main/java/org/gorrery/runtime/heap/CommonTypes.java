package org.gorrery.runtime.heap;

import java.util.Map;

/// Type words (see [Mspan#ARRAY]) of what the runtime allocates by itself.
///
/// @param byteArray bytes of strings
/// @param runeArray `[]rune` made of strings
/// @param string a string header
/// @param slice a slice header
public record CommonTypes(int byteArray, int runeArray, int string, int slice) {
    /// From the program's own descriptors, where it has them.
    ///
    /// @param universe offsets by name, see [org.gorrery.abi.ProgramImage#universeTypes]
    public static CommonTypes of(TypeTable types, Map<String, Integer> universe) {
        int string = word(types, universe, "string");
        return new CommonTypes(
                word(types, universe, "uint8") | Mspan.ARRAY,
                word(types, universe, "int32") | Mspan.ARRAY,
                string != 0 ? string : header(types, "string", 2),
                header(types, "slice header", 3));
    }

    private static int word(TypeTable types, Map<String, Integer> universe, String name) {
        return (int) types.at(universe.getOrDefault(name, 0));
    }

    private static int header(TypeTable types, String name, int words) {
        return (int)
                types.make(
                        name, TypeTable.STRUCT, (long) words * types.wordBytes(), new long[] {1});
    }
}
