package org.gorrery.runtime.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Stands in for the runtime's access to memory in tests of generated code.
public final class Mem {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private Mem() {}

    public static byte ld8(long a) {
        return ALL.get(ValueLayout.JAVA_BYTE, a);
    }

    public static short ld16(long a) {
        return ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, a);
    }

    public static int ld32(long a) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, a);
    }

    public static long ld64(long a) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, a);
    }

    public static float ldF32(long a) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, a);
    }

    public static double ldF64(long a) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, a);
    }

    public static void st8(long a, byte v) {
        ALL.set(ValueLayout.JAVA_BYTE, a, v);
    }

    public static void st16(long a, short v) {
        ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, a, v);
    }

    public static void st32(long a, int v) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, a, v);
    }

    public static void st64(long a, long v) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, a, v);
    }

    public static void stF32(long a, float v) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, a, v);
    }

    public static void stF64(long a, double v) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, a, v);
    }

    public static void copy(long from, long to, long bytes) {
        MemorySegment.copy(ALL, from, ALL, to, bytes);
    }

    public static void clear(long at, long bytes) {
        ALL.asSlice(at, bytes).fill((byte) 0);
    }
}
