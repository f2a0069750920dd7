package org.gorrery.compiler.build;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.gorrery.compiler.source.BuildConstraint;

/// Which files of a package take part in a build, by their names and their `//go:build` lines (Go documentation, "Build constraints").
public final class FileChoice {
    private static final List<String> ARCHITECTURES_64 =
            List.of("mips64le", "riscv64", "loong64", "ppc64le");
    private static final List<String> ARCHITECTURES_32 = List.of("mipsle", "arm", "386");

    private final BuildOptions options;

    /// For builds of this kind.
    public FileChoice(BuildOptions options) {
        this.options = options;
    }

    /// The files that take part. Those that are named do so whatever they say.
    public List<FileText> of(PackageFiles files) {
        var changes = files.changes();
        boolean all =
                switch (files.chosen()) {
                    case BY_FOLDER -> false;
                    case BY_NAME -> true;
                    case OTHERWISE -> files.files().size() == 1 && !changes.installed();
                };
        if (all) {
            return files.files();
        }
        var goarch = architecture(changes);
        return files.files().stream()
                .filter(f ->
                        nameMatches(f, goarch)
                                && belongs(FileHeader.of(f).buildConstraint(), changes, goarch))
                .toList();
    }

    private boolean belongs(String constraint, Changes changes, String goarch) {
        return changes.installed()
                ? satisfiedInstalled(constraint, goarch)
                : satisfied(constraint, goarch);
    }

    private boolean nameMatches(FileText file, String goarch) {
        String simple = file.name().substring(file.name().lastIndexOf('/') + 1);
        return BuildConstraint.nameMatches(simple, options.target().goos(), goarch);
    }

    private boolean satisfied(String constraint, String goarch) {
        return BuildConstraint.satisfied(
                constraint, options.target().goos(), goarch, options.tags());
    }

    /// As [#satisfied] in a package of an installed Go, where a tag of its own says that there is no assembly.
    private boolean satisfiedInstalled(String constraint, String goarch) {
        var tags = new HashSet<>(options.tags());
        tags.add("math_big_pure_go");
        return BuildConstraint.satisfied(constraint, options.target().goos(), goarch, tags);
    }

    /// The architecture whose files are taken: the target's, or one like it for which the package has no assembly.
    private String architecture(Changes changes) {
        var own = options.target().goarch();
        if (changes.assembly().isEmpty() || !hasAssembly(changes, own)) {
            return own;
        }
        var others = options.target().is64Bit() ? ARCHITECTURES_64 : ARCHITECTURES_32;
        for (var goarch : others) {
            if (!hasAssembly(changes, goarch)) {
                return goarch;
            }
        }
        return own;
    }

    private boolean hasAssembly(Changes changes, String goarch) {
        for (var file : changes.assembly()) {
            if (nameMatches(file, goarch) && satisfiedInstalled(constraint(file.utf8()), goarch)) {
                return true;
            }
        }
        return false;
    }

    /// The expression of a `//go:build` line before the first line of code; empty where there is none.
    private static String constraint(byte[] text) {
        for (var line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith("//go:build ")) {
                return line.substring("//go:build ".length());
            }
            if (!line.isBlank() && !line.startsWith("//")) {
                return "";
            }
        }
        return "";
    }
}
