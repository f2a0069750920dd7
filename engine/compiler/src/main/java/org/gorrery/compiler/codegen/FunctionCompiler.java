package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.DebugFrame;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Sizes;
import org.jspecify.annotations.Nullable;

/// Compiles functions one after another: plan, entry in the pc table, code.
final class FunctionCompiler {
    /// Bytes of the frame of a native: its pc, stored by its caller, and no slots.
    private static final int NATIVE_FRAME = 16;

    private final ProgramPlan program;
    private final Map<IrFunction, Integer> index = new IdentityHashMap<>();

    FunctionCompiler(ProgramPlan program) {
        this.program = program;
    }

    /// Enters a native into the pc table.
    void addNative(IrFunction f) {
        index.put(
                f,
                program.sites()
                        .begin(info(f, NATIVE_FRAME, nativeArgs(f), List.of(), DebugFrame.NONE)));
        program.setNativeSite(f, program.sites().site(program.position(f.pos()), new BitSet()));
    }

    /// A function about to be emitted.
    ///
    /// @param exit of a function that is split over several methods, what all of them leave by
    record Planned(FunctionPlan plan, List<LoopMethod> loops, @Nullable Block exit) {}

    /// Plans a function: looks at it alone, and changes nothing else.
    Planned plan(IrFunction f) {
        if (SplitFunction.isNeeded(f)) {
            var exit = SplitFunction.prepare(f);
            return new Planned(new FunctionPlan(f, program, false, true), List.of(), exit);
        }
        var plan = new FunctionPlan(f, program, program.isQuiet(f), false);
        List<LoopMethod> loops =
                program.options().optimise()
                        ? new OutlinedLoops(program, plan).choose()
                        : List.of();
        return new Planned(plan, loops, null);
    }

    /// Adds the method of a function to its class.
    ///
    /// @param more takes classes for what one does not hold
    void emit(Planned planned, ClassBuilder cb, ClassSink more) {
        var plan = planned.plan();
        var entry = begin(plan);
        var exit = planned.exit();
        if (exit != null) {
            new SplitFunction(program, plan, entry, exit).emit(cb, more);
            return;
        }
        var target = program.target(plan.function());
        var loops = planned.loops();
        cb.withMethodBody(
                target.name(),
                program.names().type(target.descriptor()),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                c -> new FunctionEmitter(c, program, plan, entry, loops).emit());
        loops.forEach(l -> l.emit(cb));
    }

    /// While a function asks for more stack its frame objects are not there yet: then its frame counts as that of another function of
    /// the same name, without any.
    private FrameEntry begin(FunctionPlan plan) {
        var f = plan.function();
        int line = program.line(f.pos());
        var slots = FrameEntry.paramSlots(plan);
        boolean apart = plan.checksStack() && !plan.scanned().isEmpty();
        int site = 0;
        if (apart) {
            long bytes = Sizes.alignUp(FrameLayout.SLOTS + 8L * slots.length(), FrameLayout.ALIGN);
            program.sites()
                    .begin(
                            new FuncInfo(
                                    f.shownName(),
                                    program.file(f.pos()),
                                    line,
                                    (int) bytes,
                                    -1,
                                    f.wrapper(),
                                    plan.args(),
                                    List.of()));
            site = program.sites().site(program.position(f.pos()), slots);
        }
        int frame = Math.toIntExact(plan.frameBytes());
        index.put(
                f, program.sites().begin(info(f, frame, plan.args(), objects(plan), debug(plan))));
        if (!apart && plan.checksStack()) {
            site = program.sites().site(program.position(f.pos()), slots);
        }
        return new FrameEntry(site);
    }

    private static String nativeArgs(IrFunction f) {
        return f.shape().params().isEmpty() ? "" : String.valueOf(FuncInfo.ARGS_MORE);
    }

    private FuncInfo info(
            IrFunction f,
            int frameBytes,
            String args,
            List<FuncInfo.FrameObject> objects,
            DebugFrame debug) {
        return new FuncInfo(
                f.shownName(),
                program.file(f.pos()),
                program.line(f.pos()),
                frameBytes,
                program.thunks().indexOf(f),
                f.wrapper(),
                args,
                objects,
                debug);
    }

    private DebugFrame debug(FunctionPlan plan) {
        var statement = plan.function().statementObject();
        if (statement == null) {
            return DebugFrame.NONE;
        }
        var variables = new ArrayList<DebugFrame.Variable>();
        for (var v : plan.function().debugVariables()) {
            variables.add(
                    new DebugFrame.Variable(
                            v.name(),
                            Math.toIntExact(plan.offset(v.object())),
                            program.image().typeOffset(v.type()),
                            v.indirect(),
                            v.from(),
                            v.to()));
        }
        return new DebugFrame(Math.toIntExact(plan.offset(statement)), variables);
    }

    private List<FuncInfo.FrameObject> objects(FunctionPlan plan) {
        var list = new ArrayList<FuncInfo.FrameObject>();
        for (var o : plan.function().frameObjects()) {
            list.add(
                    new FuncInfo.FrameObject(
                            Math.toIntExact(plan.offset(o)),
                            Math.toIntExact(o.bytes()),
                            typeOffset(plan, o),
                            plan.trackedPointers(o),
                            o.name()));
        }
        return list;
    }

    private int typeOffset(FunctionPlan plan, FrameObject o) {
        var type = o.type();
        if (type == null) {
            return -1;
        }
        return plan.scanned().contains(o) ? program.image().typeOffset(type) : 0;
    }

    /// Index in the pc table of each thunk's function.
    int[] thunkFunctions() {
        return program.thunks().functions().stream().mapToInt(index::get).toArray();
    }
}
