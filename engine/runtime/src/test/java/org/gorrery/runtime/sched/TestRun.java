package org.gorrery.runtime.sched;

import java.util.List;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.abi.ProgramImage;
import org.gorrery.runtime.heap.HeapLimits;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.TypeImageBuilder;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.memory.ProgramLoader;
import org.gorrery.runtime.stack.FuncTable;
import org.gorrery.runtime.stack.StackPool;
import org.gorrery.runtime.stack.Unwinder;

/// Memory, heap and one goroutine on one P, without a scheduler that runs: for tests of what goroutines call.
public final class TestRun implements AutoCloseable {
    /// Slots of the only function's frame: all live at site 0, none at site 1.
    public static final int SLOTS = 13;

    private static final int FRAME_BYTES = 112;

    public final AddressSpace space = AddressSpace.reserve();
    public final AddressLayout layout;
    public final ProgramImage image;
    public final Mheap heap;
    public final TypeTable types;
    public final GoMemory memory;
    public final Ifaces ifaces;
    public final Machine machine;
    public final Sched sched;
    public final G g;

    /// A run on those types, with a frame of `main.main` that holds nothing yet.
    public TestRun(TypeImageBuilder builder, long limitBytes, List<ProgramImage.Global> globals) {
        var target = builder.target();
        layout = AddressLayout.of(space.number(), target);
        var pcs =
                new PcTable(
                        List.of(
                                new FuncInfo(
                                        "main.main",
                                        "/src/main.go",
                                        1,
                                        FRAME_BYTES,
                                        -1,
                                        false,
                                        ".",
                                        List.of())),
                        new int[] {0, 0},
                        new int[] {2, 3},
                        new int[] {0, 1},
                        new long[][] {{(1L << SLOTS) - 1}, {0}},
                        new int[0]);
        image =
                new ProgramImage(
                        target,
                        layout,
                        Map.of(),
                        "",
                        builder.rodata(),
                        builder.itabs(),
                        new byte[0],
                        new byte[0],
                        4096,
                        globals,
                        builder.types(),
                        Map.of(),
                        pcs);
        ProgramLoader.load(image);
        types = new TypeTable(layout, target, image.rodata().length);
        memory = new GoMemory(target, layout);
        ifaces = Ifaces.of(layout, types, memory, image.itabs().length);
        types.setCompanion(ifaces);
        heap = new Mheap(space, layout, target, types, new HeapLimits(limitBytes));
        var stacks = new StackPool(space, layout, target);
        machine =
                new Machine(
                        target,
                        layout,
                        memory,
                        heap,
                        stacks,
                        new Unwinder(new FuncTable(pcs, layout)),
                        Map.of());
        sched = new Sched(new StoppedDriver(), null, machine);
        var p = new P(sched, 0, 1, heap.newMcache());
        sched.procs = new P[] {p};
        g = sched.goroutines().take(p, null, 0, null, 0);
        g.sp = g.stack.base();
        setLive(true);
    }

    /// Whether the slots of the frame are live.
    public void setLive(boolean live) {
        Mem.st64(g.stack.base(), layout.pcOf(live ? 0 : 1));
    }

    /// Writes a slot of the frame.
    public void slot(int i, long pointer) {
        Mem.st64(g.stack.base() + 8 + 8L * i, pointer);
    }

    /// sp of the only frame.
    public long sp() {
        return g.stack.base();
    }

    /// Address of a type.
    public long type(int offset) {
        return types.at(offset);
    }

    @Override
    public void close() {
        space.close();
    }

    /// A clock that counts how often it is asked.
    private static final class StoppedDriver implements Driver {
        private long now = 1;

        @Override
        public void begin() {
            // Time stands still.
        }

        @Override
        public long threadStackBytes() {
            return 1 << 20;
        }

        @Override
        public long nanotime() {
            return now += 1000;
        }

        @Override
        public long unixNanos() {
            return now;
        }

        @Override
        public void launch(M m) {}

        @Override
        public void sleep(M m, long untilNanos) {}

        @Override
        public void wake(M m) {}

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public long secret() {
            return 2;
        }

        @Override
        public int spinRounds() {
            return 0;
        }
    }
}
