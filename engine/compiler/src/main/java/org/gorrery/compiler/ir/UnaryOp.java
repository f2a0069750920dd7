package org.gorrery.compiler.ir;

/// Operations on one word.
public enum UnaryOp {
    NEG,
    NOT_BITS,
    /// Logical: 0 ↔ 1 (I).
    NOT,
    /// I → I: normalise to a width.
    EXT8,
    EXT16,
    ZEXT8,
    ZEXT16,
    /// I → J, sign- and zero-extending.
    I_TO_J(Word.J),
    U_TO_J(Word.J),
    /// J → I, low 32 bits.
    J_TO_I(Word.I),
    /// Integers to floats; U32 from I as unsigned, U64 from J as unsigned.
    I_TO_F(Word.F),
    I_TO_D(Word.D),
    J_TO_F(Word.F),
    J_TO_D(Word.D),
    U32_TO_F(Word.F),
    U32_TO_D(Word.D),
    U64_TO_F(Word.F),
    U64_TO_D(Word.D),
    F_TO_D(Word.D),
    D_TO_F(Word.F),
    /// Floats to integers as Go on amd64 (out of range: 0x80…0).
    D_TO_I(Word.I),
    D_TO_J(Word.J),
    D_TO_U64(Word.J),
    SQRT,
    FLOOR,
    CEIL,
    TRUNC,
    ABS,
    /// Raw bits.
    F_BITS(Word.I),
    D_BITS(Word.J),
    BITS_F(Word.F),
    BITS_D(Word.D),
    /// Reinterpretation: a J known to be a pointer, and back.
    J_TO_P(Word.P),
    P_TO_J(Word.J),
    /// A pointer (host address) as Go's uintptr of the target's width (32-bit targets: low half as I), and back.
    P_TO_UINTPTR32(Word.I),
    UINTPTR32_TO_P(Word.P),
    LEADING_ZEROS(Word.I),
    TRAILING_ZEROS(Word.I),
    POP_COUNT(Word.I),
    REVERSE_BYTES,
    REVERSE_BITS;

    private final Word result;

    UnaryOp() {
        this(null);
    }

    UnaryOp(@org.jspecify.annotations.Nullable Word result) {
        this.result = result == null ? Word.I : result;
        this.same = result == null;
    }

    private final boolean same;

    /// The word it yields for an operand.
    public Word result(Word operand) {
        return same ? operand : result;
    }
}
