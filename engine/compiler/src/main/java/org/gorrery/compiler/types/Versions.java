package org.gorrery.compiler.types;

import java.util.regex.Pattern;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.SourceFile;

/// Which language version each file is written in, and what needs a newer one.
final class Versions {
    /// The newest version of the language.
    static final int NEWEST = 26;

    private final CheckContext c;
    private String looked = "";
    private int lookedMinor = NEWEST;

    Versions(CheckContext c) {
        this.c = c;
    }

    /// Settles the version of a file: that of its `//go:build` line, at least go1.21, else the module's.
    void settle(SourceFile file) {
        String version = c.options.goVersion();
        if (!file.goVersion().isEmpty()) {
            version = "go1." + Math.max(minor(file.goVersion()), 21);
        }
        c.fileVersions.put(file, version.isEmpty() ? "go1." + NEWEST : version);
    }

    /// The N of `go1.N` (patch releases left aside).
    static int minor(String version) {
        String v = version.startsWith("go") ? version.substring(2) : version;
        var parts = v.split("[.a-z]", 3);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return parts.length > 0 && parts[0].equals("1") ? 0 : NEWEST;
        }
        try {
            return Integer.parseInt(parts[1]);
        } catch (NumberFormatException e) {
            return NEWEST;
        }
    }

    /// Whether the file at hand is at least of go1.`minor`.
    boolean allows(int minor) {
        var version = c.fileVersions.getOrDefault(c.env.file(), "go1." + NEWEST);
        if (!version.equals(looked)) { // a package has few
            looked = version;
            lookedMinor = minor(version);
        }
        return lookedMinor >= minor;
    }

    /// Reports `what` unless the file is at least of go1.`minor`.
    boolean require(int pos, int minor, String what) {
        if (allows(minor)) {
            return true;
        }
        error(pos, minor, what);
        return false;
    }

    void error(int pos, int minor, String what) {
        c.error(
                pos,
                DiagnosticCode.LANGUAGE_VERSION,
                what + " requires go1." + minor + " or later");
    }

    private static final Pattern REQUIRES = Pattern.compile("requires go1\\.\\d+ or later");

    /// What to add to a message that asks for a newer version: where the version of the file comes from.
    String origin(String message) {
        if (!REQUIRES.matcher(message).find()) {
            return "";
        }
        String own = c.env.file().goVersion();
        if (!own.isEmpty()) {
            return " (file declares //go:build " + own + ")";
        }
        return " (-lang was set to "
                + c.fileVersions.getOrDefault(c.env.file(), "go1." + NEWEST)
                + "; check go.mod)";
    }
}
