package org.gorrery.library.weak;

import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.NativeFrame;

/// Bodyless functions of `weak`.
public final class Natives {
    private Natives() {}

    /// The handle of an address.
    public static long handleOf(G g, long sp, long address) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(1));
        Mem.st64(sp + 8, address);
        return GcController.of(g).weakHandle(g, sp, address);
    }

    /// The address of a handle, or 0.
    public static long addressIn(G g, long sp, long handle) {
        return Mem.ld64(handle);
    }
}
