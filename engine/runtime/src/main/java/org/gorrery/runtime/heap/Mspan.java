package org.gorrery.runtime.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// A run of pages cut into equal objects of one size class, or one large object.
///
/// Objects are handed out in address order: `allocBits` says which slots were taken when the span was last swept, `allocCache` is the
/// complement of the word of them that is being used up, so the next free slot is its lowest set bit. Beside the objects lies
/// a table with one type word per slot (low 32 bits of the descriptor's address, bit 0 set for an array of that type): the collector's pointer
/// maps, and what the heap view shows.
///
/// Guard: the P whose mcache holds the span; otherwise who took it from its mcentral or won the right to sweep it.
/// Source: Go runtime, `mheap.go`, type `mspan`.
public final class Mspan {
    private static final long[] NO_BITS = {};
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle QUEUED;

    static {
        try {
            QUEUED = MethodHandles.lookup().findVarHandle(Mspan.class, "queued", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// Bit of a type word: the slot holds elements of the type up to its end, not one value.
    public static final int ARRAY = 1;

    final long base;
    final int pages;
    final int spanClass;
    final long elemBytes;
    final int slots;
    final long types;

    /// ceil(2^32 / elemBytes), for dividing by multiplying; 0 for large objects.
    private final long divMagic;

    long[] allocBits;
    long[] markBits;
    private final long[] scannedBits;
    private int queued;

    /// Free slots of the current word, lowest first.
    long allocCache;

    /// Address of the slot that bit 0 of the cache stands for, and of its type word.
    long cacheBase;

    long cacheTypes;

    /// Index of the next word of allocBits to load into the cache.
    private int nextWord;

    /// Taken slots, all free ones of the loaded words counted as taken.
    private int takenThroughCache;

    /// Whether memory of free slots may hold old data.
    boolean needZero;

    /// Sweep generation: even numbers as the heap's when swept, see [Mheap#sweepGeneration].
    volatile int sweepGeneration;

    /// Taken slots when the mcache took the span.
    int takenWhenCached;

    /// Held by an mcache.
    boolean cached;

    @Nullable Special specials;
    @Nullable Special lastSpecial;

    Mspan(
            long base,
            int pages,
            int spanClass,
            long elemBytes,
            int slots,
            long types,
            boolean needZero) {
        this.base = base;
        this.pages = pages;
        this.spanClass = spanClass;
        this.elemBytes = elemBytes;
        this.slots = slots;
        this.types = types;
        this.needZero = needZero;
        this.divMagic = slots == 1 ? 0 : 0xffff_ffffL / elemBytes + 1;
        this.allocBits = new long[slots + 63 >>> 6];
        this.markBits = new long[allocBits.length];
        this.scannedBits = (spanClass & 1) != 0 ? NO_BITS : new long[allocBits.length];
    }

    /// The span that an mcache holds where it has none: always used up.
    static Mspan empty() {
        return new Mspan(0, 0, 0, 8, 0, 0, false);
    }

    /// First address.
    public long base() {
        return base;
    }

    /// Length in pages.
    public int pages() {
        return pages;
    }

    /// Size class and whether its objects are free of pointers.
    public int spanClass() {
        return spanClass;
    }

    /// Index in [SizeClasses], 0 for a large object.
    public int sizeClass() {
        return spanClass >>> 1;
    }

    /// Whether its objects hold no pointers.
    public boolean isNoscan() {
        return (spanClass & 1) != 0;
    }

    /// Bytes of a slot.
    public long elemBytes() {
        return elemBytes;
    }

    /// Number of slots.
    public int slots() {
        return slots;
    }

    /// Its specials in order of slots, or null.
    public @Nullable Special specials() {
        return specials;
    }

    /// The slot that an address inside the span lies in; past the last slot for the bytes left over.
    public int slotOf(long address) {
        return (int) ((address - base) * divMagic >>> 32);
    }

    /// Address of a slot.
    public long slotAddress(int slot) {
        return base + slot * elemBytes;
    }

    /// The type word of a slot.
    public int typeWord(int slot) {
        return Mem.ld32(types + 4L * slot);
    }

    /// Whether the slot holds an object, or did when the span was last swept.
    public boolean isAllocated(int slot) {
        int word = slot >>> 6;
        if (word < nextWord - 1) {
            return true;
        }
        if (word == nextWord - 1) {
            return (allocCache >>> slot & 1) == 0;
        }
        return (allocBits[word] >>> slot & 1) != 0;
    }

    /// Whether the slot was found reachable in the current cycle.
    public boolean isMarked(int slot) {
        return (markBits[slot >>> 6] >>> slot & 1) != 0;
    }

    /// Marks a slot; by one thread at a time.
    ///
    /// @return whether it was white before
    public boolean mark(int slot) {
        long bit = 1L << slot;
        long word = markBits[slot >>> 6];
        if ((word & bit) != 0) {
            return false;
        }
        markBits[slot >>> 6] = word | bit;
        return true;
    }

    void clearMarks() {
        Arrays.fill(markBits, 0);
        Arrays.fill(scannedBits, 0);
    }

    /// Number of words of mark bits, 64 slots each.
    public int markWords() {
        return markBits.length;
    }

    /// The slots of a word of mark bits that are marked and were not scanned; they count as scanned from now on.
    public long takeUnscanned(int word) {
        long bits = markBits[word] & ~scannedBits[word];
        scannedBits[word] |= bits;
        return bits;
    }

    /// Notes that the span waits to be scanned.
    ///
    /// @return whether it did not wait already
    public boolean beginQueued() {
        boolean first = queued == 0;
        queued = 1;
        return first;
    }

    /// Its turn is over.
    public void endQueued() {
        queued = 0;
    }

    // The same while several threads mark. A thread marks first and then asks whether the span is
    // queued; who scans it says first that its
    // turn is over and then looks whether something was marked meanwhile: one of both sees the
    // other.

    /// As [#mark] by any number of threads.
    public boolean markShared(int slot) {
        long bit = 1L << slot;
        int w = slot >>> 6;
        return ((long) WORDS.getOpaque(markBits, w) & bit) == 0
                && ((long) WORDS.getAndBitwiseOr(markBits, w, bit) & bit) == 0;
    }

    /// As [#beginQueued] by any number of threads.
    public boolean beginQueuedShared() {
        return (int) QUEUED.getVolatile(this) == 0 && QUEUED.compareAndSet(this, 0, 1);
    }

    /// As [#takeUnscanned], by the thread whose turn it is.
    public long takeUnscannedShared(int word) {
        long bits = (long) WORDS.getVolatile(markBits, word) & ~scannedBits[word];
        scannedBits[word] |= bits;
        return bits;
    }

    /// Its turn is over, unless something was marked since it was scanned.
    ///
    /// @return whether it is to be scanned again by the caller
    public boolean endQueuedShared() {
        QUEUED.setVolatile(this, 0);
        for (int w = 0; w < markBits.length; w++) {
            if (((long) WORDS.getVolatile(markBits, w) & ~(long) WORDS.getOpaque(scannedBits, w))
                    != 0) {
                return beginQueuedShared();
            }
        }
        return false;
    }

    /// Number of slots marked.
    public int markedCount() {
        int n = 0;
        for (long w : markBits) {
            n += Long.bitCount(w);
        }
        return n;
    }

    /// Number of slots that hold an object.
    public int allocatedCount() {
        return takenThroughCache - Long.bitCount(allocCache);
    }

    /// Index from which the next free slot is looked for.
    public int freeIndex() {
        if (allocCache != 0) {
            return (nextWord - 1 << 6) + Long.numberOfTrailingZeros(allocCache);
        }
        return Math.min(nextWord << 6, slots);
    }

    /// Loads the next word with a free slot into the cache.
    ///
    /// @return whether there is one
    boolean refillCache() {
        while (nextWord < allocBits.length) {
            int w = nextWord++;
            long free = ~allocBits[w];
            int rest = slots - (w << 6);
            if (rest < 64) {
                free &= (1L << rest) - 1;
            }
            if (free != 0) {
                allocCache = free;
                cacheBase = base + (w << 6) * elemBytes;
                cacheTypes = types + 4L * (w << 6);
                takenThroughCache += Long.bitCount(free);
                return true;
            }
        }
        allocCache = 0;
        return false;
    }

    /// Leaves the word being used up so that [#refillCache] finds what is left of it again.
    void leaveCache() {
        if (allocCache == 0) {
            return;
        }
        nextWord--;
        takenThroughCache -= Long.bitCount(allocCache);
        int rest = slots - (nextWord << 6);
        long within = rest < 64 ? (1L << rest) - 1 : -1L;
        allocBits[nextWord] = ~allocCache & within;
        allocCache = 0;
    }

    /// Starts handing out from the first slot on.
    ///
    /// @param taken set bits of allocBits
    void rewind(int taken) {
        nextWord = 0;
        allocCache = 0;
        takenThroughCache = taken;
    }

    /// Whether all slots are taken.
    boolean isFull() {
        return allocatedCount() == slots;
    }

    /// What sweeping does to the bits: what is marked stays, marks begin anew.
    ///
    /// @return objects that remain
    public int adoptMarks() {
        int live = markedCount();
        long[] old = allocBits;
        allocBits = markBits;
        Arrays.fill(old, 0);
        Arrays.fill(scannedBits, 0);
        markBits = old;
        needZero = true;
        rewind(live);
        return live;
    }

    /// Which slots hold objects, as a new array.
    long[] allocatedBits() {
        long[] bits = allocBits.clone();
        for (int w = 0; w < bits.length && w < nextWord; w++) {
            bits[w] = -1L;
        }
        if (nextWord > 0 && allocCache != 0) {
            bits[nextWord - 1] = ~allocCache;
        }
        int rest = slots & 63;
        if (rest != 0) {
            bits[bits.length - 1] &= (1L << rest) - 1;
        }
        return bits;
    }
}
