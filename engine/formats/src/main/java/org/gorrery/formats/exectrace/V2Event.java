package org.gorrery.formats.exectrace;

import org.gorrery.formats.input.FormatException;

/// One event whose turn is asked for, with the M, P and goroutine it happens on, and everything it may look at or change.
///
/// Fields, not accessors: they are read several times for each of millions of events.
final class V2Event {
    final V2Sink sink;
    final V2States states;
    final TraceTables tables;
    V2Generation generation;
    AllocFreeInfo info = new AllocFreeInfo();
    int number;
    boolean first = true;
    V2Cursor c;
    int m;
    int p;
    int g;

    V2Event(V2Sink sink, TraceTables tables, V2States states, V2Generation generation) {
        this.sink = sink;
        this.tables = tables;
        this.states = states;
        this.generation = generation;
        this.c = new V2Cursor(new byte[0], -1, -1, java.util.List.of(), 1);
    }

    /// Takes a thread's next event.
    void take(V2Cursor cursor) {
        c = cursor;
        m = cursor.thread;
        if (m >= 0) {
            states.seeM(m);
            p = states.procOf(m);
            g = states.goroutineOf(m);
        } else {
            p = -1;
            g = -1;
        }
    }

    FormatException broken(String what) {
        return new FormatException(c.position(), V2Types.name(c.type) + " event " + what);
    }

    void needRunning() throws FormatException {
        if (m < 0 || p < 0 || g < 0) {
            throw broken("without a running goroutine");
        }
    }

    void needProc() throws FormatException {
        if (m < 0 || p < 0) {
            throw broken("without a P");
        }
    }

    void needStatus(int status, String name) throws FormatException {
        if (states.g(g) != status) {
            throw broken("of a goroutine that is not " + name);
        }
    }

    int proc(long id) throws FormatException {
        if (id < 0 || id > V2States.MAX_P) {
            throw broken("names P " + id + ", expected a small number");
        }
        return (int) id;
    }

    void emit(EventKind kind, int stack, int subject, long argument) {
        sink.add(kind, c.time, g, p, m, stack, subject, argument);
    }

    int stack(long id) {
        return generation.stack(id);
    }

    int string(long id) throws FormatException {
        int s = generation.string(id);
        if (s < 0) {
            throw broken("names string " + id + ", which its generation does not have");
        }
        return s;
    }
}
