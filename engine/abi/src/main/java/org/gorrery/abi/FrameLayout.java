package org.gorrery.abi;

/// Layout of a frame on the shadow stack (design.md §4, codegen.md §6).
///
/// A frame starts at the `sp` its function was called with: a 64-bit pc, then 8-byte slots of spilled pointers (full host
/// addresses on every target), then frame objects (variables whose address is taken, large values) in target layout. The frame of
/// the callee starts at `sp + frameBytes`. Results past the eighth word are left at the callee's `sp + 8·i`.
public final class FrameLayout {
    private FrameLayout() {}

    /// Offset of the pc.
    public static final int PC = 0;

    /// Offset of the first slot.
    public static final int SLOTS = 8;

    /// The number of a word of an object among the live slots of a call site. Below the objects whose words are slots a slot has 8 bytes;
    /// from the first of them on, a word of the target.
    ///
    /// @param offset of the word from sp
    /// @param lowest offset of the first such object
    public static int slotOf(long offset, long lowest, int wordBytes) {
        return Math.toIntExact((lowest - SLOTS) / 8 + (offset - lowest) / wordBytes);
    }

    /// Frame sizes are multiples of this.
    public static final int ALIGN = 16;

    /// A function whose frame is at most this compares `sp` itself with `g.limit`; larger ones `sp + frameBytes`.
    public static final int SMALL_FRAME = 512;

    /// Room that stays free above `g.limit` in a segment, for one small frame and results.
    public static final int GUARD = 768;

    /// Words of result registers in a G: `r1` to `r7` behind the JVM result.
    public static final int RESULT_WORDS = 7;

    /// Most slots of a frame without a function.
    public static final int HIDDEN_SLOTS = 255;

    /// What stands in place of a pc in a frame that no function owns. Each of its slots may be a pointer or any other word.
    ///
    /// @param slots up to [#HIDDEN_SLOTS]
    public static long hiddenFrame(int slots) {
        return 1L << 8 | slots;
    }

    /// Length of such a frame.
    public static int hiddenFrameBytes(int slots) {
        return SLOTS + 8 * slots + ALIGN - 1 & -ALIGN;
    }

    /// Room in a frame for a short text that does not outlive its function.
    public static final int TEXT_BYTES = 32;

    /// Bytes of a map iterator in a frame (host words; word 0 address of key or 0 at the end, word 1 address of element).
    public static final int MAP_ITER_BYTES = 128;

    /// Bytes of one select case in a frame: host words channel, element address (0: none), direction (1 send, 2 receive).
    public static final int SELECT_CASE_BYTES = 24;
}
