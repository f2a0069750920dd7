package org.gorrery.app.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.Snapshots;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Groups of goroutines and their frames.
class StacksViewModelTest {
    private final SharedFocus focus = new SharedFocus();
    private final StacksViewModel model = new StacksViewModel(Words.ENGLISH, focus);

    @BeforeEach
    void showADeadlock() {
        model.show(
                EventScript.picture(
                        new EventScript().timeline(1),
                        RunState.ENDED,
                        Optional.empty(),
                        List.of(),
                        Optional.of(Snapshots.goroutines()),
                        Optional.empty()));
    }

    private List<String> titles() {
        return model.groups().stream().map(g -> g.members().size() + " " + g.title()).toList();
    }

    @Test
    void goroutinesAtTheSamePlaceAreOneGroup() {
        assertEquals(
                List.of("3 main.audit", "2 main.transfer", "1 main.main", "1 main.report"),
                titles());
    }

    @Test
    void withoutGroupingEveryGoroutineIsARow() {
        model.alike().set(false);
        assertEquals(7, model.groups().size());
    }

    @Test
    void framesOfTheRuntimeAreHiddenUntilAskedFor() {
        model.choose(18);
        assertEquals("sync.(*Mutex).Lock", model.frames().getFirst().function());
        assertEquals(1, model.hiddenFrames());
        model.runtimeFrames().set(true);
        assertEquals("runtime.gopark", model.frames().getFirst().function());
    }

    @Test
    void choosingAGoroutineSelectsItForAllViewsAndBack() {
        model.choose(19);
        assertEquals(19, focus.goroutine().get());
        focus.goroutine().set(23);
        assertEquals(23, model.selected().get().orElseThrow().id());
    }

    @Test
    void aFilterKeepsWhatItsWordsMatch() {
        model.filter().set("mutex");
        assertEquals(List.of("3 main.audit", "2 main.transfer"), titles());
        model.filter().set("g23");
        assertEquals(List.of("1 main.report"), titles());
    }
}
