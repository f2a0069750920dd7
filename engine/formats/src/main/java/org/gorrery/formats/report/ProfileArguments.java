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
import org.gorrery.formats.profile.LabelFrames;
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
                    "relative_percentages",
                    "mean",
                    "drop_negative",
                    "trim",
                    "call_tree",
                    "compact_labels",
                    "top",
                    "text",
                    "inuse_space",
                    "inuse_objects",
                    "alloc_space",
                    "alloc_objects",
                    "total_delay",
                    "contentions",
                    "mean_delay");
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
                    "tagroot",
                    "tagleaf",
                    "nodecount",
                    "nodefraction",
                    "edgefraction",
                    "unit",
                    "divide_by",
                    "sample_index",
                    "sort",
                    "granularity",
                    "from",
                    "until",
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
            boolean ofFile = command.equals("top") && Set.of("base", "diff_base").contains(name);
            if (SWITCHES.contains(name) && !ofFile) {
                a.flags.put(name, eq < 0 ? "true" : flag.substring(eq + 1));
            } else if (VALUES.contains(name) || ofFile) {
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

    /// Opens a file, of a trace only the window that -from and -until name.
    List<SavedFile> open(String file) throws IOException {
        Path path = Path.of(file);
        return SavedFiles.open(
                path,
                WindowArguments.of(
                        path, flags.getOrDefault("from", ""), flags.getOrDefault("until", "")));
    }

    /// Opens a file that holds a profile or can be turned into one.
    Profile profile(String file) throws Refused {
        try {
            List<SavedFile> opened = open(file);
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

    /// The old names that choose a type of sample.
    private Optional<String> wantedType() {
        String index = flags.get("sample_index");
        if (index != null) {
            return Optional.of(index);
        }
        for (String name :
                List.of("inuse_space", "inuse_objects", "alloc_space", "alloc_objects")) {
            if (on(name)) {
                return Optional.of(name);
            }
        }
        if (on("total_delay") || on("mean_delay")) {
            return Optional.of("delay");
        }
        return on("contentions") ? Optional.of("contentions") : Optional.empty();
    }

    int sampleType(Profile p) throws Refused {
        String wanted = wantedType().orElse("");
        if (wanted.isEmpty()) {
            return p.head().defaultIndex();
        }
        int i = p.head().indexOf(wanted);
        if (i < 0 && p.head().indexOf(wanted.replaceFirst("^inuse_", "")) >= 0) {
            i = p.head().indexOf(wanted.replaceFirst("^inuse_", "")); // as older files name it
        }
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

    /// Turns the labels that -tagroot and -tagleaf name into calls.
    Profile withLabelFrames(Profile p) {
        return LabelFrames.add(
                p,
                LabelFrames.keys(flags.getOrDefault("tagroot", "")),
                LabelFrames.keys(flags.getOrDefault("tagleaf", "")),
                unit());
    }

    String unit() {
        return flags.getOrDefault("unit", "minimum");
    }

    /// {@return what values are multiplied with: 1 divided by -divide_by}
    double ratio() throws Refused {
        try {
            double by = Double.parseDouble(flags.getOrDefault("divide_by", "1"));
            if (by > 0) {
                return 1 / by;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new Refused(true, "gorrery " + command + ": -divide_by takes a number above 0");
    }

    Granularity granularity() {
        String given = flags.getOrDefault("granularity", "");
        for (Granularity g : Granularity.values()) {
            if (g.name().equalsIgnoreCase(given)) {
                return g;
            }
        }
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
        boolean trimmed = !"false".equals(flags.get("trim"));
        try {
            return new TopTable.Options(
                    type,
                    granularity(),
                    on("cum") || "cum".equals(flags.get("sort")),
                    trimmed ? Double.parseDouble(flags.getOrDefault("nodefraction", "0.005")) : 0,
                    trimmed ? Integer.parseInt(flags.getOrDefault("nodecount", "0")) : 0,
                    trimmed ? Double.parseDouble(flags.getOrDefault("edgefraction", "0.001")) : 0,
                    on("mean") || on("mean_delay"),
                    on("drop_negative"));
        } catch (NumberFormatException e) {
            throw new Refused(
                    true,
                    "gorrery "
                            + command
                            + ": -nodecount, -nodefraction and -edgefraction take numbers");
        }
    }
}
