package org.gorrery.runtime.entry;

import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Stands in for the entries of panics: each makes an exception whose message says what it was told.
public final class PanicEntry {
    private PanicEntry() {}

    /// What the tests see of a panic.
    public static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;
        public final transient int site;

        Fault(String message, int site) {
            super(message);
            this.site = site;
        }
    }

    public static Throwable panicNil(G g, long sp, int site, long pointer) {
        return new Fault("nil", site);
    }

    public static Throwable panicIndex(G g, long sp, int site, long i, long n) {
        return new Fault("index " + i + " of " + n, site);
    }

    public static Throwable panicIndexU(G g, long sp, int site, long i, long n) {
        return new Fault("index " + Long.toUnsignedString(i) + " of " + n, site);
    }

    public static Throwable panicSlice(G g, long sp, int site, int code, long a, long b) {
        return new Fault("slice " + code + " " + a + " " + b, site);
    }

    public static Throwable panicDivide(G g, long sp, int site) {
        return new Fault("divide", site);
    }

    public static Throwable panicHeader(G g, long sp, int site, long p, long n) {
        return new Fault("header " + Long.toHexString(p) + " " + n, site);
    }

    public static Throwable gopanic(G g, long sp, long type, long data) {
        return new Fault("panic " + type + " " + data, (int) Mem.ld64(sp));
    }

    public static void deferreturn(G g, long sp) {
        g.log.add("deferreturn");
    }

    public static void handlePanic(G g, long sp, Throwable t) throws Throwable {
        g.log.add("handle " + t.getMessage());
        g.atSafepoint.accept(sp);
        if (!g.recovers) {
            throw t;
        }
    }
}
