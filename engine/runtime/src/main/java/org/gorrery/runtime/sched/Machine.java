package org.gorrery.runtime.sched;

import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.stack.StackPool;
import org.gorrery.runtime.stack.Unwinder;
import org.gorrery.target.Target;

/// What a run's goroutines live in: memory, heap, stacks, and what pcs mean.
public record Machine(
        Target target,
        AddressLayout layout,
        GoMemory memory,
        Mheap heap,
        StackPool stacks,
        Unwinder unwinder,
        Map<String, Integer> universe) {
    /// Copies the map.
    public Machine {
        universe = Map.copyOf(universe);
    }

    /// Address of the descriptor of a well-known type ([ProgramImage#universeTypes]), 0 where the program has none.
    public long typeNamed(String name) {
        Integer offset = universe.get(name);
        return offset == null ? 0 : layout.rodata() + offset;
    }
}
