package org.gorrery.runtime.sched;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Ms are platform threads, time is the host's.
public final class RealTimeDriver implements Driver {
    private static final int SPIN_ROUNDS = 20;
    private final Clock wall;

    /// Guard: written before the first M is launched.
    private long start = System.nanoTime() - 1;

    private final long threadStackBytes;

    /// @param wall the time of day
    public RealTimeDriver(Clock wall, long threadStackBytes) {
        this.wall = wall;
        this.threadStackBytes = threadStackBytes;
    }

    @Override
    public long threadStackBytes() {
        return threadStackBytes;
    }

    @Override
    public void begin() {
        start = System.nanoTime() - 1;
    }

    @Override
    public long nanotime() {
        return System.nanoTime() - start;
    }

    @Override
    public long unixNanos() {
        Instant now = wall.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void launch(M m) {
        m.setDaemon(true);
        m.start();
    }

    @Override
    public void sleep(M m, long untilNanos) {
        if (untilNanos == Long.MAX_VALUE) {
            LockSupport.park(m);
        } else {
            long rest = untilNanos - nanotime();
            if (rest > 0) {
                LockSupport.parkNanos(m, rest);
            }
        }
    }

    @Override
    public void wake(M m) {
        LockSupport.unpark(m);
    }

    @Override
    public long seed() {
        return System.nanoTime() * 0x9e3779b97f4a7c15L ^ System.identityHashCode(this);
    }

    @Override
    public long secret() {
        return Secrets.SOURCE.nextLong();
    }

    @Override
    public int spinRounds() {
        return SPIN_ROUNDS;
    }

    /// Made when first asked for: few programs make keys, and it takes some milliseconds.
    private static final class Secrets {
        static final SecureRandom SOURCE = new SecureRandom();
    }
}
