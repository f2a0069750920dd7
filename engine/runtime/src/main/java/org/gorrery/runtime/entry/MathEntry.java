package org.gorrery.runtime.entry;

/// Functions of package math that the host has as one operation ([org.gorrery.abi.Entry]).
public final class MathEntry {
    private MathEntry() {}

    /// `x·y + z`, rounded once.
    public static double fma(double x, double y, double z) {
        return Math.fma(x, y, z);
    }

    /// The nearest integer, of two the even one.
    public static double roundToEven(double x) {
        return Math.rint(x);
    }
}
