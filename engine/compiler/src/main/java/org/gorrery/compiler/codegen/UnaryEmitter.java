package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Word;

/// Operations on the word on top of the operand stack.
final class UnaryEmitter {
    private static final long LOW_32 = 0xffff_ffffL;

    private UnaryEmitter() {}

    static void emit(CodeBuilder c, JvmNames names, UnaryOp op, Word x) {
        switch (op) {
            case NEG -> negate(c, x);
            case NOT_BITS -> {
                if (x == Word.I) {
                    c.iconst_m1().ixor();
                } else {
                    c.loadConstant(-1L).lxor();
                }
            }
            case NOT -> c.iconst_1().ixor();
            case EXT8 -> c.i2b();
            case EXT16 -> c.i2s();
            case ZEXT8 -> c.loadConstant(255).iand();
            case ZEXT16 -> c.i2c();
            case I_TO_J -> c.i2l();
            case U_TO_J -> c.i2l().loadConstant(LOW_32).land();
            case J_TO_I, P_TO_UINTPTR32 -> c.l2i();
            case I_TO_F -> c.i2f();
            case I_TO_D -> c.i2d();
            case J_TO_F -> c.l2f();
            case J_TO_D -> c.l2d();
            case U32_TO_F -> c.i2l().loadConstant(LOW_32).land().l2f();
            case U32_TO_D -> c.i2l().loadConstant(LOW_32).land().l2d();
            case U64_TO_F -> names.call(c, JvmNames.CHECKS, "u2f", "(J)F");
            case U64_TO_D -> names.call(c, JvmNames.CHECKS, "u2d", "(J)D");
            case F_TO_D -> c.f2d();
            case D_TO_F -> c.d2f();
            case D_TO_I -> names.call(c, JvmNames.CHECKS, "d2i", "(D)I");
            case D_TO_J -> names.call(c, JvmNames.CHECKS, "d2j", "(D)J");
            case D_TO_U64 -> names.call(c, JvmNames.CHECKS, "d2u", "(D)J");
            case SQRT, FLOOR, CEIL, TRUNC, ABS -> rounding(c, names, op, x);
            case F_BITS -> names.call(c, JvmNames.FLOAT, "floatToRawIntBits", "(F)I");
            case D_BITS -> names.call(c, JvmNames.DOUBLE, "doubleToRawLongBits", "(D)J");
            case BITS_F -> names.call(c, JvmNames.FLOAT, "intBitsToFloat", "(I)F");
            case BITS_D -> names.call(c, JvmNames.DOUBLE, "longBitsToDouble", "(J)D");
            case J_TO_P, P_TO_J -> {}
            case UINTPTR32_TO_P -> names.call(c, JvmNames.CHECKS, "w32", "(I)J");
            case LEADING_ZEROS -> bits(c, names, "numberOfLeadingZeros", x, "I");
            case TRAILING_ZEROS -> bits(c, names, "numberOfTrailingZeros", x, "I");
            case POP_COUNT -> bits(c, names, "bitCount", x, "I");
            case REVERSE_BYTES -> bits(c, names, "reverseBytes", x, descriptor(x));
            case REVERSE_BITS -> bits(c, names, "reverse", x, descriptor(x));
        }
    }

    private static String descriptor(Word x) {
        return String.valueOf(x.descriptor());
    }

    private static void negate(CodeBuilder c, Word x) {
        switch (x) {
            case I -> c.ineg();
            case J, P -> c.lneg();
            case F -> c.fneg();
            case D -> c.dneg();
        }
    }

    private static void bits(CodeBuilder c, JvmNames names, String name, Word x, String result) {
        ClassDesc owner = x == Word.I ? JvmNames.INTEGER : JvmNames.LONG;
        names.call(c, owner, name, "(" + x.descriptor() + ")" + result);
    }

    /// Through double for float32 too: the results are exact there, or rounded once (square root).
    private static void rounding(CodeBuilder c, JvmNames names, UnaryOp op, Word x) {
        if (x == Word.F) {
            c.f2d();
        }
        switch (op) {
            case SQRT -> names.call(c, JvmNames.MATH, "sqrt", "(D)D");
            case FLOOR -> names.call(c, JvmNames.MATH, "floor", "(D)D");
            case CEIL -> names.call(c, JvmNames.MATH, "ceil", "(D)D");
            case ABS -> names.call(c, JvmNames.MATH, "abs", "(D)D");
            default -> truncate(c, names);
        }
        if (x == Word.F) {
            c.d2f();
        }
    }

    private static void truncate(CodeBuilder c, JvmNames names) {
        var down = c.newLabel();
        var end = c.newLabel();
        c.dup2().dconst_0().dcmpg().ifge(down);
        names.call(c, JvmNames.MATH, "ceil", "(D)D");
        c.goto_(end).labelBinding(down);
        names.call(c, JvmNames.MATH, "floor", "(D)D");
        c.labelBinding(end);
    }
}
