package org.gorrery.abi;

/// Names of runtime classes, fields and methods that generated code refers to (internal form). The compiler never
/// sees the runtime; a test in `session` checks that each of these exists.
public final class RuntimeNames {
    private RuntimeNames() {}

    /// The goroutine: fields `long limit`, `long r1` … `r7`, method `boolean preemptOpaque()`.
    public static final String G = "org/gorrery/runtime/sched/G";

    /// Raw access: static `byte ld8(long)`, `short ld16`, `int ld32`, `long ld64`, `float ldF32`, `double ldF64`, `void st8(long, byte)`,
    /// `st16(long, short)`, `st32`, `st64`, `stF32`, `stF64`, `void copy(long from, long to, long bytes)`, `void clear(long at, long bytes)`.
    public static final String MEM = "org/gorrery/runtime/memory/Mem";

    /// Abstract superclass of the generated class through which the runtime calls Go code:
    /// `void main(G, long sp)` runs all initialisers and main.main; `void call(G, long sp, long closure)` calls a func();
    /// `void callPointer(G, long sp, long closure, long arg)` a func(*T) (finalizers);
    /// `void callWords(G, long sp, long closure, long args, long results)` any func: arguments and results as 8-byte words in
    /// memory, one per JVM argument and result in order (floats as raw bits, float32 in the low half).
    public static final String GO_CODE = "org/gorrery/runtime/entry/GoCode";

    /// The exception that carries a panic, Goexit or fatal unwinding through Go frames.
    public static final String UNWIND = "org/gorrery/runtime/panics/Unwind";

    /// Prefix of Java classes that hold bodyless functions of library packages: `math.Sqrt` is the static method `Sqrt` of
    /// `org/gorrery/library/math/Natives`, a method `(*T).M` is `T_M`. `internal/bytealg` is `org/gorrery/library/internal/bytealg/Natives`.
    /// Same calling convention as generated code: `(G g, long sp, words…)`. The native's frame is complete when it is called: 16 bytes at
    /// `sp` with its pc, no slots; so it may call entries with its own `sp`, and Go code at `sp + 16`. The caller's frame keeps what its
    /// pointer arguments point to alive.
    public static final String NATIVES = "org/gorrery/library/";

    /// The function literal of package reflect whose closures stand for functions made at run time. A dispatcher that meets one calls
    /// it with two addresses: of the words of its own arguments, 8 bytes each, and of room for those of its results; zeros follow for
    /// the rest of its parameters, which are there so that no other function has its shape.
    public static final String MADE_FUNCTION = "reflect.maker.func1";

    /// The function of the library that closes pages of memory. In a program that has it each access asks whether it may.
    public static final String CLOSES_MEMORY = "syscall.closeMemory";
}
