package org.gorrery.app.saved;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.concurrent.Task;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.input.Limits;

/// Opens a saved file on a thread of its own: says how far it is and how much memory it will take, and can be called off.
///
/// The message is a key of the words: `load.reading`, then `load.parsing`, then `load.drawing`.
public final class OpenTask extends Task<Opened> {
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final long fileBytes;

    /// A task for a file.
    ///
    /// @throws IOException where there is no such file
    public OpenTask(Path path) throws IOException {
        this.path = path;
        this.fileBytes = Files.size(path);
        updateMessage("load.reading");
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// Its length in bytes.
    public long fileBytes() {
        return fileBytes;
    }

    /// About how much memory it will take, by the densest kind of file: a trace.
    public long estimateBytes() {
        return TraceReader.estimateBytes(fileBytes);
    }

    /// Starts it.
    public void start() {
        Thread.ofPlatform().daemon().name("explorer-open").start(this);
    }

    @Override
    protected Opened call() throws IOException {
        byte[] bytes = read();
        updateMessage("load.parsing");
        updateProgress(-1, 1);
        List<SavedFile> files =
                SavedFiles.open(path.toString(), bytes, Limits.DEFAULT, TraceWindow.EVERYTHING);
        updateMessage("load.drawing");
        return Opened.of(path, files);
    }

    private byte[] read() throws IOException {
        if (fileBytes > Limits.DEFAULT.unpackedBytes()) {
            throw new IOException(
                    "the file has "
                            + fileBytes
                            + " bytes, more than the limit of "
                            + Limits.DEFAULT.unpackedBytes());
        }
        byte[] all = new byte[(int) fileBytes];
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
