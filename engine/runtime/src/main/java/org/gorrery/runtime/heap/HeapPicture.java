package org.gorrery.runtime.heap;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.SizeClasses;
import org.gorrery.event.HeapSnapshot.Arena;
import org.gorrery.event.HeapSnapshot.Span;
import org.gorrery.event.HeapSnapshot.SpanState;

/// Arenas and spans at one safepoint, copied: the heap's part of a [HeapSnapshot].
///
/// @param arenas that hold pages, in order
/// @param spans by address, free runs included
public record HeapPicture(List<Arena> arenas, List<Span> spans) {
    private static final long[] NO_BITS = {};
    private static final int[] NO_TYPES = {};

    static HeapPicture of(Mheap heap, PageHeap pages, int arenaShift, int rodataLow) {
        var arenas = new ArrayList<Arena>();
        long bytes = (long) pages.pages() << SizeClasses.PAGE_SHIFT;
        for (long at = 0; at < bytes; at += 1L << arenaShift) {
            arenas.add(new Arena(heap.base() + at, 1L << arenaShift));
        }
        var spans = new ArrayList<Span>();
        for (int p = 0; p < pages.pages(); ) {
            Mspan s = heap.spanOf(heap.base() + ((long) p << SizeClasses.PAGE_SHIFT));
            if (s != null) {
                spans.add(inUse(s, rodataLow, heap.sweeping().generation()));
                p += s.pages;
            } else {
                int n = freeRun(pages, p);
                spans.add(
                        free(
                                heap.base() + ((long) p << SizeClasses.PAGE_SHIFT),
                                n,
                                pages.isReleased(p)));
                p += n;
            }
        }
        return new HeapPicture(arenas, spans);
    }

    private static int freeRun(PageHeap pages, int from) {
        boolean released = pages.isReleased(from);
        int p = from;
        while (p < pages.pages() && !pages.isUsed(p) && pages.isReleased(p) == released) {
            p++;
        }
        return p - from;
    }

    private static Span free(long at, int n, boolean released) {
        return new Span(
                at,
                n,
                released ? SpanState.SCAVENGED : SpanState.FREE,
                0,
                false,
                0,
                0,
                0,
                NO_BITS,
                NO_BITS,
                NO_TYPES,
                0);
    }

    /// Once swept, the marks of the last collection are what allocation starts from.
    private static Span inUse(Mspan s, int rodataLow, int sweepGeneration) {
        int[] types = new int[s.slots];
        for (int i = 0; i < types.length; i++) {
            int word = s.isAllocated(i) ? s.typeWord(i) & -2 : 0;
            types[i] = word == 0 ? 0 : word - rodataLow;
        }
        return new Span(
                s.base,
                s.pages,
                SpanState.IN_USE,
                s.sizeClass(),
                s.isNoscan(),
                (int) Math.min(s.elemBytes, Integer.MAX_VALUE),
                s.slots,
                s.allocatedCount(),
                s.allocatedBits(),
                (s.sweepGeneration == sweepGeneration ? s.allocBits : s.markBits).clone(),
                types,
                s.sweepGeneration / 2);
    }
}
