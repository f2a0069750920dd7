package org.gorrery.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.runtime.entry.WallClock;
import org.jspecify.annotations.Nullable;

/// Compiled programs on disk, so that the second start of a program needs no compiler.
///
/// The key ([ImageKey]) is the engine's build, the options and the files of package main; an entry also says what else the
/// compilation asked for (packages of the module, say) and what it was told, and counts only while the answers are the same.
/// An entry that cannot be read or written is as if it were not there: a cache never fails a compilation. Entries are
/// written beside and moved into place; the folder is the user's alone, for what lies there is executed.
final class ImageCache {
    private static final long MAGIC = 0x676f_7272_6572_7931L;
    private static final String SUFFIX = ".image";
    private static final String TEMPORARY = ".tmp";

    /// After that long a file that is being written is one that nobody goes on writing.
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);

    private final Path folder;
    private final String engineId;
    private final long limitBytes;

    /// What is kept of a compilation.
    record Entry(
            List<Compilation.Finding> findings,
            List<RecordedFinder.Question> questions,
            ProgramImage image) {}

    /// @param engineId changes with every build of the engine
    /// @param limitBytes how much the folder may hold; the entries unused for longest go first
    ImageCache(Path folder, String engineId, long limitBytes) {
        this.folder = folder;
        this.engineId = engineId;
        this.limitBytes = limitBytes;
    }

    /// The key of a program.
    ///
    /// @param packages what is compiled whatever is imported
    ImageKey key(List<PackageFiles> packages, BuildOptions options) {
        return ImageKey.of(engineId, packages, options);
    }

    /// The entry of that key, null where there is none or what it was made from has changed.
    @Nullable Entry find(ImageKey key, PackageFinder finder) {
        var file = folder.resolve(key.fileName() + SUFFIX);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            var entry = read(file, key);
            for (var q : entry.questions()) {
                if (!q.holds(finder)) {
                    return null;
                }
            }
            Files.setLastModifiedTime(file, FileTime.from(WallClock.utc().instant()));
            return entry;
        } catch (IOException | IllegalArgumentException e) {
            log("unusable entry " + file, e);
            return null;
        }
    }

    /// Keeps an entry.
    void store(ImageKey key, Entry entry) {
        try {
            createFolder();
            var temporary = Files.createTempFile(folder, "new", TEMPORARY);
            try {
                Files.write(temporary, written(key, entry));
                Files.move(
                        temporary,
                        folder.resolve(key.fileName() + SUFFIX),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            trim();
        } catch (IOException e) {
            log("cannot keep a compiled program in " + folder, e);
        }
    }

    // A logger is dear, and is not needed as a rule
    private static void log(String what, Exception why) {
        System.getLogger(ImageCache.class.getName()).log(System.Logger.Level.DEBUG, what, why);
    }

    private void createFolder() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private record Kept(Path file, long bytes, FileTime used) {}

    private void trim() throws IOException {
        var kept = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var f : files) {
                var is = Files.readAttributes(f, BasicFileAttributes.class);
                kept.add(new Kept(f, is.size(), is.lastModifiedTime()));
            }
        }
        long sum = kept.stream().mapToLong(Kept::bytes).sum();
        kept.sort(Comparator.comparing(Kept::used));
        for (var k : kept) {
            if (sum <= limitBytes) {
                break;
            }
            Files.deleteIfExists(k.file());
            sum -= k.bytes();
        }
        sweep();
    }

    /// Removes what processes left that ended while they wrote.
    private void sweep() throws IOException {
        var before = FileTime.from(WallClock.utc().instant().minus(LONGEST_WRITE));
        try (var files = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
            for (var f : files) {
                if (Files.getLastModifiedTime(f).compareTo(before) < 0) {
                    Files.deleteIfExists(f);
                }
            }
        }
    }

    private static byte[] written(ImageKey key, Entry entry) throws IOException {
        var bytes = new ByteArrayOutputStream(1 << 16);
        var out = new DataOutputStream(bytes);
        out.writeLong(MAGIC);
        byte[] whole = key.bytes();
        out.writeInt(whole.length);
        out.write(whole);
        out.writeInt(entry.findings().size());
        for (var f : entry.findings()) {
            out.writeUTF(f.file());
            out.writeInt(f.line());
            out.writeInt(f.column());
            out.writeUTF(f.code());
            out.writeBoolean(f.warning());
            out.writeUTF(f.message());
        }
        out.writeInt(entry.questions().size());
        for (var q : entry.questions()) {
            out.writeUTF(q.importPath());
            out.writeUTF(q.fromPath());
            out.writeUTF(q.answer());
        }
        ImageFile.write(entry.image(), out);
        var sum = new CRC32C();
        sum.update(bytes.toByteArray());
        out.writeLong(sum.getValue());
        return bytes.toByteArray();
    }

    private static Entry read(Path file, ImageKey key) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - Long.BYTES;
        if (end < 0) {
            throw new StreamCorruptedException("too short");
        }
        var sum = new CRC32C();
        sum.update(bytes, 0, end);
        if (sum.getValue() != ByteBuffer.wrap(bytes).getLong(end)) {
            throw new StreamCorruptedException("checksum");
        }
        var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
        if (in.readLong() != MAGIC) {
            throw new StreamCorruptedException("no entry of a cache");
        }
        if (!key.is(in.readNBytes(in.readInt()))) {
            throw new StreamCorruptedException("another program's entry");
        }
        var findings = new ArrayList<Compilation.Finding>();
        for (int n = in.readInt(); n > 0; n--) {
            findings.add(
                    new Compilation.Finding(
                            in.readUTF(),
                            in.readInt(),
                            in.readInt(),
                            in.readUTF(),
                            in.readBoolean(),
                            in.readUTF()));
        }
        var questions = new ArrayList<RecordedFinder.Question>();
        for (int n = in.readInt(); n > 0; n--) {
            questions.add(new RecordedFinder.Question(in.readUTF(), in.readUTF(), in.readUTF()));
        }
        return new Entry(List.copyOf(findings), List.copyOf(questions), ImageFile.read(in));
    }
}
