package org.gorrery.abi;

/// Which check of a slice expression failed; decides the words of the panic (Go runtime, `panic.go`, `boundsErrorFmts`).
public enum SliceFault {
    /// `s[?:x]`, x > len of a string or array.
    HIGH_OVER_LENGTH,
    /// `s[?:x]`, x > cap.
    HIGH_OVER_CAPACITY,
    /// `s[x:y]`, x > y.
    LOW_OVER_HIGH,
    /// `s[::x]`, x > len (array).
    MAX_OVER_LENGTH,
    /// `s[::x]`, x > cap.
    MAX_OVER_CAPACITY,
    /// `s[:x:y]`, x > y.
    HIGH_OVER_MAX,
    /// `s[x:y:]`, x > y.
    LOW_OVER_HIGH_FULL;

    /// Added to the ordinal where the bound is of an unsigned type, so never negative.
    public static final int UNSIGNED = 16;
}
