package org.gorrery.runtime.sched;

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
        Unwinder unwinder) {}
