package org.gorrery.app.bridge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.gorrery.session.Debugger;
import org.gorrery.session.Debugger.Frame;
import org.gorrery.session.Debugger.Place;
import org.gorrery.session.Debugger.Stop;
import org.gorrery.session.Debugger.Variable;

/// The debugger of a run as the explorer sees it: commands go to the bridge's thread, what was found comes back on the FX
/// thread. Its methods are for the FX thread.
public final class DebugSession {
    private static final System.Logger LOG = System.getLogger(DebugSession.class.getName());

    /// Where the run stands, and what can be seen there.
    ///
    /// @param stop which goroutine, why, at which statement
    /// @param frames of that goroutine, innermost first
    /// @param frame index of the one whose variables these are
    /// @param variables inner ones before outer ones of the same name
    public record Halt(Stop stop, List<Frame> frames, int frame, List<Variable> variables) {
        /// Copies the lists.
        public Halt {
            frames = List.copyOf(frames);
            variables = List.copyOf(variables);
        }
    }

    private final Debugger debugger;
    private final Executor executor;
    private final AtomicLong moves = new AtomicLong();
    private final ReadOnlyObjectWrapper<Optional<Halt>> halt =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Optional<Place>>> places =
            new ReadOnlyObjectWrapper<>(List.of());

    DebugSession(Debugger debugger, Executor executor) {
        this.debugger = debugger;
        this.executor = executor;
        debugger.onStop(stop -> {
            long move = moves.get();
            executor.execute(() -> look(stop, 0, move));
        });
    }

    /// Where the run stands; empty while it goes on.
    public ReadOnlyObjectProperty<Optional<Halt>> halt() {
        return halt.getReadOnlyProperty();
    }

    /// Where the breakpoints set last really stop, each in its turn.
    public ReadOnlyObjectProperty<List<Optional<Place>>> places() {
        return places.getReadOnlyProperty();
    }

    /// Replaces all breakpoints.
    public void setBreakpoints(List<Place> wanted) {
        executor.execute(() -> {
            List<Optional<Place>> found = debugger.setBreakpoints(wanted);
            Platform.runLater(() -> places.set(found));
        });
    }

    /// Stops at the next statement of any goroutine.
    public void pause() {
        executor.execute(debugger::pause);
    }

    /// Goes on to the next breakpoint.
    public void resume() {
        move(Debugger::resume);
    }

    /// Goes on to the next statement, also in what is called.
    public void stepIn() {
        move(Debugger::stepIn);
    }

    /// Goes on to the next statement of the function, or of one that called it.
    public void stepOver() {
        move(Debugger::stepOver);
    }

    /// Goes on until the function has returned.
    public void stepOut() {
        move(Debugger::stepOut);
    }

    private void move(Consumer<Debugger> step) {
        moves.incrementAndGet();
        halt.set(Optional.empty());
        executor.execute(() -> step.accept(debugger));
    }

    /// Shows the variables of another frame.
    public void frame(int index) {
        long move = moves.get();
        halt.get().ifPresent(h -> executor.execute(() -> look(h.stop(), index, move)));
    }

    /// Looks for the fields or elements of a variable, or for what it points to.
    ///
    /// @param then told on the FX thread, unless the run has gone on meanwhile
    public void parts(Variable whole, Consumer<List<Variable>> then) {
        long move = moves.get();
        executor.execute(() -> {
            try {
                List<Variable> found = debugger.parts(whole);
                Platform.runLater(() -> {
                    if (move == moves.get()) {
                        then.accept(found);
                    }
                });
            } catch (IllegalStateException e) {
                LOG.log(System.Logger.Level.DEBUG, "the run has gone on", e);
            }
        });
    }

    private void look(Stop stop, int frame, long move) {
        try {
            List<Frame> frames = debugger.frames(stop.goid());
            List<Variable> variables = debugger.variables(stop.goid(), frame);
            var found = new Halt(stop, frames, frame, variables);
            Platform.runLater(() -> {
                if (move == moves.get()) {
                    halt.set(Optional.of(found));
                }
            });
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "the run has gone on", e);
        }
    }

    /// The run is over: nothing stands any more.
    public void ended() {
        moves.incrementAndGet();
        halt.set(Optional.empty());
    }
}
