package org.gorrery.runtime.heap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.SizeClasses;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// The heap of a run: arenas of pages, the spans on them, a central list per span class, an mcache per P.
///
/// An allocation goes down as far as it must: mcache (no lock), mcentral (its monitor), the pages (the heap's monitor), the host's
/// memory. Sweeping is lazy and lies on the same way: mcentral sweeps before it asks for pages, and every span taken pays for sweeping
/// in proportion, so that all is swept when the next collection is due.
///
/// An address is found by arena and page in two array loads. Lock order: an mcentral before the heap.
/// Source: Go runtime, `mheap.go`.
public final class Mheap {
    private static final int PAGE_SHIFT = SizeClasses.PAGE_SHIFT;

    /// Spans swept in search of free pages before the heap grows instead.
    private static final int SWEEPS_BEFORE_GROWING = 1000;

    private final AddressSpace space;
    private final TypeTable types;
    private final GoMemory memory;
    private final HeapLimits limits;
    private final boolean is32Bit;
    private final long base;
    private final long end;

    // Behind this the program has mapped ranges for itself. Guard: lock.
    private long mappedFrom;
    private final int arenaShift;
    private final int pageMask;
    private final @Nullable Mspan[] @Nullable [] arenas;
    private final Mcentral[] centrals = new Mcentral[SizeClasses.SPAN_CLASSES];
    private final Mspan empty = Mspan.empty();
    private final Object lock = new Object();

    // Guard of the next six: lock.
    private final PageHeap pages = new PageHeap();
    private final TypeSlots typeSlots;
    private final List<Mcache> mcaches = new ArrayList<>();
    private final Set<Mspan> withSpecials = new LinkedHashSet<>();
    private final HeapStats swept = new HeapStats();
    private int spanCount;
    private long firstSample = Long.MAX_VALUE;

    private CommonTypes common;
    private SpanSweeper sweeper = span -> {};
    private Collector collector = new Collector() {};

    private volatile int sweepGeneration;
    private final AtomicLong live = new AtomicLong();
    private volatile long trigger = Long.MAX_VALUE;

    private final SweepDebt debt = new SweepDebt();
    private int sweepCursor;

    /// An empty heap.
    public Mheap(
            AddressSpace space,
            AddressLayout layout,
            Target target,
            TypeTable types,
            HeapLimits limits) {
        this.space = space;
        this.types = types;
        this.memory = new GoMemory(target, layout);
        this.common = CommonTypes.of(types, Map.of());
        this.limits = limits;
        this.is32Bit = !target.is64Bit();
        this.base = layout.heap();
        this.end = layout.end();
        this.mappedFrom = end;
        this.arenaShift = is32Bit ? 22 : 26;
        this.pageMask = (1 << arenaShift - PAGE_SHIFT) - 1;
        this.arenas = new Mspan[(int) (end - base + (1L << arenaShift) - 1 >>> arenaShift)][];
        this.typeSlots = new TypeSlots(space.tables(), space.tableBytes() / 2);
        for (int c = 0; c < centrals.length; c++) {
            centrals[c] = new Mcentral(this, c);
        }
    }

    /// Sets who collects and what sweeping does for dead objects; before the first allocation.
    public void setCollector(Collector collector, SpanSweeper sweeper) {
        this.collector = collector;
        this.sweeper = sweeper;
    }

    /// Sets what kinds of text and slice headers are called in the heap view, and where their pointers lie.
    public void setCommonTypes(CommonTypes types) {
        common = types;
    }

    /// Type word of the bytes of a string.
    public int byteArrayWord() {
        return common.byteArray();
    }

    /// Type word of an array of runes.
    public int runeArrayWord() {
        return common.runeArray();
    }

    /// Type word of a string header.
    public int stringWord() {
        return common.string();
    }

    /// Type word of a slice header.
    public int sliceWord() {
        return common.slice();
    }

    /// The collector of the run.
    public Collector collector() {
        return collector;
    }

    /// Sets after how many bytes each mcache takes its first sample for the heap profile.
    public void setFirstSample(long bytes) {
        synchronized (lock) {
            firstSample = bytes;
            mcaches.forEach(c -> c.setNextSample(bytes));
        }
    }

    /// The rate of samples has changed: each mcache asks the sampler at its next allocation. One that is allocating at this very moment may miss
    /// it, and finds out when its own distance is over.
    public void samplingChanged() {
        synchronized (lock) {
            mcaches.forEach(Mcache::askSampler);
        }
    }

    /// An mcache for a new P.
    public Mcache newMcache() {
        var c = new Mcache(this, empty);
        synchronized (lock) {
            c.setNextSample(firstSample);
            mcaches.add(c);
        }
        return c;
    }

    /// Takes back the mcache of a P that is no more; with the world stopped.
    public void dropMcache(Mcache c) {
        c.releaseAll();
        synchronized (lock) {
            swept.add(c.stats);
            mcaches.remove(c);
        }
    }

    /// The types of the program.
    public TypeTable types() {
        return types;
    }

    /// How words lie in memory.
    public GoMemory memory() {
        return memory;
    }

    boolean is32Bit() {
        return is32Bit;
    }

    Mcentral central(int spanClass) {
        return centrals[spanClass];
    }

    /// The span that an address lies in, or null.
    public @Nullable Mspan spanOf(long address) {
        if (address < base || address >= end) {
            return null;
        }
        long offset = address - base;
        int arena = (int) (offset >>> arenaShift);
        @Nullable Mspan @Nullable [] spans = arenas[arena];
        return spans == null ? null : spans[(int) (offset >>> PAGE_SHIFT) & pageMask];
    }

    /// First address of the region of arenas.
    public long base() {
        return base;
    }

    /// End of the region of arenas.
    public long end() {
        return end;
    }

    // Pacing.

    /// Bytes allocated and not yet known to be dead; spans at hand count as full.
    public long liveBytes() {
        return live.get();
    }

    /// Sets what marking found alive.
    public void setLive(long bytes) {
        live.set(bytes);
    }

    /// Sets the live bytes at which a collection is due.
    public void setTrigger(long bytes) {
        trigger = bytes;
    }

    /// Adds to the live bytes.
    ///
    /// @return whether a collection is due
    boolean addLive(long bytes) {
        return live.addAndGet(bytes) >= trigger;
    }

    /// Whether a collection is due once so many bytes are allocated.
    public boolean isCollectionDue(long moreBytes) {
        return live.get() + moreBytes >= trigger;
    }

    /// Whether an allocation would break the limit of the run.
    public boolean exceedsLimit(long bytes) {
        return bytes > limits.maxBytes() || inUseBytes() + bytes > limits.maxBytes();
    }

    /// Bytes of spans in use.
    public long inUseBytes() {
        synchronized (lock) {
            return pages.usedPages() << PAGE_SHIFT;
        }
    }

    // Spans.

    /// A fresh span of a size class.
    Mspan newSpan(int spanClass) {
        int c = spanClass >>> 1;
        int elem = SizeClasses.bytes(c);
        int n = SizeClasses.pages(c);
        return newSpan(spanClass, n, elem, n * SizeClasses.PAGE_BYTES / elem);
    }

    /// A span for one large object; its slot is taken.
    ///
    /// @throws OutOfHeap where it would break the limit
    Mspan allocateLarge(long bytes, boolean noscan) {
        long n = (bytes >>> PAGE_SHIFT) + ((bytes & SizeClasses.PAGE_BYTES - 1) != 0 ? 1 : 0);
        if (n > Math.min(end - base, limits.maxBytes()) >>> PAGE_SHIFT) {
            throw new OutOfHeap(bytes, inUseBytes());
        }
        paySweepDebt((int) n);
        Mspan s = newSpan(noscan ? 1 : 0, (int) n, n << PAGE_SHIFT, 1);
        s.refillCache();
        s.allocCache = 0;
        central(s.spanClass).pushSwept(s);
        return s;
    }

    private Mspan newSpan(int spanClass, int n, long elemBytes, int slots) {
        synchronized (lock) {
            int page = pages.find(n);
            if (page >= 0) {
                return place(page, spanClass, n, elemBytes, slots);
            }
        }
        for (int budget = SWEEPS_BEFORE_GROWING; budget > 0 && sweepOne() > 0; budget--) {
            // dead spans become free pages
        }
        synchronized (lock) {
            int page = pages.find(n);
            return place(page >= 0 ? page : grow(n), spanClass, n, elemBytes, slots);
        }
    }

    private Mspan place(int page, int spanClass, int n, long elemBytes, int slots) {
        if (pages.usedPages() + n << PAGE_SHIFT > limits.maxBytes()) {
            throw new OutOfHeap((long) n << PAGE_SHIFT, pages.usedPages() << PAGE_SHIFT);
        }
        long types = typeSlots.take(slots);
        int zero = pages.take(page, n);
        long at = base + ((long) page << PAGE_SHIFT);
        var s = new Mspan(at, n, spanClass, elemBytes, slots, types, zero < n);
        s.sweepGeneration = sweepGeneration;
        spanCount++;
        setSpan(page, n, s);
        return s;
    }

    /// A range of zeroed addresses that the collector never looks at, from the end of the region downwards; it is not used again when
    /// it is unmapped.
    ///
    /// @param bytes a multiple of the host's page size
    /// @return 0 where there is no room
    public long map(long bytes) {
        synchronized (lock) {
            long heapEnd = base + ((long) pages.pages() << PAGE_SHIFT);
            if (bytes > mappedFrom - heapEnd) {
                return 0;
            }
            mappedFrom -= bytes;
            return mappedFrom;
        }
    }

    /// Gives the pages of a mapped range back to the host.
    ///
    /// @return false where it is none
    public boolean unmap(long at, long bytes) {
        synchronized (lock) {
            if (at < mappedFrom || bytes < 0 || bytes > end - at) {
                return false;
            }
        }
        space.discard(at, bytes);
        return true;
    }

    private int grow(int n) {
        int chunks = (n + PageHeap.CHUNK_PAGES - 1) / PageHeap.CHUNK_PAGES;
        long newEnd =
                base + ((long) pages.pages() + (long) chunks * PageHeap.CHUNK_PAGES << PAGE_SHIFT);
        if (newEnd > mappedFrom) {
            throw new OutOfHeap((long) n << PAGE_SHIFT, pages.usedPages() << PAGE_SHIFT);
        }
        pages.grow(chunks);
        return pages.find(n);
    }

    private void setSpan(int page, int n, @Nullable Mspan s) {
        int perArena = pageMask + 1;
        for (int p = page; p < page + n; p++) {
            int arena = p / perArena;
            @Nullable Mspan @Nullable [] spans = arenas[arena];
            if (spans == null) {
                spans = new @Nullable Mspan[perArena];
                arenas[arena] = spans;
            }
            spans[p & pageMask] = s;
        }
    }

    private void free(Mspan s) {
        synchronized (lock) {
            int page = (int) (s.base - base >>> PAGE_SHIFT);
            setSpan(page, s.pages, null);
            pages.giveBack(page, s.pages);
            typeSlots.giveBack(s.types, s.slots);
            spanCount--;
        }
    }

    // Sweeping.

    /// Counts collections twice: a span whose own number is smaller is yet to be swept.
    int sweepGeneration() {
        return sweepGeneration;
    }

    /// Sweeps a span taken from an mcentral.
    ///
    /// @return objects that remain in it
    int sweep(Mspan s) {
        synchronized (lock) {
            if (s.specials != null) {
                sweeper.dispose(s);
                if (s.specials == null) {
                    withSpecials.remove(s);
                }
            }
            int before = s.allocatedCount();
            int remain = s.adoptMarks();
            s.sweepGeneration = sweepGeneration;
            swept.frees[s.sizeClass()] += before - remain;
            if (s.sizeClass() == 0) {
                swept.largeFreeBytes += (before - remain) * s.elemBytes;
            }
            debt.paid(s.pages);
            return remain;
        }
    }

    /// Sweeps one span that was not swept since the last collection.
    ///
    /// @return its pages, 0 where none is left
    public int sweepOne() {
        for (int tried = 0; tried < centrals.length; tried++) {
            int c = sweepCursor;
            Mspan s = centrals[c].popUnswept();
            if (s == null) {
                sweepCursor = (c + 1) % centrals.length;
                continue;
            }
            int n = s.pages;
            if (sweep(s) == 0) {
                free(s);
            } else {
                centrals[c].pushSwept(s);
            }
            return n;
        }
        return 0;
    }

    /// Spans that were not swept since the last collection.
    public int unsweptSpans() {
        int n = 0;
        for (Mcentral c : centrals) {
            n += c.unsweptCount();
        }
        return n;
    }

    /// Sweeps until allocation and sweeping are in step.
    void paySweepDebt(int morePages) {
        while (debt.isDue(live.get() + ((long) morePages << PAGE_SHIFT))) {
            if (sweepOne() == 0) {
                debt.clear();
            }
        }
    }

    /// With the world stopped: sweeps what is left, and takes all spans from the mcaches, so that nothing moves while marking.
    public void prepareToMark() {
        while (sweepOne() > 0) {
            // the last cycle ends before the next begins
        }
        debt.clear();
        synchronized (lock) {
            mcaches.forEach(Mcache::releaseAll);
        }
    }

    /// With the world stopped: forgets all marks.
    public void clearMarks() {
        forEachSpan(Mspan::clearMarks);
    }

    /// With the world stopped, after marking: all spans are unswept from now on.
    ///
    /// @param liveBytes marked
    /// @param goalBytes at which the next collection will be due: sweeping is done by then
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void startSweep(long liveBytes, long goalBytes) {
        sweepGeneration += 2;
        sweepCursor = 0;
        live.set(liveBytes);
        synchronized (lock) {
            debt.start(pages.usedPages(), liveBytes, goalBytes);
        }
    }

    // Specials.

    /// Ties a special to the object that holds the address, which the caller keeps alive.
    ///
    /// @return whether there is such an object
    public boolean addSpecial(long address, Special s) {
        Mspan span = spanOf(address);
        if (span == null) {
            return false;
        }
        synchronized (lock) {
            Special.add(span, span.slotOf(address), s);
            if (s.countsForMarking()) {
                withSpecials.add(span);
            }
        }
        return true;
    }

    /// Unties it.
    ///
    /// @return whether it was tied to the object
    public boolean removeSpecial(long address, Special s) {
        Mspan span = spanOf(address);
        if (span == null) {
            return false;
        }
        synchronized (lock) {
            return Special.remove(span, s);
        }
    }

    /// The spans that have specials which marking must look at, those that got one first coming first; with the world stopped.
    public List<Mspan> spansWithSpecials() {
        synchronized (lock) {
            withSpecials.removeIf(s -> s.specials == null);
            return List.copyOf(withSpecials);
        }
    }

    /// The specials of the object that holds the address, in the order added.
    public List<Special> specialsOf(long address) {
        Mspan span = spanOf(address);
        if (span == null) {
            return List.of();
        }
        var found = new ArrayList<Special>();
        synchronized (lock) {
            int slot = span.slotOf(address);
            for (Special s = span.specials; s != null; s = s.next()) {
                if (s.slot() == slot) {
                    found.add(s);
                }
            }
        }
        return found;
    }

    // The host's memory.

    /// Gives free pages back to the host, those at the highest addresses first.
    ///
    /// @return bytes given back, at least what was asked for where there is so much
    public long scavenge(long bytes) {
        long done = 0;
        while (done < bytes) {
            synchronized (lock) {
                long run =
                        pages.releaseHighest(
                                (int)
                                        Math.min(
                                                bytes - done + SizeClasses.PAGE_BYTES - 1
                                                        >>> PAGE_SHIFT,
                                                1 << 16));
                if (run < 0) {
                    return done;
                }
                long n = run >>> 32 << PAGE_SHIFT;
                space.discard(base + ((run & 0xffff_ffffL) << PAGE_SHIFT), n);
                done += n;
            }
        }
        return done;
    }

    // Figures; with the world stopped.

    /// What the pages are used for; at any time.
    public HeapFigures.Pages pageFigures() {
        synchronized (lock) {
            return new HeapFigures.Pages(
                    (long) pages.pages() << PAGE_SHIFT,
                    pages.usedPages() << PAGE_SHIFT,
                    pages.releasedPages() << PAGE_SHIFT);
        }
    }

    /// Bytes of the tables beside the spans.
    public long tableBytes() {
        synchronized (lock) {
            return typeSlots.inUseBytes();
        }
    }

    /// What the allocator counts.
    public HeapFigures figures() {
        var sum = new HeapStats();
        synchronized (lock) {
            sum.add(swept);
            for (Mcache c : mcaches) {
                c.flushCounts();
                sum.add(c.stats);
            }
            return new HeapFigures(
                    sum.totalAllocBytes(),
                    sum.totalFreeBytes(),
                    sum.totalMallocs(),
                    sum.totalFrees(),
                    (long) pages.pages() << PAGE_SHIFT,
                    pages.usedPages() << PAGE_SHIFT,
                    pages.releasedPages() << PAGE_SHIFT,
                    spanCount,
                    typeSlots.inUseBytes(),
                    mcaches.size(),
                    sum.mallocs,
                    sum.frees);
        }
    }

    /// Calls with every span in use, by address.
    public void forEachSpan(Consumer<Mspan> action) {
        int n;
        synchronized (lock) {
            n = pages.pages();
        }
        for (int p = 0; p < n; ) {
            Mspan s = spanOf(base + ((long) p << PAGE_SHIFT));
            if (s == null) {
                p++;
            } else {
                action.accept(s);
                p += s.pages;
            }
        }
    }

    /// A copy of what lies where.
    public HeapPicture picture(long rodata) {
        synchronized (lock) {
            return HeapPicture.of(this, pages, arenaShift, (int) rodata);
        }
    }
}
