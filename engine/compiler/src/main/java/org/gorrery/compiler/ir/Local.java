package org.gorrery.compiler.ir;

/// A virtual register of a function; may be assigned many times.
///
/// @param index dense within the function
/// @param name of the Go variable it belongs to, or empty for a temporary
public record Local(int index, Word word, String name) {}
