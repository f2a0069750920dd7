package org.gorrery.runtime.iface;

import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.sched.G;

/// What a run knows about interface values, in one place for the entry points.
///
/// @param itabs of all pairs
/// @param equality of values
/// @param hash of values
/// @param assertions texts of those that fail
public record Ifaces(ItabTable itabs, GoEquality equality, GoHash hash, AssertionText assertions)
        implements TypeTable.Companion {
    /// Those of a goroutine's run.
    public static Ifaces of(G g) {
        return (Ifaces) g.p.mcache.heap().types().companion();
    }

    /// For a loaded program.
    ///
    /// @param itabBytes of all method tables
    public static Ifaces of(AddressLayout layout, TypeTable types, GoMemory memory, int itabBytes) {
        var equality = new GoEquality(types, memory);
        return new Ifaces(
                new ItabTable(layout, types, itabBytes),
                equality,
                new GoHash(types, memory, equality),
                new AssertionText(types));
    }
}
