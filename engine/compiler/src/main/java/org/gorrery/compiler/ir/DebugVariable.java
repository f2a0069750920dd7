package org.gorrery.compiler.ir;

import org.gorrery.compiler.types.Type;

/// A variable of a function built for a debugger.
///
/// @param object the frame object that holds it, or, where `indirect`, its address as a host word
/// @param from position of its declaration: it can be seen behind it
/// @param to where its block ends
public record DebugVariable(
        String name, FrameObject object, boolean indirect, Type type, int from, int to) {}
