package org.gorrery.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.gorrery.session.Console;
import org.gorrery.session.Run;
import org.gorrery.session.RunOptions;
import org.gorrery.session.RunOutcome;
import org.gorrery.session.TestCompilation;
import org.gorrery.session.TestUnit;

/// Runs the tests of one package and tells how it went.
record TestRunner(TestUnit unit, Path folder, TestFlags flags, TestReport report) {
    private static final String NOTHING_RAN = "testing: warning: no tests to run\n";
    private static final long GRACE_SECONDS = 60;
    private static final Pattern PART = Pattern.compile("([0-9.]+)(h|ms|m|s|us|ns)");

    /// Runs them.
    ///
    /// @return whether all went well
    boolean run(TestCompilation.Ready ready, RunOptions options) {
        var collected = new Collected(report, flags.streams());
        long begin = ReportClock.nanos();
        try (var run = ready.program().prepare(options, collected)) {
            run.start();
            var outcome = await(run);
            return tell(outcome, collected, ReportClock.nanos() - begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The tests end themselves when they time out; should they not, they are stopped a minute later.
    private RunOutcome await(Run run) throws InterruptedException, ExecutionException {
        long limit = seconds(flags.timeout());
        if (limit <= 0) {
            return run.outcome().get();
        }
        try {
            return run.outcome().get(limit + GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            run.stop();
            return run.outcome().get();
        }
    }

    /// Whole seconds of a duration such as `1m30s`; 0 for no limit.
    static long seconds(String duration) {
        double sum = 0;
        var m = PART.matcher(duration);
        while (m.find()) {
            double n = Double.parseDouble(m.group(1));
            sum +=
                    switch (m.group(2)) {
                        case "h" -> n * 3600;
                        case "m" -> n * 60;
                        case "s" -> n;
                        default -> 0.001 * n;
                    };
        }
        return (long) Math.ceil(sum);
    }

    private boolean tell(RunOutcome outcome, Collected collected, long nanos) {
        String path = unit.importPath();
        if (outcome instanceof RunOutcome.EngineFailure f) {
            collected.write("gorrery: a fault of the engine, please report it:\n" + f.report());
        } else if (outcome instanceof RunOutcome.Stopped) {
            collected.write(
                    "*** Test killed: ran too long (" + flags.timeout() + " and a minute more).\n");
        }
        String text = collected.text();
        boolean ok = outcome.exitCode() == 0;
        if (!flags.streams() && (!ok || flags.showsPasses())) {
            byte[] all = collected.bytes();
            report.output(all, 0, all.length);
        }
        boolean nothingRan = (!flags.streams() || flags.has("json")) && text.contains(NOTHING_RAN);
        if (ok) {
            report.end(
                    "ok  \t"
                            + path
                            + "\t"
                            + TestCommand.seconds(nanos)
                            + (nothingRan ? " [no tests to run]" : ""),
                    "pass",
                    nanos);
            return true;
        }
        if (flags.keepsNothing() || text.isEmpty()) {
            byte[] status = TestCommand.bytes("exit status " + outcome.exitCode() + "\n");
            report.output(status, 0, status.length);
        } else if (!text.endsWith("\n")) {
            report.output(TestCommand.bytes("\n"), 0, 1);
        }
        report.end("FAIL\t" + path + "\t" + TestCommand.seconds(nanos), "fail", nanos);
        return false;
    }

    /// Both streams of the tests in one, as it was written.
    private static final class Collected implements Console {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final TestReport report;
        private final boolean streams;

        Collected(TestReport report, boolean streams) {
            this.report = report;
            this.streams = streams;
        }

        private synchronized void add(byte[] bytes, int offset, int length) {
            all.write(bytes, offset, length);
            if (streams) {
                report.output(bytes, offset, length);
            }
        }

        void write(String text) {
            byte[] bytes = TestCommand.bytes(text);
            add(bytes, 0, bytes.length);
        }

        synchronized String text() {
            return all.toString(StandardCharsets.UTF_8);
        }

        synchronized byte[] bytes() {
            return all.toByteArray();
        }

        @Override
        public void stdout(byte[] bytes, int offset, int length) {
            add(bytes, offset, length);
        }

        @Override
        public void stderr(byte[] bytes, int offset, int length) {
            add(bytes, offset, length);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }
    }
}
