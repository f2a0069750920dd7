package org.gorrery.compiler.source;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whether a file belongs to a build: its `//go:build` expression and the suffix of its name (`go help buildconstraint`).
///
/// An expression is made of tags, `!`, `&&`, `||` and parentheses. Which tags hold is the caller's to say; [#satisfied] adds the ones
/// that follow from the operating system, the architecture and the language version.
public final class BuildConstraint {
    /// The newest language version, as minor number: `go1.1` up to `go1.26` hold.
    public static final int GO_MINOR = 26;

    private static final Set<String> SYSTEMS =
            Set.of(
                    "aix",
                    "android",
                    "darwin",
                    "dragonfly",
                    "freebsd",
                    "hurd",
                    "illumos",
                    "ios",
                    "js",
                    "linux",
                    "nacl",
                    "netbsd",
                    "openbsd",
                    "plan9",
                    "solaris",
                    "wasip1",
                    "windows",
                    "zos");
    private static final Set<String> UNIX =
            Set.of(
                    "aix",
                    "android",
                    "darwin",
                    "dragonfly",
                    "freebsd",
                    "hurd",
                    "illumos",
                    "ios",
                    "linux",
                    "netbsd",
                    "openbsd",
                    "solaris");
    private static final Set<String> ARCHITECTURES =
            Set.of(
                    "386",
                    "amd64",
                    "amd64p32",
                    "arm",
                    "armbe",
                    "arm64",
                    "arm64be",
                    "loong64",
                    "mips",
                    "mipsle",
                    "mips64",
                    "mips64le",
                    "mips64p32",
                    "mips64p32le",
                    "ppc",
                    "ppc64",
                    "ppc64le",
                    "riscv",
                    "riscv64",
                    "s390",
                    "s390x",
                    "sparc",
                    "sparc64",
                    "wasm");

    /// Terms in one expression at most, so that hostile input cannot exhaust the stack.
    private static final int MAX_TERMS = 1000;

    private static final int ANY_VERSION = -1;
    private static final String OLDEST = "go1";

    private BuildConstraint() {}

    /// The tree of an expression.
    sealed interface Node {
        record Tag(String name) implements Node {}

        record Not(Node x) implements Node {}

        record And(Node x, Node y) implements Node {}

        record Or(Node x, Node y) implements Node {}
    }

    /// Whether the expression of a `//go:build` line holds for a target; an empty or malformed one does.
    ///
    /// @param tags further tags that hold: `gc`, `cgo`, what `-tags` says
    public static boolean satisfied(
            String expression, String goos, String goarch, Set<String> tags) {
        return evaluate(expression, tag -> tags.contains(tag) || isTargetTag(tag, goos, goarch));
    }

    /// Whether the expression holds, given which tags do; an empty or malformed one does.
    public static boolean evaluate(String expression, Predicate<String> holds) {
        Node tree = new Reader(expression).read();
        return tree == null || holds(tree, holds);
    }

    private static boolean holds(Node node, Predicate<String> tags) {
        return switch (node) {
            case Node.Tag tag -> tags.test(tag.name);
            case Node.Not not -> !holds(not.x, tags);
            case Node.And and -> holds(and.x, tags) && holds(and.y, tags);
            case Node.Or or -> holds(or.x, tags) || holds(or.y, tags);
        };
    }

    /// Whether the expression can be read.
    public static boolean isWellFormed(String expression) {
        return fault(expression).isEmpty();
    }

    /// Why the expression cannot be read, in Go's words, or empty.
    public static String fault(String expression) {
        var reader = new Reader(expression);
        return reader.read() != null ? "" : reader.unexpected();
    }

    private static boolean isTargetTag(String tag, String goos, String goarch) {
        if (tag.equals(goarch) || tag.equals("gc") || isSystemTag(tag, goos)) {
            return true;
        }
        int minor = minor(tag);
        return minor > 0 && minor <= GO_MINOR;
    }

    private static boolean isSystemTag(String tag, String goos) {
        return tag.equals(goos)
                || tag.equals("unix") && UNIX.contains(goos)
                || tag.equals("linux") && goos.equals("android")
                || tag.equals("solaris") && goos.equals("illumos")
                || tag.equals("darwin") && goos.equals("ios");
    }

    /// Whether the name allows the file in a build for a target: `_GOOS`, `_GOARCH` and `_GOOS_GOARCH` before `.go` or `_test.go` must
    /// match, and a name that starts with `_` or `.` is never part of one.
    public static boolean nameMatches(String fileName, String goos, String goarch) {
        String base = fileName.substring(fileName.lastIndexOf('/') + 1);
        if (base.startsWith("_") || base.startsWith(".")) {
            return false;
        }
        int dot = base.indexOf('.');
        String stem = dot < 0 ? base : base.substring(0, dot);
        int underscore = stem.indexOf('_');
        if (underscore < 0) {
            return true;
        }
        String[] parts = stem.substring(underscore + 1).split("_", -1);
        int last = parts.length - 1;
        if (parts[last].equals("test")) {
            last--;
        }
        if (last >= 1 && SYSTEMS.contains(parts[last - 1]) && ARCHITECTURES.contains(parts[last])) {
            return isSystemTag(parts[last - 1], goos) && parts[last].equals(goarch);
        }
        if (last < 0) {
            return true;
        }
        if (SYSTEMS.contains(parts[last])) {
            return isSystemTag(parts[last], goos);
        }
        return !ARCHITECTURES.contains(parts[last]) || parts[last].equals(goarch);
    }

    /// Whether the file holds tests: its name ends in `_test.go`.
    public static boolean isTestFile(String fileName) {
        return fileName.endsWith("_test.go");
    }

    /// The language version that an expression requires, as `go1.N`, or empty: the greatest that every way to satisfy it implies.
    public static String goVersion(String expression) {
        Node tree = new Reader(expression).read();
        int minor = tree == null ? ANY_VERSION : impliedMinor(tree, true);
        if (minor < 0) {
            return "";
        }
        return minor == 0 ? OLDEST : OLDEST + "." + minor;
    }

    /// The tree of an expression that can be read.
    static Node tree(String expression) {
        Node tree = new Reader(expression).read();
        if (tree == null) {
            throw new IllegalArgumentException(expression + " cannot be read");
        }
        return tree;
    }

    /// The expression in standard form: one blank around operators, parentheses only where `&&` and `||` meet; a malformed one as it is.
    public static String normalized(String expression) {
        Node tree = new Reader(expression).read();
        return tree == null ? expression : text(tree);
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.Tag tag -> tag.name;
            case Node.Not not ->
                    "!" + (not.x instanceof Node.Tag ? text(not.x) : "(" + text(not.x) + ")");
            case Node.And and ->
                    within(and.x, and.x instanceof Node.Or)
                            + " && "
                            + within(and.y, and.y instanceof Node.Or);
            case Node.Or or ->
                    within(or.x, or.x instanceof Node.And)
                            + " || "
                            + within(or.y, or.y instanceof Node.And);
        };
    }

    private static String within(Node node, boolean parentheses) {
        return parentheses ? "(" + text(node) + ")" : text(node);
    }

    private static int impliedMinor(Node node, boolean positive) {
        return switch (node) {
            case Node.Not not -> impliedMinor(not.x, !positive);
            case Node.And and ->
                    joined(impliedMinor(and.x, positive), impliedMinor(and.y, positive), positive);
            case Node.Or or ->
                    joined(impliedMinor(or.x, positive), impliedMinor(or.y, positive), !positive);
            case Node.Tag tag when !positive -> ANY_VERSION;
            case Node.Tag tag when tag.name.equals(OLDEST) -> 0;
            case Node.Tag tag -> minor(tag.name) > 0 ? minor(tag.name) : ANY_VERSION;
        };
    }

    private static int joined(int x, int y, boolean both) {
        return both ? Math.max(x, y) : Math.min(x, y);
    }

    /// The N of a tag or version `go1.N`; 0 or less for other texts.
    public static int minor(String tag) {
        if (!tag.startsWith("go1.")) {
            return 0;
        }
        int value = 0;
        for (int i = "go1.".length(); i < tag.length(); i++) {
            int digit = Character.digit(tag.charAt(i), 10);
            if (digit < 0 || value > 9999) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// Recursive descent over an expression: `||` binds least, then `&&`, then `!`.
    private static final class Reader {
        private final String text;
        private int at;
        private int depth;
        private String fault = "";

        Reader(String text) {
            this.text = text;
        }

        /// The tree, or null where the text is empty or malformed.
        @Nullable Node read() {
            Node tree = or();
            blanks();
            return at == text.length() ? tree : null;
        }

        private @Nullable Node or() {
            Node x = and();
            while (x != null && got("||")) {
                Node y = and();
                x = y == null ? null : new Node.Or(x, y);
            }
            return x;
        }

        private @Nullable Node and() {
            Node x = not();
            while (x != null && got("&&")) {
                Node y = not();
                x = y == null ? null : new Node.And(x, y);
            }
            return x;
        }

        private @Nullable Node not() {
            if (++depth > MAX_TERMS) {
                fault = "build expression too large";
                return null;
            }
            if (got("!")) {
                return negated(not());
            }
            if (got("(")) {
                return closed(or());
            }
            int start = at;
            while (at < text.length() && isTagPart(text.charAt(at))) {
                at++;
            }
            return at == start ? null : new Node.Tag(text.substring(start, at));
        }

        private @Nullable Node negated(@Nullable Node x) {
            if (x instanceof Node.Not) {
                fault = "double negation not allowed";
                return null;
            }
            return x == null ? null : new Node.Not(x);
        }

        private @Nullable Node closed(@Nullable Node x) {
            if (x == null || got(")")) {
                return x;
            }
            String next = unexpected();
            fault = next.startsWith("invalid") ? next : "missing close paren";
            return null;
        }

        /// What is wrong, given that reading ended here.
        String unexpected() {
            blanks();
            if (!fault.isEmpty()) {
                return fault;
            }
            if (at == text.length()) {
                return "unexpected end of expression";
            }
            int end = at;
            while (end < text.length() && isTagPart(text.charAt(end))) {
                end++;
            }
            boolean operator = text.startsWith("&&", at) || text.startsWith("||", at);
            if (operator || end > at || "()!".indexOf(text.charAt(at)) >= 0) {
                end = operator ? at + 2 : Math.max(end, at + 1);
                return "unexpected token " + text.substring(at, end);
            }
            return "invalid syntax at " + Character.toString(text.codePointAt(at));
        }

        private boolean got(String token) {
            blanks();
            if (!text.startsWith(token, at)) {
                return false;
            }
            at += token.length();
            return true;
        }

        private void blanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }

        private static boolean isTagPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '.';
        }
    }
}
