package org.gorrery.formats.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFile.TraceFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.analysis.TraceProfiles;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.profile.Granularity;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileFilter;
import org.gorrery.formats.profile.TopTable;

/// Arguments of `top`, `diff` and `convert`: pprof's flags, with one or two dashes, and files.
final class ProfileArguments {
    /// Something is wrong with the arguments or a file; the message is for the user.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        final transient boolean misuse;

        Refused(boolean misuse, String message) {
            super(message, null, false, false);
            this.misuse = misuse;
        }

        CommandResult result() {
            String text = String.valueOf(getMessage());
            return misuse ? CommandResult.misuse(text) : CommandResult.failed(text);
        }
    }

    private static final Set<String> SWITCHES =
            Set.of(
                    "cum",
                    "flat",
                    "functions",
                    "filefunctions",
                    "files",
                    "lines",
                    "addresses",
                    "noinlines",
                    "normalize",
                    "diff_base",
                    "base",
                    "inverted",
                    "top");
    private static final Set<String> VALUES =
            Set.of(
                    "focus",
                    "ignore",
                    "hide",
                    "show",
                    "show_from",
                    "prune_from",
                    "tagfocus",
                    "tagignore",
                    "tagshow",
                    "taghide",
                    "nodecount",
                    "nodefraction",
                    "sample_index",
                    "to",
                    "o",
                    "profile",
                    "title");

    private final Map<String, String> flags = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final String command;

    private ProfileArguments(String command) {
        this.command = command;
    }

    static ProfileArguments parse(String command, List<String> arguments) throws Refused {
        var a = new ProfileArguments(command);
        for (int i = 0; i < arguments.size(); i++) {
            String s = arguments.get(i);
            if (!s.startsWith("-") || s.length() == 1) {
                a.files.add(s);
                continue;
            }
            String flag = s.substring(s.startsWith("--") ? 2 : 1);
            int eq = flag.indexOf('=');
            String name = eq < 0 ? flag : flag.substring(0, eq);
            if (SWITCHES.contains(name)) {
                a.flags.put(name, eq < 0 ? "true" : flag.substring(eq + 1));
            } else if (VALUES.contains(name)) {
                if (eq < 0 && i + 1 == arguments.size()) {
                    throw new Refused(
                            true, "gorrery " + command + ": flag -" + name + " needs a value");
                }
                a.flags.put(name, eq < 0 ? arguments.get(++i) : flag.substring(eq + 1));
            } else {
                throw new Refused(true, "gorrery " + command + ": unknown flag " + s);
            }
        }
        return a;
    }

    List<String> files() {
        return files;
    }

    boolean on(String name) {
        return flags.getOrDefault(name, "false").equals("true");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(flags.get(name));
    }

    /// Opens a file that holds a profile or can be turned into one.
    Profile profile(String file) throws Refused {
        try {
            List<SavedFile> opened = SavedFiles.open(Path.of(file));
            for (SavedFile f : opened) {
                Optional<Profile> p = profile(f);
                if (p.isPresent() && !p.get().head().sampleTypes().isEmpty()) {
                    return ProfileFilter.withoutDroppedFrames(p.get());
                }
            }
            SavedFile first = opened.getFirst();
            String why = first.faults().isEmpty() ? "" : ": " + first.faults().getFirst();
            throw new Refused(
                    false, file + " (" + first.format().title() + ") holds no profile" + why);
        } catch (IOException e) {
            throw new Refused(false, "cannot read " + file + ": " + e.getMessage());
        }
    }

    private Optional<Profile> profile(SavedFile f) throws Refused {
        String kind = flags.get("profile");
        if (kind == null || !(f instanceof TraceFile t)) {
            return SavedFiles.profile(f);
        }
        TraceProfiles.Kind k =
                switch (kind) {
                    case "sync" -> TraceProfiles.Kind.SYNC;
                    case "net" -> TraceProfiles.Kind.NETWORK;
                    case "syscall" -> TraceProfiles.Kind.SYSCALL;
                    case "sched" -> TraceProfiles.Kind.SCHEDULER;
                    case "cpu" -> TraceProfiles.Kind.CPU;
                    default ->
                            throw new Refused(
                                    true,
                                    "-profile="
                                            + kind
                                            + ": expected sync, net, syscall, sched or cpu");
                };
        return Optional.of(TraceProfiles.of(t.trace(), k));
    }

    List<Fault> faults(String file) throws Refused {
        try {
            return SavedFiles.open(Path.of(file)).stream()
                    .flatMap(f -> f.faults().stream())
                    .toList();
        } catch (IOException e) {
            throw new Refused(false, "cannot read " + file + ": " + e.getMessage());
        }
    }

    Profile filtered(Profile p) throws Refused {
        ProfileFilter filter = ProfileFilter.NONE;
        for (Map.Entry<String, String> e : flags.entrySet()) {
            ProfileFilter next = filter.with(e.getKey(), e.getValue());
            filter = next == null ? filter : next;
        }
        try {
            return filter.apply(p);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new Refused(
                    true,
                    "gorrery "
                            + command
                            + ": "
                            + e.getDescription()
                            + " in \""
                            + e.getPattern()
                            + "\"");
        }
    }

    int sampleType(Profile p) throws Refused {
        String wanted = flags.get("sample_index");
        if (wanted == null) {
            return p.head().defaultIndex();
        }
        int i = p.head().indexOf(wanted);
        if (i < 0
                && wanted.matches("\\d{1,3}")
                && Integer.parseInt(wanted) < p.head().sampleTypes().size()) {
            i = Integer.parseInt(wanted);
        }
        if (i < 0) {
            throw new Refused(
                    true,
                    "-sample_index=" + wanted + ": the profile has " + p.head().sampleTypes());
        }
        return i;
    }

    Granularity granularity() {
        if (on("filefunctions")) {
            return Granularity.FILEFUNCTIONS;
        }
        if (on("files")) {
            return Granularity.FILES;
        }
        if (on("lines")) {
            return Granularity.LINES;
        }
        return on("addresses") ? Granularity.ADDRESSES : Granularity.FUNCTIONS;
    }

    TopTable.Options options(int type) throws Refused {
        try {
            return new TopTable.Options(
                    type,
                    granularity(),
                    on("cum"),
                    Double.parseDouble(flags.getOrDefault("nodefraction", "0.005")),
                    Integer.parseInt(flags.getOrDefault("nodecount", "0")));
        } catch (NumberFormatException e) {
            throw new Refused(
                    true, "gorrery " + command + ": -nodecount and -nodefraction take numbers");
        }
    }
}
