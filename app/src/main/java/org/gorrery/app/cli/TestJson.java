package org.gorrery.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// The report as a stream of JSON objects, one for each event. Source: `go doc test2json`.
final class TestJson implements TestReport {
    private static final Pattern BEGIN = Pattern.compile("^=== (RUN|PAUSE|CONT|NAME) +(.*)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("^=== ATTR +(\\S+) (\\S+) (.*)$");
    private static final Pattern VERDICT =
            Pattern.compile("^--- (PASS|FAIL|SKIP|BENCH): (.+?)(?: \\(([0-9.]+)s\\))?$");

    /// Stands before what is the tests' own report.
    private static final byte MARK = 0x16;

    private final PrintStream out;
    private final String path;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String test = "";

    // A verdict counts when what follows it has been shown: its text is part of the test's output.
    private String pending = "";
    private String pendingTest = "";
    private double pendingSeconds;
    private String failedBuild = "";

    TestJson(PrintStream out, String path) {
        this.out = out;
        this.path = path;
    }

    @Override
    public void start() {
        event("start", "", "", -1);
    }

    @Override
    public void complaint(PrintStream err, String text) {
        for (var l : text.split("\n", -1)) {
            build(path, "build-output", ",\"Output\":" + quoted(l + "\n"));
        }
    }

    @Override
    public void buildFailed(PrintStream err, String of, String text) {
        for (var l : text.split("\n", -1)) {
            build(of, "build-output", ",\"Output\":" + quoted(l + "\n"));
        }
        build(of, "build-fail", "");
    }

    private void build(String of, String action, String more) {
        out.println(
                "{\"ImportPath\":" + quoted(of) + ",\"Action\":\"" + action + "\"" + more + "}");
    }

    @Override
    public void failedBuild(String of) {
        start();
        failedBuild = of;
    }

    @Override
    public synchronized void output(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == MARK && line.size() > 0) {
                line(); // what was printed last has no end of its own
            }
            line.write(bytes[i]);
            if (bytes[i] == '\n') {
                line();
            }
        }
    }

    private void line() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.charAt(0) != MARK) {
            event("output", test, text.replace("\u0016", ""), -1);
            return;
        }
        String bare = text.substring(1).replaceFirst("\n$", "");
        var begin = BEGIN.matcher(bare);
        var attribute = ATTRIBUTE.matcher(bare);
        var verdict = VERDICT.matcher(bare);
        if (begin.find()) {
            settle();
            test = begin.group(2);
            String action = begin.group(1).toLowerCase(Locale.ROOT);
            if (!action.equals("name")) {
                event(action, test, "", -1);
                event("output", test, bare + "\n", -1);
            }
        } else if (attribute.find()) {
            settle();
            test = attribute.group(1);
            attribute(attribute.group(2), attribute.group(3));
            event("output", test, bare + "\n", -1);
        } else if (verdict.find()) {
            settle();
            test = verdict.group(2);
            event("output", test, bare + "\n", -1);
            pending = verdict.group(1).toLowerCase(Locale.ROOT);
            pendingTest = test;
            pendingSeconds = verdict.group(3) == null ? 0 : Double.parseDouble(verdict.group(3));
        } else if (bare.equals("PASS") || bare.equals("FAIL")) {
            settle();
            test = "";
            event("output", "", bare + "\n", -1);
        } else {
            event("output", test, text.substring(1), -1);
        }
    }

    private void settle() {
        if (!pending.isEmpty()) {
            event(pending, pendingTest, "", pendingSeconds);
            pending = "";
            test = "";
        }
    }

    @Override
    public synchronized void end(String verdict, String action, long nanos) {
        if (line.size() > 0) {
            line();
        }
        settle();
        event("output", "", verdict + "\n", -1);
        var last = opened(action, "");
        elapsed(last, Math.round(nanos / 1e6) / 1e3);
        if (!failedBuild.isEmpty()) {
            last.append(",\"FailedBuild\":").append(quoted(failedBuild));
        }
        out.println(last.append('}'));
    }

    private void attribute(String key, String value) {
        out.println(
                opened("attr", test)
                        .append(",\"Key\":")
                        .append(quoted(key))
                        .append(",\"Value\":")
                        .append(quoted(value))
                        .append('}'));
    }

    /// The beginning of an event.
    private StringBuilder opened(String action, String about) {
        var text = new StringBuilder("{\"Time\":\"");
        text.append(ReportClock.stamp()).append("\",\"Action\":\"").append(action);
        text.append("\",\"Package\":").append(quoted(path));
        if (!about.isEmpty()) {
            text.append(",\"Test\":").append(quoted(about));
        }
        return text;
    }

    private static void elapsed(StringBuilder text, double seconds) {
        text.append(",\"Elapsed\":")
                .append(
                        seconds == Math.rint(seconds)
                                ? String.valueOf((long) seconds)
                                : String.valueOf(seconds));
    }

    private void event(String action, String about, String output, double seconds) {
        var text = opened(action, about);
        if (seconds >= 0) {
            elapsed(text, seconds);
        }
        if (!output.isEmpty()) {
            text.append(",\"Output\":").append(quoted(output));
        }
        out.println(text.append('}'));
    }

    private static String quoted(String s) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '<' || c == '>' || c == '&') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
