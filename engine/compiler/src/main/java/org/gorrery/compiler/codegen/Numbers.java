package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;

/// Integer constants as code. A class has room for 65,535 constants, of which a long takes two: what fits a few instructions
/// need not be one.
final class Numbers {
    private static final int BITS = 15;
    private static final int MASK = (1 << BITS) - 1;

    private Numbers() {}

    /// Pushes a long.
    ///
    /// @param sparing whether to do without the constant pool at the price of more code
    static void push(CodeBuilder c, long value, boolean sparing) {
        if (value == (int) value && (value == (short) value || sparing)) {
            push(c, (int) value, sparing);
            c.i2l();
        } else {
            c.loadConstant(value);
        }
    }

    /// Pushes an int.
    ///
    /// @param sparing whether to do without the constant pool at the price of more code
    static void push(CodeBuilder c, int value, boolean sparing) {
        int high = value >> BITS;
        if (!sparing || value == (short) value || high != (short) high) {
            c.loadConstant(value);
        } else {
            c.loadConstant(high).loadConstant(BITS).ishl().loadConstant(value & MASK).ior();
        }
    }
}
