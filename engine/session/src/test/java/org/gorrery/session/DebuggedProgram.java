package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gorrery.target.Target;

/// A program of one file, `x.go`, that runs under the debugger of a test.
final class DebuggedProgram implements AutoCloseable {
    /// Longer than anything takes on a machine with much else to do; only a fault reaches it.
    private static final long LIMIT_SECONDS = 300;

    private final LinkedBlockingQueue<Debugger.Stop> stops = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();
    // Guard: itself
    private final StringBuilder out = new StringBuilder();
    private final Run run;
    private final Debugger debugger;

    /// Compiled and made ready, not started.
    DebuggedProgram(String program, Target target) {
        var options =
                RunOptions.DEFAULT
                        .withTarget(target)
                        .withDebug(true)
                        .withProcess(List.of("x"), Map.of());
        var compiled = GoRunner.compile(new Source.Text("x.go", program), options);
        var ready = assertInstanceOf(Compilation.Ready.class, compiled, compiled::toString);
        run = ready.program().prepare(options, new Output());
        debugger = run.debugger().orElseThrow();
        debugger.onStop(stops::add);
    }

    private final class Output implements Console {
        @Override
        public void stdout(byte[] b, int from, int count) {
            var text = new String(b, from, count, StandardCharsets.UTF_8);
            synchronized (out) {
                out.append(text);
            }
            written.add(text);
        }

        @Override
        public void stderr(byte[] b, int from, int count) {
            stdout(b, from, count);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }
    }

    Run run() {
        return run;
    }

    Debugger debugger() {
        return debugger;
    }

    /// Sets these breakpoints and no others; where each came to stand.
    List<Optional<Integer>> breakAt(int... lines) {
        var wanted = Arrays.stream(lines).mapToObj(l -> new Debugger.Place("x.go", l, 1)).toList();
        return debugger.setBreakpoints(wanted).stream()
                .map(p -> p.map(Debugger.Place::line))
                .toList();
    }

    /// Waits for the next stop.
    Debugger.Stop next() throws InterruptedException {
        var stop = stops.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(stop, () -> "no stop; output " + output() + " outcome " + run.outcome());
        return stop;
    }

    /// Whether a stop waits that `next` has not told.
    boolean hasMoreStops() {
        return !stops.isEmpty();
    }

    /// Waits for the next piece of output.
    String nextOutput() throws InterruptedException {
        var piece = written.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(piece, "no output");
        return piece;
    }

    /// All that was written so far, to both streams.
    String output() {
        synchronized (out) {
            return out.toString();
        }
    }

    RunOutcome outcome() throws Exception {
        return run.outcome().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /// Lets the program go on to its end without breakpoints.
    void finish() throws Exception {
        breakAt();
        debugger.resume();
        assertEquals(new RunOutcome.Exited(0), outcome());
    }

    /// Each variable of the innermost frame as "name type value", inner ones first.
    List<String> shown(Debugger.Stop at) {
        return variables(at).stream().map(DebuggedProgram::shown).toList();
    }

    static String shown(Debugger.Variable v) {
        return v.name() + " " + v.type() + " " + v.value();
    }

    /// The variables of the innermost frame, inner ones first.
    List<Debugger.Variable> variables(Debugger.Stop at) {
        return debugger.variables(at.goid(), 0);
    }

    /// The innermost variable of this name.
    Debugger.Variable find(Debugger.Stop at, String name) {
        return variables(at).stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        run.close();
    }
}
