package org.gorrery.event;

/// CPU samples since the start of the run, as columns.
///
/// @param periodNanos CPU time that one sample stands for
/// @param timeNanos per sample
/// @param goroutine per sample
/// @param stackStart per sample the index of its innermost frame in `pcs`; one more at the end
/// @param pcs call sites (`pc - layout.pcs`), innermost first
public record CpuSamples(
        long periodNanos, long[] timeNanos, long[] goroutine, int[] stackStart, int[] pcs) {
    /// Number of samples.
    public int count() {
        return timeNanos.length;
    }
}
