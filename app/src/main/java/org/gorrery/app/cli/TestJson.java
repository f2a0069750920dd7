package org.gorrery.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// The report as a stream of JSON objects, one for each event. Source: `go doc test2json`.
final class TestJson implements TestReport {
    private static final Pattern BEGIN = Pattern.compile("^=== (RUN|PAUSE|CONT|NAME) +(.+)$");
    private static final Pattern VERDICT =
            Pattern.compile("^ *--- (PASS|FAIL|SKIP|BENCH): (.+?)(?: \\(([0-9.]+)s\\))?$");

    private final PrintStream out;
    private final String path;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String test = "";

    // A verdict counts when what follows it has been shown: its text is part of the test's output.
    private String pending = "";
    private String pendingTest = "";
    private double pendingSeconds;

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
            out.println(
                    "{\"ImportPath\":"
                            + quoted(path)
                            + ",\"Action\":\"build-output\",\"Output\":"
                            + quoted(l + "\n")
                            + "}");
        }
    }

    @Override
    public synchronized void output(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            line.write(bytes[i]);
            if (bytes[i] == '\n') {
                line();
            }
        }
    }

    private void line() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        String bare =
                text.strip().isEmpty() ? "" : text.replaceFirst("\n$", "").replace("\u0016", "");
        var begin = BEGIN.matcher(bare);
        var verdict = VERDICT.matcher(bare);
        if (begin.find()) {
            settle();
            test = begin.group(2);
            String action = begin.group(1).toLowerCase(Locale.ROOT);
            if (!action.equals("name")) {
                event(action, test, "", -1);
            }
            event("output", test, bare + "\n", -1);
        } else if (verdict.find()) {
            settle();
            test = verdict.group(2);
            event("output", test, bare + "\n", -1);
            pending = verdict.group(1).toLowerCase(Locale.ROOT);
            pendingTest = test;
            pendingSeconds = verdict.group(3) == null ? 0 : Double.parseDouble(verdict.group(3));
        } else if (bare.equals("PASS") || bare.equals("FAIL") || bare.startsWith("FAIL\t")) {
            settle();
            test = "";
            event("output", "", bare + "\n", -1);
        } else {
            event("output", test, text.replace("\u0016", ""), -1);
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
            line.write('\n');
            line();
        }
        settle();
        event("output", "", verdict + "\n", -1);
        event(action, "", "", Math.round(nanos / 1e6) / 1e3);
    }

    private void event(String action, String about, String output, double seconds) {
        var text = new StringBuilder("{\"Time\":\"");
        text.append(ReportClock.stamp()).append("\",\"Action\":\"").append(action);
        text.append("\",\"Package\":").append(quoted(path));
        if (!about.isEmpty()) {
            text.append(",\"Test\":").append(quoted(about));
        }
        if (seconds >= 0) {
            text.append(",\"Elapsed\":")
                    .append(
                            seconds == Math.rint(seconds)
                                    ? String.valueOf((long) seconds)
                                    : String.valueOf(seconds));
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
