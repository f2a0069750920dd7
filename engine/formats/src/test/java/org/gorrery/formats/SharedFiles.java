package org.gorrery.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Unpack;
import org.gorrery.formats.json.JsonReader;
import org.junit.jupiter.api.Assumptions;

/// The real files that loaders are checked against, and what reference tools say of them.
///
/// They lie in a folder `shared/profiles` beside the repository, or where the system property `gorrery.shared` says;
/// tests that need them are skipped with a message where there is none.
public final class SharedFiles {
    private SharedFiles() {}

    /// {@return the folder of the files; the test is skipped when it is absent}
    public static Path folder() {
        String given = System.getProperty("gorrery.shared");
        if (given != null) {
            return Path.of(given, "profiles");
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            Path candidate = p.resolve("shared").resolve("profiles");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        Assumptions.abort(
                "no folder shared/profiles beside the repository: the comparison with real files is skipped");
        throw new IllegalStateException();
    }

    /// {@return the bytes of a file, not unpacked}
    /// @param name path below the folder
    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder().resolve(name));
    }

    /// {@return the contents of a file, unpacked}
    /// @param name path below the folder
    public static byte[] unpacked(String name) throws IOException {
        return Unpack.all(bytes(name), Limits.DEFAULT).value().getFirst().bytes();
    }

    /// {@return a JSON file of the folder}
    /// @param name path below the folder
    @SuppressWarnings("unchecked")
    public static Map<String, Object> json(String name) throws IOException, FormatException {
        return (Map<String, Object>) JsonReader.read(Files.readString(folder().resolve(name)));
    }

    /// Compares a fact with what was found, number by number; extra keys in what was found are ignored.
    ///
    /// @param where name of the place, for the message
    /// @param want from the reference
    /// @param got from us
    /// @param differences where differences are added
    public static void compare(String where, Object want, Object got, List<String> differences) {
        switch (want) {
            case Map<?, ?> m -> {
                if (!(got instanceof Map<?, ?> g)) {
                    differences.add(where + ": expected an object, got " + got);
                    return;
                }
                m.forEach((k, v) -> compare(where + "." + k, v, g.get(k), differences));
            }
            case List<?> l -> {
                if (!(got instanceof List<?> g) || g.size() != l.size()) {
                    differences.add(where + ": expected " + l + ", got " + got);
                    return;
                }
                for (int i = 0; i < l.size(); i++) {
                    compare(where + "[" + i + "]", l.get(i), g.get(i), differences);
                }
            }
            case Number n -> {
                boolean same =
                        got instanceof Number g
                                && (n instanceof Long && (g instanceof Long || g instanceof Integer)
                                        ? n.longValue() == g.longValue()
                                        : Math.abs(n.doubleValue() - g.doubleValue())
                                                <= 1e-9 * Math.max(1, Math.abs(n.doubleValue())));
                if (!same) {
                    differences.add(where + ": expected " + n + ", got " + got);
                }
            }
            case null -> {
                if (got != null) {
                    differences.add(where + ": expected null, got " + got);
                }
            }
            default -> {
                if (!want.equals(got)) {
                    differences.add(where + ": expected " + want + ", got " + got);
                }
            }
        }
    }

    /// A real Go's command on the PATH; the test is skipped with a message where there is none.
    public static String goCommand() {
        for (var folder :
                System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            var go = java.nio.file.Path.of(folder, "go");
            if (!folder.isEmpty() && java.nio.file.Files.isExecutable(go)) {
                return go.toString();
            }
        }
        org.junit.jupiter.api.Assumptions.abort(
                "no Go toolchain here: the comparison with its tools is skipped");
        throw new IllegalStateException();
    }
}
