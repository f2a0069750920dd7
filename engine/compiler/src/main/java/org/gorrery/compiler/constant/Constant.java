package org.gorrery.compiler.constant;

import java.math.BigInteger;

/// An exact constant value (Go spec, "Constants").
public sealed interface Constant {
    /// A boolean.
    record Bool(boolean value) implements Constant {}

    /// A string: bytes, since Go strings need not be UTF-8. Held as Latin-1: one char per byte.
    record Str(String bytes) implements Constant {}

    /// An integer of any size.
    record Int(BigInteger value) implements Constant {}

    /// A rational in lowest terms with denominator over 1, exact. Huge or irrational values are [Flt].
    record Ratio(BigInteger num, BigInteger den) implements Constant {}

    /// A big binary float: `mantissa * 2^exp` with at least 512 bits of mantissa kept.
    record Flt(BigInteger mantissa, int exp) implements Constant {}

    /// A complex number; the parts are [Int], [Ratio] or [Flt].
    record Complex(Constant re, Constant im) implements Constant {}
}
