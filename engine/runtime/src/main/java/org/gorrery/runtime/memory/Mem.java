package org.gorrery.runtime.memory;

import jdk.internal.misc.Unsafe;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.EngineBug;

/// Raw access to simulated memory. A Go address is the host address (design.md §4), so each of these is one machine
/// instruction; nothing is checked here, since generated code checks pointers and headers before it uses them.
///
/// The only class of the engine that touches `Unsafe` for Go memory, so that the means can be exchanged.
public final class Mem {
    private static final Unsafe U = Unsafe.getUnsafe();

    /// `-Dgorrery.memory.check=true`: an access that would end the host process (nil, or no address at all) is reported as a bug of the engine
    /// instead. A constant: when off, which is the default, nothing of it is left in compiled code.
    private static final boolean CHECK = Boolean.getBoolean("gorrery.memory.check");

    /// Above this length the library routine is faster than a loop of words (codegen.md §11).
    private static final int BULK = 64;

    /// Bytes up to this are copied word by word.
    private static final long SHORT = 32;

    private Mem() {}

    private static void check(long a) {
        if (CHECK && a >>> AddressLayout.WINDOW_SHIFT - 3 == 0 | a >>> 48 != 0) {
            throw new EngineBug("memory", "access to address %#x".formatted(a));
        }
    }

    /// Reads one byte.
    public static byte ld8(long a) {
        check(a);
        return U.getByte(a);
    }

    /// Reads 16 bits.
    public static short ld16(long a) {
        check(a);
        return U.getShort(a);
    }

    /// Reads 32 bits.
    public static int ld32(long a) {
        check(a);
        return U.getInt(a);
    }

    /// Reads 64 bits.
    public static long ld64(long a) {
        check(a);
        return U.getLong(a);
    }

    /// Reads a float32.
    public static float ldF32(long a) {
        check(a);
        return U.getFloat(a);
    }

    /// Reads a float64.
    public static double ldF64(long a) {
        check(a);
        return U.getDouble(a);
    }

    /// Reads 32 bits as an unsigned number.
    public static long ldU32(long a) {
        check(a);
        return U.getInt(a) & 0xffff_ffffL;
    }

    /// Writes one byte.
    public static void st8(long a, byte v) {
        check(a);
        U.putByte(a, v);
    }

    /// Writes 16 bits.
    public static void st16(long a, short v) {
        check(a);
        U.putShort(a, v);
    }

    /// Writes 32 bits.
    public static void st32(long a, int v) {
        check(a);
        U.putInt(a, v);
    }

    /// Writes 64 bits.
    public static void st64(long a, long v) {
        check(a);
        U.putLong(a, v);
    }

    /// Writes a float32.
    public static void stF32(long a, float v) {
        check(a);
        U.putFloat(a, v);
    }

    /// Writes a float64.
    public static void stF64(long a, double v) {
        check(a);
        U.putDouble(a, v);
    }

    /// Copies bytes; the two ranges may overlap.
    public static void copy(long from, long to, long bytes) {
        if (bytes > 0) {
            check(from);
            check(to);
        }
        if (bytes <= SHORT) {
            copyShort(from, to, bytes);
        } else {
            U.copyMemory(from, to, bytes);
        }
    }

    /// A few words: all are read before one is written. The ranges of two words may overlap, with the same bytes in both.
    private static void copyShort(long from, long to, long bytes) {
        if (bytes > 16) {
            long a = U.getLong(from);
            long b = U.getLong(from + 8);
            long c = U.getLong(from + bytes - 16);
            long d = U.getLong(from + bytes - 8);
            U.putLong(to, a);
            U.putLong(to + 8, b);
            U.putLong(to + bytes - 16, c);
            U.putLong(to + bytes - 8, d);
        } else if (bytes >= 8) {
            long a = U.getLong(from);
            long b = U.getLong(from + bytes - 8);
            U.putLong(to, a);
            U.putLong(to + bytes - 8, b);
        } else if (bytes >= 4) {
            int a = U.getInt(from);
            int b = U.getInt(from + bytes - 4);
            U.putInt(to, a);
            U.putInt(to + bytes - 4, b);
        } else if (bytes > 0) {
            byte a = U.getByte(from);
            byte b = U.getByte(from + (bytes >>> 1));
            byte c = U.getByte(from + bytes - 1);
            U.putByte(to, a);
            U.putByte(to + (bytes >>> 1), b);
            U.putByte(to + bytes - 1, c);
        }
    }

    /// Zeroes bytes.
    public static void clear(long at, long bytes) {
        if (bytes > 0) {
            check(at);
        }
        if (bytes > BULK) {
            U.setMemory(at, bytes, (byte) 0);
            return;
        }
        long a = at;
        for (long last = at + bytes - 8; a <= last; a += 8) {
            U.putLong(a, 0L);
        }
        for (long end = at + bytes; a < end; a++) {
            U.putByte(a, (byte) 0);
        }
    }

    /// Copies a Java array into memory.
    public static void put(byte[] from, int start, long to, int bytes) {
        U.copyMemory(from, Unsafe.ARRAY_BYTE_BASE_OFFSET + start, null, to, bytes);
    }

    /// Copies memory into a new Java array.
    public static byte[] get(long from, int bytes) {
        byte[] b = new byte[bytes];
        U.copyMemory(null, from, b, Unsafe.ARRAY_BYTE_BASE_OFFSET, bytes);
        return b;
    }

    /// Makes what was stored before visible to other processors before what is stored after: a new object is zeroed
    /// before its address gets around.
    public static void publish() {
        U.storeStoreFence();
    }

    /// Compares and sets 32 bits, with the effects of a volatile read and write.
    public static boolean cas32(long a, int expected, int v) {
        return U.compareAndSetInt(null, a, expected, v);
    }

    /// Compares and sets 64 bits.
    public static boolean cas64(long a, long expected, long v) {
        return U.compareAndSetLong(null, a, expected, v);
    }

    /// Volatile read of 32 bits.
    public static int ldAcq32(long a) {
        return U.getIntVolatile(null, a);
    }

    /// Volatile read of 64 bits.
    public static long ldAcq64(long a) {
        return U.getLongVolatile(null, a);
    }

    /// Volatile write of 32 bits.
    public static void stRel32(long a, int v) {
        U.putIntVolatile(null, a, v);
    }

    /// Volatile write of 64 bits.
    public static void stRel64(long a, long v) {
        U.putLongVolatile(null, a, v);
    }

    /// Adds to 32 bits atomically and returns what was there before.
    public static int add32(long a, int delta) {
        return U.getAndAddInt(null, a, delta);
    }

    /// Adds to 64 bits atomically and returns what was there before.
    public static long add64(long a, long delta) {
        return U.getAndAddLong(null, a, delta);
    }

    /// Exchanges 32 bits.
    public static int swap32(long a, int v) {
        return U.getAndSetInt(null, a, v);
    }

    /// Exchanges 64 bits.
    public static long swap64(long a, long v) {
        return U.getAndSetLong(null, a, v);
    }
}
