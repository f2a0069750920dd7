package org.gorrery.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorrery.event.StopReason;
import org.gorrery.library.runtime.pprof.RunProfiles;
import org.gorrery.library.runtime.trace.TraceReplay;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.Observation;
import org.gorrery.runtime.prof.ExecutionTrace;
import org.gorrery.runtime.sched.Driver;
import org.gorrery.runtime.stack.FuncTable;
import org.jspecify.annotations.Nullable;

/// Takes the profiles of a run that are to go to files: begins them before the program starts, writes them when it has ended and its memory
/// is still there. The trace is written a part at a time meanwhile.
final class ProfileRecording {
    private static final long PART_MILLIS = 1000;

    private final GoProgram program;
    private final ProfileFiles wanted;
    private final Consumer<String> trouble;
    private @Nullable TraceReplay replay;
    private @Nullable OutputStream trace;
    private boolean over;

    /// @param trouble told of files that cannot be written
    ProfileRecording(GoProgram program, ProfileFiles wanted, Consumer<String> trouble) {
        this.program = program;
        this.wanted = wanted;
        this.trouble = trouble;
    }

    private Observation observed() {
        return program.observation();
    }

    private FuncTable functions() {
        return program.sched().machine().unwinder().funcs();
    }

    /// Begins what needs no running program.
    void beforeStart() {
        if (wanted.files().containsKey(ProfileFiles.Kind.BLOCK)) {
            observed().waits().setBlockRate(1);
        }
        if (wanted.files().containsKey(ProfileFiles.Kind.MUTEX)) {
            observed().waits().setMutexFraction(1);
        }
    }

    /// Begins the rest.
    void started() {
        if (wanted.files().containsKey(ProfileFiles.Kind.CPU)) {
            observed().cpu().start();
        }
        Path file = wanted.files().get(ProfileFiles.Kind.TRACE);
        if (file != null) {
            beginTrace(file);
        }
    }

    private synchronized void beginTrace(Path file) {
        Driver driver = program.sched().driver();
        Optional<ExecutionTrace.Opening> opening =
                observed()
                        .stopped(
                                StopReason.TRACE,
                                () ->
                                        over
                                                ? Optional.empty()
                                                : Optional.ofNullable(observed().beginTrace(null)));
        if (opening.isEmpty()) {
            return;
        }
        replay =
                new TraceReplay(
                        functions(),
                        opening.get(),
                        driver.unixNanos(),
                        program.sched().gomaxprocs(),
                        observed().cpu().count());
        try {
            trace = Files.newOutputStream(file);
            trace.write(replay.header());
            Thread.ofPlatform().daemon().name("trace-file").start(this::writeParts);
        } catch (IOException e) {
            tell(file, e);
        }
    }

    private synchronized void writeParts() {
        try {
            while (!over) {
                wait(PART_MILLIS);
                if (!over) {
                    var part =
                            observed().stopped(StopReason.TRACE, () -> observed().takeTrace(false));
                    writePart(part, false);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writePart(ExecutionTrace.Part part, boolean last) {
        TraceReplay r = replay;
        OutputStream out = trace;
        if (r == null || out == null) {
            return;
        }
        try {
            out.write(
                    r.generation(
                            part,
                            program.sched().driver().unixNanos(),
                            observed().cpu().samples(),
                            last));
            if (last) {
                out.close();
            }
        } catch (IOException e) {
            tell(wanted.files().getOrDefault(ProfileFiles.Kind.TRACE, Path.of("")), e);
            trace = null;
        }
    }

    /// Writes all; nothing of the program runs any more, and its memory is still there.
    synchronized void ended() {
        over = true;
        notifyAll();
        if (replay != null) {
            writePart(observed().takeTrace(true), true);
        }
        observed().cpu().stop();
        Driver driver = program.sched().driver();
        long took = driver.nanotime();
        var profiles = new RunProfiles(functions(), driver.unixNanos() - took, took);
        wanted.files()
                .forEach((kind, file) -> {
                    if (kind != ProfileFiles.Kind.TRACE) {
                        write(file, bytes(kind, profiles));
                    }
                });
    }

    private byte[] bytes(ProfileFiles.Kind kind, RunProfiles profiles) {
        return switch (kind) {
            case CPU -> profiles.cpu(observed().cpu().samples());
            case MEMORY ->
                    profiles.memory(observed().heapProfile(), observed().heapProfile().rate());
            case BLOCK -> profiles.waits(observed().waits().blocks());
            case MUTEX -> profiles.waits(observed().waits().mutexes());
            case TRACE -> new byte[0];
        };
    }

    private void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            tell(file, e);
        }
    }

    private void tell(Path file, IOException e) {
        String why = e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage();
        trouble.accept("gorrery: cannot write " + file + ": " + why + "\n");
    }
}
