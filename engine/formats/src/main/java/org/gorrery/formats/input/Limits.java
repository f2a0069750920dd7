package org.gorrery.formats.input;

/// Bounds that keep a hostile file from taking the machine.
///
/// @param unpackedBytes most bytes a container (gzip, zstd, zip) may unpack to
/// @param events most trace events kept; later ones are counted, not kept
/// @param faults most faults recorded for one file
public record Limits(long unpackedBytes, long events, int faults) {
    /// The bounds used where the caller says nothing: 1.5 GB unpacked, 400 million events, 100 faults.
    public static final Limits DEFAULT = new Limits(1_500_000_000L, 400_000_000L, 100);
}
