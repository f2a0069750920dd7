package org.gorrery.app.saved;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.concurrent.Task;
import org.gorrery.formats.FileEstimate;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.input.Limits;

/// Opens a saved file on a thread of its own: says how far it is and how much memory it will take, and can be called off.
///
/// The message is a key of the words: `load.reading`, then `load.parsing`, then `load.drawing`.
public final class OpenTask extends Task<Opened> {
    private static final int CHUNK = 1 << 20;
    private static final double MEMORY_SHARE = 0.4;

    private final Path path;
    private final FileEstimate estimate;
    private final long memoryBytes;

    /// A task for a file.
    ///
    /// @throws IOException where there is no such file
    public OpenTask(Path path) throws IOException {
        this(path, Runtime.getRuntime().maxMemory());
    }

    OpenTask(Path path, long memoryBytes) throws IOException {
        this.path = path;
        this.estimate = FileEstimate.of(path);
        this.memoryBytes = memoryBytes;
        updateMessage("load.reading");
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// Its length in bytes.
    public long fileBytes() {
        return estimate.fileBytes();
    }

    /// About how much memory it will take.
    public long estimateBytes() {
        return estimate.modelBytes();
    }

    /// Starts it.
    public void start() {
        Thread.ofPlatform().daemon().name("explorer-open").start(this);
    }

    @Override
    protected Opened call() throws IOException {
        Optional<TraceWindow> part = part();
        if (part.isPresent()) {
            updateMessage("load.part");
            updateProgress(-1, 1);
            return made(SavedFiles.open(path, part.get()), true);
        }
        if (estimate.fileBytes() > Limits.DEFAULT.unpackedBytes()) {
            return made(SavedFiles.open(path), false);
        }
        byte[] bytes = read((int) estimate.fileBytes());
        updateMessage("load.parsing");
        updateProgress(-1, 1);
        return made(
                SavedFiles.open(path.toString(), bytes, Limits.DEFAULT, TraceWindow.EVERYTHING),
                false);
    }

    private Opened made(List<SavedFile> files, boolean part) {
        updateMessage("load.drawing");
        return Opened.of(path, files, part);
    }

    /// The last part of a trace that is too large to be opened as a whole: what fits in half of the memory.
    private Optional<TraceWindow> part() {
        TraceWindow all = estimate.extent();
        double share = memoryBytes * MEMORY_SHARE / Math.max(1, estimate.modelBytes());
        if (all.equals(TraceWindow.EVERYTHING) || share >= 1) {
            return Optional.empty();
        }
        long length = (long) ((all.toNanos() - all.fromNanos()) * share);
        return Optional.of(new TraceWindow(all.toNanos() - length, all.toNanos()));
    }

    private byte[] read(int fileBytes) throws IOException {
        byte[] all = new byte[fileBytes];
        int done = 0;
        try (InputStream in = Files.newInputStream(path)) {
            while (done < all.length && !isCancelled()) {
                int n = in.read(all, done, Math.min(CHUNK, all.length - done));
                if (n < 0) {
                    return java.util.Arrays.copyOf(all, done);
                }
                done += n;
                updateProgress(done, all.length);
            }
        }
        return all;
    }
}
