package org.gorrery.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.build.FileChoice;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.source.BuildConstraint;
import org.jspecify.annotations.Nullable;

/// The GODEBUG settings that a program brings: what its language version implies, then `godebug` lines of its module, then `//go:debug`
/// lines above the package clauses of its main package, or of the package under test and its test files. GODEBUG of the environment stands
/// over them.
///
/// Source: Go documentation, "Go, Backwards Compatibility, and GODEBUG".
final class GodebugDefaults {
    private static final String LINE = "//go:debug ";
    private static final String DEFAULT = "default=";

    /// What programs of language versions before one bring.
    private record Former(int before, String setting) {}

    private static final List<Former> FORMER =
            List.of(
                    new Former(20, "randautoseed=0"),
                    new Former(21, "panicnil=1"),
                    new Former(24, "randseednop=0"));

    private GodebugDefaults() {}

    /// A program whose runs have the settings that it brings.
    /// @param choice tells the files of the main package that take part
    static Compilation apply(
            Compilation compiled, PackageFiles main, FileChoice choice, @Nullable GoModule module) {
        if (!(compiled instanceof Compilation.Ready ready)) {
            return compiled;
        }
        return new Compilation.Ready(
                ready.findings(), bringing(ready.program(), main, choice, module));
    }

    /// A program whose runs have the settings that its files and its module bring.
    /// @param files of the main package, or of the package under test with all its test files
    static Compilation.Program bringing(
            Compilation.Program program,
            PackageFiles files,
            FileChoice choice,
            @Nullable GoModule module) {
        String brought = of(files, choice, module);
        return brought.isEmpty()
                ? program
                : (options, console) ->
                        program.prepare(
                                options.withGodebug(brought + "," + options.godebug()), console);
    }

    // As GODEBUG is written, the settings that count last
    private static String of(PackageFiles main, FileChoice choice, @Nullable GoModule module) {
        var said = new ArrayList<String>(module == null ? List.of() : module.file().godebug());
        if (main.files().stream().anyMatch(f -> !lines(f).isEmpty())) {
            choice.of(main).forEach(f -> said.addAll(lines(f)));
        }
        String version = main.goVersion();
        for (var s : said) {
            version = s.startsWith(DEFAULT) ? s.substring(DEFAULT.length()) : version;
        }
        var all = new ArrayList<>(impliedBy(version));
        said.stream().filter(s -> !s.startsWith(DEFAULT)).forEach(all::add);
        return String.join(",", all);
    }

    private static List<String> impliedBy(String version) {
        int dot = version.indexOf('.', "go1.".length());
        int minor = BuildConstraint.minor(dot < 0 ? version : version.substring(0, dot));
        return FORMER.stream()
                .filter(f -> minor > 0 && minor < f.before)
                .map(Former::setting)
                .toList();
    }

    private static List<String> lines(FileText file) {
        String text = new String(file.utf8(), StandardCharsets.UTF_8);
        return text.contains(LINE)
                ? text.lines()
                        .takeWhile(l -> !l.startsWith("package "))
                        .filter(l -> l.startsWith(LINE))
                        .map(l -> l.substring(LINE.length()).strip())
                        .toList()
                : List.of();
    }
}
