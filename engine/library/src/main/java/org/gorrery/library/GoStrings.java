package org.gorrery.library;

import java.nio.charset.StandardCharsets;
import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// Strings and byte slices between Go memory and Java, for native parts.
public final class GoStrings {
    private GoStrings() {}

    /// A Go string as a Java one; what is not UTF-8 becomes replacement characters.
    public static String get(long at, long length) {
        return length == 0 ? "" : new String(Mem.get(at, (int) length), StandardCharsets.UTF_8);
    }

    /// Returns a string from a native: address; `r1`: length.
    ///
    /// @param sp start of the native's own frame
    public static long put(G g, long sp, String s) {
        return put(g, sp, s.getBytes(StandardCharsets.UTF_8));
    }

    /// Returns bytes from a native, as a string or a slice: address; `r1` and `r2`: length.
    public static long put(G g, long sp, byte[] bytes) {
        if (bytes.length == 0) {
            g.r1 = 0;
            g.r2 = 0;
            return 0;
        }
        Panics.nativeFrame(g, sp);
        long at = Allocation.raw(g, sp, bytes.length, 0, 0, 0);
        Mem.put(bytes, 0, at, bytes.length);
        g.r1 = bytes.length;
        g.r2 = bytes.length;
        return at;
    }
}
