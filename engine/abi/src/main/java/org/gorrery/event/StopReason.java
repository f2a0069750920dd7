package org.gorrery.event;

/// Why the world was stopped, in the words of Go's tracer.
public enum StopReason {
    GC_MARK("GC mark termination"),
    GC_SWEEP("GC sweep termination"),
    GOMAXPROCS("GOMAXPROCS"),
    READ_MEM_STATS("read mem stats"),
    GOROUTINE_PROFILE("goroutine profile"),
    ALL_GOROUTINES_STACK("all goroutines stack trace"),
    SNAPSHOT("snapshot"),
    PAUSE("pause"),
    WRITE_HEAP_DUMP("write heap dump"),
    TRACE("start trace"),
    DEBUGGER("debugger");

    private final String text;

    StopReason(String text) {
        this.text = text;
    }

    /// As shown to people.
    public String text() {
        return text;
    }
}
