package org.gorrery.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gorrery.session.Dump;
import org.gorrery.session.ProfileFiles;
import org.gorrery.session.RunOptions;
import org.gorrery.session.Source;
import org.gorrery.session.SourceRoots;
import org.gorrery.target.Target;

/// The command line of `run` and `check`: flags, then files ending in .go or one folder, then the program's own arguments.
/// What flags leave open is taken from the environment, as Go does.
///
/// @param allErrors `-e`
/// @param flags the flags by name without dash, for what only one command understands
record ProgramFlags(
        Source source, RunOptions options, boolean allErrors, Map<String, String> flags) {
    /// Trouble with the command line, for the user.
    static final class Misuse extends Exception {
        private static final long serialVersionUID = 1;

        Misuse(String message) {
            super(message);
        }
    }

    // Flags of go build and its tools that mean nothing here but are commonly given.
    private static final List<String> IGNORED =
            List.of(
                    "gcflags",
                    "ldflags",
                    "asmflags",
                    "d",
                    "mod",
                    "p",
                    "buildvcs",
                    "o",
                    "complete",
                    "s",
                    "N",
                    "l",
                    "c",
                    "v",
                    "x",
                    "a",
                    "work",
                    "trimpath",
                    "race");
    private static final Map<String, ProfileFiles.Kind> PROFILES =
            Map.of(
                    "cpuprofile", ProfileFiles.Kind.CPU,
                    "memprofile", ProfileFiles.Kind.MEMORY,
                    "blockprofile", ProfileFiles.Kind.BLOCK,
                    "mutexprofile", ProfileFiles.Kind.MUTEX,
                    "trace", ProfileFiles.Kind.TRACE);
    private static final List<String> SWITCHES =
            List.of(
                    "e",
                    "codes",
                    "race",
                    "complete",
                    "s",
                    "N",
                    "l",
                    "v",
                    "x",
                    "a",
                    "work",
                    "trimpath",
                    "json",
                    "C");

    private static final List<String> KNOWN =
            List.of(
                    "gomaxprocs",
                    "gogc",
                    "godebug",
                    "gotraceback",
                    "goos",
                    "goarch",
                    "gomemlimit",
                    "lang",
                    "tags",
                    "e",
                    "codes",
                    "vet",
                    "cpuprofile",
                    "memprofile",
                    "blockprofile",
                    "mutexprofile",
                    "trace",
                    "goroot",
                    "dump",
                    "json",
                    "C");

    static ProgramFlags parse(List<String> args, Map<String, String> env) throws Misuse {
        var flags = new TreeMap<String, String>();
        int i = 0;
        while (i < args.size() && args.get(i).startsWith("-") && args.get(i).length() > 1) {
            String flag = args.get(i).replaceFirst("^--?", "");
            i++;
            if (flag.isEmpty()) {
                break;
            }
            int eq = flag.indexOf('=');
            String name = eq < 0 ? flag : flag.substring(0, eq);
            if (!KNOWN.contains(name) && !IGNORED.contains(name)) {
                throw new Misuse(
                        "flag -" + name + " is not known; \"gorrery help run\" lists the flags");
            }
            if (eq >= 0) {
                flags.put(name, flag.substring(eq + 1));
            } else if (SWITCHES.contains(name)) {
                flags.put(name, "true");
            } else if (i < args.size()) {
                flags.put(name, args.get(i++));
            } else {
                throw new Misuse("flag -" + name + " needs a value");
            }
        }
        var files = new ArrayList<Path>();
        while (i < args.size() && args.get(i).endsWith(".go")) {
            files.add(Path.of(args.get(i++)));
        }
        if (files.isEmpty() && i < args.size()) {
            files.add(Path.of(args.get(i++)));
        }
        if (files.isEmpty()) {
            throw new Misuse("no Go files listed");
        }
        var rest = new ArrayList<String>();
        rest.add(files.getFirst().toString());
        rest.addAll(args.subList(i, args.size()));
        return new ProgramFlags(
                source(files, flags.containsKey("s")),
                options(flags, env, rest),
                flags.containsKey("e"),
                flags);
    }

    private static Source source(List<Path> files, boolean eachFileAPackage) {
        return eachFileAPackage && files.size() == 1 && Files.isDirectory(files.getFirst())
                ? new Source.FilePackages(files.getFirst())
                : new Source.Files(files);
    }

    /// The stage that `--dump` names.
    Optional<Dump.Stage> dump() throws Misuse {
        String name = flags.get("dump");
        if (name == null) {
            return Optional.empty();
        }
        for (var stage : Dump.Stage.values()) {
            if (stage.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(stage);
            }
        }
        throw new Misuse(
                "-dump="
                        + name
                        + ": the stages are "
                        + Arrays.stream(Dump.Stage.values())
                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    /// The files that flags name for profiles.
    ProfileFiles profiles() {
        var files = new EnumMap<ProfileFiles.Kind, Path>(ProfileFiles.Kind.class);
        PROFILES.forEach((name, kind) -> {
            String file = flags.get(name);
            if (file != null) {
                files.put(kind, Path.of(file));
            }
        });
        return new ProfileFiles(files);
    }

    private static RunOptions options(
            Map<String, String> flags, Map<String, String> env, List<String> args) throws Misuse {
        String goos = setting(flags, env, "goos", "linux");
        String goarch = setting(flags, env, "goarch", "amd64");
        Optional<Target> target = Target.of(goos, goarch);
        if (target.isEmpty()) {
            throw new Misuse(
                    "target "
                            + goos
                            + "/"
                            + goarch
                            + " is not offered; GOOS is one of "
                            + Target.systems()
                            + ", GOARCH one of "
                            + Target.architectures());
        }
        String gogc = setting(flags, env, "gogc", "100");
        return RunOptions.DEFAULT
                .withTarget(target.get())
                .withGomaxprocs(number("GOMAXPROCS", setting(flags, env, "gomaxprocs", "0")))
                .withGogc(gogc.equals("off") ? -1 : number("GOGC", gogc))
                .withGodebug(setting(flags, env, "godebug", ""))
                .withGotraceback(setting(flags, env, "gotraceback", ""))
                .withMemoryLimitBytes(bytes(setting(flags, env, "gomemlimit", "")))
                .withProcess(args, env)
                .withRoots(SourceRoots.of(flags.getOrDefault("goroot", ""), env))
                .withLanguage(
                        language(flags.getOrDefault("lang", "")),
                        tags(flags.getOrDefault("tags", tagsOfEnvironment(env))));
    }

    private static String language(String version) throws Misuse {
        if (version.isEmpty()) {
            return version;
        }
        if (!version.matches("go1\\.\\d{1,3}(\\.\\d+)?")) {
            throw new Misuse(
                    "-lang="
                            + version
                            + " is no language version: it should be something like go1.21");
        }
        if (Integer.parseInt(version.split("\\.", -1)[1]) > RunOptions.NEWEST_GO_MINOR) {
            throw new Misuse(
                    "-lang="
                            + version
                            + ": Gorrery knows Go up to go1."
                            + RunOptions.NEWEST_GO_MINOR);
        }
        return version;
    }

    // The only flag of the go command that decides what is compiled, and is known here
    private static String tagsOfEnvironment(Map<String, String> env) {
        String tags = "";
        for (var flag : env.getOrDefault("GOFLAGS", "").split("\\s+", -1)) {
            tags = flag.matches("--?tags=.*") ? flag.substring(flag.indexOf('=') + 1) : tags;
        }
        return tags;
    }

    private static List<String> tags(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("[, ]+", -1));
    }

    private static String setting(
            Map<String, String> flags, Map<String, String> env, String name, String otherwise) {
        String given = flags.get(name);
        if (given == null) {
            given = env.get(name.toUpperCase(Locale.ROOT));
        }
        return given == null || given.isEmpty() ? otherwise : given;
    }

    private static int number(String name, String text) throws Misuse {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Misuse(name + "=" + text + " is not a number");
        }
    }

    /// A size as GOMEMLIMIT writes it: digits and one of B, KiB, MiB, GiB, TiB.
    private static long bytes(String text) throws Misuse {
        if (text.isEmpty() || text.equals("off")) {
            return 0;
        }
        var units = List.of("B", "KiB", "MiB", "GiB", "TiB");
        var m = Pattern.compile("(\\d{1,18})([KMGT]iB|B)?").matcher(text);
        if (!m.matches()) {
            throw new Misuse(
                    "GOMEMLIMIT="
                            + text
                            + " is no size: digits and one of B, KiB, MiB, GiB, TiB, such as 512MiB");
        }
        int shift = m.group(2) == null ? 0 : 10 * units.indexOf(m.group(2));
        long count = Long.parseLong(m.group(1));
        return count > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : count << shift;
    }
}
