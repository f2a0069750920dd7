package org.gorrery.runtime.stack;

/// A goroutine has used all the stack it may: in Go a fatal error.
public final class StackExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ShadowStack stack;
    private final long limitBytes;

    /// With the stack and the limit that it would pass.
    public StackExceeded(ShadowStack stack, long limitBytes) {
        super("stack overflow", null, false, false);
        this.stack = stack;
        this.limitBytes = limitBytes;
    }

    /// Go's words for it; `fatal error: stack overflow` follows.
    ///
    /// @param sp where the frame would have started
    public String report(long sp) {
        var text = new StringBuilder("runtime: goroutine stack exceeds ");
        text.append(limitBytes).append("-byte limit\n");
        stack.top((base, bytes) ->
                text.append(
                        "runtime: sp=%#x stack=[%#x, %#x]\n".formatted(sp, base, base + bytes)));
        return text.toString();
    }
}
