package org.gorrery.app.shell;

import static org.gorrery.app.JavaFx.onFxThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.gorrery.app.JavaFx;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.Words;
import org.gorrery.session.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.util.WaitForAsyncUtils;

/// The window with a real engine behind it.
@ExtendWith(JavaFx.class)
class ExplorerWindowTest {
    private Stage stage;
    private ExplorerWindow window;

    @BeforeEach
    void open() {
        onFxThread(() -> {
            stage = new Stage();
            window = new ExplorerWindow(stage, Words.ENGLISH, TaskRunner.onThreads());
            window.show();
            return window;
        });
    }

    @AfterEach
    void close() {
        onFxThread(() -> {
            window.closeAll();
            stage.hide();
            return stage;
        });
    }

    private void press(String id) {
        onFxThread(() -> {
            var button = (Button) stage.getScene().lookup("#" + id);
            assertNotNull(button, id);
            button.fire();
            return button;
        });
    }

    private static void waitUntil(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFxThread(condition::getAsBoolean));
    }

    @Test
    void aSampleIsOneClickAwayAndRuns() throws Exception {
        press("sample-primes");
        press("run");
        RunWatch watch = onFxThread(() -> window.watch().orElseThrow());
        waitUntil(watch::ended);
        var picture = onFxThread(() -> watch.picture().orElseThrow());
        assertEquals(new RunOutcome.Exited(0), picture.outcome().orElseThrow());
        // main, the generator and a filter for each prime but the last that is printed
        assertTrue(picture.timeline().lanes().size() >= 61, "" + picture.timeline().lanes().size());
        waitUntil(() -> console().getItems().stream().anyMatch(l -> l.text().equals("281")));
    }

    @Test
    void aDeadlockEndsTheRunAndNotTheWindow() throws Exception {
        press("sample-deadlock");
        press("run");
        RunWatch watch = onFxThread(() -> window.watch().orElseThrow());
        waitUntil(watch::ended);
        var outcome = onFxThread(() -> watch.picture().orElseThrow().outcome().orElseThrow());
        assertEquals(2, outcome.exitCode());
        press("run");
        waitUntil(watch::ended);
        assertTrue(onFxThread(() -> stage.isShowing()));
    }

    @SuppressWarnings("unchecked")
    private ListView<ConsoleViewModel.Line> console() {
        return (ListView<ConsoleViewModel.Line>) stage.getScene().lookup("#console");
    }
}
