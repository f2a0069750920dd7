package org.gorrery.formats.input;

/// Bounds that keep a hostile file from taking the machine.
///
/// @param unpackedBytes most bytes a container (gzip, zstd, zip) may unpack to; of text a quarter is read
/// @param events most trace events kept; later ones are counted, not kept
/// @param faults most faults recorded for one file
public record Limits(long unpackedBytes, long events, int faults) {
    private static final int EVENT_BYTES = 35;

    /// The bounds used where the caller says nothing: 1.5 GB unpacked, 400 million events, 100 faults.
    public static final Limits DEFAULT = new Limits(1_500_000_000L, 400_000_000L, 100);

    /// Makes bounds that fit the memory there is, so that a file too large is cut with a message instead of failing.
    ///
    /// @param heapBytes most memory that the process may use, such as `Runtime.getRuntime().maxMemory()`
    /// @return the usual bounds, or a fifth of the memory for unpacked bytes and half of it for events
    public static Limits forMemory(long heapBytes) {
        return new Limits(
                Math.min(DEFAULT.unpackedBytes, heapBytes / 5),
                Math.min(DEFAULT.events, heapBytes / 2 / EVENT_BYTES),
                DEFAULT.faults);
    }
}
