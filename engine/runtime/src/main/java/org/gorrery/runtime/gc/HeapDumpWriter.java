package org.gorrery.runtime.gc;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage.Global;
import org.gorrery.abi.TypeLayout;
import org.gorrery.event.GcCycle;
import org.gorrery.event.MemStats;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.Sched;

/// Writes what `debug.WriteHeapDump` writes since Go 1.7: every object with its pointers, and all that keeps objects alive. The world is stopped
/// and everything is swept. Records of threads and of the heap profile are left out: what dies here is not sampled object by object.
///
/// Source: Go wiki, page heapdump15-through-heapdump17.
final class HeapDumpWriter {
    private static final String HEADER = "go1.7 heap dump\n";
    private static final int EOF = 0;
    private static final int OBJECT = 1;
    private static final int OTHER_ROOT = 2;
    private static final int TYPE = 3;
    private static final int PARAMS = 6;
    private static final int FINALIZER = 7;
    private static final int ITAB = 8;
    private static final int MEM_STATS = 10;
    private static final int DATA = 12;
    private static final int BSS = 13;
    private static final int PAUSES = 256;
    private static final int[] NO_POINTERS = {};

    private final Machine machine;
    private final Roots roots;
    private final List<Global> globals;
    private final Mheap heap;
    private final TypeTable types;
    private final int w;
    private final DumpBytes out = new DumpBytes();
    private final Map<Long, int[]> pointers = new HashMap<>();

    HeapDumpWriter(Machine machine, Roots roots, List<Global> globals) {
        this.machine = machine;
        this.roots = roots;
        this.globals = globals;
        this.heap = machine.heap();
        this.types = heap.types();
        this.w = types.wordBytes();
    }

    /// Writes all.
    ///
    /// @param version of the Go that the program believes to run on
    /// @param itabBytes of all method tables
    List<byte[]> write(
            Sched sched, String version, long itabBytes, MemStats stats, List<GcCycle> cycles) {
        out.raw(HEADER);
        params(version);
        itabs(itabBytes);
        heap.forEachSpan(this::objects);
        var stacks = new StackDump(machine, roots.frames(), out, this::pointers);
        sched.goroutines()
                .forEach(g -> {
                    stacks.write(g);
                    g.visitRoots(p -> otherRoot("goroutine " + g.id, p));
                });
        segments();
        roots.visitSources(p -> otherRoot("runtime", p));
        for (Mspan span : heap.specials().spans()) {
            for (Special s = span.specials(); s != null; s = s.next()) {
                special(span, s);
            }
        }
        stats(stats, cycles);
        out.number(EOF);
        return out.pieces();
    }

    private long address(long a) {
        return w == 8 ? a : a & 0xffff_ffffL;
    }

    private void params(String version) {
        out.number(PARAMS);
        out.flag(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN);
        out.number(w);
        out.number(address(heap.base()));
        out.number(address(heap.end()));
        out.text(machine.target().goarch());
        out.text(version);
        out.number(Runtime.getRuntime().availableProcessors());
    }

    private void itabs(long bytes) {
        var told = new java.util.HashSet<Long>();
        long base = machine.layout().itabs();
        for (long at = base; at < base + bytes; at += AddressLayout.ITAB_BYTES) {
            int offset = Mem.ld32(at + TypeLayout.ITAB_TYPE);
            if (offset == 0) {
                continue;
            }
            long type = types.at(offset);
            if (told.add(type)) {
                type(type);
            }
            out.number(ITAB);
            out.number(address(at));
            out.number(address(type));
        }
    }

    private void type(long type) {
        out.number(TYPE);
        out.number(address(type));
        out.number(TypeTable.size(type));
        String path = types.string(type + TypeLayout.PKG_PATH);
        String name = types.string(type + TypeLayout.NAME);
        out.text(path.isEmpty() || name.isEmpty() ? types.name(type) : path + "." + name);
        out.flag(
                (TypeTable.flags(type) & TypeLayout.FLAG_DIRECT) == 0 || !TypeTable.isNoscan(type));
    }

    private void objects(Mspan s) {
        for (int i = 0; i < s.slots(); i++) {
            if (!s.isAllocated(i)) {
                continue;
            }
            long at = s.slotAddress(i);
            out.number(OBJECT);
            out.number(address(at));
            out.memory(at, s.elemBytes());
            if (!s.isNoscan()) {
                fields(at, s.elemBytes(), s.typeWord(i));
            }
            out.number(0);
        }
    }

    private void fields(long at, long bytes, int word) {
        if (word == 0) { // of unknown type: what points into the heap
            for (long a = 0; a < bytes; a += w) {
                if (heap.spanOf(heap.memory().loadPointer(at + a)) != null) {
                    field(a);
                }
            }
            return;
        }
        long type = types.ofWord(word);
        int[] own = pointers(type);
        long size = TypeTable.size(type);
        long step = (word & Mspan.ARRAY) == 0 ? bytes : size;
        for (long a = 0; a + size <= bytes; a += step) {
            for (int p : own) {
                field(a + p);
            }
        }
    }

    private void field(long offset) {
        out.number(StackDump.POINTER);
        out.number(offset);
    }

    private int[] pointers(long type) {
        return pointers.computeIfAbsent(type, this::pointersOf);
    }

    /// Offsets of the pointers in a value of a type.
    private int[] pointersOf(long type) {
        if (TypeTable.isNoscan(type)) {
            return NO_POINTERS;
        }
        long words = (TypeTable.pointerBytes(type) + w - 1) / w;
        long[] bitmap = new long[(int) (words + 63 >>> 6)];
        types.addPointers(bitmap, 0, type);
        return java.util.BitSet.valueOf(bitmap).stream().map(i -> i * w).toArray();
    }

    private void otherRoot(String what, long p) {
        if (p != 0 && heap.spanOf(p) != null) {
            out.number(OTHER_ROOT);
            out.text(what);
            out.number(address(p));
        }
    }

    /// Package variables; there is no second segment for those that begin as zero.
    private void segments() {
        long data = machine.layout().data();
        long end = 0;
        var sorted =
                globals.stream()
                        .filter(v -> v.typeOffset() != 0)
                        .sorted(java.util.Comparator.comparingLong(Global::offset))
                        .toList();
        for (Global v : sorted) {
            end = Math.max(end, v.offset() + TypeTable.size(types.at(v.typeOffset())));
        }
        out.number(DATA);
        out.number(address(data));
        out.memory(data, end);
        for (Global v : sorted) {
            for (int p : pointers(types.at(v.typeOffset()))) {
                field(v.offset() + p);
            }
        }
        out.number(0);
        out.number(BSS);
        out.number(address(data + end));
        out.number(0);
        out.number(0);
    }

    private void special(Mspan span, Special s) {
        switch (s) {
            case FinalizerSpecial f -> {
                out.number(FINALIZER);
                out.number(address(span.slotAddress(s.slot())));
                out.number(address(f.closure));
                out.number(address(heap.memory().loadPointer(f.closure)));
                out.number(0);
                out.number(0);
            }
            case CleanupSpecial c -> otherRoot("cleanup", c.closure);
            case WeakSpecial k -> otherRoot("weak pointer", k.handle);
            default -> {
                // keeps nothing alive
            }
        }
    }

    private void stats(MemStats m, List<GcCycle> cycles) {
        out.number(MEM_STATS);
        for (long v : m.leading()) {
            out.number(v);
        }
        long[] pauses = new long[PAUSES];
        cycles.forEach(c -> pauses[(c.number() + PAUSES - 1) % PAUSES] = c.pauseNanos());
        for (long v : pauses) {
            out.number(v);
        }
        out.number(m.numGc());
    }
}
