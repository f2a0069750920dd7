package org.gorrery.app.heapview;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.HeapSnapshot.Span;

/// Where the pages of a heap lie in the picture: rows of equally many pages, arena after arena, each page a cell.
///
/// A span is a run of pages; it is drawn as one piece per row that it touches. Immutable.
final class HeapLayout {
    /// Bytes of a page.
    static final long PAGE = 8192;

    private final HeapSnapshot heap;
    private final int pagesPerRow;
    private final long[] rowBase;
    private final List<Integer> arenaRows = new ArrayList<>();

    HeapLayout(HeapSnapshot heap, int pagesPerRow) {
        this.heap = heap;
        this.pagesPerRow = pagesPerRow;
        this.rowBase = rows(heap);
    }

    /// Only rows in which a span lies: reserved pages that no span covers yet take no place.
    private long[] rows(HeapSnapshot heap) {
        long rowBytes = pagesPerRow * PAGE;
        var bases = new ArrayList<Long>();
        int span = 0;
        List<Span> spans = heap.spans();
        for (HeapSnapshot.Arena arena : heap.arenas()) {
            arenaRows.add(bases.size());
            long last = Long.MIN_VALUE;
            while (span < spans.size() && spans.get(span).base() < arena.base() + arena.bytes()) {
                Span s = spans.get(span++);
                long first = arena.base() + (s.base() - arena.base()) / rowBytes * rowBytes;
                for (long row = Math.max(first, last);
                        row < s.base() + s.pages() * PAGE;
                        row += rowBytes) {
                    if (row != last) {
                        bases.add(row);
                        last = row;
                    }
                }
            }
        }
        return bases.stream().mapToLong(Long::longValue).toArray();
    }

    HeapSnapshot heap() {
        return heap;
    }

    int pagesPerRow() {
        return pagesPerRow;
    }

    int rows() {
        return rowBase.length;
    }

    /// Address of the first page of a row.
    long base(int row) {
        return rowBase[row];
    }

    /// The row at which an arena begins.
    boolean beginsArena(int row) {
        return arenaRows.contains(row);
    }

    /// The span that covers an address, or -1.
    int spanAt(long address) {
        int lo = 0;
        int hi = heap.spans().size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (heap.spans().get(mid).base() <= address) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        int i = lo - 1;
        if (i < 0) {
            return -1;
        }
        Span s = heap.spans().get(i);
        return address < s.base() + s.pages() * PAGE ? i : -1;
    }

    /// The first span that ends after an address.
    int firstAfter(long address) {
        int at = spanAt(address);
        if (at >= 0) {
            return at;
        }
        int lo = 0;
        int hi = heap.spans().size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (heap.spans().get(mid).base() > address) {
                hi = mid;
            } else {
                lo = mid + 1;
            }
        }
        return lo;
    }

    /// The row that holds an address, or -1.
    int rowOf(long address) {
        for (int r = 0; r < rowBase.length; r++) {
            if (address >= rowBase[r] && address < rowBase[r] + pagesPerRow * PAGE) {
                return r;
            }
        }
        return -1;
    }

    /// Step of the size class colours for a slot of some bytes; the last one for large objects.
    static int step(Span s) {
        if (s.sizeClass() == 0) {
            return 9;
        }
        int[] upTo = {16, 32, 64, 128, 256, 512, 1024, 4096};
        for (int i = 0; i < upTo.length; i++) {
            if (s.elemBytes() <= upTo[i]) {
                return i;
            }
        }
        return 8;
    }
}
