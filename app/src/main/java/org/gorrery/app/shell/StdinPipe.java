package org.gorrery.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Objects;

/// A program's standard input, fed line by line from the console's field. Guard: itself.
final class StdinPipe extends InputStream {
    private final ArrayDeque<byte[]> lines = new ArrayDeque<>();
    private int position;
    private boolean ended;

    /// Appends a line with its end.
    synchronized void send(String line) {
        lines.addLast((line + "\n").getBytes(StandardCharsets.UTF_8));
        notifyAll();
    }

    /// No more input: the program reads an end of file.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (lines.isEmpty()) {
            if (ended) {
                return -1;
            }
            await();
        }
        byte[] line = Objects.requireNonNull(lines.peekFirst());
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, into, offset, count);
        position += count;
        if (position == line.length) {
            lines.removeFirst();
            position = 0;
        }
        return count;
    }

    private synchronized void await() throws IOException {
        try {
            while (lines.isEmpty() && !ended) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped =
                    new InterruptedIOException("the run was stopped while it waited for input");
            stopped.initCause(e);
            throw stopped;
        }
    }

    @Override
    public synchronized int available() {
        return lines.isEmpty() ? 0 : Objects.requireNonNull(lines.peekFirst()).length - position;
    }

    @Override
    public void close() {
        end();
    }
}
