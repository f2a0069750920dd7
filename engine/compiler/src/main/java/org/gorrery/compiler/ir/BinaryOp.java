package org.gorrery.compiler.ir;

/// Operations on two words of one kind.
public enum BinaryOp {
    ADD,
    SUB,
    MUL,
    /// Quotient and remainder, truncated; the divisor is not 0. U: unsigned. On floats DIV is IEEE division.
    DIV,
    REM,
    UDIV,
    UREM,
    AND,
    OR,
    XOR,
    AND_NOT,
    /// Shifts: the count is an I in 0 … width-1.
    SHL,
    SHR,
    USHR,
    ROTL,
    MUL_HIGH,
    UMUL_HIGH,
    /// Float minimum and maximum as Go's builtin min and max.
    MIN,
    MAX,
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    /// Unsigned comparisons.
    ULT,
    ULE,
    UGT,
    UGE;

    /// Whether the result is 0 or 1.
    public boolean isComparison() {
        return ordinal() >= EQ.ordinal();
    }
}
