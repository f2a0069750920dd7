package org.gorrery.app.stacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;

/// Who waits for whom: goroutines, what they wait on, and who holds it; immutable.
///
/// Exact for a run of ours. What is held is known of locks; at a channel the other side is whoever sends or receives.
///
/// @param objects what is waited on, a lock that closes a ring first, then by number of waiters
/// @param ring goroutines each of which holds what the one before waits for, the last of them what the first waits for;
///     empty where there is none
record WaitGraph(List<WaitObject> objects, List<Goroutine> ring) {
    /// A lock, channel, group or condition that goroutines wait on.
    ///
    /// @param address where it lies
    /// @param kind in Go's words, such as `sync.Mutex` or `chan`
    /// @param waiters at least one
    /// @param holder who holds it; empty where nobody does or where that is no matter of holding
    record WaitObject(
            long address, String kind, List<Goroutine> waiters, Optional<Goroutine> holder) {
        WaitObject {
            waiters = List.copyOf(waiters);
        }
    }

    WaitGraph {
        objects = List.copyOf(objects);
        ring = List.copyOf(ring);
    }

    static WaitGraph of(List<Goroutine> goroutines, Map<Long, Long> holders) {
        Map<Long, Goroutine> byId = new HashMap<>();
        Map<Long, List<Goroutine>> waiters = new LinkedHashMap<>();
        for (Goroutine g : goroutines) {
            byId.put(g.id(), g);
            if (g.status() == Status.WAITING && g.waitingOn() != 0 && !kind(g).isEmpty()) {
                waiters.computeIfAbsent(g.waitingOn(), a -> new ArrayList<>()).add(g);
            }
        }
        List<Goroutine> ring = ring(goroutines, byId, holders);
        Set<Long> closing = new HashSet<>();
        ring.forEach(g -> closing.add(g.waitingOn()));
        var objects = new ArrayList<WaitObject>();
        waiters.forEach((address, who) ->
                objects.add(
                        new WaitObject(
                                address,
                                kind(who.getFirst()),
                                who,
                                Optional.ofNullable(holders.get(address)).map(byId::get))));
        objects.sort((a, b) -> {
            boolean first = closing.contains(a.address());
            boolean second = closing.contains(b.address());
            return first != second
                    ? first ? -1 : 1
                    : Integer.compare(b.waiters().size(), a.waiters().size());
        });
        return new WaitGraph(objects, ring);
    }

    /// What is waited on, by why a goroutine waits; empty for what is no object.
    private static String kind(Goroutine g) {
        return switch (g.reason()) {
            case CHAN_SEND, CHAN_RECEIVE -> "chan";
            case MUTEX -> "sync.Mutex";
            case RWMUTEX, RWMUTEX_R -> "sync.RWMutex";
            case WAIT_GROUP -> "sync.WaitGroup";
            case COND -> "sync.Cond";
            case SEMACQUIRE -> "semaphore";
            case NONE,
                    CHAN_SEND_NIL,
                    CHAN_RECEIVE_NIL,
                    SELECT,
                    SELECT_NO_CASES,
                    SLEEP,
                    IO,
                    SYSCALL,
                    GC_ASSIST,
                    GC_WORKER,
                    FINALIZER,
                    STOPPING_WORLD,
                    PREEMPTED,
                    COROUTINE,
                    PANIC,
                    DEBUG,
                    GC_SWEEP,
                    FORCE_GC ->
                    "";
        };
    }

    /// Follows from each goroutine what it waits for to who holds that, until one comes twice.
    private static List<Goroutine> ring(
            List<Goroutine> goroutines, Map<Long, Goroutine> byId, Map<Long, Long> holders) {
        for (Goroutine start : goroutines) {
            var path = new ArrayList<Goroutine>();
            Goroutine at = start;
            while (at != null && at.status() == Status.WAITING && !path.contains(at)) {
                path.add(at);
                Long holder = at.waitingOn() == 0 ? null : holders.get(at.waitingOn());
                at = holder == null ? null : byId.get(holder);
            }
            if (at != null && path.contains(at)) {
                return path.subList(path.indexOf(at), path.size());
            }
        }
        return List.of();
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    boolean isInRing(Goroutine g) {
        return ring.stream().anyMatch(r -> r.id() == g.id());
    }
}
