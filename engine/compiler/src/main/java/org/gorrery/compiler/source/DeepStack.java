package org.gorrery.compiler.source;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work on a thread with room for deep recursion: most of the compiler recurses over the tree of the source, and an expression of
/// ten thousand operands is a tree as deep.
///
/// The memory of the stack is reserved only; what is not touched costs nothing.
public final class DeepStack {
    private static final long STACK_BYTES = 1L << 30;

    /// How deep source may nest on any thread: a level costs up to 7 Java frames, 2 KB where they are interpreted, and a thread has 1 MB.
    /// The deepest file among Go's own tests needs 255.
    private static final int SHALLOW_LEVELS = 300;

    /// The same on a thread of this class, with room for what the checker and the passes behind it need for a level.
    private static final int DEEP_LEVELS = 20_000;

    private DeepStack() {}

    private static final class DeepThread extends Thread {
        // Guard: this thread
        private @Nullable Assistant assistant;

        DeepThread(Runnable task) {
            super(null, task, "compiler", STACK_BYTES, false);
            setDaemon(true);
        }

        Assistant assistant() {
            var own = assistant;
            if (own == null) {
                own = new Assistant();
                assistant = own;
                new DeepThread(own).start();
            }
            return own;
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                if (assistant != null) {
                    assistant.tasks.add(Assistant.END);
                }
            }
        }
    }

    /// A second thread that lives as long as the first needs it, since starting one for each piece of work takes longer than many of them.
    private static final class Assistant implements Runnable {
        private static final Runnable END = () -> {};

        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

        @Override
        public void run() {
            try {
                for (var task = tasks.take(); !task.equals(END); task = tasks.take()) {
                    task.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the first thread does the rest itself
            }
        }
    }

    /// Work that is done once, by whoever comes first: the assistant or the one that needs its result.
    private static final class Task<T> implements Runnable, Supplier<T> {
        private final Supplier<T> work;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<T> done = new CompletableFuture<>();

        Task(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                done.completeAsync(work, Runnable::run);
            }
        }

        @Override
        public T get() {
            run();
            try {
                return done.join();
            } catch (CompletionException e) {
                throw DeepStack.<RuntimeException>asIs(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    /// How many levels expressions, types and statements may nest on this thread.
    public static int levels() {
        return Thread.currentThread() instanceof DeepThread ? DEEP_LEVELS : SHALLOW_LEVELS;
    }

    /// What is done on such a thread.
    ///
    /// @param <T> what it gives
    /// @param <X> what it may throw, beside what is unchecked
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /// Does it.
        T get() throws X;
    }

    /// What `work` gives, done on such a thread. Waits for it, even where the caller is interrupted.
    public static <T, X extends Exception> T call(Work<T, X> work) throws X {
        if (Thread.currentThread() instanceof DeepThread) {
            return work.get();
        }
        var done = new CompletableFuture<T>();
        @SuppressWarnings("unchecked") // what it throws comes out of this method all the same
        var task = (Work<T, RuntimeException>) work;
        new DeepThread(() -> done.completeAsync(task::get, Runnable::run)).start();
        try {
            return done.join();
        } catch (CompletionException e) {
            throw DeepStack.<X>asIs(e.getCause() == null ? e : e.getCause());
        }
    }

    /// Begins `work` on another such thread where there is a processor for it; what has not been begun when its result is asked for is
    /// done then.
    ///
    /// @return gives the result, once it is there, or throws what the work threw
    public static <T> Supplier<T> ahead(Supplier<T> work) {
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return work;
        }
        var task = new Task<>(work);
        if (Thread.currentThread() instanceof DeepThread first) {
            first.assistant().tasks.add(task);
        } else {
            new DeepThread(task).start();
        }
        return task;
    }

    /// Does `work` for all items, in any order, on this thread and one more ([#ahead]).
    public static <T> void forEach(List<T> items, Consumer<T> work) {
        var next = new AtomicInteger();
        var others = ahead(() -> some(items, next, work));
        try {
            var _ = some(items, next, work);
        } finally {
            next.set(items.size());
            var _ = others.get();
        }
    }

    /// Does what nobody has begun yet; tells how many that were.
    private static <T> int some(List<T> items, AtomicInteger next, Consumer<T> work) {
        int done = 0;
        for (int i; (i = next.getAndIncrement()) < items.size(); ) {
            work.accept(items.get(i));
            done++;
        }
        return done;
    }

    // What the work throws is the caller's, as if it had done it itself
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X asIs(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
