package org.gorrery.runtime.gc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.gorrery.abi.ProgramImage.Global;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.stack.FuncTable;

/// Where marking starts: package variables, the frames of all goroutines, what the runtime holds for each of them, and what is
/// tied to objects with finalizers.
final class Roots {
    private final Machine machine;
    private final List<Global> globals;
    private final FuncTable funcs;
    private final FrameRoots frames;
    private final List<RootSource> sources = new ArrayList<>();

    Roots(Machine machine, List<Global> globals) {
        this.machine = machine;
        this.globals = List.copyOf(globals);
        this.funcs = machine.unwinder().funcs();
        this.frames = new FrameRoots(funcs, machine.heap().types(), machine.layout());
    }

    /// Where a frame is, for reports of faults.
    String describe(long pc) {
        int f = funcs.functionOf(pc);
        return pc == 0 || f < 0
                ? "no frame"
                : "the frame of %s at line %d".formatted(funcs.info(f).name(), funcs.lineOf(pc));
    }

    /// Adds Java code that holds pointers.
    void add(RootSource source) {
        synchronized (sources) {
            sources.add(source);
        }
    }

    /// Bytes of package variables.
    long globalBytes() {
        long n = 0;
        for (Global v : globals) {
            if (v.typeOffset() != 0) {
                n += TypeTable.pointerBytes(machine.heap().types().at(v.typeOffset()));
            }
        }
        return n;
    }

    /// How frames are visited.
    FrameRoots frames() {
        return frames;
    }

    /// Visits what Java code holds.
    void visitSources(LongConsumer root) {
        synchronized (sources) {
            sources.forEach(s -> s.visitRoots(root));
        }
    }

    /// Visits all; the world is stopped.
    void visit(Sched sched, RootVisitor visitor) {
        visitor.frame(0);
        visitShared(visitor);
        visitGoroutines(sched, 0, sched.goroutines().made(), visitor);
    }

    /// Visits those of a range of the goroutines ever made.
    void visitGoroutines(Sched sched, int from, int to, RootVisitor visitor) {
        sched.goroutines().forEach(from, to, g -> visitGoroutine(g, visitor));
    }

    /// Visits all but what belongs to a goroutine.
    void visitShared(RootVisitor visitor) {
        TypeTable types = machine.heap().types();
        for (Global v : globals) {
            if (v.typeOffset() != 0) {
                visitor.value(machine.layout().data() + v.offset(), types.at(v.typeOffset()));
            }
        }
        visitSpecials(visitor);
        visitSources(visitor::maybePointer);
    }

    void visitGoroutine(G g, RootVisitor visitor) {
        machine.unwinder().walk(g.stack, g.sp, (sp, pc) -> frames.visit(sp, pc, visitor));
        visitor.frame(0);
        g.visitRoots(visitor::maybePointer);
    }

    private void visitSpecials(RootVisitor visitor) {
        for (Mspan span : machine.heap().specials().spans()) {
            for (Special s = span.specials(); s != null; s = s.next()) {
                switch (s) {
                    case FinalizerSpecial f -> {
                        visitor.fieldsOf(span.slotAddress(s.slot()));
                        visitor.pointer(f.closure);
                    }
                    case CleanupSpecial c -> visitor.pointer(c.closure);
                    case WeakSpecial w -> visitor.pointer(w.handle);
                    default -> {
                        // nothing to keep alive
                    }
                }
            }
        }
    }
}
