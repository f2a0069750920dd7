package org.gorrery.compiler.ir;

import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// A variable or temporary that lives in the frame's memory: its address is taken but does not escape, or it is too large for locals.
/// Zeroed at function entry where its type holds pointers (or `type` is null: host words), always scanned.
///
/// @param index dense within the function
/// @param type its Go type, or null for host words (map iterators, select cases)
/// @param bytes length; alignment is 8 (or more where the type asks)
public record FrameObject(int index, String name, @Nullable Type type, long bytes) {}
