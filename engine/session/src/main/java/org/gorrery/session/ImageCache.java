package org.gorrery.session;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.runtime.entry.WallClock;
import org.jspecify.annotations.Nullable;

/// Compiled programs on disk, so that the second start of a program needs no compiler.
///
/// The key is a digest of the engine's build, the options and the files of package main; an entry also says what else the
/// compilation asked for (packages of the module, say) and what it was told, and counts only while the answers are the same.
/// An entry that cannot be read or written is as if it were not there: a cache never fails a compilation. Entries are
/// written beside and moved into place; the folder is the user's alone, for what lies there is executed.
final class ImageCache {
    private static final System.Logger LOG = System.getLogger(ImageCache.class.getName());
    private static final long MAGIC = 0x676f_7272_6572_7931L;
    private static final String SUFFIX = ".image";

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
    String key(List<PackageFiles> packages, BuildOptions options) {
        var sha = RecordedFinder.sha256();
        RecordedFinder.text(sha, engineId);
        RecordedFinder.text(sha, Runtime.version().toString());
        packages.forEach(p -> RecordedFinder.text(sha, RecordedFinder.digest(p)));
        RecordedFinder.text(sha, options.target().toString());
        RecordedFinder.text(sha, new TreeSet<>(options.tags()).toString());
        // A set has no order of its own: what else there is, as one text
        var rest =
                new BuildOptions(
                        options.target(),
                        java.util.Set.of(),
                        options.goVersion(),
                        options.allErrors(),
                        options.bodiesRequired(),
                        options.debug());
        RecordedFinder.text(sha, rest.toString());
        return HexFormat.of().formatHex(sha.digest());
    }

    /// The entry of that key, null where there is none or what it was made from has changed.
    @Nullable Entry find(String key, PackageFinder finder) {
        var file = folder.resolve(key + SUFFIX);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            var entry = read(file);
            for (var q : entry.questions()) {
                if (!q.holds(finder)) {
                    return null;
                }
            }
            Files.setLastModifiedTime(file, FileTime.from(WallClock.utc().instant()));
            return entry;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "unusable entry " + file, e);
            return null;
        }
    }

    /// Keeps an entry.
    void store(String key, Entry entry) {
        try {
            createFolder();
            var temporary = Files.createTempFile(folder, "new", ".tmp");
            try {
                write(entry, temporary);
                Files.move(
                        temporary,
                        folder.resolve(key + SUFFIX),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            trim();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot keep a compiled program in " + folder, e);
        }
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
                kept.add(new Kept(f, Files.size(f), Files.getLastModifiedTime(f)));
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
    }

    private static void write(Entry entry, Path file) throws IOException {
        try (var raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            var checked = new CheckedOutputStream(raw, new CRC32C());
            var out = new DataOutputStream(checked);
            out.writeLong(MAGIC);
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
            long sum = checked.getChecksum().getValue();
            out.writeLong(sum);
        }
    }

    private static Entry read(Path file) throws IOException {
        try (var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var checked = new CheckedInputStream(raw, new CRC32C());
            var in = new DataInputStream(checked);
            if (in.readLong() != MAGIC) {
                throw new StreamCorruptedException("no entry of a cache");
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
                questions.add(
                        new RecordedFinder.Question(in.readUTF(), in.readUTF(), in.readUTF()));
            }
            var image = ImageFile.read(in);
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new StreamCorruptedException("checksum");
            }
            return new Entry(List.copyOf(findings), List.copyOf(questions), image);
        }
    }
}
