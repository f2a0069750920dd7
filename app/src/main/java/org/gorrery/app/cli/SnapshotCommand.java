package org.gorrery.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.gorrery.app.bridge.FxThread;
import org.gorrery.app.bridge.TaskRunner;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.Theme;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.settings.Preferences;
import org.gorrery.app.shell.ExplorerWindow;
import org.gorrery.app.shell.RunWatch;
import org.gorrery.app.shell.Sample;

/// `gorrery snapshot`: pictures of the window and of every view, without a display.
///
/// @param out where answers go
/// @param err where complaints go
record SnapshotCommand(PrintStream out, PrintStream err) {
    /// How long a program may run before it is stopped and drawn.
    private static final long RUN_SECONDS = 5;

    /// How long the rest may take: compiling, ending.
    private static final long PATIENCE_SECONDS = 300;

    private static final String USAGE =
            "usage: gorrery snapshot [-o FOLDER] [-theme dark|light|projector] [-compare OLDER] file.go | folder | sample | saved file";

    int run(List<String> args) {
        var folder = ExplorerCommand.PICTURES;
        var theme = Theme.DARK;
        Optional<Path> older = Optional.empty();
        var files = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            boolean takesValue = List.of("-o", "-theme", "-compare").contains(arg);
            if (takesValue && i + 1 < args.size()) {
                i++;
                if (arg.equals("-o")) {
                    folder = Path.of(args.get(i));
                } else if (arg.equals("-compare")) {
                    older = Optional.of(Path.of(args.get(i)));
                } else if (List.of("dark", "light", "projector").contains(args.get(i))) {
                    theme = Theme.valueOf(args.get(i).toUpperCase(Locale.ROOT));
                } else {
                    return misuse("no theme " + args.get(i));
                }
            } else if (arg.startsWith("-")) {
                return misuse(takesValue ? arg + " needs a value" : "unknown flag " + arg);
            } else {
                files.add(arg);
            }
        }
        if (files.size() > 1) {
            return misuse("one program or file at a time");
        }
        try {
            return pictures(files, folder, theme, older);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private int misuse(String what) {
        err.println("gorrery snapshot: " + what + "\n" + USAGE);
        return Main.MISUSE;
    }

    /// Runs the program (the first sample where none is given) or opens the file, and writes pictures into a folder.
    int pictures(List<String> files, Path folder) throws InterruptedException, ExecutionException {
        return pictures(files, folder, Theme.DARK, Optional.empty());
    }

    private int pictures(List<String> files, Path folder, Theme theme, Optional<Path> older)
            throws InterruptedException, ExecutionException {
        if (!files.isEmpty()
                && !Files.exists(Path.of(files.getFirst()))
                && Sample.named(files.getFirst()).isEmpty()) {
            err.println("gorrery snapshot: no such file or directory: " + files.getFirst());
            return 1;
        }
        FxThread.start();
        try {
            Files.createDirectories(folder);
            var window = FxThread.call(() -> opened(files, theme));
            if (!waitUntil(window::ready)) {
                err.println("gorrery snapshot: cannot open " + files.getFirst());
                return 1;
            }
            if (older.isPresent() && !compared(window, older.get())) {
                return 1;
            }
            int status = FxThread.call(window::watch).isPresent() ? runToEnd(window) : 0;
            write(window, folder);
            FxThread.call(() -> {
                window.closeAll();
                return true;
            });
            return status;
        } catch (IOException e) {
            err.println("gorrery snapshot: cannot write pictures: " + e.getMessage());
            return 1;
        } finally {
            FxThread.end();
        }
    }

    private static ExplorerWindow opened(List<String> files, Theme theme) {
        var stage = new Stage();
        var window =
                new ExplorerWindow(
                        stage,
                        Words.ENGLISH,
                        TaskRunner.onThreads(),
                        RunCommand.engine(),
                        Preferences.none());
        window.apply(theme);
        window.show();
        if (files.isEmpty()) {
            window.open(Sample.all().getFirst());
        } else {
            Sample.named(files.getFirst())
                    .filter(sample -> !Files.exists(Path.of(files.getFirst())))
                    .ifPresentOrElse(window::open, () -> window.open(Path.of(files.getFirst())));
        }
        return window;
    }

    private boolean compared(ExplorerWindow window, Path older)
            throws InterruptedException, ExecutionException {
        if (!Files.exists(older)) {
            err.println("gorrery snapshot: no such file or directory: " + older);
            return false;
        }
        FxThread.call(() -> {
            window.compareWith(older);
            return true;
        });
        return waitUntil(window::ready);
    }

    /// A question to the window.
    private interface Question {
        boolean answer();
    }

    private static boolean waitUntil(Question question)
            throws InterruptedException, ExecutionException {
        return waitUntil(question, PATIENCE_SECONDS);
    }

    /// Asks on the FX thread until the answer is yes.
    private static boolean waitUntil(Question question, long seconds)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!FxThread.call(question::answer)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pauseMillis(20);
        }
        return true;
    }

    private static void pauseMillis(long millis) throws InterruptedException, ExecutionException {
        try {
            new CompletableFuture<Boolean>().get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;
        }
    }

    private int runToEnd(ExplorerWindow window) throws InterruptedException, ExecutionException {
        FxThread.call(() -> {
            window.run();
            return true;
        });
        RunWatch watch = FxThread.call(() -> window.watch().orElseThrow());
        waitUntil(() -> watch.ended() || watch.picture().isPresent());
        if (!waitUntil(watch::ended, RUN_SECONDS)) {
            FxThread.call(() -> {
                watch.stop();
                return true;
            });
            waitUntil(watch::ended);
        }
        List<String> errors = FxThread.call(watch::errors);
        errors.forEach(err::println);
        out.println(errors.isEmpty() ? FxThread.call(watch::state) : "does not compile");
        return errors.isEmpty() ? 0 : 1;
    }

    private void write(ExplorerWindow window, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        // The layout of what was opened needs a frame or two.
        pauseMillis(300);
        save(FxThread.call(window::picture), folder.resolve("window.png"));
        List<ExplorerView> views = FxThread.call(window::views);
        for (int i = 0; i < views.size(); i++) {
            int index = i;
            FxThread.call(() -> {
                window.select(index);
                return true;
            });
            pauseMillis(150);
            var image = FxThread.call(() -> asShown(views.get(index)));
            save(image, folder.resolve(fileName(views.get(i))));
        }
        out.println(
                "Pictures of the window and "
                        + views.size()
                        + " views are in "
                        + folder.toAbsolutePath().normalize());
    }

    private static WritableImage asShown(ExplorerView view) {
        var bounds = view.node().getLayoutBounds();
        return view.picture((int) bounds.getWidth(), (int) bounds.getHeight());
    }

    private static String fileName(ExplorerView view) {
        return switch (view.id()) {
            case "profile" -> "flame.png";
            case "facts-view" -> "facts.png";
            default -> view.id() + ".png";
        };
    }

    private static void save(WritableImage image, Path file) throws IOException {
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
            throw new IOException("no writer for " + file);
        }
    }
}
