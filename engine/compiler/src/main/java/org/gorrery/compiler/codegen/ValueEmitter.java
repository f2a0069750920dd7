package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.EnumMap;
import java.util.Map;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;

/// Emits expression trees: each leaves its word on the JVM's operand stack.
final class ValueEmitter {
    private final CodeBuilder c;
    private final ProgramPlan program;
    private final FunctionPlan plan;
    private final JvmSlots slots;
    private final JvmNames names;
    private final FaultSites sites;
    private final Map<Word, Integer> scratch = new EnumMap<>(Word.class);

    /// Gives the site of a check.
    interface FaultSites {
        /// The site number for a fault at `pos`.
        int at(int pos);

        /// The site number of a check for nil.
        int of(Value.NilChecked check);
    }

    ValueEmitter(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            JvmSlots slots,
            FaultSites sites) {
        this.c = c;
        this.program = program;
        this.plan = plan;
        this.slots = slots;
        this.names = program.names();
        this.sites = sites;
    }

    /// The JVM's kind of a word.
    static TypeKind kind(Word w) {
        return switch (w) {
            case I -> TypeKind.INT;
            case J, P -> TypeKind.LONG;
            case F -> TypeKind.FLOAT;
            case D -> TypeKind.DOUBLE;
        };
    }

    /// Pushes the value of a tree.
    void push(Value value) {
        switch (value) {
            case Value.IntConst v -> Numbers.push(c, v.value(), plan.inMemory());
            case Value.LongConst v -> Numbers.push(c, v.value(), plan.inMemory());
            case Value.FloatConst v -> c.loadConstant(v.value());
            case Value.DoubleConst v -> c.loadConstant(v.value());
            case Value.Address a -> c.loadConstant(program.address(a.symbol()) + a.offset());
            case Value.FrameAddress a -> frameAddress(plan.offset(a.object()) + a.offset());
            case Value.Read r -> read(r.local());
            case Value.Load l -> {
                address(l.address(), l.offset());
                names.load(c, l.kind(), program.wide());
            }
            case Value.Unary u -> {
                push(u.x());
                UnaryEmitter.emit(c, names, u.op(), u.x().word());
            }
            case Value.Binary b -> binary(b);
            case Value.Choose x -> choose(x);
            case Value.NilChecked n -> nilChecked(n);
            case Value.HeaderChecked h -> {
                push(h.pointer());
                push(h.length());
                check(
                        program.checks().header(h.log2Bytes()),
                        "(JJ" + ChecksClass.SITE + ")J",
                        h.pos());
            }
            case Value.IndexChecked i -> {
                push(i.index());
                push(i.length());
                var name = i.unsigned() ? "idxU" : "idx";
                check(name, "(JJ" + ChecksClass.SITE + ")J", i.pos());
            }
            case Value.NonZero n -> nonZero(n);
        }
    }

    /// Pushes `base + offset`.
    void address(Value base, long offset) {
        switch (base) {
            case Value.Address a ->
                    c.loadConstant(program.address(a.symbol()) + a.offset() + offset);
            case Value.FrameAddress a ->
                    frameAddress(plan.offset(a.object()) + a.offset() + offset);
            default -> {
                push(base);
                if (offset != 0) {
                    Numbers.push(c, offset, plan.inMemory());
                    c.ladd();
                }
            }
        }
    }

    /// Pushes `sp + offset`.
    void frameAddress(long offset) {
        c.lload(JvmNames.SLOT_SP);
        if (offset != 0) {
            Numbers.push(c, offset, plan.inMemory());
            c.ladd();
        }
    }

    /// Pushes a local.
    void read(Local local) {
        int home = plan.memoryHome(local);
        if (home < 0) {
            c.loadLocal(kind(local.word()), slots.of(local));
            return;
        }
        frameAddress(home);
        switch (local.word()) {
            case I -> names.call(c, JvmNames.MEM, "ld32", "(J)I");
            case J, P -> names.ld64(c);
            case F -> names.call(c, JvmNames.MEM, "ldF32", "(J)F");
            case D -> names.call(c, JvmNames.MEM, "ldF64", "(J)D");
        }
    }

    /// Pops a word into a local; where the handler needs it, into its frame slot too.
    void write(Local local) {
        int home = plan.memoryHome(local);
        if (home >= 0) {
            storeToFrame(local.word(), home);
            return;
        }
        c.storeLocal(kind(local.word()), slots.of(local));
        if (plan.writeThrough(local)) {
            frameAddress(plan.slotOffset(local));
            read(local);
            names.st64(c);
        }
    }

    private void storeToFrame(Word word, int home) {
        // the value is on the stack already: keep it in a JVM local while the address is pushed
        int temp = scratch.computeIfAbsent(word, slots::temp);
        c.storeLocal(kind(word), temp);
        frameAddress(home);
        c.loadLocal(kind(word), temp);
        switch (word) {
            case I -> names.call(c, JvmNames.MEM, "st32", "(JI)V");
            case J, P -> names.st64(c);
            case F -> names.call(c, JvmNames.MEM, "stF32", "(JF)V");
            case D -> names.call(c, JvmNames.MEM, "stF64", "(JD)V");
        }
    }

    private void check(String name, String descriptor, int pos) {
        checkAt(name, descriptor, sites.at(pos));
    }

    private void checkAt(String name, String descriptor, int site) {
        JvmNames.frame(c);
        c.loadConstant(site);
        names.call(c, JvmNames.CHECKS, name, descriptor);
    }

    private void nilChecked(Value.NilChecked n) {
        push(n.pointer());
        if (!(n.pointer() instanceof Value.Address || n.pointer() instanceof Value.FrameAddress)) {
            checkAt("nn", "(J" + ChecksClass.SITE + ")J", sites.of(n));
        }
    }

    private void nonZero(Value.NonZero n) {
        push(n.divisor());
        switch (n.divisor()) {
            case Value.IntConst v when v.value() != 0 -> {}
            case Value.LongConst v when v.value() != 0 -> {}
            case Value v when v.word() == Word.I ->
                    check("nzI", "(I" + ChecksClass.SITE + ")I", n.pos());
            default -> check("nzJ", "(J" + ChecksClass.SITE + ")J", n.pos());
        }
    }

    private void binary(Value.Binary b) {
        if (b.op().isComparison()) {
            bool(b);
            return;
        }
        push(b.x());
        push(b.y());
        BinaryEmitter.emit(c, names, b.op(), b.x().word());
    }

    private void bool(Value condition) {
        var yes = c.newLabel();
        var end = c.newLabel();
        jump(condition, yes, true);
        c.iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
    }

    private void choose(Value.Choose x) {
        var no = c.newLabel();
        var end = c.newLabel();
        jump(x.condition(), no, false);
        push(x.x());
        c.goto_(end).labelBinding(no);
        push(x.y());
        c.labelBinding(end);
    }

    /// Jumps if the condition is (`sense`) or is not 0, else falls through.
    void jump(Value condition, Label to, boolean sense) {
        switch (condition) {
            case Value.IntConst k -> {
                if (k.value() != 0 == sense) {
                    c.goto_(to);
                }
            }
            case Value.Unary u when u.op() == org.gorrery.compiler.ir.UnaryOp.NOT ->
                    jump(u.x(), to, !sense);
            case Value.Binary b when b.op().isComparison() -> {
                push(b.x());
                if (isIntZero(b.y()) && signedOrEqual(b.op())) {
                    BinaryEmitter.jumpZero(c, b.op(), to, sense);
                } else {
                    push(b.y());
                    BinaryEmitter.jump(c, names, b.op(), b.x().word(), to, sense);
                }
            }
            default -> {
                push(condition);
                if (sense) {
                    c.ifne(to);
                } else {
                    c.ifeq(to);
                }
            }
        }
    }

    private static boolean isIntZero(Value v) {
        return v instanceof Value.IntConst k && k.value() == 0;
    }

    private static boolean signedOrEqual(BinaryOp op) {
        return op.ordinal() <= BinaryOp.GE.ordinal();
    }
}
