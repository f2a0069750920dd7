package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.LargeBlocks;
import org.gorrery.compiler.ir.Word;

/// A function whose code does not fit one JVM method: its locals live in the frame, its blocks in several methods.
///
/// A piece takes G, sp and the number of a block of its own, and returns the number of the block to go on at. The function's own method
/// has the entry, a loop that calls the pieces, the handler, and the block that returns. Slow, but right for any size: pieces beyond the
/// first few go to classes of their own, since the constants of all may be more than one class can have.
final class SplitFunction {
    /// Weight of code in one piece; access to locals in memory makes it a few times as large.
    private static final int PIECE = 9_000;

    /// Pieces in one class.
    private static final int PIECES_PER_CLASS = 6;

    private static final String PIECE_TYPE = "(L" + RuntimeNames.G + ";JI)I";

    private final ProgramPlan program;
    private final FunctionPlan plan;
    private final FrameEntry entry;
    private final Block exit;
    private final List<List<Block>> pieces = new ArrayList<>();

    SplitFunction(ProgramPlan program, FunctionPlan plan, FrameEntry entry, Block exit) {
        this.program = program;
        this.plan = plan;
        this.entry = entry;
        this.exit = exit;
        int weight = 0;
        List<Block> piece = new ArrayList<>();
        for (var block : plan.cfg().order()) {
            if (block == exit || block == plan.function().recovered()) {
                continue;
            }
            int w = weight(block);
            if (!piece.isEmpty() && weight + w > PIECE) {
                pieces.add(piece);
                piece = new ArrayList<>();
                weight = 0;
            }
            weight += w;
            piece.add(block);
        }
        pieces.add(piece);
    }

    /// Whether a function may be too large for one method.
    static boolean isNeeded(IrFunction f) {
        return CodeWeight.bytes(f) > 60_000;
    }

    /// Brings the IR into the form that can be split.
    ///
    /// @return the block that returns
    static Block prepare(IrFunction f) {
        return LargeBlocks.cut(f, CodeWeight::bytes, CodeWeight::node, PIECE / 2);
    }

    private static int weight(Block block) {
        return block.statements().stream().mapToInt(CodeWeight::bytes).sum()
                + CodeWeight.bytes(block.terminator());
    }

    private int number(Block block) {
        return plan.cfg().number(block);
    }

    /// Emits the methods of the pieces and of the function.
    void emit(ClassBuilder cb, ClassSink more) {
        var target = program.target(plan.function());
        cb.withMethodBody(
                target.name(),
                program.names().type(target.descriptor()),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                this::driver);
        for (int i = 0; i < pieces.size(); i += PIECES_PER_CLASS) {
            int first = i;
            if (i == 0) {
                pieces(cb, first);
            } else {
                more.add(ownerOf(i), other -> pieces(other, first));
            }
        }
    }

    private void pieces(ClassBuilder cb, int first) {
        for (int i = first; i < Math.min(first + PIECES_PER_CLASS, pieces.size()); i++) {
            var piece = pieces.get(i);
            cb.withMethodBody(
                    pieceName(i),
                    program.names().type(PIECE_TYPE),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    c -> piece(c, piece));
        }
    }

    private ClassDesc ownerOf(int piece) {
        var target = program.target(plan.function());
        int other = piece / PIECES_PER_CLASS;
        if (other == 0) {
            return target.owner();
        }
        String owner = target.owner().descriptorString();
        return ClassDesc.ofDescriptor(
                owner.substring(0, owner.length() - 1) + "$" + target.name() + "$" + other + ";");
    }

    private String pieceName(int i) {
        return program.target(plan.function()).name() + "$part" + i;
    }

    /// G 0, sp 1, number of the block 3.
    private void piece(CodeBuilder c, List<Block> piece) {
        var slots = JvmSlots.of(plan.function(), List.of());
        int next = slots.temp(Word.I);
        var blocks =
                new BlockEmitter(
                        c,
                        program,
                        plan,
                        slots,
                        piece::contains,
                        to -> c.loadConstant(number(to)).ireturn());
        var cases = new ArrayList<SwitchCase>();
        piece.forEach(b -> cases.add(SwitchCase.of(number(b), blocks.label(b))));
        cases.sort((a, b) -> Integer.compare(a.caseValue(), b.caseValue()));
        var none = c.newLabel();
        c.iload(next);
        c.tableswitch(cases.getFirst().caseValue(), cases.getLast().caseValue(), none, cases);
        blocks.blocks(piece);
        blocks.drain();
        c.labelBinding(none).iload(next);
        program.names().call(c, JvmNames.CHECKS, "noTarget", "(I)Ljava/lang/Throwable;");
        c.athrow();
    }

    private void driver(CodeBuilder c) {
        var function = plan.function();
        var slots = JvmSlots.ofFunction(function, plan.shape());
        int next = slots.temp(Word.I);
        var loop = c.newLabel();
        var blocks =
                new BlockEmitter(
                        c,
                        program,
                        plan,
                        slots,
                        b -> b == exit || b == function.recovered(),
                        to -> c.loadConstant(number(to)).istore(next).goto_(loop));
        Deque<Runnable> grow = new ArrayDeque<>();
        entry.emit(c, program, plan, blocks.values(), slots, grow);
        FunctionEmitter.zeroLocals(c, plan, blocks.values());
        c.loadConstant(number(function.blocks().getFirst())).istore(next);
        var start = c.newBoundLabel();
        c.labelBinding(loop);
        calls(c, next, loop, blocks);
        if (plan.cfg().isReachable(exit)) {
            blocks.blocks(List.of(exit));
        }
        var recovered = function.recovered();
        if (recovered != null) {
            var end = c.newBoundLabel();
            var handler = c.newBoundLabel();
            c.exceptionCatchAll(start, end, handler);
            int thrown = slots.temp(Word.I);
            c.astore(thrown);
            // what the loop expects to be there on every way into it
            c.iconst_0().istore(next);
            JvmNames.frame(c);
            c.aload(thrown);
            program.names().entry(c, Entry.HANDLE_PANIC);
            blocks.blocks(List.of(recovered));
        }
        blocks.drain();
        while (!grow.isEmpty()) {
            grow.poll().run();
        }
    }

    /// Numbers are places in one order, pieces are runs of it.
    private void calls(CodeBuilder c, int next, Label loop, BlockEmitter blocks) {
        if (plan.cfg().isReachable(exit)) {
            c.iload(next).loadConstant(number(exit)).if_icmpeq(blocks.label(exit));
        }
        for (int i = 0; i < pieces.size(); i++) {
            var other = c.newLabel();
            int last = pieces.get(i).stream().mapToInt(this::number).max().orElseThrow();
            if (i < pieces.size() - 1) {
                c.iload(next).loadConstant(last).if_icmpgt(other);
            }
            JvmNames.frame(c);
            c.iload(next);
            program.names().call(c, ownerOf(i), pieceName(i), PIECE_TYPE);
            c.istore(next).goto_(loop);
            c.labelBinding(other);
        }
        c.iload(next);
        program.names().call(c, JvmNames.CHECKS, "noTarget", "(I)Ljava/lang/Throwable;");
        c.athrow();
    }
}
