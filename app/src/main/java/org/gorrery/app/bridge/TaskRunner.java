package org.gorrery.app.bridge;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/// Takes work that lasts over 5 ms off the FX thread and brings its result back there.
public interface TaskRunner {
    /// Does the work elsewhere; then, on the FX thread, `done` or `failed`.
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /// A thread for each piece of work, with a stack deep enough for deeply nested sources.
    static TaskRunner onThreads() {
        return new Threads();
    }

    /// Threads of the platform.
    final class Threads implements TaskRunner {
        private static final long STACK_BYTES = 64L << 20;

        private Threads() {}

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            var task =
                    new Task<T>() {
                        @Override
                        protected T call() throws Exception {
                            return work.call();
                        }
                    };
            task.setOnSucceeded(e -> done.accept(task.getValue()));
            task.setOnFailed(e -> failed.accept(task.getException()));
            Thread.ofPlatform().daemon().name("explorer-task").stackSize(STACK_BYTES).start(task);
        }
    }
}
