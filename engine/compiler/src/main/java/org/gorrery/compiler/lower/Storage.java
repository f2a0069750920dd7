package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Value;

/// Where a variable lives.
sealed interface Storage {
    /// In locals, one per word.
    record Registers(List<Local> locals) implements Storage {}

    /// In the frame's memory.
    record Frame(FrameObject object) implements Storage {}

    /// In the heap (its address escapes, or a closure shares it): the local holds the address.
    record Boxed(Local address) implements Storage {}

    /// At an address that holds for the whole function and is not to be written: a memory-class parameter, a captured copy.
    record At(Value address) implements Storage {}
}
