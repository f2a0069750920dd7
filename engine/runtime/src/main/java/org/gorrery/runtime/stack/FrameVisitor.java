package org.gorrery.runtime.stack;

/// Told of frames.
@FunctionalInterface
public interface FrameVisitor {
    /// A frame.
    ///
    /// @param sp its start
    /// @param pc the call it is in, or what [NativeFrame] says
    void frame(long sp, long pc);
}
