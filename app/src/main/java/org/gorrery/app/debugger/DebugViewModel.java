package org.gorrery.app.debugger;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.gorrery.app.bridge.DebugSession;
import org.gorrery.app.bridge.DebugSession.Halt;
import org.gorrery.session.Debugger.Place;
import org.gorrery.session.Debugger.Variable;
import org.jspecify.annotations.Nullable;

/// The debugger of an open program: breakpoints outlive runs, the rest belongs to the run that stands.
public final class DebugViewModel {
    private final String file;
    private final TreeSet<Integer> lines = new TreeSet<>();
    private final ReadOnlyObjectWrapper<List<Integer>> breakpoints =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Halt>> halt =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChangeListener<Optional<Halt>> follow = (o, before, now) -> halt.set(now);
    private final ChangeListener<List<Optional<Place>>> placed = (o, before, now) -> move(now);
    private @Nullable DebugSession session;

    /// A debugger with no run yet.
    ///
    /// @param file the file whose lines breakpoints count, as tracebacks name it or its end
    public DebugViewModel(String file) {
        this.file = file;
    }

    /// Lines with a breakpoint, from 1, ascending.
    public ReadOnlyObjectProperty<List<Integer>> breakpoints() {
        return breakpoints.getReadOnlyProperty();
    }

    /// Where the run stands; empty while it goes on and where none is debugged.
    public ReadOnlyObjectProperty<Optional<Halt>> halt() {
        return halt.getReadOnlyProperty();
    }

    /// Whether a run is being debugged.
    public boolean attached() {
        return session != null;
    }

    /// Sets a breakpoint at a line, or takes it away.
    public void toggle(int line) {
        if (!lines.remove(line)) {
            lines.add(line);
        }
        changed();
        send();
    }

    private void changed() {
        breakpoints.set(List.copyOf(lines));
    }

    private void send() {
        DebugSession s = session;
        if (s != null) {
            s.setBreakpoints(lines.stream().map(l -> new Place(file, l, 0)).toList());
        }
    }

    /// A breakpoint on a line without a statement moves to the line where it stops; one that stops nowhere is left.
    private void move(List<Optional<Place>> found) {
        List<Integer> asked = breakpoints.get();
        if (found.size() != asked.size()) {
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            int line = found.get(i).map(Place::line).orElse(asked.get(i));
            if (line != asked.get(i)) {
                lines.remove(asked.get(i));
                lines.add(line);
            }
        }
        changed();
    }

    /// Follows a run that has not been started yet. Without a breakpoint it stands at its first statement.
    public void attach(DebugSession next) {
        detach();
        session = next;
        next.halt().addListener(follow);
        next.places().addListener(placed);
        send();
        if (lines.isEmpty()) {
            next.pause();
        }
    }

    /// The run is over, or another one comes.
    public void detach() {
        DebugSession s = session;
        session = null;
        halt.set(Optional.empty());
        if (s != null) {
            s.halt().removeListener(follow);
            s.places().removeListener(placed);
            s.ended();
        }
    }

    /// Does something with the run that stands; nothing where none does.
    public void step(Consumer<DebugSession> how) {
        DebugSession s = session;
        if (s != null && halt.get().isPresent()) {
            how.accept(s);
        }
    }

    /// Stops the run that is debugged at its next statement.
    public void pause() {
        DebugSession s = session;
        if (s != null) {
            s.pause();
        }
    }

    /// Looks for the parts of a variable of the run that stands.
    void parts(Variable whole, Consumer<List<Variable>> then) {
        step(s -> s.parts(whole, then));
    }

    /// Where the innermost frame in the program's own file stands, as a line from 1; empty where none does.
    public Optional<Integer> line() {
        return halt.get()
                .flatMap(h ->
                        h.frames().stream()
                                .skip(h.frame())
                                .map(f -> f.at())
                                .filter(p -> isShown(p.file()))
                                .findFirst())
                .map(Place::line);
    }

    private boolean isShown(String other) {
        return other.equals(file) || other.endsWith("/" + file) || file.endsWith("/" + other);
    }
}
