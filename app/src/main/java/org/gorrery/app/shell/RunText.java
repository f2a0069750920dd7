package org.gorrery.app.shell;

import java.util.Locale;
import java.util.Optional;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.canvas.Words;
import org.gorrery.session.RunOptions;
import org.gorrery.session.RunOutcome;

/// Words about a run for status line and console.
final class RunText {
    private static final double KIB = 1024.0;

    private RunText() {}

    /// How a run ended, in a line.
    static String outcome(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Exited e -> "exit status " + e.exitCode();
            case RunOutcome.Panicked p -> "panicked, exit status " + p.exitCode();
            case RunOutcome.Fatal f ->
                    "fatal error: " + f.message() + ", exit status " + f.exitCode();
            case RunOutcome.Stopped s -> "stopped";
            case RunOutcome.EngineFailure f ->
                    "a fault of the engine ended the run, please report it:\n" + f.report();
        };
    }

    /// Whether an end is one to be alarmed about.
    static boolean bad(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Exited e -> e.exitCode() != 0;
            case RunOutcome.Panicked p -> true;
            case RunOutcome.Fatal f -> true;
            case RunOutcome.Stopped s -> false;
            case RunOutcome.EngineFailure f -> true;
        };
    }

    /// What the run is doing, or how it ended, in a few words.
    static String state(ProgramViewModel.Phase phase, Optional<RunPicture> picture, Words words) {
        return switch (phase) {
            case IDLE -> words.get("state.idle");
            case COMPILING -> words.get("state.compiling");
            case RUNNING ->
                    words.get("state.running", picture.map(p -> time(p.nowNanos())).orElse(""));
            case PAUSED ->
                    words.get("state.paused", picture.map(p -> time(p.nowNanos())).orElse(""));
            case ENDED ->
                    picture.filter(p -> p.state() == RunState.ENDED)
                            .flatMap(RunPicture::outcome)
                            .map(o -> outcome(o).lines().findFirst().orElse(""))
                            .orElse(words.get("state.ended"));
        };
    }

    /// A target as `linux/amd64`.
    static String target(RunOptions options) {
        return options.target().goos() + "/" + options.target().goarch();
    }

    /// A time with its unit.
    static String time(long nanos) {
        double value = nanos;
        if (value < 1e6) {
            return String.format(Locale.ROOT, "%.1f µs", value / 1e3);
        }
        return value < 1e9
                ? String.format(Locale.ROOT, "%.1f ms", value / 1e6)
                : String.format(Locale.ROOT, "%.2f s", value / 1e9);
    }

    /// A number of bytes with its unit.
    static String bytes(long bytes) {
        double value = bytes;
        if (value < KIB) {
            return bytes + " B";
        }
        if (value < KIB * KIB) {
            return String.format(Locale.ROOT, "%.1f KiB", value / KIB);
        }
        return value < KIB * KIB * KIB
                ? String.format(Locale.ROOT, "%.1f MiB", value / KIB / KIB)
                : String.format(Locale.ROOT, "%.2f GiB", value / KIB / KIB / KIB);
    }

    /// A count with thin spaces between thousands.
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
    }
}
