package org.gorrery.app.shell;

import static org.gorrery.app.shell.TestWindow.fx;
import static org.gorrery.app.shell.TestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorrery.session.RunOutcome;
import org.junit.jupiter.api.Test;

/// The window with a real engine behind it.
class ExplorerWindowTest extends WindowTest {
    @Test
    void aSampleIsOneClickAwayAndRuns() throws Exception {
        window.press("sample-primes");
        window.press("run");
        RunWatch watch = window.watch();
        waitUntil(watch::ended);
        var picture = fx(() -> watch.picture().orElseThrow());
        assertEquals(new RunOutcome.Exited(0), picture.outcome().orElseThrow());
        // main, the generator and a filter for each prime but the last that is printed
        assertTrue(picture.timeline().lanes().size() >= 61, "" + picture.timeline().lanes().size());
        window.waitForLine("281");
    }

    @Test
    void aDeadlockEndsTheRunAndNotTheWindow() throws Exception {
        window.press("sample-deadlock");
        window.press("run");
        RunWatch watch = window.watch();
        waitUntil(watch::ended);
        var outcome = fx(() -> watch.picture().orElseThrow().outcome().orElseThrow());
        assertEquals(2, outcome.exitCode());
        window.press("run");
        waitUntil(watch::ended);
        assertTrue(window.showing());
    }
}
