package org.gorrery.runtime.panics;

import java.nio.charset.StandardCharsets;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.SliceFault;
import org.gorrery.runtime.heap.Mcache;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.PanicRecord;

/// The run-time errors of Go as values of the types that package runtime of the library declares (`runtime/error.go`).
/// All take the frame that faults, complete, and return what to throw.
///
/// Source: Go runtime, `error.go` (the types and the texts), `panic.go`.
public final class RuntimeErrors {
    private static final String ERROR_STRING = "runtime.errorString";
    private static final String ADDRESS_ERROR = "runtime.errorAddressString";
    private static final String PLAIN_ERROR = "runtime.plainError";
    private static final String BOUNDS_ERROR = "runtime.boundsError";
    private static final String ASSERTION_ERROR = "*runtime.TypeAssertionError";
    private static final String NIL_ERROR = "*runtime.PanicNilError";

    private RuntimeErrors() {}

    /// An error whose text begins with `runtime error: `.
    ///
    /// @param text without that beginning
    public static Unwind error(G g, long sp, String text) {
        return raise(g, sp, ERROR_STRING, text);
    }

    /// An error without that beginning.
    public static Unwind plain(G g, long sp, String text) {
        return raise(g, sp, PLAIN_ERROR, text);
    }

    /// Access through nil, or an address outside of memory.
    public static Unwind nilPointer(G g, long sp) {
        return fault(g, sp, 0);
    }

    /// Access to an address outside of memory. Those of the first page count as nil; the processor does not tell those beyond 47 bits.
    public static Unwind fault(G g, long sp, long address) {
        if (address >>> 12 != 0) {
            return wildAccess(g, sp, address >>> 47 == 0 ? address : 0);
        }
        Unwind u = error(g, sp, "invalid memory address or nil pointer dereference");
        PanicRecord r = g.panic;
        if (r != null) {
            r.signalPc = Mem.ld64(sp);
            r.signalAddress = address;
        }
        return u;
    }

    /// Access to an address that is not nil and none of the program's: a panic if the goroutine asked for it, else the end.
    public static Unwind wildAccess(G g, long sp, long address) {
        if (!g.panicOnFault) {
            g.p.sched.supervisor().fault(g, sp, address);
        }
        String text = "invalid memory address or nil pointer dereference";
        Unwind u = raise(g, sp, ADDRESS_ERROR, text);
        PanicRecord r = g.panic;
        if (r != null) {
            GoMemory memory = g.p.sched.machine().memory();
            memory.storeInt(r.data + 2L * memory.wordBytes, address);
            r.signalPc = Mem.ld64(sp);
            r.signalAddress = address;
        }
        return u;
    }

    /// Division of integers by zero.
    public static Unwind divide(G g, long sp) {
        return error(g, sp, "integer divide by zero");
    }

    /// Shift by a negative count.
    public static Unwind shift(G g, long sp) {
        return error(g, sp, "negative shift amount");
    }

    /// Index out of range.
    ///
    /// @param signed whether a negative index is one
    public static Unwind index(G g, long sp, long index, long length, boolean signed) {
        return bounds(g, sp, BoundsText.INDEX, index, length, signed);
    }

    /// Slice expression out of range.
    ///
    /// @param signed whether a negative bound is one
    public static Unwind slice(
            G g, long sp, SliceFault fault, long bound, long limit, boolean signed) {
        return bounds(g, sp, BoundsText.code(fault), bound, limit, signed);
    }

    /// Conversion of a slice to a longer array.
    public static Unwind sliceConvert(G g, long sp, long have, long want) {
        return bounds(g, sp, BoundsText.CONVERSION, want, have, false);
    }

    /// Fields of `boundsError`: a word of 64 bits, an int, two bytes.
    private static Unwind bounds(G g, long sp, int code, long x, long y, boolean signed) {
        GoMemory memory = g.p.sched.machine().memory();
        long type = type(g, BOUNDS_ERROR);
        long value = g.p.mcache.allocate(8 + 2L * memory.wordBytes, true, (int) type);
        Mem.st64(value, x);
        memory.storeInt(value + 8, y);
        Mem.st8(value + 8 + memory.wordBytes, (byte) (signed ? 1 : 0));
        Mem.st8(value + 9 + memory.wordBytes, (byte) code);
        Panics.raise(g, sp, type, value);
        return Unwind.INSTANCE;
    }

    /// A type assertion that fails, or another conversion of interfaces. Of the fields of `TypeAssertionError` none points into the heap.
    ///
    /// @param iface static type of the interface, 0 where unknown
    /// @param concrete type of the value, 0 for nil
    /// @param asserted the wanted type
    /// @param missing address of the [org.gorrery.abi.TypeLayout] entry of the method that is missing, 0 for none
    public static Unwind assertion(
            G g, long sp, long iface, long concrete, long asserted, long missing) {
        GoMemory memory = g.p.sched.machine().memory();
        TypeTable types = g.p.mcache.heap().types();
        int word = memory.wordBytes;
        long value = g.p.mcache.allocate(5L * word, true, 0);
        memory.storePointer(value, iface);
        memory.storePointer(value + word, concrete);
        memory.storePointer(value + 2L * word, asserted);
        if (missing != 0) {
            memory.storePointer(value + 3L * word, types.at(Mem.ld32(missing)));
            memory.storeInt(value + 4L * word, Mem.ld32(missing + 4));
        }
        Panics.raise(g, sp, type(g, ASSERTION_ERROR), value);
        return Unwind.INSTANCE;
    }

    /// panic(nil).
    public static Unwind nilPanic(G g, long sp) {
        long object = g.p.mcache.allocate(8, true, 0);
        Panics.raise(g, sp, type(g, NIL_ERROR), object);
        return Unwind.INSTANCE;
    }

    private static Unwind raise(G g, long sp, String type, String text) {
        long value = box(g, text);
        Panics.raise(g, sp, type(g, type), value);
        return Unwind.INSTANCE;
    }

    private static long type(G g, String name) {
        Machine machine = g.p.sched.machine();
        long type = machine.typeNamed(name);
        if (type == 0) {
            throw new EngineBug("panic", "the program has no descriptor of " + name);
        }
        return type;
    }

    /// A string in the heap: the address of its header. Never collects, so nothing needs to be held.
    private static long box(G g, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Mcache heap = g.p.mcache;
        GoMemory memory = g.p.sched.machine().memory();
        long chars = heap.allocate(Math.max(1, bytes.length), true, 0);
        Mem.put(bytes, 0, chars, bytes.length);
        long string = g.p.sched.machine().typeNamed("string");
        long header = heap.allocate(2L * memory.wordBytes, string == 0, (int) string);
        memory.storePointer(header, chars);
        memory.storeInt(header + memory.wordBytes, bytes.length);
        return header;
    }
}
