package org.gorrery.session;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.Changes;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.target.Target;

/// What a compiled program was made from, as far as it is known before the compilation: the engine's build, the options, and whole the
/// files that are compiled whatever is imported.
///
/// An entry of the cache holds these bytes, and is taken for the same bytes only. So the name of its file need only differ mostly, and
/// a start needs no digest, whose classes alone take longer to load than a program's image.
final class ImageKey {
    private final byte[] whole;

    private ImageKey(byte[] whole) {
        this.whole = whole;
    }

    /// The key of a program.
    ///
    /// @param engineId changes with every build of the engine
    /// @param packages what is compiled whatever is imported
    static ImageKey of(String engineId, List<PackageFiles> packages, BuildOptions options) {
        var bytes = new ByteArrayOutputStream(1 << 12);
        try (var out = new DataOutputStream(bytes)) {
            text(out, engineId);
            text(out, System.getProperty("java.vm.version", ""));
            options(out, options);
            out.writeInt(packages.size());
            for (var p : packages) {
                files(out, p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all", e);
        }
        return new ImageKey(bytes.toByteArray());
    }

    /// A name for its file.
    String fileName() {
        var one = new CRC32C();
        one.update(whole);
        var two = new CRC32();
        two.update(whole);
        var hex = HexFormat.of();
        return hex.toHexDigits(one.getValue(), Integer.BYTES * 2)
                + hex.toHexDigits(two.getValue(), Integer.BYTES * 2)
                + hex.toHexDigits(whole.length);
    }

    /// All that it consists of.
    byte[] bytes() {
        return whole.clone();
    }

    /// Whether an entry with these bytes is its own.
    boolean is(byte[] bytes) {
        return Arrays.equals(whole, bytes);
    }

    // Records are taken apart: one with a new component breaks here, so that none is forgotten
    private static void options(DataOutputStream out, BuildOptions options) throws IOException {
        if (!(options
                instanceof
                BuildOptions(
                        var target,
                        var tags,
                        var goVersion,
                        var allErrors,
                        var bodies,
                        var debug))) {
            throw incomplete();
        }
        target(out, target);
        out.writeInt(tags.size());
        for (var tag : new TreeSet<>(tags)) {
            text(out, tag);
        }
        text(out, goVersion);
        out.writeBoolean(allErrors);
        out.writeBoolean(bodies);
        out.writeBoolean(debug);
    }

    private static void target(DataOutputStream out, Target target) throws IOException {
        if (!(target
                instanceof
                Target(
                        var goos,
                        var goarch,
                        var wordBytes,
                        var int64Align,
                        var bigEndian,
                        var pageBytes))) {
            throw incomplete();
        }
        text(out, goos);
        text(out, goarch);
        out.writeInt(wordBytes);
        out.writeInt(int64Align);
        out.writeBoolean(bigEndian);
        out.writeInt(pageBytes);
    }

    private static void files(DataOutputStream out, PackageFiles files) throws IOException {
        if (!(files
                instanceof
                PackageFiles(
                        var path,
                        var list,
                        var goVersion,
                        var library,
                        var changes,
                        var chosen))) {
            throw incomplete();
        }
        text(out, path);
        files(out, list);
        text(out, goVersion);
        out.writeBoolean(library);
        changes(out, changes);
        text(out, chosen.name());
    }

    /// A pattern with all parts of a record fits every one but null; a key without some of them would serve other programs.
    private static IllegalStateException incomplete() {
        return new IllegalStateException("a part of the key is missing");
    }

    private static void changes(DataOutputStream out, Changes changes) throws IOException {
        if (!(changes
                instanceof
                Changes(var installed, var tested, var assembly, var instead, var without))) {
            throw incomplete();
        }
        out.writeBoolean(installed);
        out.writeBoolean(tested);
        files(out, assembly);
        files(out, instead);
        out.writeInt(without.size());
        if (!without.isEmpty()) {
            var places =
                    new TreeSet<>(
                            Comparator.comparing(Changes.Place::file)
                                    .thenComparing(Changes.Place::offset));
            places.addAll(without);
            for (var place : places) {
                text(out, place.file());
                out.writeInt(place.offset());
            }
        }
    }

    private static void files(DataOutputStream out, List<FileText> files) throws IOException {
        out.writeInt(files.size());
        for (var f : files) {
            text(out, f.name());
            bytes(out, f.utf8());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    // With its length, so that no two lists of texts look the same
    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
