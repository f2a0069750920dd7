package org.gorrery.app.shell;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorrery.session.Console;

/// Takes what a program prints, from any thread, never waiting; keeps the newest [#LIMIT_BYTES] until the window fetches them.
///
/// Guard: itself.
final class ConsoleBuffer implements Console {
    /// Most bytes that wait for the window; of more, the oldest are dropped and counted.
    static final int LIMIT_BYTES = 1 << 20;

    private static final int CHUNK_BYTES = 16 << 10;

    /// Which stream.
    enum Stream {
        OUT,
        ERR
    }

    /// Bytes of one stream.
    record Piece(Stream stream, byte[] bytes) {}

    /// What has come since the last fetch.
    ///
    /// @param droppedBytes bytes that came before these and were dropped
    record Fetched(List<Piece> pieces, long droppedBytes) {
        Fetched {
            pieces = List.copyOf(pieces);
        }
    }

    private static final class Chunk {
        private final Stream stream;
        private final byte[] bytes;
        private int used;

        Chunk(Stream stream, int capacity) {
            this.stream = stream;
            this.bytes = new byte[capacity];
        }
    }

    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private final StdinPipe stdin = new StdinPipe();
    private int waiting;
    private long dropped;

    @Override
    public void stdout(byte[] bytes, int offset, int length) {
        add(Stream.OUT, bytes, offset, length);
    }

    @Override
    public void stderr(byte[] bytes, int offset, int length) {
        add(Stream.ERR, bytes, offset, length);
    }

    @Override
    public InputStream stdin() {
        return stdin;
    }

    /// The writing end of the program's input.
    StdinPipe input() {
        return stdin;
    }

    private synchronized void add(Stream stream, byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            Chunk last = chunks.peekLast();
            if (last == null || last.stream != stream || last.used == last.bytes.length) {
                last = new Chunk(stream, CHUNK_BYTES);
                chunks.addLast(last);
            }
            int count = Math.min(end - from, last.bytes.length - last.used);
            System.arraycopy(bytes, from, last.bytes, last.used, count);
            last.used += count;
            waiting += count;
            from += count;
            dropOldest();
        }
    }

    private void dropOldest() {
        // Streams in turn, a byte each, must not cost a whole chunk per byte.
        while (waiting > LIMIT_BYTES || chunks.size() > 2 * LIMIT_BYTES / CHUNK_BYTES) {
            Chunk oldest = chunks.removeFirst();
            waiting -= oldest.used;
            dropped += oldest.used;
        }
    }

    /// Takes the oldest waiting bytes, at most about `mostBytes` of them.
    synchronized Fetched fetch(int mostBytes) {
        var pieces = new ArrayList<Piece>();
        int taken = 0;
        while (taken < mostBytes && !chunks.isEmpty()) {
            Chunk chunk = chunks.removeFirst();
            pieces.add(new Piece(chunk.stream, Arrays.copyOf(chunk.bytes, chunk.used)));
            taken += chunk.used;
        }
        waiting -= taken;
        long droppedBefore = dropped;
        dropped = 0;
        return new Fetched(pieces, droppedBefore);
    }

    /// Bytes that wait.
    synchronized int waitingBytes() {
        return waiting;
    }
}
