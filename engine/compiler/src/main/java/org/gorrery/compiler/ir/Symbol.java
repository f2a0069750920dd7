package org.gorrery.compiler.ir;

import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Type;

/// Something with a fixed address in the image.
public sealed interface Symbol {
    /// The descriptor of a type (identical types: one descriptor).
    record TypeDescriptor(Type type) implements Symbol {}

    /// The method table of a concrete type for an interface.
    record Itab(InterfaceType iface, Type concrete) implements Symbol {}

    /// A package variable.
    record Global(IrGlobal global) implements Symbol {}

    /// A static closure object (no captured values) of a function: the func value of a declared function.
    record FuncValue(IrFunction function) implements Symbol {}

    /// The entry thunk of a function: word 0 of its closure objects.
    record Thunk(IrFunction function) implements Symbol {}

    /// Bytes of a constant string, or other read-only data; equal contents share a place. Latin-1: one char per byte.
    record Bytes(String latin1, int align) implements Symbol {}

    /// A composite of constants laid out as a Go value (array of strings, table of structs): initial data of a read-only place,
    /// with the pointers in it given as relocations.
    record Blob(StaticData data) implements Symbol {}
}
