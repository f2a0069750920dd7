package org.gorrery.runtime.heap;

import java.util.Arrays;

/// Which pages of the heap are in use and which have been given back to the host. First fit by address, so that the heap
/// stays dense at its low end; neighbouring free pages are one run by nature, since there is one bit per page.
///
/// A summary per chunk of 512 pages (longest run, run at the start, run at the end) lets the search pass over chunks. Guard: the lock
/// of the heap. Source: Go runtime, `mpagealloc.go`, with two levels instead of five.
final class PageHeap {
    static final int CHUNK_PAGES = 512;
    private static final int CHUNK_WORDS = CHUNK_PAGES / 64;

    private int chunks;
    private long[] used = {};
    private long[] released = {};
    private short[] longest = {};
    private short[] atStart = {};
    private short[] atEnd = {};

    /// No chunk below this one has a free page.
    private int searchFrom;

    private long usedPages;
    private long releasedPages;

    /// Adds free chunks at the end; their pages were never touched.
    void grow(int moreChunks) {
        int words = (chunks + moreChunks) * CHUNK_WORDS;
        if (words > used.length) {
            int capacity = Math.max(words, used.length * 2);
            used = Arrays.copyOf(used, capacity);
            released = Arrays.copyOf(released, capacity);
            int c = capacity / CHUNK_WORDS;
            longest = Arrays.copyOf(longest, c);
            atStart = Arrays.copyOf(atStart, c);
            atEnd = Arrays.copyOf(atEnd, c);
        }
        Arrays.fill(released, chunks * CHUNK_WORDS, words, -1L);
        releasedPages += (long) moreChunks * CHUNK_PAGES;
        for (int c = chunks; c < chunks + moreChunks; c++) {
            longest[c] = CHUNK_PAGES;
            atStart[c] = CHUNK_PAGES;
            atEnd[c] = CHUNK_PAGES;
        }
        chunks += moreChunks;
    }

    /// Pages there are.
    int pages() {
        return chunks * CHUNK_PAGES;
    }

    long usedPages() {
        return usedPages;
    }

    long releasedPages() {
        return releasedPages;
    }

    /// First page of the lowest run of `n` free pages, or -1.
    int find(int n) {
        int run = 0;
        boolean noneFree = true;
        for (int c = searchFrom; c < chunks; c++) {
            if (longest[c] == 0) {
                run = 0;
                if (noneFree) {
                    searchFrom = c + 1;
                }
                continue;
            }
            noneFree = false;
            if (run + atStart[c] >= n) {
                return c * CHUNK_PAGES - run;
            }
            if (longest[c] >= n) {
                return findInside(c, n);
            }
            run = atEnd[c] == CHUNK_PAGES ? run + CHUNK_PAGES : atEnd[c];
        }
        return -1;
    }

    private int findInside(int chunk, int n) {
        int p = chunk * CHUNK_PAGES;
        int end = p + CHUNK_PAGES;
        while (p < end) {
            p = nextFree(p, end);
            int stop = nextUsed(p, end);
            if (stop - p >= n) {
                return p;
            }
            p = stop;
        }
        throw new IllegalStateException(
                "summary of chunk " + chunk + " promises " + n + " free pages");
    }

    private int nextFree(int p, int end) {
        while (p < end) {
            long w = ~used[p >>> 6] >>> p;
            if (w != 0) {
                return p + Long.numberOfTrailingZeros(w);
            }
            p = (p | 63) + 1;
        }
        return end;
    }

    private int nextUsed(int p, int end) {
        while (p < end) {
            long w = used[p >>> 6] >>> p;
            if (w != 0) {
                return p + Long.numberOfTrailingZeros(w);
            }
            p = (p | 63) + 1;
        }
        return end;
    }

    /// Takes a free run.
    ///
    /// @return how many of its pages the host had back; they are zero
    int take(int page, int n) {
        int zero = 0;
        for (int p = page; p < page + n; ) {
            int inWord = Math.min(64 - (p & 63), page + n - p);
            long mask = (inWord == 64 ? -1L : (1L << inWord) - 1) << p;
            used[p >>> 6] |= mask;
            zero += Long.bitCount(released[p >>> 6] & mask);
            released[p >>> 6] &= ~mask;
            p += inWord;
        }
        usedPages += n;
        releasedPages -= zero;
        summarise(page, n);
        return zero;
    }

    void giveBack(int page, int n) {
        change(used, page, n, false);
        usedPages -= n;
        summarise(page, n);
        searchFrom = Math.min(searchFrom, page / CHUNK_PAGES);
    }

    private static void change(long[] bits, int page, int n, boolean set) {
        for (int p = page; p < page + n; ) {
            int inWord = Math.min(64 - (p & 63), page + n - p);
            long mask = (inWord == 64 ? -1L : (1L << inWord) - 1) << p;
            bits[p >>> 6] = set ? bits[p >>> 6] | mask : bits[p >>> 6] & ~mask;
            p += inWord;
        }
    }

    private void summarise(int page, int n) {
        for (int c = page / CHUNK_PAGES; c <= (page + n - 1) / CHUNK_PAGES; c++) {
            int start = c * CHUNK_PAGES;
            int end = start + CHUNK_PAGES;
            int best = 0;
            int tail = 0;
            for (int p = nextFree(start, end); p < end; ) {
                int stop = nextUsed(p, end);
                best = Math.max(best, stop - p);
                tail = stop == end ? stop - p : 0;
                p = nextFree(stop, end);
            }
            longest[c] = (short) best;
            atStart[c] = (short) (nextUsed(start, end) - start);
            atEnd[c] = (short) tail;
        }
    }

    boolean isUsed(int page) {
        return (used[page >>> 6] >>> page & 1) != 0;
    }

    boolean isReleased(int page) {
        return (released[page >>> 6] >>> page & 1) != 0;
    }

    /// The highest run of free pages the host does not have back, at most `most` long, marked as given back.
    ///
    /// @return first page, with the length in the high half; -1 where there is none
    long releaseHighest(int most) {
        for (int w = chunks * CHUNK_WORDS - 1; w >= 0; w--) {
            long candidates = ~used[w] & ~released[w];
            if (candidates == 0) {
                continue;
            }
            int last = (w << 6) + 63 - Long.numberOfLeadingZeros(candidates);
            int first = last;
            while (first > 0
                    && last - first + 1 < most
                    && !isUsed(first - 1)
                    && !isReleased(first - 1)) {
                first--;
            }
            int n = last - first + 1;
            change(released, first, n, true);
            releasedPages += n;
            return (long) n << 32 | first;
        }
        return -1;
    }
}
