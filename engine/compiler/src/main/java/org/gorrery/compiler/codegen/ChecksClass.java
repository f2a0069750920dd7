package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.Entry;
import org.gorrery.abi.RuntimeNames;

/// The class of checks of a run: tiny static methods with the run's addresses as constants (codegen.md §3–4).
///
/// Each check takes G, sp and the site behind its operands, so that its cold path can call the entry that makes the panic. All stay
/// within 35 bytes of bytecode, which both JIT compilers inline without a profile.
final class ChecksClass {
    /// Descriptor of G, sp, site behind a check's operands.
    static final String SITE = "L" + RuntimeNames.G + ";JI";

    private static final int FLAGS = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    private static final double TWO_63 = 0x1p63;

    private final AddressLayout layout;
    private final long lowBytes;
    private final boolean wide;
    private final JvmNames names;
    private final TreeSet<Integer> headers = new TreeSet<>();

    /// @param lowBytes bytes of huge variables at low addresses
    ChecksClass(AddressLayout layout, long lowBytes, boolean wide, JvmNames names) {
        this.layout = layout;
        this.lowBytes = lowBytes;
        this.wide = wide;
        this.names = names;
    }

    /// Name of the header check for elements of 2^log bytes.
    String header(int log) {
        headers.add(log);
        return "hd" + log;
    }

    /// The class file; call when all code is generated.
    byte[] generate(ClassFile classFile) {
        return classFile.build(
                JvmNames.CHECKS,
                cb -> {
                    cb.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                    pc(cb);
                    low(cb);
                    nilCheck(cb);
                    headers.forEach(log -> headerCheck(cb, log));
                    headerFault(cb);
                    index(cb, "idx", Entry.PANIC_INDEX);
                    index(cb, "idxU", Entry.PANIC_INDEX_U);
                    nonZero(cb);
                    dispatch(cb);
                    pointers(cb);
                    conversions(cb);
                });
    }

    private void method(
            ClassBuilder cb, String name, String descriptor, Consumer<CodeBuilder> code) {
        cb.withMethodBody(name, names.type(descriptor), FLAGS, code);
    }

    /// `pc(sp, site)`: stores the pc of a site in the frame.
    private void pc(ClassBuilder cb) {
        method(
                cb,
                "pc",
                "(JI)V",
                c -> {
                    c.lload(0)
                            .iload(2)
                            .i2l()
                            .loadConstant(1)
                            .lshl()
                            .loadConstant(layout.pcOf(0))
                            .ladd();
                    names.st64(c);
                    c.return_();
                });
    }

    private void nilCheck(ClassBuilder cb) {
        method(
                cb,
                "nn",
                "(J" + SITE + ")J",
                c -> {
                    c.lload(0).loadConstant(AddressLayout.WINDOW_SHIFT).lushr();
                    c.loadConstant((long) layout.window()).lcmp();
                    var fine = c.newLabel();
                    c.ifeq(fine);
                    unlessLow(c, fine);
                    c.aload(2).lload(3).iload(5).lload(0);
                    names.entry(c, Entry.PANIC_NIL);
                    c.athrow().labelBinding(fine).lload(0).lreturn();
                });
    }

    /// Jumps where the address in local 0 is that of a huge variable at low addresses; programs without one do not ask.
    private void unlessLow(CodeBuilder c, Label fine) {
        if (lowBytes != 0) {
            c.lload(0);
            names.call(c, JvmNames.CHECKS, "low", "(J)Z");
            c.ifne(fine);
        }
    }

    private void low(ClassBuilder cb) {
        method(
                cb,
                "low",
                "(J)Z",
                c -> {
                    var no = c.newLabel();
                    c.lload(0).loadConstant(AddressLayout.LOW).lsub();
                    c.loadConstant(lowBytes);
                    names.call(c, JvmNames.LONG, "compareUnsigned", "(JJ)I");
                    c.ifge(no).iconst_1().ireturn();
                    c.labelBinding(no).iconst_0().ireturn();
                });
    }

    /// Base and extent: both must be zero above the bits that fit the window, the length counted in elements.
    private void headerCheck(ClassBuilder cb, int log) {
        method(
                cb,
                "hd" + log,
                "(JJ" + SITE + ")J",
                c -> {
                    c.lload(0).loadConstant(layout.base()).lxor();
                    c.loadConstant(AddressLayout.WINDOW_SHIFT).lushr();
                    c.lload(2).loadConstant(Math.max(0, AddressLayout.WINDOW_SHIFT - log));
                    c.lushr().lor().lconst_0().lcmp();
                    var fine = c.newLabel();
                    c.ifeq(fine);
                    c.lload(0).lload(2).aload(4).lload(5).iload(7);
                    names.call(c, JvmNames.CHECKS, "headerFault", "(JJ" + SITE + ")V");
                    c.labelBinding(fine).lload(0).lreturn();
                });
    }

    private void headerFault(ClassBuilder cb) {
        method(
                cb,
                "headerFault",
                "(JJ" + SITE + ")V",
                c -> {
                    var empty = c.newLabel();
                    c.lload(0).lload(2).lor().loadConstant(0L).lcmp().ifeq(empty);
                    unlessLow(c, empty);
                    c.aload(4).lload(5).iload(7).lload(0).lload(2);
                    names.entry(c, Entry.PANIC_HEADER);
                    c.athrow().labelBinding(empty).return_();
                });
    }

    private void index(ClassBuilder cb, String name, Entry panic) {
        method(
                cb,
                name,
                "(JJ" + SITE + ")J",
                c -> {
                    var fine = c.newLabel();
                    c.lload(0).lload(2);
                    names.call(c, JvmNames.LONG, "compareUnsigned", "(JJ)I");
                    c.iflt(fine);
                    c.aload(4).lload(5).iload(7).lload(0).lload(2);
                    names.entry(c, panic);
                    c.athrow().labelBinding(fine).lload(0).lreturn();
                });
    }

    private void nonZero(ClassBuilder cb) {
        method(
                cb,
                "nzI",
                "(I" + SITE + ")I",
                c -> {
                    var fine = c.newLabel();
                    c.iload(0).ifne(fine).aload(1).lload(2).iload(4);
                    names.entry(c, Entry.PANIC_DIVIDE);
                    c.athrow().labelBinding(fine).iload(0).ireturn();
                });
        method(
                cb,
                "nzJ",
                "(J" + SITE + ")J",
                c -> {
                    var fine = c.newLabel();
                    c.lload(0).loadConstant(0L).lcmp().ifne(fine).aload(2).lload(3).iload(5);
                    names.entry(c, Entry.PANIC_DIVIDE);
                    c.athrow().labelBinding(fine).lload(0).lreturn();
                });
    }

    /// Func values and method tables to the indices that dispatchers switch on.
    private void dispatch(ClassBuilder cb) {
        method(
                cb,
                "code",
                "(J)I",
                c -> {
                    c.lload(0);
                    names.call(c, JvmNames.CHECKS, "ldp", "(J)J");
                    c.loadConstant(layout.text()).lsub();
                    c.loadConstant(log2(AddressLayout.THUNK_BYTES)).lshr().l2i().ireturn();
                });
        method(
                cb,
                "fn",
                "(J" + SITE + ")I",
                c -> {
                    c.lload(0).aload(2).lload(3).iload(5);
                    names.call(c, JvmNames.CHECKS, "nn", "(J" + SITE + ")J");
                    names.call(c, JvmNames.CHECKS, "code", "(J)I");
                    c.ireturn();
                });
        method(
                cb,
                "it",
                "(J" + SITE + ")I",
                c -> {
                    var fine = c.newLabel();
                    c.lload(0).loadConstant(0L).lcmp().ifne(fine).aload(2).lload(3).iload(5);
                    c.lconst_0();
                    names.entry(c, Entry.PANIC_NIL);
                    c.athrow().labelBinding(fine);
                    c.lload(0).loadConstant(layout.itabs()).lsub();
                    c.loadConstant(log2(AddressLayout.ITAB_BYTES)).lshr().l2i().ireturn();
                });
        method(cb, "noTarget", "(I)Ljava/lang/Throwable;", ChecksClass::noTarget);
    }

    private static void noTarget(CodeBuilder c) {
        var type = ClassDesc.of("java.lang.IllegalStateException");
        c.new_(type).dup().loadConstant("no function for dispatch index ").iload(0);
        c.invokestatic(
                ConstantDescs.CD_String,
                "valueOf",
                MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_int));
        c.invokevirtual(
                ConstantDescs.CD_String,
                "concat",
                MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String));
        c.invokespecial(
                type,
                ConstantDescs.INIT_NAME,
                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
        c.areturn();
    }

    private static int log2(int n) {
        return Integer.numberOfTrailingZeros(n);
    }

    /// Pointers of target width: on 32-bit targets the low half, widened to the host address.
    private void pointers(ClassBuilder cb) {
        method(
                cb,
                "w32",
                "(I)J",
                c -> {
                    var some = c.newLabel();
                    c.iload(0).ifne(some).lconst_0().lreturn().labelBinding(some);
                    c.iload(0).i2l().loadConstant(0xffff_ffffL).land();
                    c.loadConstant(layout.base()).lor().lreturn();
                });
        method(
                cb,
                "ldp",
                "(J)J",
                c -> {
                    c.lload(0);
                    if (wide) {
                        names.ld64(c);
                    } else {
                        names.call(c, JvmNames.MEM, "ld32", "(J)I");
                        names.call(c, JvmNames.CHECKS, "w32", "(I)J");
                    }
                    c.lreturn();
                });
    }

    private void conversions(ClassBuilder cb) {
        method(
                cb,
                "d2i",
                "(D)I",
                c -> {
                    var out = c.newLabel();
                    c.dload(0).loadConstant(0x1p31).dcmpg().ifge(out);
                    c.dload(0).d2i().ireturn();
                    c.labelBinding(out).loadConstant(Integer.MIN_VALUE).ireturn();
                });
        method(
                cb,
                "d2j",
                "(D)J",
                c -> {
                    var out = c.newLabel();
                    c.dload(0).loadConstant(TWO_63).dcmpg().ifge(out);
                    c.dload(0).d2l().lreturn();
                    c.labelBinding(out).loadConstant(Long.MIN_VALUE).lreturn();
                });
        method(
                cb,
                "d2u",
                "(D)J",
                c -> {
                    var out = c.newLabel();
                    c.dload(0).loadConstant(TWO_63).dcmpg().ifge(out);
                    c.dload(0).d2l().lreturn();
                    c.labelBinding(out).dload(0).loadConstant(TWO_63).dsub();
                    names.call(c, JvmNames.CHECKS, "d2j", "(D)J");
                    c.loadConstant(Long.MIN_VALUE).lor().lreturn();
                });
        method(
                cb,
                "umh",
                "(II)I",
                c -> {
                    c.iload(0).i2l().loadConstant(0xffff_ffffL).land();
                    c.iload(1).i2l().loadConstant(0xffff_ffffL).land();
                    c.lmul().loadConstant(32).lushr().l2i().ireturn();
                });
        method(cb, "u2d", "(J)D", c -> unsigned(c, CodeBuilder::l2d, CodeBuilder::dadd, false));
        method(cb, "u2f", "(J)F", c -> unsigned(c, CodeBuilder::l2f, CodeBuilder::fadd, true));
    }

    /// Halves what does not fit a signed long, keeping the last bit for the rounding, converts and doubles.
    private static void unsigned(
            CodeBuilder c,
            Consumer<CodeBuilder> convert,
            Consumer<CodeBuilder> add,
            boolean single) {
        var big = c.newLabel();
        c.lload(0).lconst_0().lcmp().iflt(big).lload(0);
        convert.accept(c);
        finish(c, single);
        c.labelBinding(big).lload(0).iconst_1().lushr().lload(0).lconst_1().land().lor();
        convert.accept(c);
        if (single) {
            c.dup();
        } else {
            c.dup2();
        }
        add.accept(c);
        finish(c, single);
    }

    private static void finish(CodeBuilder c, boolean single) {
        if (single) {
            c.freturn();
        } else {
            c.dreturn();
        }
    }
}
