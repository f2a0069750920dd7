package org.gorrery.session;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `go.mod` or `go.work` says, as far as it decides what is compiled. Source: Go Modules Reference.
///
/// @param module path of the module, or empty
/// @param goVersion language version, such as `go1.21`, or empty
/// @param required modules whose packages are imported
/// @param replaced what is to be taken from elsewhere
/// @param uses folders of a workspace
/// @param godebug settings, such as `panicnil=1`
/// @param ignored folders that patterns pass over, `./x` below the module, `x` of that name anywhere
/// @param problems what is wrong with the file
record GoModFile(
        String module,
        String goVersion,
        List<Requirement> required,
        List<Replacement> replaced,
        List<String> uses,
        List<String> godebug,
        List<String> ignored,
        List<Problem> problems) {
    private static final Set<String> VERBS =
            Set.of(
                    "module",
                    "go",
                    "toolchain",
                    "godebug",
                    "require",
                    "exclude",
                    "replace",
                    "retract",
                    "tool",
                    "ignore",
                    "use");
    private static final Pattern VERSION =
            Pattern.compile("[1-9]\\d*\\.\\d+(\\.\\d+)?([a-z]+\\d+)?");
    private static final Pattern WORD =
            Pattern.compile("//.*|/\\*|\"[^\"]*\"|`[^`]*`|=>|[()\"`]|[^\\s()\"`]+");
    private static final Pattern TOOLCHAIN = Pattern.compile("default|go1(\\..*)?");

    /// A line of a require directive.
    record Requirement(String path, String version) {}

    /// A replace directive.
    ///
    /// @param path module path on the left side
    /// @param version to which it is limited, or empty
    /// @param by module path or folder on the right side
    /// @param byVersion version on the right side; empty for a folder
    record Replacement(String path, String version, String by, String byVersion) {
        boolean isFolder() {
            return by.equals(".")
                    || by.equals("..")
                    || by.startsWith("./")
                    || by.startsWith("../")
                    || by.startsWith("/")
                    || by.matches("[A-Za-z]:[\\\\/].*");
        }
    }

    /// A fault and its line, counted from 1.
    record Problem(int line, String message) {}

    /// Copies the lists.
    GoModFile {
        required = List.copyOf(required);
        replaced = List.copyOf(replaced);
        uses = List.copyOf(uses);
        godebug = List.copyOf(godebug);
        ignored = List.copyOf(ignored);
        problems = List.copyOf(problems);
    }

    /// All that is wrong with the file, a line for each; empty where nothing is.
    ///
    /// @param place where the file lies
    String problemText(Path place) {
        if (problems.isEmpty()) {
            return "";
        }
        return problems.stream()
                .map(p -> place + ":" + p.line + ": " + p.message)
                .collect(joining("\n", "errors parsing " + place.getFileName() + ":\n", ""));
    }

    /// Reads a file; whatever it holds gives an answer.
    static GoModFile parse(String text) {
        var reader = new Reader();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var words = words(lines.get(i));
            var fault = fault(words);
            if (fault.isEmpty()) {
                reader.line(i + 1, words);
            } else {
                reader.problem(i + 1, fault);
                reader.block = ""; // nothing after it is understood
                break;
            }
        }
        if (!reader.block.isEmpty()) {
            reader.problem(
                    lines.size() + (text.endsWith("\n") ? 1 : 0),
                    "syntax error (unterminated block started at line " + reader.blockLine + ")");
        }
        return new GoModFile(
                reader.module,
                reader.version,
                reader.required,
                reader.replaced,
                reader.uses,
                reader.godebug,
                reader.ignored,
                reader.problems);
    }

    /// What no line may hold, by the words of one that does; empty where it is well.
    private static String fault(List<String> words) {
        if (words.contains("\"") || words.contains("`")) {
            return "unexpected newline in string";
        }
        return words.contains("/*") ? "mod files must use // comments (not /* */ comments)" : "";
    }

    private static List<String> words(String line) {
        List<String> out = new ArrayList<>();
        Matcher m = WORD.matcher(line);
        while (m.find() && !m.group().startsWith("//")) {
            String w = m.group();
            boolean quoted = w.length() > 1 && (w.charAt(0) == '"' || w.charAt(0) == '`');
            out.add(quoted ? w.substring(1, w.length() - 1) : w);
        }
        return out;
    }

    private static final class Reader {
        String module = "";
        String version = "";
        String block = "";
        int blockLine;
        final List<Requirement> required = new ArrayList<>();
        final List<Replacement> replaced = new ArrayList<>();
        final List<String> uses = new ArrayList<>();
        final List<String> godebug = new ArrayList<>();
        final List<String> ignored = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();

        void problem(int line, String message) {
            problems.add(new Problem(line, message));
        }

        void line(int number, List<String> words) {
            if (words.isEmpty()) {
                return;
            }
            if (!block.isEmpty()) {
                if (words.getFirst().equals(")")) {
                    block = "";
                } else {
                    directive(number, block, words);
                }
                return;
            }
            String verb = words.getFirst();
            if (!VERBS.contains(verb)) {
                problem(number, "unknown directive: " + verb);
            } else if (words.size() > 1 && words.get(1).equals("(")) {
                if (!words.getLast().equals(")")) {
                    block = verb;
                    blockLine = number;
                }
            } else {
                directive(number, verb, words.subList(1, words.size()));
            }
        }

        private void directive(int number, String verb, List<String> args) {
            switch (verb) {
                case "module" -> {
                    if (args.size() != 1) {
                        problem(number, "usage: module module/path");
                    } else if (!module.isEmpty()) {
                        problem(number, "repeated module statement");
                    } else {
                        module = args.getFirst();
                    }
                }
                case "go" -> goLine(number, args);
                case "replace" -> replace(number, args);
                case "use" -> uses.addAll(args);
                case "godebug" -> godebug.addAll(args);
                case "ignore" -> ignored.addAll(args);
                case "toolchain" -> toolchain(number, args);
                case "require", "exclude" -> {
                    if (args.size() != 2) {
                        problem(number, "usage: " + verb + " module/path v1.2.3");
                    } else if (verb.equals("require")) {
                        required.add(new Requirement(args.getFirst(), args.getLast()));
                    }
                }
                default -> {
                    // what modules are required and how they are fetched decides nothing here
                }
            }
        }

        private void goLine(int number, List<String> args) {
            if (args.size() != 1) {
                problem(number, "go directive expects exactly one argument");
            } else if (!VERSION.matcher(args.getFirst()).matches()) {
                problem(
                        number,
                        "invalid go version '" + args.getFirst() + "': must match format 1.23.0");
            } else if (!version.isEmpty()) {
                problem(number, "repeated go statement");
            } else {
                version = "go" + args.getFirst();
            }
        }

        private void toolchain(int number, List<String> args) {
            if (args.size() != 1) {
                problem(number, "toolchain directive expects exactly one argument");
            } else if (!TOOLCHAIN.matcher(args.getFirst()).matches()) {
                problem(
                        number,
                        "invalid toolchain version '"
                                + args.getFirst()
                                + "': must match format go1.23.0 or default");
            }
        }

        private void replace(int number, List<String> args) {
            int arrow = args.indexOf("=>");
            int right = args.size() - arrow - 1;
            if (arrow < 1 || arrow > 2 || right < 1 || right > 2) {
                problem(
                        number,
                        "usage: replace module/path [v1.2.3] => other/module v1.4 or ../local/directory");
                return;
            }
            var found =
                    new Replacement(
                            args.getFirst(),
                            arrow == 2 ? args.get(1) : "",
                            args.get(arrow + 1),
                            right == 2 ? args.getLast() : "");
            if (found.isFolder() && right == 2) {
                problem(
                        number,
                        "replacement module directory path \""
                                + found.by
                                + "\" cannot have version");
            } else if (!found.isFolder() && right == 1) {
                problem(
                        number,
                        "replacement module without version must be directory path (rooted or starting with . or ..)");
            } else {
                replaced.add(found);
            }
        }
    }
}
