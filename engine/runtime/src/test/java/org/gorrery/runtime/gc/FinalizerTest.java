package org.gorrery.runtime.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorrery.runtime.memory.Mem;
import org.junit.jupiter.api.Test;

class FinalizerTest extends CollectedProgram {
    @Test
    void finalizersRunOncePerObjectThoseNobodyRefersToFirst() {
        open("amd64");
        long outer = newNode();
        long inner = newNode();
        left(outer, inner);
        assertTrue(gc.setFinalizer(g, outer, 0));
        assertTrue(gc.setFinalizer(g, inner, 0));
        assertFalse(gc.setFinalizer(g, inner, 0), "it has one already");
        run.setLive(false);
        collect();
        assertEquals(1, gc.queuedFinalizers(), "only the outer one");
        assertTrue(isAlive(outer), "it is an argument yet");
        assertTrue(isAlive(inner));
        collect();
        assertEquals(1, gc.queuedFinalizers(), "the queue keeps them alive");
    }

    @Test
    void aFinalizerThatIsClearedDoesNotRun() {
        open("amd64");
        long a = newNode();
        gc.setFinalizer(g, a, 0);
        gc.clearFinalizer(a);
        run.setLive(false);
        collect();
        assertEquals(0, gc.queuedFinalizers());
        assertFalse(isAlive(a));
    }

    @Test
    void cleanupsRunAfterTheObjectIsGone() {
        open("amd64");
        long a = newNode();
        assertNotNull(gc.addCleanup(g, a, 0));
        var stopped = gc.addCleanup(g, a, 0);
        assertNotNull(stopped);
        gc.stopCleanup(stopped);
        run.setLive(false);
        collect();
        assertEquals(1, gc.queuedFinalizers());
        assertFalse(isAlive(a));
    }

    @Test
    void aWeakPointerIsNilAsSoonAsMarkingFindsItsObjectDead() {
        open("amd64");
        long a = newNode();
        long handle = gc.weakHandle(g, sp, a);
        assertEquals(handle, gc.weakHandle(g, sp, a), "one handle for each address");
        run.slot(0, a);
        run.slot(1, handle);
        collect();
        assertEquals(a, Mem.ld64(handle));
        run.slot(0, 0);
        g.p.mcache.wantCollection(true);
        newNode(); // collects without sweeping all
        assertEquals(0, Mem.ld64(handle));
    }
}
