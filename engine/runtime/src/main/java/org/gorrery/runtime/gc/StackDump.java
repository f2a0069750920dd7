package org.gorrery.runtime.gc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GStatus;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.PanicRecord;
import org.gorrery.runtime.stack.FuncTable;
import org.gorrery.runtime.stack.NativeFrame;

/// Goroutines and their frames in a heap dump. Frames are shown as they lie in memory: the low bytes of the engine's host words are the target's
/// pointers.
final class StackDump {
    /// Kind of a field that is a pointer.
    static final int POINTER = 1;

    private static final int GOROUTINE = 4;
    private static final int FRAME = 5;
    private static final int PANIC = 15;

    private final Machine machine;
    private final FuncTable funcs;
    private final FrameRoots roots;
    private final DumpBytes out;
    private final LongFunction<int[]> pointersOf;
    private final int w;

    /// @param pointersOf offsets of the pointers in a value of a type
    StackDump(Machine machine, FrameRoots roots, DumpBytes out, LongFunction<int[]> pointersOf) {
        this.pointersOf = pointersOf;
        this.machine = machine;
        this.funcs = machine.unwinder().funcs();
        this.roots = roots;
        this.out = out;
        this.w = machine.target().wordBytes();
    }

    private record Frame(long sp, long pc) {}

    /// Writes one goroutine, unless it has ended.
    void write(G g) {
        int status = status(g);
        if (status == GStatus.IDLE || status == GStatus.DEAD) {
            return;
        }
        out.number(GOROUTINE);
        out.number(address(g.stack.base()));
        out.number(address(g.sp));
        out.number(g.id);
        out.number(address(g.creatorPc));
        out.number(status);
        out.flag(g.system);
        out.flag(false);
        out.number(g.waitSince);
        out.text(g.status() == GStatus.RUNNING ? "dumping heap" : g.waitReason.text());
        out.number(address(g.startClosure));
        out.number(0);
        out.number(0);
        out.number(g.panic == null ? 0 : address(g.panic.sp));
        var frames = new ArrayList<Frame>();
        machine.unwinder().walk(g.stack, g.sp, (sp, pc) -> frames.add(new Frame(sp, pc)));
        long child = 0;
        int depth = 0;
        for (Frame f : frames.reversed()) {
            frame(f, depth++, child);
            child = f.sp;
        }
        for (PanicRecord p = g.panic; p != null; p = p.link) {
            panic(g, p);
        }
    }

    private long address(long a) {
        return w == 8 ? a : a & 0xffff_ffffL;
    }

    /// As Go numbers it; who dumps waits.
    private static int status(G g) {
        return switch (g.status()) {
            case GStatus.PARKING, GStatus.RUNNING -> GStatus.WAITING;
            case GStatus.READIED -> GStatus.RUNNABLE;
            default -> g.status();
        };
    }

    private void frame(Frame f, int depth, long child) {
        boolean own = NativeFrame.is(f.pc);
        int function = own ? -1 : funcs.functionOf(f.pc);
        int bytes = machine.unwinder().bytesOf(f.sp, f.pc);
        out.number(FRAME);
        out.number(address(f.sp));
        out.number(depth);
        out.number(address(child));
        out.memory(f.sp, bytes);
        out.number(own ? 0 : address(funcs.entryOf(function)));
        out.number(own ? 0 : address(f.pc));
        out.number(own ? 0 : address(f.pc));
        String native_ = own ? NativeFrame.of(f.pc).symbol() : "";
        out.text(
                !own
                        ? funcs.info(function).name()
                        : native_.isEmpty() ? "runtime.native" : native_);
        pointers(f, bytes);
        out.number(0);
    }

    /// Writes where the frame holds what the collector follows from it.
    private void pointers(Frame f, int bytes) {
        Set<Long> followed = new HashSet<>();
        Set<Long> offsets = new TreeSet<>();
        roots.visit(
                f.sp,
                f.pc,
                new RootVisitor() {
                    @Override
                    public void pointer(long p) {
                        followed.add(p);
                    }

                    @Override
                    public void pointerAt(long at, long p) {
                        if (machine.heap().spanOf(p) != null) {
                            offsets.add(at - f.sp);
                        }
                    }

                    @Override
                    public void maybePointer(long p) {
                        followed.add(p);
                    }

                    @Override
                    public void value(long at, long type) {
                        for (int p : pointersOf.apply(type)) {
                            offsets.add(at - f.sp + p);
                        }
                    }

                    @Override
                    public void fieldsOf(long object) {
                        followed.add(object);
                    }
                });
        for (long at = 8; at < bytes; at += 8) {
            long p = Mem.ld64(f.sp + at);
            if (followed.contains(p) && machine.heap().spanOf(p) != null) {
                offsets.add(at);
            }
        }
        for (long at : offsets) {
            out.number(POINTER);
            out.number(at);
        }
    }

    private void panic(G g, PanicRecord p) {
        out.number(PANIC);
        out.number(address(p.sp));
        out.number(address(g.stack.base()));
        out.number(address(p.type));
        out.number(address(p.data));
        out.number(0);
        out.number(p.link == null ? 0 : address(p.link.sp));
    }
}
