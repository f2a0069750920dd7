package org.gorrery.library.internal.netpoll;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.abi.ProgramImage;
import org.gorrery.runtime.diag.Console;
import org.gorrery.runtime.entry.GoCode;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.ProgramOptions;
import org.gorrery.runtime.entry.RunOutcome;
import org.gorrery.runtime.entry.SchedEntry;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.target.Target;

/// A run whose main goroutine, and those that it starts, are Java: for tests of what goroutines call.
final class PolledProgram {
    /// What a goroutine does.
    interface Body {
        void run(G g, long sp);
    }

    private static final int FRAME = 64;
    private static final int MAIN = 0;
    private static final int STARTED = 1;

    private final AddressSpace space = AddressSpace.reserve();
    private final AddressLayout layout = AddressLayout.of(space.number(), Target.LINUX_AMD64);
    private final Map<Long, Body> started = new ConcurrentHashMap<>();
    private final AtomicLong words = new AtomicLong(layout.data());
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// A word of the data region, zero.
    long word() {
        return words.getAndAdd(16);
    }

    /// The go statement.
    void go(G g, long sp, Body body) {
        long closure = word();
        Mem.st64(closure, layout.text() + 16L * STARTED);
        started.put(closure, body);
        SchedEntry.newproc(g, sp, closure);
    }

    /// Runs to the end.
    RunOutcome run(int procs, Body main) {
        var functions = List.of(function("main.main", MAIN), function("main.started", STARTED));
        var pcs =
                new PcTable(
                        functions,
                        new int[] {MAIN, STARTED},
                        new int[] {2, 12},
                        new int[2],
                        new long[][] {{0}},
                        new int[] {MAIN, STARTED});
        var image =
                new ProgramImage(
                        Target.LINUX_AMD64,
                        layout,
                        Map.of(),
                        "none",
                        new byte[64],
                        new byte[0],
                        new byte[0],
                        new byte[0],
                        1 << 20,
                        List.of(),
                        new int[0],
                        Map.of(),
                        pcs);
        var program =
                new GoProgram(image, space, ProgramOptions.of(console()).withGomaxprocs(procs));
        program.start(code(main));
        try {
            var outcome = program.await();
            if (outcome instanceof RunOutcome.Broken b) {
                throw new AssertionError(b.cause());
            }
            return outcome;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What the run wrote to its standard error.
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static FuncInfo function(String name, int number) {
        return new FuncInfo(
                name, "/src/x.go", 10 * number + 1, FRAME, number, false, ".", List.of());
    }

    private Console console() {
        return new Console() {
            @Override
            public void out(byte[] bytes, int from, int count) {
                err(bytes, from, count);
            }

            @Override
            public void err(byte[] bytes, int from, int count) {
                synchronized (err) {
                    err.write(bytes, from, count);
                }
            }
        };
    }

    private GoCode code(Body main) {
        return new GoCode() {
            @Override
            public void main(G g, long sp) {
                Mem.st64(sp, layout.pcOf(MAIN));
                main.run(g, sp);
            }

            @Override
            public void call(G g, long sp, long closure) {
                Mem.st64(sp, layout.pcOf(STARTED));
                var body = started.get(closure);
                if (body == null) {
                    throw new IllegalStateException("no goroutine was started so");
                }
                body.run(g, sp);
            }

            @Override
            public void callPointer(G g, long sp, long closure, long argument) {
                call(g, sp, closure);
            }

            @Override
            public void callWords(G g, long sp, long closure, long arguments, long results) {
                call(g, sp, closure);
            }
        };
    }
}
