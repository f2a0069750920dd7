package org.gorrery.runtime.gc;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.Sched;

/// A slow trace of its own, to compare with what marking found: it keeps a Java set instead of mark bits and follows types by
/// their structure (fields, elements, what a pointer is) instead of bitmaps, wherever the compiler made the type.
final class ReachabilityCheck implements RootVisitor {
    private final Mheap heap;
    private final TypeTable types;
    private final Roots roots;
    private final Set<Long> seen = new HashSet<>();
    private final ArrayDeque<Long> grey = new ArrayDeque<>();
    private final int w;
    private long frame;

    ReachabilityCheck(Mheap heap, Roots roots) {
        this.heap = heap;
        this.types = heap.types();
        this.roots = roots;
        this.w = types.wordBytes();
    }

    /// @throws EngineBug where an object is reachable and not marked, marked and not reachable, or reachable and not allocated
    void run(Sched sched) {
        roots.visit(sched, this);
        frame = 0;
        while (!grey.isEmpty()) {
            fieldsOf(grey.poll());
        }
        heap.forEachSpan(this::compare);
    }

    @Override
    public void frame(long pc) {
        frame = pc;
    }

    private void compare(Mspan s) {
        for (int i = 0; i < s.slots(); i++) {
            boolean reachable = seen.contains(s.slotAddress(i));
            if (reachable != s.isMarked(i)) {
                throw new EngineBug(
                        "mark",
                        "object %#x of type %s is %s"
                                .formatted(
                                        s.slotAddress(i),
                                        s.typeWord(i) == 0
                                                ? "unknown"
                                                : types.name(types.ofWord(s.typeWord(i))),
                                        reachable
                                                ? "reachable and not marked"
                                                : "marked and not reachable"));
            }
        }
    }

    @Override
    public void pointer(long p) {
        Mspan s = heap.spanOf(p);
        int slot = s == null ? 0 : s.slotOf(p);
        if (s == null || slot >= s.slots()) {
            return;
        }
        if (!s.isAllocated(slot)) {
            throw new EngineBug(
                    "mark",
                    "pointer %#x to a free object, found from %s"
                            .formatted(p, roots.describe(frame)));
        }
        reach(s.slotAddress(slot));
    }

    @Override
    public void maybePointer(long p) {
        Mspan s = heap.spanOf(p);
        if (s != null && s.slotOf(p) < s.slots() && s.isAllocated(s.slotOf(p))) {
            reach(s.slotAddress(s.slotOf(p)));
        }
    }

    private void reach(long object) {
        if (seen.add(object)) {
            grey.add(object);
        }
    }

    @Override
    public void fieldsOf(long object) {
        Mspan s = heap.spanOf(object);
        if (s == null || s.isNoscan()) {
            return;
        }
        int word = s.typeWord(s.slotOf(object));
        long end = object + s.elemBytes();
        if (word == 0) {
            for (long a = object; a < end; a += w) {
                maybePointer(load(a));
            }
            return;
        }
        long type = types.ofWord(word);
        long step = (word & Mspan.ARRAY) == 0 ? end - object : TypeTable.size(type);
        for (long a = object; a + TypeTable.size(type) <= end; a += step) {
            value(a, type);
        }
    }

    private long load(long a) {
        return heap.memory().loadPointer(a);
    }

    @Override
    public void value(long at, long type) {
        switch (TypeTable.kind(type)) {
            case TypeTable.POINTER,
                    TypeTable.UNSAFE_POINTER,
                    TypeTable.CHAN,
                    TypeTable.MAP,
                    TypeTable.FUNC,
                    TypeTable.SLICE,
                    TypeTable.STRING_KIND ->
                    pointer(load(at));
            case TypeTable.INTERFACE -> pointer(load(at + w));
            case TypeTable.ARRAY -> {
                long elem = types.elem(type);
                for (long i = 0, n = TypeTable.length(type);
                        i < n && !TypeTable.isNoscan(elem);
                        i++) {
                    value(at + i * TypeTable.size(elem), elem);
                }
            }
            case TypeTable.STRUCT -> struct(at, type);
            default -> {
                // a number
            }
        }
    }

    private void struct(long at, long type) {
        long fields = types.list(type);
        if (fields == 0 && !TypeTable.isNoscan(type)) {
            ownType(at, type);
            return;
        }
        for (int i = 0, n = TypeTable.aux(type); i < n; i++) {
            long f = fields + (long) i * TypeLayout.FIELD_BYTES;
            value(
                    at + Mem.ld64(f + TypeLayout.FIELD_OFFSET),
                    types.at(Mem.ld32(f + TypeLayout.FIELD_TYPE)));
        }
    }

    /// A type of the runtime's own has no fields, only a bitmap.
    private void ownType(long at, long type) {
        long mask = types.gcMask(type);
        for (int i = 0; i < TypeTable.pointerBytes(type) / w; i++) {
            if ((Mem.ld8(mask + i / 8) >> i % 8 & 1) != 0) {
                pointer(load(at + (long) i * w));
            }
        }
    }
}
