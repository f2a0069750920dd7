package org.gorrery.app.shell;

import static org.gorrery.app.JavaFx.onFxThread;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.Words;
import org.testfx.util.WaitForAsyncUtils;

/// A window with a real engine behind it, for tests that use it from outside. Every call may come from any thread.
final class TestWindow implements AutoCloseable {
    /// Longer than anything takes on a machine with much else to do; only a fault reaches it.
    private static final long LIMIT_SECONDS = 300;

    private final Stage stage;
    private final ExplorerWindow window;

    private TestWindow(Stage stage, ExplorerWindow window) {
        this.stage = stage;
        this.window = window;
    }

    /// Opens a window without a document.
    static TestWindow open() {
        return fx(() -> {
            var stage = new Stage();
            var window = new ExplorerWindow(stage, Words.ENGLISH, TaskRunner.onThreads());
            window.show();
            return new TestWindow(stage, window);
        });
    }

    @Override
    public void close() {
        fx(() -> {
            window.closeAll();
            stage.hide();
            return stage;
        });
    }

    /// On the FX thread, also for who is there already.
    static <T> T fx(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            return onFxThread(work);
        }
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until the condition, asked on the FX thread, holds.
    static void waitUntil(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                LIMIT_SECONDS, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
    }

    /// Opens a file and waits until its document is in sight.
    void open(Path file) throws Exception {
        String name = String.valueOf(file.getFileName());
        fx(() -> {
            window.open(file);
            return window;
        });
        waitUntil(() -> window.ready() && window.title().equals(Optional.of(name)));
    }

    /// The window itself, to be used on the FX thread.
    ExplorerWindow window() {
        return window;
    }

    boolean showing() {
        return fx(stage::isShowing);
    }

    /// The run of the document in sight.
    RunWatch watch() {
        return fx(() -> window.watch().orElseThrow());
    }

    /// Starts the program in sight as its button does.
    RunWatch run() {
        return fx(() -> {
            window.run();
            return window.watch().orElseThrow();
        });
    }

    void press(String id) {
        fx(() -> {
            Button button = node(id, Button.class);
            button.fire();
            return button;
        });
    }

    ListView<ConsoleViewModel.Line> console() {
        @SuppressWarnings("unchecked")
        ListView<ConsoleViewModel.Line> console = node("console", ListView.class);
        return console;
    }

    void waitForLine(String text) throws Exception {
        waitUntil(() -> console().getItems().stream().anyMatch(l -> l.text().equals(text)));
    }

    boolean has(String id) {
        return fx(() -> laidOut().lookup("#" + id) != null);
    }

    /// A node by its id. What a control shows comes to be when it is laid out first, which a busy machine puts off: it
    /// is done here, not waited for.
    ///
    /// @throws AssertionError where the window has none
    <N extends Node> N node(String id, Class<N> type) {
        return fx(() -> {
            Node found = laidOut().lookup("#" + id);
            if (found == null) {
                throw new AssertionError("no #" + id + " in the window");
            }
            return type.cast(found);
        });
    }

    private Node laidOut() {
        var root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        return root;
    }
}
