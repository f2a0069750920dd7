package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.Entry;

/// Has each access to memory ask first whether the page is closed to it, in programs that can close pages: the host's own faults would
/// end the process, and would be found late in compiled code. Frames and package variables are never closed.
///
/// What is read on one of two ways only is not asked for: its address may be none on the other way.
public final class GuardedAccesses {
    private final List<Statement> out = new ArrayList<>();

    private GuardedAccesses() {}

    /// Runs the pass; before all others.
    public static void run(IrFunction f) {
        var pass = new GuardedAccesses();
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                pass.statement(s);
                pass.out.add(s);
            }
            int pos = block.terminator().pos();
            ValueWalk.roots(block.terminator(), v -> pass.loads(v, pos));
            block.statements().clear();
            block.statements().addAll(pass.out);
            pass.out.clear();
        }
    }

    private void statement(Statement statement) {
        ValueWalk.roots(statement, v -> loads(v, statement.pos()));
        switch (statement) {
            case Statement.Store s ->
                    ask(s.address(), s.offset(), size(bytesOf(s.kind())), true, s.pos());
            case Statement.Copy c -> {
                ask(c.from(), 0, c.bytes(), false, c.pos());
                ask(c.to(), 0, c.bytes(), true, c.pos());
            }
            case Statement.Clear c -> ask(c.at(), 0, c.bytes(), true, c.pos());
            case Statement.Set _, Statement.Eval _, Statement.Call _ -> {}
        }
    }

    /// The loads of a tree, in the order of evaluation.
    private void loads(Value tree, int pos) {
        if (tree instanceof Value.Choose c) {
            loads(c.condition(), pos);
            return;
        }
        ValueWalk.operands(tree, v -> loads(v, pos));
        if (tree instanceof Value.Load l) {
            ask(l.address(), l.offset(), size(bytesOf(l.kind())), false, pos);
        }
    }

    private void ask(Value address, long offset, Value bytes, boolean write, int pos) {
        if (address instanceof Value.Address || address instanceof Value.FrameAddress) {
            return;
        }
        var at = offset == 0 ? address : new Value.Binary(BinaryOp.ADD, address, size(offset));
        int closed = write ? AddressLayout.CLOSED_TO_WRITES : AddressLayout.CLOSED_TO_READS;
        out.add(
                new Statement.Call(
                        new Callee.Runtime(Entry.CHECK_ACCESS),
                        List.of(at, bytes, new Value.IntConst(closed)),
                        List.of(),
                        pos));
    }

    private static Value size(long bytes) {
        return new Value.LongConst(bytes, Word.J);
    }

    /// Pointers count as one byte: they lie aligned, so all their bytes are in one page.
    private static int bytesOf(MemKind kind) {
        return switch (kind) {
            case I8, U8, PTR, ADDR -> 1;
            case I16, U16 -> 2;
            case I32, F32 -> 4;
            case I64, F64 -> 8;
        };
    }
}
