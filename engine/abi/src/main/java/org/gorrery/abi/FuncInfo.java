package org.gorrery.abi;

import java.util.List;

/// What the runtime knows about one compiled function.
///
/// @param name as Go names it: `main.(*T).Method`, `main.f.func1`, `main.Map[...]`
/// @param file source file as shown in tracebacks
/// @param line line of the declaration
/// @param frameBytes size of its frame; 0 for a leaf that stores no pc
/// @param thunk index of its entry thunk, or -1 where it is never used as a value
/// @param wrapper made by the compiler; left out of tracebacks
/// @param objects the frame objects, zeroed at entry, always scanned
public record FuncInfo(
        String name,
        String file,
        int line,
        int frameBytes,
        int thunk,
        boolean wrapper,
        List<FrameObject> objects) {
    /// Copies the list.
    public FuncInfo {
        objects = List.copyOf(objects);
    }

    /// A variable or temporary in the frame.
    ///
    /// @param offset from sp
    /// @param bytes its length
    /// @param typeOffset descriptor (offset in rodata) that tells its pointers; 0: none; -1: host words, each of
    /// which may be a pointer into the heap (map iterators, select cases)
    public record FrameObject(int offset, int bytes, int typeOffset, String name) {}
}
