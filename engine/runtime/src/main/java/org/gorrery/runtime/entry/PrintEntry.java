package org.gorrery.runtime.entry;

import org.gorrery.runtime.diag.PrintBuffer;
import org.gorrery.runtime.sched.G;

/// The builtins print and println, as generated code calls them ([org.gorrery.abi.Entry]). The parts of one call are gathered and written
/// at its end.
public final class PrintEntry {
    private PrintEntry() {}

    private static PrintBuffer to(G g) {
        return GoProgram.of(g).print(g);
    }

    /// A bool.
    public static void printBool(G g, long sp, int v) {
        to(g).text(v != 0 ? "true" : "false");
    }

    /// A signed integer.
    public static void printInt(G g, long sp, long v) {
        to(g).text(Long.toString(v));
    }

    /// An unsigned integer.
    public static void printUint(G g, long sp, long v) {
        to(g).text(Long.toUnsignedString(v));
    }

    /// A float64.
    public static void printFloat(G g, long sp, double v) {
        to(g).number(v);
    }

    /// A float32.
    public static void printFloat32(G g, long sp, float v) {
        to(g).number(v);
    }

    /// A complex128.
    public static void printComplex(G g, long sp, double re, double im) {
        to(g).complex(re, im);
    }

    /// A complex64.
    public static void printComplex64(G g, long sp, float re, float im) {
        to(g).complex(re, im);
    }

    /// A string.
    public static void printString(G g, long sp, long at, long count) {
        if (count > 0) {
            to(g).bytes(at, count);
        }
    }

    /// A pointer, map, channel or func.
    public static void printPointer(G g, long sp, long v) {
        to(g).hex(v);
    }

    /// A slice.
    public static void printSlice(G g, long sp, long at, long len, long cap) {
        PrintBuffer b = to(g);
        b.text("[" + len + "/" + cap + "]");
        b.hex(at);
    }

    /// An interface.
    public static void printIface(G g, long sp, long type, long data) {
        PrintBuffer b = to(g);
        b.text("(");
        b.hex(type);
        b.text(",");
        b.hex(data);
        b.text(")");
    }

    /// One call begins.
    public static void printLock(G g, long sp) {}

    /// One call ends.
    public static void printUnlock(G g, long sp) {
        GoProgram run = GoProgram.of(g);
        run.print(g).flush(run.options().console());
    }
}
