package org.gorrery.library.syscall;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import jdk.internal.misc.Signal;

/// Signals of the host's process, by their numbers on Linux. Those that the JVM keeps for itself never come.
///
/// Guard: this.
final class HostSignals {
    private static final String[] NAMES = {
        "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
                "USR2", "PIPE", "ALRM", "TERM",
        "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM",
                "PROF", "WINCH", "IO", "PWR", "SYS"
    };

    private final IntConsumer receiver;
    private final BooleanSupplier over;
    private final Map<Integer, Signal.Handler> former = new HashMap<>();

    /// Hands signals to a receiver, once they are asked for.
    ///
    /// @param over whether the receiver's time is over: then a signal does again what it did before
    HostSignals(IntConsumer receiver, BooleanSupplier over) {
        this.receiver = receiver;
        this.over = over;
    }

    private void arrived(Signal s, int number) {
        if (over.getAsBoolean()) {
            restore(number);
            Signal.raise(s);
        } else {
            receiver.accept(number);
        }
    }

    /// From now on a signal goes to the receiver, if the JVM lets it.
    synchronized void handle(int signal) {
        if (signal <= 0 || signal >= NAMES.length || former.containsKey(signal)) {
            return;
        }
        try {
            former.put(signal, Signal.handle(new Signal(NAMES[signal]), s -> arrived(s, signal)));
        } catch (IllegalArgumentException e) {
            System.getLogger(HostSignals.class.getName())
                    .log(System.Logger.Level.DEBUG, "the JVM keeps SIG" + NAMES[signal], e);
        }
    }

    /// From now on a signal does what it did before.
    synchronized void restore(int signal) {
        Signal.Handler old = former.remove(signal);
        if (old != null) {
            Signal.handle(new Signal(NAMES[signal]), old);
        }
    }
}
