package org.gorrery.runtime.stack;

/// A frame of Java code on a shadow stack: of the runtime or of a function of the library that is written in Java. In place of a pc it
/// has `kind << 8 | slots`, far below any pc; its slots, each of which may be a pointer or 0, are always live.
///
/// Java code that calls Go, or that reaches a safepoint while it alone holds a pointer, opens one: it stores pc and slots at the sp it was given,
/// and uses [#bytes] as its frame size.
public enum NativeFrame {
    /// Not shown.
    HIDDEN("", ""),
    /// The runtime running deferred calls for a panic; slots: type and data of the value.
    PANIC("panic", "runtime.gopanic"),
    /// The runtime running deferred calls for a Goexit.
    GOEXIT("runtime.Goexit", "runtime.Goexit"),
    /// What every stack begins with, for programs that ask for pcs; no stack holds such a frame.
    ROOT("", "runtime.goexit");

    private static final NativeFrame[] KINDS = values();
    private static final int MAX_PC = 4096;
    private static final int MAX_SLOTS = 255;

    private final String function;
    private final String symbol;

    NativeFrame(String function, String symbol) {
        this.function = function;
        this.symbol = symbol;
    }

    /// Function name as in tracebacks; empty where it is not shown.
    public String function() {
        return function;
    }

    /// Function name as `runtime.Func.Name` gives it.
    public String symbol() {
        return symbol;
    }

    /// What to store at the frame's start.
    ///
    /// @param slots up to 255
    public long pc(int slots) {
        if (slots > MAX_SLOTS) {
            throw new IllegalArgumentException(slots + " slots");
        }
        return (ordinal() + 1L) << 8 | slots;
    }

    /// Length of such a frame.
    public static int bytes(int slots) {
        return 8 + 8 * slots + 15 & -16;
    }

    /// Whether what stands in place of a pc is one of these.
    public static boolean is(long pc) {
        return pc >= 256 && pc < MAX_PC;
    }

    /// A pc as programs are given it: the address before it means the same, also for these frames.
    public static long forProgram(long pc) {
        return is(pc) ? pc | 0x80 : pc;
    }

    /// The kind of the frame.
    public static NativeFrame of(long pc) {
        return KINDS[(int) (pc >>> 8) - 1];
    }

    /// The slots of the frame.
    public static int slots(long pc) {
        return (int) pc & MAX_SLOTS;
    }
}
