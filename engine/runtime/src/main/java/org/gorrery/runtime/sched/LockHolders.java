package org.gorrery.runtime.sched;

import java.util.concurrent.ConcurrentHashMap;

/// Which goroutine holds which lock of package sync, for those who watch the program: a mutex itself does not know.
///
/// Guard: none needed; what it says of a lock that changes hands right now may be a moment old.
public final class LockHolders {
    private final ConcurrentHashMap<Long, Long> holders = new ConcurrentHashMap<>();
    private volatile boolean on;

    LockHolders() {}

    /// From now on locks tell who takes them; before the program starts.
    public void start() {
        on = true;
    }

    /// Whether locks tell.
    public boolean isOn() {
        return on;
    }

    /// A goroutine took a lock.
    ///
    /// @param address of what others wait on for it
    public void took(long address, long goid) {
        holders.put(address, goid);
    }

    /// The lock is free.
    public void gave(long address) {
        holders.remove(address);
    }

    /// Number of the goroutine that holds the lock, 0 for none.
    public long holder(long address) {
        return holders.getOrDefault(address, 0L);
    }
}
