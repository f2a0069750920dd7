package org.gorrery.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What users type into the knobs, and what the next run gets of it.
class RunSettingsViewModelTest {
    private final RunSettingsViewModel settings = new RunSettingsViewModel();

    @Test
    void gogcIsAPercentageOrOff() {
        assertEquals(OptionalInt.of(50), RunSettingsViewModel.parseGogc(" 50 "));
        assertEquals(OptionalInt.of(0), RunSettingsViewModel.parseGogc("0"));
        assertEquals(OptionalInt.of(-1), RunSettingsViewModel.parseGogc("off"));
        assertEquals(OptionalInt.empty(), RunSettingsViewModel.parseGogc("-5"));
        assertEquals(OptionalInt.empty(), RunSettingsViewModel.parseGogc("12345678901"));
        assertEquals("off", RunSettingsViewModel.gogcText(-1));
    }

    @Test
    void gomaxprocsIsAtLeastOne() {
        assertEquals(OptionalInt.of(1), RunSettingsViewModel.parseGomaxprocs("1"));
        assertEquals(OptionalInt.empty(), RunSettingsViewModel.parseGomaxprocs("0"));
        assertEquals(OptionalInt.empty(), RunSettingsViewModel.parseGomaxprocs("257"));
        assertEquals(OptionalInt.empty(), RunSettingsViewModel.parseGomaxprocs("x"));
    }

    @Test
    void theNextRunGetsTheKnobs() {
        settings.gomaxprocs().set(3);
        settings.gogc().set(RunSettingsViewModel.OFF);
        settings.godebug().set(" gctrace=1 ");
        settings.goarch().set("386");
        var options = settings.options();
        assertEquals(3, options.gomaxprocs());
        assertEquals(-1, options.gogc());
        assertEquals("gctrace=1", options.godebug());
        assertEquals(4, options.target().wordBytes());
        assertTrue(options.events());
    }

    @Test
    void onlyWhatCannotChangeInARunWaitsForTheNext() {
        var used = settings.options();
        settings.gomaxprocs().set(7);
        settings.gogc().set(20);
        assertFalse(settings.waitsForNextRun(used));
        settings.godebug().set("gctrace=1");
        assertTrue(settings.waitsForNextRun(used));
        settings.godebug().set("");
        settings.goos().set("windows");
        assertTrue(settings.waitsForNextRun(used));
    }
}
