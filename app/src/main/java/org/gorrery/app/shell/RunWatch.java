package org.gorrery.app.shell;

import java.util.Optional;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.Words;

/// A look at a window's run from outside of it. On the FX thread.
public final class RunWatch {
    private final ProgramViewModel program;

    RunWatch(ProgramViewModel program) {
        this.program = program;
    }

    /// Whether there is nothing more to wait for.
    public boolean ended() {
        return program.phase().get() == ProgramViewModel.Phase.ENDED;
    }

    /// The newest picture.
    public Optional<RunPicture> picture() {
        return program.picture().get();
    }

    /// What keeps the program from running, a line each; empty where it compiles.
    public java.util.List<String> errors() {
        return program.findings().get().stream()
                .filter(f -> !f.warning())
                .map(Object::toString)
                .toList();
    }

    /// How the run ended, in a line.
    public String state() {
        return RunText.state(program.phase().get(), program.picture().get(), Words.ENGLISH);
    }

    /// Ends the run.
    public void stop() {
        program.stop();
    }
}
