package org.gorrery.app.bridge;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// The way onto the FX thread for commands that start elsewhere.
public final class FxThread {
    private FxThread() {}

    /// Starts JavaFX without a window; it lives until [#end].
    public static void start() throws InterruptedException {
        var running = new CountDownLatch(1);
        Platform.startup(running::countDown);
        Platform.setImplicitExit(false);
        running.await();
    }

    /// Does the work on the FX thread and waits for it.
    ///
    /// @throws ExecutionException with what the work threw as its cause
    public static <T> T call(Callable<T> work) throws InterruptedException, ExecutionException {
        var task = new FutureTask<T>(work);
        Platform.runLater(task);
        return task.get();
    }

    /// Ends JavaFX.
    public static void end() {
        Platform.exit();
    }
}
