package org.gorrery.app.cli;

import java.io.PrintStream;

/// The report for people.
record TestText(PrintStream out) implements TestReport {
    @Override
    public void start() {}

    @Override
    public void buildFailed(PrintStream err, String of, String text) {
        complaint(err, text);
    }

    @Override
    public void failedBuild(String of) {}

    @Override
    public void complaint(PrintStream err, String text) {
        out.flush();
        err.println(text);
    }

    @Override
    public void output(byte[] bytes, int offset, int length) {
        out.write(bytes, offset, length);
        out.flush();
    }

    @Override
    public void end(String line, String action, long nanos) {
        out.println(line);
    }
}
