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
/// @param args how tracebacks write its arguments: [#ARGS_OPEN] and [#ARGS_CLOSE] around composite values; a word is
/// [#ARGS_UNKNOWN], or [#ARGS_SLOT] plus the frame slot that holds it where the slot is live; [#ARGS_MORE]: the rest is left out.
/// Empty: no parameters; [#ARGS_MORE] alone: nothing is known
/// @param objects the frame objects
/// @param debug what a debugger finds in the frame
public record FuncInfo(
        String name,
        String file,
        int line,
        int frameBytes,
        int thunk,
        boolean wrapper,
        String args,
        List<FrameObject> objects,
        DebugFrame debug) {
    /// Begins a composite argument.
    public static final char ARGS_OPEN = '{';

    /// Ends it.
    public static final char ARGS_CLOSE = '}';

    /// A word that the frame does not hold.
    public static final char ARGS_UNKNOWN = '_';

    /// Further words.
    public static final char ARGS_MORE = '.';

    /// Slot 0.
    public static final char ARGS_SLOT = 0x100;

    /// A function that was not built for a debugger.
    public FuncInfo(
            String name,
            String file,
            int line,
            int frameBytes,
            int thunk,
            boolean wrapper,
            String args,
            List<FrameObject> objects) {
        this(name, file, line, frameBytes, thunk, wrapper, args, objects, DebugFrame.NONE);
    }

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
    /// @param pointers bit i: the word i of the target is a pointer, that counts while the word is a live slot ([FrameLayout#slotOf]) or a
    /// live pointer in the same frame leads to the object; 0 for objects that are always scanned or hold no pointers
    public record FrameObject(int offset, int bytes, int typeOffset, long pointers, String name) {}
}
