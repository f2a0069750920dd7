package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Word;

/// Operations on the two words on top of the operand stack, and jumps on comparisons of them.
final class BinaryEmitter {
    private BinaryEmitter() {}

    /// Replaces two words by the result; not for comparisons.
    static void emit(CodeBuilder c, JvmNames names, BinaryOp op, Word word) {
        switch (word) {
            case I -> onInts(c, names, op);
            case J, P -> onLongs(c, names, op);
            case F -> onFloats(c, names, op);
            case D -> onDoubles(c, names, op);
        }
    }

    private static IllegalStateException bad(BinaryOp op, Word word) {
        return new IllegalStateException(op + " is not defined on " + word);
    }

    private static void onInts(CodeBuilder c, JvmNames names, BinaryOp op) {
        switch (op) {
            case ADD -> c.iadd();
            case SUB -> c.isub();
            case MUL -> c.imul();
            case DIV -> c.idiv();
            case REM -> c.irem();
            case UDIV -> names.call(c, JvmNames.INTEGER, "divideUnsigned", "(II)I");
            case UREM -> names.call(c, JvmNames.INTEGER, "remainderUnsigned", "(II)I");
            case AND -> c.iand();
            case OR -> c.ior();
            case XOR -> c.ixor();
            case AND_NOT -> c.iconst_m1().ixor().iand();
            case SHL -> c.ishl();
            case SHR -> c.ishr();
            case USHR -> c.iushr();
            case ROTL -> names.call(c, JvmNames.INTEGER, "rotateLeft", "(II)I");
            case MUL_HIGH -> {
                names.call(c, JvmNames.MATH, "multiplyFull", "(II)J");
                c.loadConstant(32).lshr().l2i();
            }
            case UMUL_HIGH -> names.call(c, JvmNames.CHECKS, "umh", "(II)I");
            case MIN -> names.call(c, JvmNames.MATH, "min", "(II)I");
            case MAX -> names.call(c, JvmNames.MATH, "max", "(II)I");
            case EQ, NE, LT, LE, GT, GE, ULT, ULE, UGT, UGE -> throw bad(op, Word.I);
        }
    }

    private static void onLongs(CodeBuilder c, JvmNames names, BinaryOp op) {
        switch (op) {
            case ADD -> c.ladd();
            case SUB -> c.lsub();
            case MUL -> c.lmul();
            case DIV -> c.ldiv();
            case REM -> c.lrem();
            case UDIV -> names.call(c, JvmNames.LONG, "divideUnsigned", "(JJ)J");
            case UREM -> names.call(c, JvmNames.LONG, "remainderUnsigned", "(JJ)J");
            case AND -> c.land();
            case OR -> c.lor();
            case XOR -> c.lxor();
            case AND_NOT -> c.loadConstant(-1L).lxor().land();
            case SHL -> c.lshl();
            case SHR -> c.lshr();
            case USHR -> c.lushr();
            case ROTL -> names.call(c, JvmNames.LONG, "rotateLeft", "(JI)J");
            case MUL_HIGH -> names.call(c, JvmNames.MATH, "multiplyHigh", "(JJ)J");
            case UMUL_HIGH -> names.call(c, JvmNames.MATH, "unsignedMultiplyHigh", "(JJ)J");
            case MIN -> names.call(c, JvmNames.MATH, "min", "(JJ)J");
            case MAX -> names.call(c, JvmNames.MATH, "max", "(JJ)J");
            case EQ, NE, LT, LE, GT, GE, ULT, ULE, UGT, UGE -> throw bad(op, Word.J);
        }
    }

    private static void onFloats(CodeBuilder c, JvmNames names, BinaryOp op) {
        switch (op) {
            case ADD -> c.fadd();
            case SUB -> c.fsub();
            case MUL -> c.fmul();
            case DIV -> c.fdiv();
            case MIN -> names.call(c, JvmNames.MATH, "min", "(FF)F");
            case MAX -> names.call(c, JvmNames.MATH, "max", "(FF)F");
            default -> throw bad(op, Word.F);
        }
    }

    private static void onDoubles(CodeBuilder c, JvmNames names, BinaryOp op) {
        switch (op) {
            case ADD -> c.dadd();
            case SUB -> c.dsub();
            case MUL -> c.dmul();
            case DIV -> c.ddiv();
            case MIN -> names.call(c, JvmNames.MATH, "min", "(DD)D");
            case MAX -> names.call(c, JvmNames.MATH, "max", "(DD)D");
            default -> throw bad(op, Word.D);
        }
    }

    /// Jumps if the comparison of two words holds (`sense`) or does not.
    static void jump(
            CodeBuilder c, JvmNames names, BinaryOp op, Word word, Label to, boolean sense) {
        boolean unsigned = op.ordinal() >= BinaryOp.ULT.ordinal();
        switch (word) {
            case I -> {
                if (unsigned) {
                    names.call(c, JvmNames.INTEGER, "compareUnsigned", "(II)I");
                    jumpZero(c, op, to, sense);
                } else {
                    jumpInts(c, op, to, sense);
                }
            }
            case J, P -> {
                if (unsigned) {
                    names.call(c, JvmNames.LONG, "compareUnsigned", "(JJ)I");
                } else {
                    c.lcmp();
                }
                jumpZero(c, op, to, sense);
            }
            case F -> {
                if (nanIsGreater(op)) {
                    c.fcmpg();
                } else {
                    c.fcmpl();
                }
                jumpZero(c, op, to, sense);
            }
            case D -> {
                if (nanIsGreater(op)) {
                    c.dcmpg();
                } else {
                    c.dcmpl();
                }
                jumpZero(c, op, to, sense);
            }
        }
    }

    /// With NaN every comparison but `!=` is false: for < and ≤ it must count as greater.
    private static boolean nanIsGreater(BinaryOp op) {
        return op == BinaryOp.LT || op == BinaryOp.LE;
    }

    /// Jumps on the comparison of an int with 0.
    static void jumpZero(CodeBuilder c, BinaryOp op, Label to, boolean sense) {
        switch (sense ? op : negated(op)) {
            case EQ -> c.ifeq(to);
            case NE -> c.ifne(to);
            case LT, ULT -> c.iflt(to);
            case LE, ULE -> c.ifle(to);
            case GT, UGT -> c.ifgt(to);
            case GE, UGE -> c.ifge(to);
            default -> throw bad(op, Word.I);
        }
    }

    private static void jumpInts(CodeBuilder c, BinaryOp op, Label to, boolean sense) {
        switch (sense ? op : negated(op)) {
            case EQ -> c.if_icmpeq(to);
            case NE -> c.if_icmpne(to);
            case LT -> c.if_icmplt(to);
            case LE -> c.if_icmple(to);
            case GT -> c.if_icmpgt(to);
            case GE -> c.if_icmpge(to);
            default -> throw bad(op, Word.I);
        }
    }

    private static BinaryOp negated(BinaryOp op) {
        return switch (op) {
            case EQ -> BinaryOp.NE;
            case NE -> BinaryOp.EQ;
            case LT -> BinaryOp.GE;
            case LE -> BinaryOp.GT;
            case GT -> BinaryOp.LE;
            case GE -> BinaryOp.LT;
            case ULT -> BinaryOp.UGE;
            case ULE -> BinaryOp.UGT;
            case UGT -> BinaryOp.ULE;
            case UGE -> BinaryOp.ULT;
            default -> throw bad(op, Word.I);
        };
    }
}
