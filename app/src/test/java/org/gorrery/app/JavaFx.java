package org.gorrery.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Starts JavaFX once per JVM, on its headless platform, for tests that need nodes and pixels:
/// `@ExtendWith(JavaFx.class)`.
public final class JavaFx implements BeforeAllCallback {
    private static final Namespace STORE = Namespace.create(JavaFx.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(STORE).getOrComputeIfAbsent("started", key -> started());
    }

    private static boolean started() {
        var running = new CountDownLatch(1);
        Platform.startup(running::countDown);
        Platform.setImplicitExit(false);
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaFX started", e);
        }
        return true;
    }

    /// Does the work on the FX thread and hands back its result; what it throws comes as the cause
    /// of a `CompletionException`.
    public static <T> T onFxThread(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        return result.join();
    }
}
