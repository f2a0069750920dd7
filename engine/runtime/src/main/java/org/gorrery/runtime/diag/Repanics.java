package org.gorrery.runtime.diag;

import java.util.Arrays;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.PanicRecord;

/// Whether two panics have the same value, of which Go then tells one only.
///
/// Go compares the two words of the interface values, so it matters which values share their memory there: constants of equal content,
/// small numbers, what has no size, and the errors of the runtime that are variables of it. Those share it here or are compared by content.
/// Source: Go runtime, `panic.go` (`preprintpanics`), `iface.go` (`convT64`, `staticuint64s`).
final class Repanics {
    private static final int SHARED_NUMBERS = 256;

    private static final String NIL_PANIC = "*runtime.PanicNilError"; // points to what has no size

    private Repanics() {}

    static boolean same(G g, PanicRecord older, PanicRecord newer) {
        if (older.goexit || newer.goexit || older.type != newer.type) {
            return false;
        }
        return older.data == newer.data
                || older.type != 0 && isNilPanic(g, older.type)
                || older.type != 0
                        && (TypeTable.flags(older.type) & TypeLayout.FLAG_DIRECT) == 0
                        && sameContent(g, older.type, older.data, newer.data);
    }

    private static boolean isNilPanic(G g, long type) {
        return g.p.mcache.heap().types().name(type).equals(NIL_PANIC);
    }

    private static boolean sameContent(G g, long type, long a, long b) {
        int bytes = (int) TypeTable.size(type);
        int kind = TypeTable.kind(type);
        if (kind == TypeTable.STRING_KIND) {
            return sameString(g, type, a, b);
        }
        if (!Arrays.equals(Mem.get(a, bytes), Mem.get(b, bytes))) {
            return false;
        }
        boolean number = kind <= TypeTable.UINTPTR;
        return bytes <= 1 || isConstant(g, a) && isConstant(g, b) || number && isSmall(a, bytes);
    }

    private static boolean isSmall(long a, int bytes) {
        long value = bytes == 2 ? Mem.ld16(a) : bytes == 4 ? Mem.ld32(a) : Mem.ld64(a);
        return value >= 0 && value < SHARED_NUMBERS;
    }

    private static boolean sameString(G g, long type, long a, long b) {
        GoMemory memory = g.p.sched.machine().memory();
        long n = memory.loadInt(a + memory.wordBytes);
        if (n != memory.loadInt(b + memory.wordBytes)) {
            return false;
        }
        boolean ofRuntime = g.p.mcache.heap().types().name(type).startsWith("runtime.");
        if (n != 0 && !ofRuntime && !(isConstant(g, a) && isConstant(g, b))) {
            return false;
        }
        long textA = memory.loadPointer(a);
        long textB = memory.loadPointer(b);
        return textA == textB || Arrays.equals(Mem.get(textA, (int) n), Mem.get(textB, (int) n));
    }

    private static boolean isConstant(G g, long address) {
        var layout = g.p.sched.machine().layout();
        return address >= layout.rodata() && address < layout.data();
    }
}
