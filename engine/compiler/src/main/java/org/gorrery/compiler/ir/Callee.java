package org.gorrery.compiler.ir;

import org.gorrery.abi.Entry;
import org.gorrery.compiler.types.InterfaceType;

/// What a call calls.
public sealed interface Callee {
    /// A known function. For one with a closure parameter (`function.closure()`), the first argument is the closure.
    record Direct(IrFunction function) implements Callee {}

    /// A func value: nil-checked, then dispatched on its thunk.
    record Closure(Value closure, Shape shape) implements Callee {}

    /// Method `method` (index in the sorted method set) of an interface value; a nil itab panics.
    record Interface(InterfaceType iface, int method, Value itab, Value data, Shape shape)
            implements Callee {}

    /// A runtime entry point; G and sp are added where it takes them.
    record Runtime(Entry entry) implements Callee {}
}
