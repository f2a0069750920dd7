package org.gorrery.runtime.gc;

import java.util.Comparator;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.FuncInfo.FrameObject;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.stack.FuncTable;
import org.gorrery.runtime.stack.NativeFrame;

/// The pointers of a frame: its live slots, the objects that are always scanned, and those that a live pointer of the same frame leads to.
///
/// Pointers to objects of other frames need no following: who calls keeps what it gives its callee alive, and a frame is gone before the
/// objects in it are missed.
///
/// Source of the idea: Go runtime, `mgcstack.go`.
final class FrameRoots {
    private static final int[] NO_OFFSETS = {};
    private static final long[] NO_POINTERS = {};

    /// By function: offset, bytes and type of each object that is always scanned and may hold pointers.
    private final int[][] scanned;

    /// By function: where each of the other objects that hold pointers begins and ends, by offset, and which of its words are pointers.
    private final int[][] tracked;

    private final long[][] trackedPointers;
    private final FuncTable funcs;
    private final TypeTable types;
    private final int wordBytes;
    private final long windowBase;

    FrameRoots(FuncTable funcs, TypeTable types, AddressLayout layout) {
        this.funcs = funcs;
        this.types = types;
        this.wordBytes = types.wordBytes();
        this.windowBase = layout.base();
        int n = funcs.count();
        this.scanned = new int[n][];
        this.tracked = new int[n][];
        this.trackedPointers = new long[n][];
        for (int f = 0; f < n; f++) {
            prepare(f, funcs.info(f));
        }
    }

    private void prepare(int f, FuncInfo info) {
        if (info.objects().isEmpty()) {
            scanned[f] = NO_OFFSETS;
            tracked[f] = NO_OFFSETS;
            trackedPointers[f] = NO_POINTERS;
            return;
        }
        scanned[f] =
                info.objects().stream()
                        .filter(o -> o.typeOffset() != 0)
                        .flatMapToInt(o ->
                                java.util.stream.IntStream.of(
                                        o.offset(), o.bytes(), o.typeOffset()))
                        .toArray();
        var others =
                info.objects().stream()
                        .filter(o -> o.pointers() != 0)
                        .sorted(Comparator.comparingInt(FrameObject::offset))
                        .toList();
        tracked[f] =
                others.stream()
                        .flatMapToInt(o ->
                                java.util.stream.IntStream.of(o.offset(), o.offset() + o.bytes()))
                        .toArray();
        trackedPointers[f] = others.stream().mapToLong(FrameObject::pointers).toArray();
    }

    /// Visits the pointers of the frame at `sp`.
    void visit(long sp, long pc, RootVisitor visitor) {
        visitor.frame(pc);
        if (NativeFrame.is(pc)) {
            for (int i = 0, n = NativeFrame.slots(pc); i < n; i++) {
                visitor.maybePointer(Mem.ld64(sp + 8 + 8L * i));
            }
            return;
        }
        int site = funcs.siteOf(pc);
        int function = funcs.functionAt(site);
        Led led = tracked[function].length == 0 ? null : new Led(sp, function, visitor);
        int wide = led == null ? Integer.MAX_VALUE : led.firstSlot();
        long[] live = funcs.liveAt(site);
        for (int w = 0; w < live.length; w++) {
            for (long bits = live[w]; bits != 0; bits &= bits - 1) {
                int slot = (w << 6) + Long.numberOfTrailingZeros(bits);
                if (led != null && slot >= wide) {
                    led.visit(led.wordAt(slot - wide));
                    continue;
                }
                long p = Mem.ld64(sp + FrameLayout.SLOTS + 8L * slot);
                visitor.pointer(p);
                if (led != null) {
                    led.follow(p);
                }
            }
        }
        int[] objects = scanned[function];
        for (int i = 0; i < objects.length; i += 3) {
            visitObject(sp + objects[i], objects[i + 1], objects[i + 2], visitor);
        }
    }

    private void visitObject(long at, int bytes, int typeOffset, RootVisitor visitor) {
        if (typeOffset > 0) {
            visitor.value(at, types.at(typeOffset));
            return;
        }
        for (long a = at; a + 8 <= at + bytes; a += 8) {
            visitor.maybePointer(Mem.ld64(a));
        }
    }

    /// The objects of one frame that pointers lead to.
    private final class Led {
        private final long sp;
        private final int[] bounds;
        private final long[] pointers;
        private final RootVisitor visitor;
        private final long[] seen;

        Led(long sp, int function, RootVisitor visitor) {
            this.sp = sp;
            this.bounds = tracked[function];
            this.pointers = trackedPointers[function];
            this.visitor = visitor;
            this.seen = new long[pointers.length + 63 >>> 6];
        }

        /// The first slot that is a word of an object.
        int firstSlot() {
            return FrameLayout.slotOf(bounds[0], bounds[0], wordBytes);
        }

        /// Where the word is that is so many words behind the first of them.
        long wordAt(int words) {
            return sp + bounds[0] + (long) words * wordBytes;
        }

        /// Visits a pointer in an object, and those that it leads to.
        void visit(long at) {
            long p = load(at);
            visitor.pointerAt(at, p);
            follow(p);
        }

        private long load(long at) {
            if (wordBytes == 8) {
                return Mem.ld64(at);
            }
            int low = Mem.ld32(at);
            return low == 0 ? 0 : windowBase | low & 0xffff_ffffL;
        }

        /// Visits the pointers in the object that an address lies in, and in those they lead to.
        void follow(long p) {
            int object = objectAt(p - sp);
            if (object < 0 || (seen[object >>> 6] >>> object & 1) != 0) {
                return;
            }
            seen[object >>> 6] |= 1L << object;
            long at = sp + bounds[2 * object];
            for (long bits = pointers[object]; bits != 0; bits &= bits - 1) {
                visit(at + (long) wordBytes * Long.numberOfTrailingZeros(bits));
            }
        }

        private int objectAt(long offset) {
            if (offset < bounds[0] || offset >= bounds[bounds.length - 1]) {
                return -1;
            }
            int low = 0;
            int high = pointers.length - 1;
            while (low < high) {
                int middle = low + high + 1 >>> 1;
                if (bounds[2 * middle] <= offset) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return offset < bounds[2 * low + 1] ? low : -1;
        }
    }
}
