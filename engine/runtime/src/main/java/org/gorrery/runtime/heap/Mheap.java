package org.gorrery.runtime.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final MappedRanges mapped;
    private final int arenaShift;
    private final int pageMask;
    private final @Nullable Mspan[] @Nullable [] arenas;
    private final Mcentral[] centrals = new Mcentral[SizeClasses.SPAN_CLASSES];
    private final Mspan empty = Mspan.empty();
    private final Object lock = new Object();

    // Guard of the next five: lock.
    private final PageHeap pages = new PageHeap();
    private final TypeSlots typeSlots;
    private final List<Mcache> mcaches = new ArrayList<>();
    private int spanCount;
    private long firstSample = Long.MAX_VALUE;

    private CommonTypes common;
    private final HeapSpecials specials = new HeapSpecials(this, lock);
    private final Sweeping sweeping = new Sweeping(this, centrals, specials, lock);
    private Collector collector = new Collector() {};

    private final AtomicLong live = new AtomicLong();
    private volatile long trigger = Long.MAX_VALUE;

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
        this.mapped = new MappedRanges(this, layout, lock);
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
        specials.setSweeper(sweeper);
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
            sweeping.swept().add(c.stats);
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
        sweeping.payDebt((int) n);
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
        for (int budget = SWEEPS_BEFORE_GROWING; budget > 0 && sweeping.sweepOne() > 0; budget--) {
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
        s.sweepGeneration = sweeping.generation();
        spanCount++;
        setSpan(page, n, s);
        return s;
    }

    /// What the program maps for itself.
    public MappedRanges mapped() {
        return mapped;
    }

    /// Where the arenas in use end; with the lock held.
    long pagesEnd() {
        return base + ((long) pages.pages() << PAGE_SHIFT);
    }

    /// Gives a range back to the host, which reads as zero from then on.
    void discard(long at, long bytes) {
        space.discard(at, bytes);
    }

    private int grow(int n) {
        int chunks = (n + PageHeap.CHUNK_PAGES - 1) / PageHeap.CHUNK_PAGES;
        long newEnd =
                base + ((long) pages.pages() + (long) chunks * PageHeap.CHUNK_PAGES << PAGE_SHIFT);
        if (newEnd > mapped.start()) {
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

    /// Gives back a span without objects.
    void free(Mspan s) {
        synchronized (lock) {
            int page = (int) (s.base - base >>> PAGE_SHIFT);
            setSpan(page, s.pages, null);
            pages.giveBack(page, s.pages);
            typeSlots.giveBack(s.types, s.slots);
            spanCount--;
        }
    }

    // Sweeping.

    /// Who sweeps.
    public Sweeping sweeping() {
        return sweeping;
    }

    /// With the world stopped: sweeps what is left, and takes all spans from the mcaches, so that nothing moves while marking.
    public void prepareToMark() {
        sweeping.finish();
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
    public void startSweep(long liveBytes, long goalBytes) {
        live.set(liveBytes);
        synchronized (lock) {
            sweeping.start(pages.usedPages(), liveBytes, goalBytes);
        }
    }

    /// Finalizers, samples and the like, tied to objects.
    public HeapSpecials specials() {
        return specials;
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
            sum.add(sweeping.swept());
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
