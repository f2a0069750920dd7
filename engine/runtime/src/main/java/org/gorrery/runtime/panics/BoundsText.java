package org.gorrery.runtime.panics;

import org.gorrery.abi.SliceFault;

/// What a failed check of an index, of the bounds of a slice or of its length says. Source: Go runtime, `error.go`, `boundsErrorFmts`.
public final class BoundsText {
    /// The code of an index.
    public static final int INDEX = 0;

    /// The code of a slice too short for the array it is converted to.
    public static final int CONVERSION = SliceFault.values().length + 1;

    private static final SliceFault[] SLICE_FAULTS = SliceFault.values();

    private BoundsText() {}

    /// The code of a slice expression: Go's numbers.
    public static int code(SliceFault fault) {
        return fault.ordinal() + 1;
    }

    /// The text, without `runtime error: `.
    ///
    /// @param code of what failed
    /// @param x what was out of range
    /// @param y what it had to stay within
    /// @param signed whether a negative x is one
    public static String of(int code, long x, long y, boolean signed) {
        boolean negative = signed && x < 0;
        String value = signed ? Long.toString(x) : Long.toUnsignedString(x);
        if (code == INDEX) {
            return "index out of range [" + value + "]" + (negative ? "" : " with length " + y);
        }
        if (code >= CONVERSION) {
            return "cannot convert slice with length "
                    + y
                    + " to array or pointer to array with length "
                    + value;
        }
        return "slice bounds out of range " + slice(SLICE_FAULTS[code - 1], value, y, negative);
    }

    private static String slice(SliceFault fault, String x, long y, boolean negative) {
        return switch (fault) {
            case HIGH_OVER_LENGTH -> "[:" + x + "]" + (negative ? "" : " with length " + y);
            case HIGH_OVER_CAPACITY -> "[:" + x + "]" + (negative ? "" : " with capacity " + y);
            case LOW_OVER_HIGH -> "[" + x + ":" + (negative ? "" : y) + "]";
            case MAX_OVER_LENGTH -> "[::" + x + "]" + (negative ? "" : " with length " + y);
            case MAX_OVER_CAPACITY -> "[::" + x + "]" + (negative ? "" : " with capacity " + y);
            case HIGH_OVER_MAX -> "[:" + x + ":" + (negative ? "" : y) + "]";
            case LOW_OVER_HIGH_FULL -> "[" + x + ":" + (negative ? "" : y) + ":]";
        };
    }
}
