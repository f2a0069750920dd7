package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.util.BitSet;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;

/// Emits calls: pc and live pointers to the frame, arguments, dispatch, results.
final class CallEmitter {
    private final CodeBuilder c;
    private final ProgramPlan program;
    private final FunctionPlan plan;
    private final JvmNames names;
    private final ValueEmitter values;
    private final SlotState state;
    private final JvmSlots slots;

    CallEmitter(
            CodeBuilder c,
            ProgramPlan program,
            FunctionPlan plan,
            ValueEmitter values,
            SlotState state,
            JvmSlots slots) {
        this.c = c;
        this.program = program;
        this.plan = plan;
        this.names = program.names();
        this.values = values;
        this.state = state;
        this.slots = slots;
    }

    /// Emits a call statement.
    ///
    /// @param live locals live after it: results nobody reads are dropped
    void emit(Statement.Call call, BitSet live) {
        int site = 0;
        if (program.isSafepoint(call.callee())) {
            site =
                    safepoint(
                            plan.liveAt(call),
                            plan.objectSlots(call),
                            call.pos(),
                            state.stale(call));
        }
        switch (call.callee()) {
            case Callee.Direct d -> direct(call, d.function(), live);
            case Callee.Closure f -> closure(call, f, site, live);
            case Callee.Interface f -> iface(call, f, site, live);
            case Callee.Runtime r -> runtime(call, r.entry(), live);
        }
    }

    /// Stores live pointers that are not in their slots yet and the pc.
    ///
    /// @param objects the slots of pointers in live frame objects
    /// @return the site
    int safepoint(BitSet live, BitSet objects, int pos, BitSet stale) {
        if (!plan.inMemory()) {
            stale.stream().forEach(i -> spill(plan.function().locals().get(i)));
        }
        var at = (BitSet) live.clone();
        at.or(plan.always());
        var slots_ = plan.slotsOf(at);
        slots_.or(objects);
        int site = program.sites().site(program.position(pos), slots_);
        c.lload(JvmNames.SLOT_SP);
        Numbers.push(c, site, plan.inMemory());
        names.call(c, JvmNames.CHECKS, "pc", "(JI)V");
        return site;
    }

    /// Stores a pointer in its slot.
    void spill(Local local) {
        values.frameAddress(plan.slotOffset(local));
        values.read(local);
        names.st64(c);
    }

    private void direct(Statement.Call call, IrFunction f, BitSet live) {
        var shape = CallShape.of(f.shape());
        var to = program.target(f);
        var args = f.closure() ? call.args().subList(1, call.args().size()) : call.args();
        if (f.nativeOwner() != null) {
            values.frameAddress(plan.frameBytes());
            c.loadConstant(program.nativeSite(f));
            names.call(c, JvmNames.CHECKS, "pc", "(JI)V");
        }
        calleeFrame();
        if (f.closure()) {
            values.push(call.args().getFirst());
        }
        args(shape, args);
        names.call(c, to.owner(), to.name(), to.descriptor());
        results(call.results(), shape.results(), live);
    }

    private void closure(Statement.Call call, Callee.Closure f, int site, BitSet live) {
        var shape = CallShape.of(f.shape());
        int temp = slots.temp(Word.J);
        values.push(f.closure());
        c.dup2().lstore(temp);
        JvmNames.frame(c);
        c.loadConstant(site);
        names.call(c, JvmNames.CHECKS, "fn", "(J" + ChecksClass.SITE + ")I");
        calleeFrame();
        c.lload(temp);
        args(shape, call.args());
        var to = program.dispatch().closure(f.shape());
        names.call(c, to.owner(), to.name(), to.descriptor());
        results(call.results(), shape.results(), live);
    }

    private void iface(Statement.Call call, Callee.Interface f, int site, BitSet live) {
        var words = call.args().stream().map(Value::word).toList();
        var to = program.dispatch().method(f, words);
        var shape = to.shape();
        var args = new java.util.ArrayList<Value>();
        args.add(f.data());
        args.addAll(call.args());
        values.push(f.itab());
        JvmNames.frame(c);
        c.loadConstant(site);
        names.call(c, JvmNames.CHECKS, "it", "(J" + ChecksClass.SITE + ")I");
        calleeFrame();
        args(shape, args);
        names.call(c, to.target().owner(), to.target().name(), to.target().descriptor());
        results(call.results(), shape.results(), live);
    }

    private void runtime(Statement.Call call, Entry entry, BitSet live) {
        if (entry.isSafepoint()) {
            JvmNames.frame(c);
        }
        call.args().forEach(values::push);
        names.entry(c, entry);
        var returned = names.type(entry.descriptor()).returnType();
        if (call.results().isEmpty()) {
            drop(returned);
            return;
        }
        var words = call.results().stream().map(Local::word).toList();
        results(call.results(), words, live);
    }

    private void drop(ClassDesc type) {
        switch (type.descriptorString()) {
            case "V" -> {}
            case "J", "D" -> c.pop2();
            default -> c.pop();
        }
    }

    private void calleeFrame() {
        c.aload(JvmNames.SLOT_G);
        values.frameAddress(plan.frameBytes());
    }

    /// Evaluates all in order, as passes over the IR suppose; what does not fit goes to the callee's frame.
    private void args(CallShape shape, List<Value> args) {
        for (int i = 0; i < args.size(); i++) {
            if (i < shape.registers()) {
                values.push(args.get(i));
            } else {
                values.frameAddress(plan.frameBytes() + 8L * (i - shape.registers()));
                values.push(args.get(i));
                storeWord(c, names, args.get(i).word());
            }
        }
    }

    /// Stores a word of a call in memory: address and word are on the stack.
    static void storeWord(CodeBuilder c, JvmNames names, Word w) {
        switch (w) {
            case I -> names.call(c, JvmNames.MEM, "st32", "(JI)V");
            case J, P -> names.st64(c);
            case F -> names.call(c, JvmNames.MEM, "stF32", "(JF)V");
            case D -> names.call(c, JvmNames.MEM, "stF64", "(JD)V");
        }
    }

    /// Loads a word of a call from memory: the address is on the stack.
    static void loadWord(CodeBuilder c, JvmNames names, Word w) {
        switch (w) {
            case I -> names.call(c, JvmNames.MEM, "ld32", "(J)I");
            case J, P -> names.ld64(c);
            case F -> names.call(c, JvmNames.MEM, "ldF32", "(J)F");
            case D -> names.call(c, JvmNames.MEM, "ldF64", "(J)D");
        }
    }

    /// Turns a word on the stack into the raw long that fields of G hold.
    static void toRaw(CodeBuilder c, JvmNames names, Word w) {
        switch (w) {
            case I -> c.i2l();
            case J, P -> {}
            case F -> {
                names.call(c, JvmNames.FLOAT, "floatToRawIntBits", "(F)I");
                c.i2l();
            }
            case D -> names.call(c, JvmNames.DOUBLE, "doubleToRawLongBits", "(D)J");
        }
    }

    /// Turns a raw long on the stack into a word.
    static void fromRaw(CodeBuilder c, JvmNames names, Word w) {
        switch (w) {
            case I -> c.l2i();
            case J, P -> {}
            case F -> {
                c.l2i();
                names.call(c, JvmNames.FLOAT, "intBitsToFloat", "(I)F");
            }
            case D -> names.call(c, JvmNames.DOUBLE, "longBitsToDouble", "(J)D");
        }
    }

    /// The field of G that holds result word `i`, from 1.
    static String resultField(int i) {
        return "r" + i;
    }

    private void results(List<Local> locals, List<Word> words, BitSet live) {
        for (int i = 0; i < words.size(); i++) {
            boolean wanted = i < locals.size() && live.get(locals.get(i).index());
            var w = words.get(i);
            if (!wanted) {
                if (i == 0 && CallShape.slots(w) == 2) {
                    c.pop2();
                } else if (i == 0) {
                    c.pop();
                }
                continue;
            }
            if (i > FrameLayout.RESULT_WORDS) {
                values.frameAddress(plan.frameBytes() + 8L * (i - 1 - FrameLayout.RESULT_WORDS));
                loadWord(c, names, w);
            } else if (i > 0) {
                c.aload(JvmNames.SLOT_G)
                        .getfield(JvmNames.G, resultField(i), names.type("()J").returnType());
                fromRaw(c, names, w);
            }
            values.write(locals.get(i));
        }
    }
}
