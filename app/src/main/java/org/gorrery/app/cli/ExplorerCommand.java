package org.gorrery.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.stage.Stage;
import org.gorrery.app.bridge.FxThread;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.settings.Preferences;
import org.gorrery.app.shell.ExplorerWindow;

/// `gorrery [file…]`: the explorer's window, or pictures of it where there can be no window.
///
/// @param out where answers go
/// @param err where complaints go
record ExplorerCommand(PrintStream out, PrintStream err) {
    /// Where pictures go that nobody chose a folder for.
    static final Path PICTURES = Path.of("gorrery-pictures");

    int run(List<String> files) {
        var properties = new HashMap<String, String>();
        System.getProperties().forEach((k, v) -> properties.put(k.toString(), v.toString()));
        var support = WindowSupport.from(properties);
        try {
            if (support.canOpenWindow()) {
                return window(files);
            }
            support.explanation().forEach(out::println);
            return support.canDrawText()
                    ? new SnapshotCommand(out, err).pictures(files, PICTURES)
                    : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private int window(List<String> files) throws InterruptedException, ExecutionException {
        FxThread.start();
        var closed = new CountDownLatch(1);
        FxThread.call(() -> {
            var stage = new Stage();
            var window =
                    new ExplorerWindow(
                            stage,
                            Words.of(Locale.getDefault()),
                            TaskRunner.onThreads(),
                            RunCommand.engine(),
                            Preferences.ofUser(System.getenv(), System.getProperty("os.name")));
            stage.showingProperty()
                    .addListener((o, before, now) -> {
                        if (!now) {
                            closed.countDown();
                        }
                    });
            window.show();
            files.forEach(file -> window.open(Path.of(file)));
            return window;
        });
        closed.await();
        FxThread.end();
        return 0;
    }
}
