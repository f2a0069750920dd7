package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// A hand-made program of functions that panic, defer and recover, as compiled ones do.
final class PanickingProgram {
    static final int FRAME = 32;
    final Hand h = new Hand();

    /// What its functions wrote down, in order.
    final List<String> log = new ArrayList<>();

    /// What a function does at its one call site.
    interface Body {
        void run(G g, long sp);
    }

    int function(String name, Body body) {
        int[] f = new int[1];
        f[0] =
                h.declare(
                        name,
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            body.run(g, sp);
                        });
        return f[0];
    }

    /// A function with deferred calls, which `body` makes.
    int deferring(String name, Body body) {
        return deferring(name, body, () -> {});
    }

    /// As above; `after` is run where the caller of the function would go on.
    int deferring(String name, Body body, Runnable after) {
        return function(
                name,
                (g, sp) -> {
                    try {
                        body.run(g, sp);
                        PanicEntry.deferreturn(g, sp);
                    } catch (Throwable t) {
                        PanicEntry.handlePanic(g, sp, t);
                    }
                    after.run();
                });
    }

    /// A main that defers these and panics with "first".
    void mainDefersAndPanics(int... deferred) {
        deferring(
                "main.main",
                (g, sp) -> {
                    defer(g, sp, deferred);
                    throw panic(g, sp, "first");
                });
    }

    int writing(String name) {
        return function("main." + name, (g, sp) -> log.add(name));
    }

    int recovering(String name) {
        return function(name, (g, sp) -> log.add(recovered(g, sp)));
    }

    int panicking(String name, String text) {
        return function(
                name,
                (g, sp) -> {
                    throw panic(g, sp, text);
                });
    }

    void defer(G g, long sp, int... functions) {
        for (int f : functions) {
            PanicEntry.deferproc(g, sp, h.closure(f));
        }
    }

    void call(G g, long sp, int function) {
        h.code().call(g, sp + FRAME, h.closure(function));
    }

    /// panic(v) with a string.
    RuntimeException panic(G g, long sp, String text) {
        long chars = h.global(Math.max(text.length(), 1));
        for (int i = 0; i < text.length(); i++) {
            Mem.st8(chars + i, (byte) text.charAt(i));
        }
        long header = h.global(16);
        Mem.st64(header, chars);
        Mem.st64(header + 8, text.length());
        return thrown(PanicEntry.gopanic(g, sp, h.typeAddress("string"), header));
    }

    RuntimeException goexit(G g, long sp) {
        return thrown(Panics.goexit(g, sp + FRAME));
    }

    static RuntimeException thrown(Throwable t) {
        return (RuntimeException) t;
    }

    private static String recovered(G g, long sp) {
        long type = PanicEntry.gorecover(g, sp);
        if (type == 0) {
            return "nothing";
        }
        long header = g.r1;
        return new String(
                Mem.get(Mem.ld64(header), (int) Mem.ld64(header + 8)), StandardCharsets.UTF_8);
    }

    /// Runs the program, which must end by a panic.
    String report() {
        assertInstanceOf(RunOutcome.Panicked.class, h.run());
        return h.err();
    }

    String reportedPanics() {
        return report().split("\n\n")[0];
    }
}
