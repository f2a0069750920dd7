package org.gorrery.app.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Breakpoints of a program that does not run.
class DebugViewModelTest {
    private final DebugViewModel model = new DebugViewModel("main.go");

    @Test
    void aBreakpointIsSetAndTakenAway() {
        model.toggle(12);
        model.toggle(7);
        assertEquals(List.of(7, 12), model.breakpoints().get());
        model.toggle(12);
        assertEquals(List.of(7), model.breakpoints().get());
    }

    @Test
    void withoutARunNothingStandsAndNoStepIsTaken() {
        model.step(s -> {
            throw new AssertionError("a step of nothing");
        });
        assertEquals(Optional.empty(), model.halt().get());
        assertEquals(Optional.empty(), model.line());
        assertFalse(model.attached());
    }
}
