package org.gorrery.library.reflect;

import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FrameLayout;
import org.gorrery.library.GoStrings;
import org.gorrery.runtime.entry.ChanEntry;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.HeapEntry;
import org.gorrery.runtime.entry.MapEntry;
import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.NativeFrame;

/// Bodyless functions of `reflect`. Types are addresses of descriptors; elements and keys are handed over by their addresses in Go memory, of which
/// the runtime copies what it keeps. What panics in Go panics here with the words of the operator or builtin.
public final class Natives {
    private static final int UNSIGNED_8 = 0;
    private static final int SIGNED_8 = 1;
    private static final int UNSIGNED_16 = 2;
    private static final int SIGNED_16 = 3;
    private static final int WORD_32 = 4;
    private static final int WORD_64 = 5;
    private static final int POINTER = 6;
    private static final int INT = 7;
    private static final long SEND = 1;
    private static final long RECEIVE = 2;

    private Natives() {}

    private static GoMemory memory(G g) {
        return g.p.sched.machine().memory();
    }

    /// A frame that keeps three pointers.
    private static long frame(G g, long sp, long a, long b, long c) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(3));
        Mem.st64(sp + 8, a);
        Mem.st64(sp + 16, b);
        Mem.st64(sp + 24, c);
        g.sp = sp;
        return sp;
    }

    // ---- slices

    /// A larger copy of a slice's array; `r1`: its capacity.
    ///
    /// @param elem type of the elements
    /// @param wanted length it is to have
    /// @param added how many of those are new
    public static long growSlice(
            G g, long sp, long elem, long at, long len, long cap, long wanted, long added) {
        return HeapEntry.growslice(g, frame(g, sp, at, 0, 0), elem, at, len, cap, wanted, added);
    }

    // ---- maps

    /// Makes a map, empty.
    ///
    /// @param hint how many entries are expected
    public static long mapMake(G g, long sp, long type, long hint) {
        return MapEntry.makemap(g, Panics.nativeFrame(g, sp), type, hint);
    }

    /// How many entries a map has; 0 for nil.
    public static long mapLen(G g, long sp, long map) {
        return MapEntry.maplen(map);
    }

    /// The address of a key's element, or 0 where it has none. Panics for a key that cannot be hashed.
    public static long mapAccess(G g, long sp, long type, long map, long key) {
        return MapEntry.mapaccess(g, frame(g, sp, map, key, 0), type, map, key);
    }

    /// The address where a key's element goes; the key is there afterwards. Panics for a nil map, and for a key that cannot be hashed.
    public static long mapAssign(G g, long sp, long type, long map, long key) {
        return MapEntry.mapassign(g, frame(g, sp, map, key, 0), type, map, key);
    }

    /// Removes a key and its element; nothing where it is not there.
    public static void mapDelete(G g, long sp, long type, long map, long key) {
        MapEntry.mapdelete(g, frame(g, sp, map, key, 0), type, map, key);
    }

    /// Removes all entries.
    public static void mapClear(G g, long sp, long type, long map) {
        MapEntry.mapclear(g, frame(g, sp, map, 0, 0), type, map);
    }

    /// Begins a loop over a map and goes to its first entry.
    ///
    /// @param state address of the loop's state, zeroed; it names the entry that the loop is at
    public static void mapFirst(G g, long sp, long type, long map, long state) {
        MapEntry.mapiterinit(g, frame(g, sp, map, state, 0), type, map, state);
    }

    /// Goes on to the next entry.
    public static void mapNext(G g, long sp, long state) {
        MapEntry.mapiternext(g, frame(g, sp, state, 0, 0), state);
    }

    // ---- channels

    /// Makes a channel with room for so many elements. Panics where that is negative or too much.
    public static long chanMake(G g, long sp, long type, long size) {
        return ChanEntry.makechan(g, Panics.nativeFrame(g, sp), type, size);
    }

    /// How many elements a channel holds; 0 for nil.
    public static long chanLen(G g, long sp, long channel) {
        return ChanEntry.chanlen(channel);
    }

    /// How many elements a channel has room for; 0 for nil.
    public static long chanCap(G g, long sp, long channel) {
        return ChanEntry.chancap(channel);
    }

    /// Sends an element, parked until it is taken. Panics where the channel is closed.
    public static void chanSend(G g, long sp, long channel, long elem) {
        ChanEntry.chansend(g, frame(g, sp, channel, elem, 0), channel, elem);
    }

    /// Receives an element, parked until there is one.
    ///
    /// @return 1, or 0 for the zero value of a closed channel
    public static int chanReceive(G g, long sp, long channel, long elem) {
        return ChanEntry.chanrecv(g, frame(g, sp, channel, elem, 0), channel, elem) ? 1 : 0;
    }

    /// Closes a channel. Panics where it is nil or closed.
    public static void chanClose(G g, long sp, long channel) {
        ChanEntry.closechan(g, frame(g, sp, channel, 0, 0), channel);
    }

    /// select. The slices' elements are those of the target; `space` is what the runtime reads the cases from.
    ///
    /// @return the case, -1 for default; `r1`: 1 if a value was received
    public static int choose(
            G g,
            long sp,
            long channels,
            long count,
            long channelsCap,
            long elements,
            long elementsLen,
            long elementsCap,
            long sends,
            long sendsLen,
            long sendsCap,
            long space,
            long spaceLen,
            long spaceCap,
            int block) {
        GoMemory memory = memory(g);
        for (int i = 0; i < count; i++) {
            long at = space + (long) i * FrameLayout.SELECT_CASE_BYTES;
            Mem.st64(at, memory.loadPointer(channels + (long) i * memory.wordBytes));
            Mem.st64(at + 8, memory.loadPointer(elements + (long) i * memory.wordBytes));
            Mem.st64(at + 16, Mem.ld8(sends + i) != 0 ? SEND : RECEIVE);
        }
        frame(g, sp, channels, elements, space);
        return ChanEntry.selectgo(g, sp, space, (int) count, block);
    }

    // ---- types

    /// Zeroed memory for descriptors.
    public static long reserve(G g, long sp, long bytes) {
        return g.p.mcache.heap().types().reserve(bytes);
    }

    /// The offsets of all descriptors the program was compiled with, as a slice.
    public static long compiled(G g, long sp) {
        int[] types = GoProgram.of(g).image().types();
        long at = g.p.mcache.allocate(Math.max(4, 4L * types.length), true, 0);
        for (int i = 0; i < types.length; i++) {
            Mem.st32(at + 4L * i, types[i]);
        }
        g.r1 = types.length;
        g.r2 = types.length;
        return at;
    }

    // ---- calls

    /// Room for words of calls: its type is unknown to the collector, so that it looks at each word.
    public static long wordSpace(G g, long sp, long n) {
        long bytes = 8 * Math.max(1, n);
        long at = Allocation.block(g, Panics.nativeFrame(g, sp), bytes, false, 0, 0);
        g.r1 = n;
        g.r2 = n;
        return at;
    }

    /// The same on targets of 32 bits.
    public static long wordSpace(G g, long sp, int n) {
        return wordSpace(g, sp, (long) n);
    }

    /// Calls a func value; one long for each word of arguments and results.
    public static void call(
            G g,
            long sp,
            long closure,
            long arguments,
            long argumentsLen,
            long argumentsCap,
            long results,
            long resultsLen,
            long resultsCap) {
        frame(
                g, sp, results, 0,
                0); // the callee itself keeps what it is given as long as it needs it
        g.p.sched.code().callWords(g, sp + NativeFrame.bytes(3), closure, arguments, results);
    }

    /// Entry of a function by its number.
    public static long thunkAt(G g, long sp, int index) {
        return g.p.sched.machine().layout().text() + (long) index * AddressLayout.THUNK_BYTES;
    }

    /// A pointer as a word.
    public static long address(G g, long sp, long p) {
        return p;
    }

    /// A word as a pointer.
    public static long pointerOf(G g, long sp, long word) {
        return word;
    }

    /// Reads a word as it is held in a JVM local.
    public static long loadWord(G g, long sp, long at, int form) {
        return switch (form) {
            case UNSIGNED_8 -> Mem.ld8(at) & 0xff;
            case SIGNED_8 -> Mem.ld8(at);
            case UNSIGNED_16 -> Mem.ld16(at) & 0xffff;
            case SIGNED_16 -> Mem.ld16(at);
            case WORD_32 -> Mem.ld32(at);
            case WORD_64 -> Mem.ld64(at);
            case POINTER -> memory(g).loadPointer(at);
            case INT -> memory(g).loadInt(at);
            default -> throw new IllegalArgumentException("form " + form);
        };
    }

    /// Writes a word.
    public static void storeWord(G g, long sp, long at, int form, long word) {
        switch (form) {
            case UNSIGNED_8, SIGNED_8 -> Mem.st8(at, (byte) word);
            case UNSIGNED_16, SIGNED_16 -> Mem.st16(at, (short) word);
            case WORD_32 -> Mem.st32(at, (int) word);
            case WORD_64 -> Mem.st64(at, word);
            case POINTER -> memory(g).storePointer(at, word);
            case INT -> memory(g).storeInt(at, word);
            default -> throw new IllegalArgumentException("form " + form);
        }
    }

    /// Which words of an object the collector takes for pointers: a byte for each up to the last.
    public static long pointerBits(G g, long sp, long type, long data) {
        return GoStrings.put(g, sp, PointerBits.of(g.p.mcache.heap(), data));
    }
}
