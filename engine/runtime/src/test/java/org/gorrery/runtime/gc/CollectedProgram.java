package org.gorrery.runtime.gc;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.ProgramImage.Global;
import org.gorrery.event.GcCycle;
import org.gorrery.runtime.entry.HeapEntry;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeImageBuilder;
import org.gorrery.runtime.heap.TypeImageBuilder.Field;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.TestRun;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;

/// A goroutine with slots in a program of nodes, and the collector of its heap.
abstract class CollectedProgram {
    TestRun run;
    GcController gc;
    G g;
    long sp;
    long node;
    long int64;
    long matrix;
    long map;
    int w;

    /// Of the trace, where it is asked for.
    final List<String> lines = new ArrayList<>();

    /// Cycles that ended.
    final List<GcCycle> cycles = new ArrayList<>();

    void open(String goarch, GcOptions options) {
        var b = new TypeImageBuilder(Target.of("linux", goarch).orElseThrow());
        w = b.target().wordBytes();
        int i64 = b.integer("int64", TypeTable.INT64, 8);
        int anyPointer = b.pointer("*int64", i64);
        int n =
                b.struct(
                        "main.Node",
                        new Field("value", i64),
                        new Field("left", anyPointer),
                        new Field("right", anyPointer));
        int p = b.pointer("*main.Node", n);
        int long_ = b.array("[2000]main.Node", n, 2000);
        int m = b.map("map[int64]*main.Node", i64, p);
        run = new TestRun(b, 1L << 30, List.of(new Global("main.root", 64, p)));
        gc =
                new GcController(
                        run.machine,
                        run.image.globals(),
                        options.withListener(cycles::add),
                        1L << 30);
        g = run.g;
        sp = run.sp();
        int64 = run.type(i64);
        node = run.type(n);
        matrix = run.type(long_);
        map = run.type(m);
    }

    void open(String goarch) {
        open(goarch, GcOptions.DEFAULT.withCheck());
    }

    @AfterEach
    void close() {
        run.close();
    }

    boolean isAlive(long object) {
        Mspan s = run.heap.spanOf(object);
        return s != null && s.isAllocated(s.slotOf(object));
    }

    long newNode() {
        return HeapEntry.newobject(g, sp, node);
    }

    void left(long of, long to) {
        run.memory.storePointer(of + 8, to);
    }

    void collect() {
        gc.collectForced(g, sp);
    }
}
