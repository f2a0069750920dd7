package org.gorrery.abi;

import org.gorrery.target.Target;

/// Where things lie in the window of a run (design.md §4). A Go address is the host address: a window is
/// `[(2·k+1)·2^39, (2·k+2)·2^39)` with a margin as large behind it. On 32-bit targets all lies in the first 4 GiB of the window;
/// a pointer held by the engine is the full host address (or 0), the low 32 bits are what Go code sees and stores.
///
/// @param window index `2·k+1`: `address >>> 39` of everything inside
/// @param text base of the entry thunks, one each [#THUNK_BYTES]
/// @param pcs base of the pcs: `pcs + site` is the pc of a call site
/// @param itabs base of the method tables, one each [#ITAB_BYTES]
/// @param rodata base of type descriptors and constants; descriptors refer to each other by 32-bit offsets from here
/// @param data base of package variables
/// @param stacks base of the region of shadow stacks
/// @param heap base of the heap arenas
/// @param end end of the heap region
/// @param lowEnd end of the room at [#LOW] for huge variables; [#LOW] itself where there is none
public record AddressLayout(
        int window,
        long text,
        long pcs,
        long itabs,
        long rodata,
        long data,
        long stacks,
        long heap,
        long end,
        long lowEnd) {
    /// log2 of the bytes of a window.
    public static final int WINDOW_SHIFT = 39;

    /// Where Go's data segment begins, roughly, on most systems: huge variables without pointers lie here, outside of the window, where
    /// the host has room. Those that expect large variables at low addresses find them there.
    public static final long LOW = 0x60_0000;

    /// Size from which a variable is huge.
    public static final long HUGE_BYTES = 64L << 20;

    private static final long LOW_BYTES = 1L << 30;

    /// log2 of the bytes of a page that can be closed.
    public static final int PAGE_SHIFT = 12;

    /// Of a page: reads fault.
    public static final int CLOSED_TO_READS = 1;

    /// Of a page: writes fault.
    public static final int CLOSED_TO_WRITES = 2;

    /// Distance of entry thunks.
    public static final int THUNK_BYTES = 16;

    /// Distance of method tables.
    public static final int ITAB_BYTES = 64;

    /// The layout of window number `k` (0 for the first) for a target.
    public static AddressLayout of(int k, Target target) {
        int index = 2 * k + 1;
        long b = (long) index << WINDOW_SHIFT;
        if (target.is64Bit()) {
            return new AddressLayout(
                    index,
                    b + 0x40_0000,
                    b + 0x1000_0000,
                    b + 0x2000_0000,
                    b + 0x4000_0000,
                    b + 0x1_0000_0000L,
                    b + 0x10_0000_0000L,
                    b + 0x40_0000_0000L,
                    b + 0x80_0000_0000L,
                    LOW + LOW_BYTES);
        }
        return new AddressLayout(
                index,
                b + 0x40_0000,
                b + 0x3000_0000,
                b + 0x3400_0000,
                b + 0x3600_0000,
                b + 0x100_0000,
                b + 0x4000_0000,
                b + 0x8000_0000L,
                b + 0xffff_0000L,
                LOW);
    }

    /// This layout with so much room at low addresses.
    ///
    /// @param lowBytes 0 for none
    public AddressLayout withLow(long lowBytes) {
        return new AddressLayout(
                window, text, pcs, itabs, rodata, data, stacks, heap, end, LOW + lowBytes);
    }

    /// Where the region that begins with `rodata` ends.
    public long rodataEnd() {
        return data > rodata ? data : stacks;
    }

    /// Bytes of room at low addresses.
    public long lowBytes() {
        return lowEnd - LOW;
    }

    /// The pc of a call site: as Go's return addresses it lies behind the call, so that `pc - 1` belongs to it too.
    public long pcOf(int site) {
        return pcs + 2L * site + 1;
    }

    /// The call site of a pc, or of the address before it; some other number for what is neither.
    public long siteAt(long pc) {
        return pc - pcs >> 1;
    }

    /// Where the area begins whose pages a program can close ([#pageStates]); it ends with the heap region.
    public long closable() {
        return end - (end - base() > 1L << 32 ? 1L << 36 : 1L << 29);
    }

    /// The table at the end of the closable area: for each of its pages of [#PAGE_BYTES] a byte with what is closed,
    /// [#CLOSED_TO_READS] and [#CLOSED_TO_WRITES].
    public long pageStates() {
        return end - (end - closable() >> PAGE_SHIFT);
    }

    /// First address of the window.
    public long base() {
        return (long) window << WINDOW_SHIFT;
    }
}
