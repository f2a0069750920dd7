package org.gorrery.app.stacks;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.TextMatch;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.session.RunOutcome;

/// What the view of stacks shows: groups of goroutines, one goroutine of the selected group, its frames. Holds no nodes.
final class StacksViewModel {
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<WaitGraph> graph =
            new ReadOnlyObjectWrapper<>(new WaitGraph(List.of(), List.of()));
    private final BooleanProperty alike = new SimpleBooleanProperty(true);
    private final BooleanProperty runtimeFrames = new SimpleBooleanProperty(false);
    private final ObservableList<StackGroup> groups = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Goroutine>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fatal = new ReadOnlyStringWrapper("");
    private final Words words;
    private final SharedFocus focus;
    private Optional<GoroutineSnapshot> snapshot = Optional.empty();
    private LongFunction<String> stateWords = id -> "";

    StacksViewModel(Words words, SharedFocus focus) {
        this.words = words;
        this.focus = focus;
        filter.addListener((o, a, b) -> regroup());
        alike.addListener((o, a, b) -> regroup());
        focus.goroutine().addListener((o, a, b) -> select(b.longValue()));
    }

    StringProperty filter() {
        return filter;
    }

    /// Whether goroutines at the same place are one row.
    BooleanProperty alike() {
        return alike;
    }

    /// Whether frames of the runtime and the library's waiting are shown.
    BooleanProperty runtimeFrames() {
        return runtimeFrames;
    }

    ObservableList<StackGroup> groups() {
        return groups;
    }

    ObjectProperty<Optional<Goroutine>> selected() {
        return selected;
    }

    /// Such as `23 goroutines in 5 groups`.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// Go's own message of a fatal error; empty without one.
    ReadOnlyStringProperty fatal() {
        return fatal.getReadOnlyProperty();
    }

    /// Who waits for whom.
    ReadOnlyObjectProperty<WaitGraph> graph() {
        return graph.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return snapshot.map(s -> s.goroutines().isEmpty()).orElse(true);
    }

    void show(RunPicture picture) {
        fatal.set(picture.outcome().map(StacksViewModel::alarm).orElse(""));
        if (!snapshot.equals(picture.goroutines())) {
            snapshot = picture.goroutines();
            graph.set(
                    WaitGraph.of(
                            snapshot.map(GoroutineSnapshot::goroutines).orElse(List.of()),
                            picture.lockHolders()));
            stateWords = picture.stateWords();
            regroup();
        }
    }

    /// What the runtime said at the end, in one line; empty where there was nothing to be alarmed about.
    private static String alarm(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Fatal f -> "fatal error: " + f.message();
            case RunOutcome.Panicked p ->
                    p.report().lines().filter(l -> l.startsWith("panic: ")).findFirst().orElse("");
            case RunOutcome.Exited e -> "";
            case RunOutcome.Stopped s -> "";
            case RunOutcome.EngineFailure f -> f.report().lines().findFirst().orElse("");
        };
    }

    private void regroup() {
        List<Goroutine> all = snapshot.map(GoroutineSnapshot::goroutines).orElse(List.of());
        var wanted = TextMatch.of(filter.get());
        List<Goroutine> shown = all.stream().filter(g -> matches(g, wanted)).toList();
        List<StackGroup> next = StackGroup.of(shown, alike.get(), stateWords);
        if (!groups.equals(next)) {
            groups.setAll(next);
        }
        summary.set(words.get("stacks.summary", shown.size(), next.size(), all.size()));
        select(
                selected.get()
                        .map(Goroutine::id)
                        .orElse(next.isEmpty() ? 0 : next.getFirst().members().getFirst().id()));
    }

    private boolean matches(Goroutine g, TextMatch wanted) {
        return wanted.isEmpty()
                || wanted.typed().equals("g" + g.id())
                || wanted.test(StackGroup.stateOf(g).text())
                || wanted.test(stateText(g))
                || wanted.test(g.startFunction())
                || g.frames().stream().anyMatch(f -> wanted.test(f.function()));
    }

    /// What a goroutine does, in words.
    String stateText(Goroutine g) {
        return StackGroup.textOf(g, stateWords);
    }

    /// Shows a goroutine, if the snapshot has it.
    void select(long id) {
        snapshot.flatMap(s -> s.goroutines().stream().filter(g -> g.id() == id).findFirst())
                .ifPresentOrElse(
                        g -> selected.set(Optional.of(g)),
                        () -> {
                            if (isEmpty()) {
                                selected.set(Optional.empty());
                            }
                        });
    }

    /// Selects for all views.
    void choose(long id) {
        select(id);
        focus.goroutine().set(id);
    }

    /// The group that holds the selected goroutine.
    Optional<StackGroup> group() {
        return selected.get().flatMap(g -> groups.stream().filter(x -> x.has(g.id())).findFirst());
    }

    /// The next or previous goroutine of the group.
    void step(int direction) {
        group().ifPresent(group -> {
            List<Long> ids = group.members().stream().map(Goroutine::id).toList();
            int at = ids.indexOf(selected.get().map(Goroutine::id).orElse(0L));
            choose(ids.get(Math.floorMod(at + direction, ids.size())));
        });
    }

    /// The frames to show of the selected goroutine, innermost first.
    List<Frame> frames() {
        return selected.get()
                .map(g -> {
                    List<Frame> own =
                            g.frames().stream()
                                    .filter(f -> runtimeFrames.get() || !isRuntime(f))
                                    .toList();
                    return own.isEmpty() ? g.frames() : own;
                })
                .orElse(List.of());
    }

    int hiddenFrames() {
        return selected.get().map(g -> g.frames().size() - frames().size()).orElse(0);
    }

    private static boolean isRuntime(Frame f) {
        return f.function().startsWith("runtime.") || f.function().startsWith("internal/");
    }

    void openSource(Frame f) {
        if (!f.file().isEmpty()) {
            focus.openSource(f.file(), f.line());
        }
    }
}
