package org.gorrery.compiler.ir;

/// A pure expression tree: no calls, no side effects but faults. Loads in a tree happen where the statement stands; the lowering puts
/// a load into a local of its own where a later store or call could come between.
public sealed interface Value {
    /// The word it yields.
    Word word();

    /// An int constant (bool: 0 or 1).
    record IntConst(int value) implements Value {
        @Override
        public Word word() {
            return Word.I;
        }
    }

    /// A long constant; `word` J, or P for nil (0).
    record LongConst(long value, Word word) implements Value {}

    /// A float32 constant.
    record FloatConst(float value) implements Value {
        @Override
        public Word word() {
            return Word.F;
        }
    }

    /// A float64 constant.
    record DoubleConst(double value) implements Value {
        @Override
        public Word word() {
            return Word.D;
        }
    }

    /// The address of a symbol plus an offset: not in the heap, so J; may be assigned to a P.
    record Address(Symbol symbol, long offset) implements Value {
        @Override
        public Word word() {
            return Word.J;
        }
    }

    /// The address of a frame object plus an offset.
    record FrameAddress(FrameObject object, long offset) implements Value {
        @Override
        public Word word() {
            return Word.J;
        }
    }

    /// The current value of a local.
    record Read(Local local) implements Value {
        @Override
        public Word word() {
            return local.word();
        }
    }

    /// Memory at `address + offset`; the address is valid (checked before, or by construction).
    record Load(MemKind kind, Value address, long offset) implements Value {
        @Override
        public Word word() {
            return kind.word();
        }
    }

    /// A unary operation.
    record Unary(UnaryOp op, Value x) implements Value {
        @Override
        public Word word() {
            return op.result(x.word());
        }
    }

    /// A binary operation on two words of one kind (shifts: the count is I for I and I for J, already in range).
    /// Comparisons yield I. P counts as J; address arithmetic P + J yields P.
    record Binary(BinaryOp op, Value x, Value y) implements Value {
        @Override
        public Word word() {
            return op.isComparison() ? Word.I : x.word();
        }
    }

    /// `x` if `condition` (an I) is not 0, else `y`: both are pure and cheap.
    record Choose(Value condition, Value x, Value y) implements Value {
        @Override
        public Word word() {
            return x.word();
        }
    }

    /// `pointer`, after the check that it lies in the window; else Go's nil panic at `pos`.
    record NilChecked(Value pointer, int pos) implements Value {
        @Override
        public Word word() {
            return Word.P;
        }
    }

    /// `pointer` of a slice or string header, after the full check of base and extent (`length << log2Bytes`, log2 of the element
    /// size rounded up). For headers just loaded from memory.
    record HeaderChecked(Value pointer, Value length, int log2Bytes, int pos) implements Value {
        @Override
        public Word word() {
            return Word.P;
        }
    }

    /// `index` (J), after the check `0 ≤ index < length`; else Go's index panic at `pos`.
    /// `unsigned`: the Go type was an unsigned one (only for the words of the panic).
    record IndexChecked(Value index, Value length, boolean unsigned, int pos) implements Value {
        @Override
        public Word word() {
            return Word.J;
        }
    }

    /// Integer `divisor` (I or J), after the check that it is not 0.
    record NonZero(Value divisor, int pos) implements Value {
        @Override
        public Word word() {
            return divisor.word();
        }
    }
}
