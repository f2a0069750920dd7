package org.gorrery.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gorrery.app.bridge.DebugSession;
import org.gorrery.app.bridge.LiveRun;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.debugger.DebugViewModel;
import org.gorrery.app.settings.RunSettingsViewModel;
import org.gorrery.session.Compilation;
import org.gorrery.session.Engine;
import org.gorrery.session.Run;
import org.gorrery.session.RunOptions;
import org.gorrery.session.Source;
import org.jspecify.annotations.Nullable;

/// A program that is open: its source, its knobs, its run. On the FX thread.
final class ProgramViewModel implements AutoCloseable {
    /// What the program is doing, as far as the buttons go.
    enum Phase {
        /// Nothing has been run.
        IDLE,
        COMPILING,
        RUNNING,
        PAUSED,
        /// The run is over, or the program did not compile.
        ENDED;

        /// Whether there is something to stop.
        boolean busy() {
            return this == COMPILING || this == RUNNING || this == PAUSED;
        }
    }

    private static final AtomicLong RUNS = new AtomicLong();

    private final Engine engine;
    private final TaskRunner tasks;
    private final String title;
    private final Optional<Path> path;
    private final Optional<Lesson> lesson;
    private final RunSettingsViewModel settings = new RunSettingsViewModel();
    private final ConsoleViewModel console = new ConsoleViewModel();
    private final DebugViewModel debugger;
    private final StringProperty source = new SimpleStringProperty(this, "source", "");
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<List<Compilation.Finding>> findings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RunPicture>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper waitsForNextRun = new ReadOnlyBooleanWrapper();

    private String saved;
    private @Nullable LiveRun run;
    private @Nullable RunOptions used;
    private long attempt;
    private boolean heapInSight;
    private boolean goroutinesInSight;

    private ProgramViewModel(
            Engine engine,
            TaskRunner tasks,
            String title,
            Optional<Path> path,
            Optional<Lesson> lesson,
            String text) {
        this.engine = engine;
        this.tasks = tasks;
        this.title = title;
        this.path = path;
        this.lesson = lesson;
        this.saved = text;
        this.debugger = new DebugViewModel(sourceName());
        debugger.halt()
                .addListener((o, before, now) -> {
                    if (debugger.attached() && phase.get().busy()) {
                        phase.set(now.isPresent() ? Phase.PAUSED : Phase.RUNNING);
                    }
                });
        source.set(text);
        settings.gomaxprocs().addListener((o, before, now) -> procsChanged(now.intValue()));
        settings.gogc().addListener((o, before, now) -> gogcChanged(now.intValue()));
        settings.godebug().addListener(o -> compareWithNext());
        settings.goos().addListener(o -> compareWithNext());
        settings.goarch().addListener(o -> compareWithNext());
    }

    /// A sample program, which lives in the editor only.
    static ProgramViewModel of(Sample sample, Engine engine, TaskRunner tasks) {
        return new ProgramViewModel(
                engine,
                tasks,
                sample.fileName(),
                Optional.empty(),
                Optional.of(sample.lesson()),
                sample.source());
    }

    /// A Go file, or a folder with the files of one program.
    ///
    /// @param opened the file or folder
    /// @throws IOException where it cannot be read, or where there is no Go file in it
    static ProgramViewModel of(Path opened, Engine engine, TaskRunner tasks) throws IOException {
        Path file = Files.isDirectory(opened) ? mainFile(opened) : opened;
        return new ProgramViewModel(
                engine,
                tasks,
                String.valueOf(opened.toAbsolutePath().normalize().getFileName()),
                Optional.of(opened),
                Optional.empty(),
                text(file));
    }

    /// The text of a file. What is not UTF-8 shows as a mark; the compiler tells where it stands.
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /// The file of a folder that is shown first: the one with `func main`.
    private static Path mainFile(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            List<Path> files =
                    entries.filter(f -> f.toString().endsWith(".go"))
                            .filter(f -> !f.toString().endsWith("_test.go"))
                            .sorted()
                            .toList();
            for (Path file : files) {
                if (text(file).contains("func main()")) {
                    return file;
                }
            }
            return files.stream()
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Go files in " + folder));
        }
    }

    String title() {
        return title;
    }

    Optional<Path> path() {
        return path;
    }

    Optional<Lesson> lesson() {
        return lesson;
    }

    RunSettingsViewModel settings() {
        return settings;
    }

    ConsoleViewModel console() {
        return console;
    }

    DebugViewModel debugger() {
        return debugger;
    }

    StringProperty source() {
        return source;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// What the compiler found at the last attempt to run.
    ReadOnlyObjectProperty<List<Compilation.Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// The newest picture of the run, empty before the first.
    ReadOnlyObjectProperty<Optional<RunPicture>> picture() {
        return picture.getReadOnlyProperty();
    }

    /// Whether a knob was turned that acts at the next run only.
    ReadOnlyBooleanProperty waitsForNextRun() {
        return waitsForNextRun.getReadOnlyProperty();
    }

    /// Name of the shown file in findings.
    String sourceName() {
        return path.map(ProgramViewModel::shownFile).map(Path::toString).orElse(title);
    }

    private static Path shownFile(Path opened) {
        if (!Files.isDirectory(opened)) {
            return opened;
        }
        try {
            return mainFile(opened);
        } catch (IOException e) {
            return opened;
        }
    }

    /// Compiles and starts the program; a run that is on is ended first. One that stands at a statement goes on instead.
    void run() {
        if (debugger.halt().get().isPresent()) {
            debugger.step(DebugSession::resume);
        } else {
            run(false);
        }
    }

    /// Compiles the program for the debugger and starts it, up to the first breakpoint or statement.
    void debug() {
        run(true);
    }

    private void run(boolean debug) {
        endRun();
        long mine = ++attempt;
        var buffer = console.restart();
        RunOptions options = settings.options().withDebug(debug);
        findings.set(List.of());
        picture.set(Optional.empty());
        phase.set(Phase.COMPILING);
        String text = source.get();
        boolean save = !text.equals(saved);
        saved = text;
        tasks.run(
                () -> prepared(engine.compile(input(text, save), options), buffer, options),
                prepared -> {
                    if (mine == attempt) {
                        start(prepared, options);
                    } else {
                        prepared.run().ifPresent(Run::close);
                    }
                },
                failure -> {
                    if (mine == attempt) {
                        failed(failure);
                    }
                });
    }

    /// A file on disk is saved before it is run, as the run reads it and what it imports from there.
    private Source input(String text, boolean save) throws IOException {
        if (path.isEmpty()) {
            return new Source.Text(title, text);
        }
        if (save) {
            Files.write(shownFile(path.get()), text.getBytes(StandardCharsets.UTF_8));
        }
        return new Source.Files(List.of(path.get()));
    }

    /// What came of compiling, and the run if there can be one; made off the FX thread, as it takes its memory.
    private record Prepared(List<Compilation.Finding> findings, Optional<Run> run) {}

    private static Prepared prepared(
            Compilation compiled, ConsoleBuffer buffer, RunOptions options) {
        return switch (compiled) {
            case Compilation.Failed failed -> new Prepared(failed.findings(), Optional.empty());
            case Compilation.Ready ready ->
                    new Prepared(
                            ready.findings(),
                            Optional.of(ready.program().prepare(options, buffer)));
        };
    }

    private void start(Prepared prepared, RunOptions options) {
        findings.set(prepared.findings());
        prepared.run()
                .ifPresentOrElse(
                        made -> start(made, options),
                        () -> {
                            long errors =
                                    prepared.findings().stream().filter(f -> !f.warning()).count();
                            console.note("does not compile: " + count(errors, "error"));
                            phase.set(Phase.ENDED);
                        });
    }

    private void start(Run made, RunOptions options) {
        var live = new LiveRun(RUNS.incrementAndGet(), title, made, options);
        run = live;
        used = options;
        live.observe(heapInSight, goroutinesInSight);
        live.picture()
                .addListener((o, before, now) -> {
                    if (live == run) {
                        show(now);
                    }
                });
        compareWithNext();
        phase.set(Phase.RUNNING);
        live.debug().ifPresent(debugger::attach);
        live.start();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void failed(Throwable failure) {
        console.note("the program could not be made ready, please report it: " + failure);
        phase.set(Phase.ENDED);
    }

    private void show(RunPicture now) {
        picture.set(Optional.of(now));
        if (now.state() == RunState.ENDED && phase.get().busy()) {
            while (console.pulse()) {
                // What is still waiting belongs before the last line.
            }
            now.outcome().ifPresent(outcome -> console.note(RunText.outcome(outcome)));
            phase.set(Phase.ENDED);
            debugger.detach();
        }
    }

    /// Stops the world, or lets it go on.
    void pauseOrResume() {
        LiveRun live = run;
        if (debugger.attached()) {
            if (phase.get() == Phase.RUNNING) {
                debugger.pause();
            } else {
                debugger.step(DebugSession::resume);
            }
        } else if (live != null && phase.get() == Phase.RUNNING) {
            live.pause();
            phase.set(Phase.PAUSED);
        } else if (live != null && phase.get() == Phase.PAUSED) {
            live.resume();
            phase.set(Phase.RUNNING);
        }
    }

    /// Ends the run; while compiling, what is being compiled is not started.
    void stop() {
        LiveRun live = run;
        if (phase.get() == Phase.COMPILING) {
            attempt++;
            phase.set(Phase.ENDED);
        } else if (live != null && phase.get().busy()) {
            console.endInput();
            live.stop();
        }
    }

    /// Says which snapshots the view in sight needs.
    void observe(boolean heap, boolean goroutines) {
        heapInSight = heap;
        goroutinesInSight = goroutines;
        LiveRun live = run;
        if (live != null) {
            live.observe(heap, goroutines);
        }
    }

    private void procsChanged(int procs) {
        LiveRun live = run;
        if (live != null && phase.get().busy()) {
            live.setGomaxprocs(procs);
        }
    }

    private void gogcChanged(int percent) {
        LiveRun live = run;
        if (live != null && phase.get().busy()) {
            live.setGogc(percent);
        }
    }

    private void compareWithNext() {
        RunOptions options = used;
        waitsForNextRun.set(options != null && settings.waitsForNextRun(options));
    }

    private void endRun() {
        LiveRun live = run;
        run = null;
        debugger.detach();
        if (live != null) {
            live.close();
        }
    }

    /// Ends the run and lets go of its memory.
    @Override
    public void close() {
        attempt++;
        console.endInput();
        endRun();
    }
}
