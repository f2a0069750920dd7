package org.gorrery.runtime.heap;

/// An allocation that the limit of the run does not allow. Go ends with a fatal error here; the host never does.
public final class OutOfHeap extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long bytes;
    private final long inUseBytes;

    /// An allocation of so many bytes on top of those in use.
    public OutOfHeap(long bytes, long inUseBytes) {
        super("out of memory", null, false, false);
        this.bytes = bytes;
        this.inUseBytes = inUseBytes;
    }

    /// Go's words for it, without the end of line.
    public String report() {
        return "runtime: out of memory: cannot allocate %d-byte block (%d in use)"
                .formatted(bytes, inUseBytes);
    }
}
