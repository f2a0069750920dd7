package org.gorrery.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The command line of `test`: flags and packages, which stand together, then what only the tests read: after `-args`, or from the first
/// word that follows flags behind the packages. Source: `go help test`, `go help testflag`.
///
/// @param packages patterns as given; empty for the folder at hand
/// @param forTests what the test program gets: flags of package testing with their prefix, unknown ones, and what follows `-args`
/// @param own flags of the command itself by name
record TestFlags(List<String> packages, List<String> forTests, Map<String, String> own) {
    private static final Set<String> TEST_SWITCHES =
            Set.of("benchmem", "failfast", "fullpath", "short", "v");
    private static final Set<String> TEST_VALUES =
            Set.of(
                    "bench",
                    "benchtime",
                    "blockprofile",
                    "blockprofilerate",
                    "count",
                    "cpu",
                    "cpuprofile",
                    "list",
                    "memprofile",
                    "memprofilerate",
                    "mutexprofile",
                    "mutexprofilefraction",
                    "outputdir",
                    "parallel",
                    "run",
                    "shuffle",
                    "skip",
                    "timeout",
                    "trace");
    private static final Set<String> OWN_SWITCHES = Set.of("json", "ours", "partial");
    private static final Set<String> OWN_VALUES =
            Set.of("goroot", "tags", "goos", "goarch", "godebug", "gogc", "gomaxprocs", "lang");
    private static final Set<String> MEANINGLESS_SWITCHES =
            Set.of("a", "n", "x", "work", "trimpath", "race", "msan", "asan");
    private static final Set<String> MEANINGLESS_VALUES =
            Set.of("gcflags", "ldflags", "asmflags", "mod", "p", "vet", "buildvcs", "exec");
    private static final Set<String> REFUSED =
            Set.of("c", "o", "cover", "covermode", "coverpkg", "coverprofile", "fuzz", "fuzztime");
    private static final Set<String> PROFILES =
            Set.of("blockprofile", "cpuprofile", "memprofile", "mutexprofile", "trace");

    static TestFlags parse(List<String> args) throws ProgramFlags.Misuse {
        var packages = new ArrayList<String>();
        var forTests = new ArrayList<String>();
        var own = new TreeMap<String, String>();
        boolean packagesEnded = false;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("-args") || arg.equals("--args")) {
                forTests.addAll(args.subList(i + 1, args.size()));
                break;
            }
            if (!arg.startsWith("-") || arg.length() == 1) {
                if (packagesEnded) {
                    forTests.addAll(args.subList(i, args.size()));
                    break;
                }
                packages.add(arg);
                continue;
            }
            packagesEnded |= !packages.isEmpty();
            String flag = arg.replaceFirst("^--?", "");
            int eq = flag.indexOf('=');
            String name = (eq < 0 ? flag : flag.substring(0, eq)).replaceFirst("^test\\.", "");
            if (REFUSED.contains(name)) {
                throw new ProgramFlags.Misuse("flag -" + name + " is not offered");
            }
            boolean takesValue =
                    TEST_VALUES.contains(name)
                            || OWN_VALUES.contains(name)
                            || MEANINGLESS_VALUES.contains(name);
            if (!takesValue && !isSwitch(name)) {
                forTests.add(arg);
                packagesEnded = true; // the next word may be its value
                continue;
            }
            String value = eq < 0 ? "true" : flag.substring(eq + 1);
            if (takesValue && eq < 0) {
                if (i + 1 == args.size()) {
                    throw new ProgramFlags.Misuse("flag needs an argument: -" + name);
                }
                value = args.get(++i);
            }
            if (!MEANINGLESS_SWITCHES.contains(name) && !MEANINGLESS_VALUES.contains(name)) {
                TestFlagValues.check(name, value, !takesValue);
                own.put(name, value);
            }
        }
        return new TestFlags(List.copyOf(packages), List.copyOf(forTests), own);
    }

    private static boolean isSwitch(String name) {
        return TEST_SWITCHES.contains(name)
                || OWN_SWITCHES.contains(name)
                || MEANINGLESS_SWITCHES.contains(name);
    }

    boolean has(String name) {
        return own.containsKey(name) && !TestFlagValues.isFalse(own.getOrDefault(name, ""));
    }

    /// Whether a profile is wanted.
    boolean profiles() {
        return PROFILES.stream().anyMatch(own::containsKey);
    }

    /// Whether passing tests are shown.
    boolean showsPasses() {
        return has("v") || own.containsKey("list") || own.containsKey("bench");
    }

    /// Whether a package's output is shown as it comes.
    boolean streams() {
        return keepsNothing() || has("json");
    }

    /// Whether the output is shown without being looked at, so that the status of the program is told as well.
    boolean keepsNothing() {
        return packages.isEmpty() || own.containsKey("bench");
    }

    /// Nanoseconds until the tests of a package time out: `-timeout`, or ten minutes.
    String timeout() {
        return own.getOrDefault("timeout", "10m0s");
    }

    /// The arguments of the test program.
    ///
    /// @param here the directory in which the command was given, where profiles go
    List<String> programArguments(Path here) {
        var out = new ArrayList<String>();
        out.add("-test.paniconexit0");
        out.add("-test.timeout=" + timeout());
        if (profiles() && !own.containsKey("outputdir")) {
            out.add("-test.outputdir=" + here);
        }
        own.forEach((name, value) -> {
            if (name.equals("v") && has("json")) {
                return;
            }
            if (!name.equals("timeout")
                    && (TEST_SWITCHES.contains(name) || TEST_VALUES.contains(name))) {
                out.add("-test." + name + "=" + value);
            }
        });
        if (has("json")) {
            out.add("-test.v=test2json");
        }
        out.addAll(forTests);
        return out;
    }

    /// What `run` understands too, as its command line has it.
    List<String> programFlags() {
        var out = new ArrayList<String>();
        own.forEach((name, value) -> {
            if (OWN_VALUES.contains(name)) {
                out.add("-" + name + "=" + value);
            }
        });
        return out;
    }
}
