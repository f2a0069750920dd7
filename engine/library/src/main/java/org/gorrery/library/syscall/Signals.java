package org.gorrery.library.syscall;

import java.util.BitSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// The signals of a run: those of the process that the program asks for, and those that it sends to itself.
///
/// Guard: this, but for the queue.
final class Signals {
    /// The last signal.
    static final int MOST = 64;

    private static final int SIGCHLD = 17;
    private static final int SIGCONT = 18;
    private static final int SIGURG = 23;
    private static final int SIGWINCH = 28;

    private final BitSet wanted = new BitSet();
    private final BitSet ignored = new BitSet();
    private final LinkedBlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
    private final HostSignals host;

    /// Nothing is wanted yet.
    ///
    /// @param over whether the run is over
    Signals(BooleanSupplier over) {
        host = new HostSignals(this::arrive, over);
    }

    /// Waits for a signal that is wanted.
    int next() throws InterruptedException {
        return arrived.take();
    }

    synchronized void want(int signal) {
        ignored.clear(signal);
        if (!wanted.get(signal)) {
            wanted.set(signal);
            host.handle(signal);
        }
    }

    synchronized void ignore(int signal) {
        wanted.clear(signal);
        ignored.set(signal);
        host.handle(signal);
    }

    synchronized void reset(int signal) {
        if (wanted.get(signal) || ignored.get(signal)) {
            wanted.clear(signal);
            ignored.clear(signal);
            host.restore(signal);
        }
    }

    synchronized boolean isIgnored(int signal) {
        return ignored.get(signal);
    }

    private synchronized void arrive(int signal) {
        if (wanted.get(signal)) {
            arrived.add(signal);
        }
    }

    /// A signal of the program to itself.
    ///
    /// @return whether it ends the program
    synchronized boolean raise(int signal) {
        if (wanted.get(signal)) {
            arrived.add(signal);
            return false;
        }
        boolean harmless =
                signal == SIGCHLD || signal == SIGCONT || signal == SIGURG || signal == SIGWINCH;
        return signal != 0 && !harmless && !ignored.get(signal);
    }
}
