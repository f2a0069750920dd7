package org.gorrery.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;

/// Notes every question that a compilation asks of a finder, with a digest of the answer: a result may be used again
/// while the same questions get the same answers. Questions for packages of our own library are left out: their answers
/// change with the engine only.
final class RecordedFinder implements PackageFinder {
    /// One question and the digest of its answer.
    record Question(String importPath, String fromPath, String answer) {
        /// Whether a finder still answers so.
        boolean holds(PackageFinder finder) {
            return answer.equals(digest(finder.find(importPath, fromPath)));
        }
    }

    private final PackageFinder finder;
    private final Predicate<String> ownLibrary;
    private final List<Question> questions = new ArrayList<>();

    /// @param ownLibrary whether an import path is answered by our library, whatever else there is
    RecordedFinder(PackageFinder finder, Predicate<String> ownLibrary) {
        this.finder = finder;
        this.ownLibrary = ownLibrary;
    }

    @Override
    public Found find(String importPath, String fromPath) {
        var found = finder.find(importPath, fromPath);
        if (!ownLibrary.test(importPath)) {
            questions.add(new Question(importPath, fromPath, digest(found)));
        }
        return found;
    }

    @Override
    public String refusal(String importPath, String fromPath) {
        return finder.refusal(importPath, fromPath);
    }

    /// The questions asked so far.
    List<Question> questions() {
        return List.copyOf(questions);
    }

    private static String digest(Found found) {
        var files = found.files();
        return files == null ? "none: " + found.problem() : digest(files);
    }

    /// A digest of all that a package's files are: names, contents, language version.
    static String digest(PackageFiles files) {
        var sha = sha256();
        text(sha, files.path());
        text(sha, files.goVersion());
        text(sha, Boolean.toString(files.library()));
        text(sha, files.chosen().name());
        var changes = files.changes();
        text(sha, changes.installed() + " " + changes.tested() + " " + changes.without());
        for (var list : List.of(files.files(), changes.assembly(), changes.instead())) {
            text(sha, Integer.toString(list.size()));
            for (var f : list) {
                text(sha, f.name());
                bytes(sha, f.utf8());
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Adds a text and its length, so that no two lists of texts look the same.
    static void text(MessageDigest sha, String text) {
        bytes(sha, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(MessageDigest sha, byte[] b) {
        sha.update(ByteBuffer.allocate(4).putInt(b.length).flip());
        sha.update(b);
    }
}
