package org.gorrery.compiler.codegen;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;
import org.jspecify.annotations.Nullable;

/// Where behind a nil pointer a program touches memory first: the address that the report of the fault names. gc leaves the check to the
/// access itself, which faults at the field's offset; where the pointer is used otherwise first, its check touches the start.
final class FaultOffsets {
    /// gc checks by itself before it accesses what lies further behind a pointer: the first page alone is sure to fault.
    private static final long FIRST_PAGE = 4096;

    private final Map<Value.NilChecked, Integer> offsets = new IdentityHashMap<>();
    private final Map<Local, Waiting> waiting = new HashMap<>();

    /// A checked pointer, or one some bytes behind it, that memory was not touched through yet.
    ///
    /// @param outer the check of the pointer that this one was made from
    private record Waiting(Value.NilChecked check, long behind, @Nullable Waiting outer) {}

    /// Bytes from the pointer to the first access.
    int of(Value.NilChecked check) {
        return offsets.getOrDefault(check, 0);
    }

    /// Goes through a block that is emitted next.
    void read(Block block) {
        waiting.clear();
        for (var s : block.statements()) {
            switch (s) {
                case Statement.Set x -> made(x.value(), x.local());
                case Statement.Eval x -> made(x.value(), null);
                case Statement.Store _, Statement.Copy _, Statement.Clear _, Statement.Call _ ->
                        change(s);
            }
        }
        ValueWalk.roots(block.terminator(), this::visit);
    }

    private void made(Value tree, @Nullable Local local) {
        var pointer = pointer(tree);
        if (pointer == null || !isPlain(tree)) {
            visit(tree);
        }
        if (local != null) {
            waiting.remove(local);
            if (pointer != null) {
                waiting.put(local, pointer);
            }
        }
        if (pointer != null) {
            checked(pointer);
        }
    }

    /// What touches memory; gc moves no check past it.
    private void change(Statement s) {
        switch (s) {
            // A pointer is stored behind a write barrier, after a check of its own.
            case Statement.Store x when x.kind() == MemKind.PTR -> {}
            case Statement.Store x -> access(x.address(), x.offset());
            case Statement.Copy x -> {
                access(x.from(), 0);
                access(x.to(), 0);
            }
            case Statement.Clear x -> access(x.at(), 0);
            case Statement.Set _, Statement.Eval _, Statement.Call _ -> {}
        }
        if (!(s instanceof Statement.Store x
                && x.kind() == MemKind.PTR
                && x.address() instanceof Value.Read)) {
            ValueWalk.roots(s, this::visit);
        }
        waiting.clear();
    }

    /// The pointer that a tree makes of a checked one without touching memory, or null.
    private @Nullable Waiting pointer(Value tree) {
        return switch (tree) {
            case Value.NilChecked n ->
                    new Waiting(
                            n,
                            0,
                            n.pointer() instanceof Value.Read r ? waiting.get(r.local()) : null);
            case Value.Read r -> waiting.get(r.local());
            case Value.Binary b
                    when b.op() == BinaryOp.ADD && b.y() instanceof Value.LongConst c -> {
                var x = pointer(b.x());
                yield x == null ? null : new Waiting(x.check, x.behind + c.value(), x.outer);
            }
            default -> null;
        };
    }

    private static boolean isPlain(Value tree) {
        return switch (tree) {
            case Value.Read _ -> true;
            case Value.NilChecked n -> isPlain(n.pointer());
            case Value.Binary b ->
                    b.op() == BinaryOp.ADD && b.y() instanceof Value.LongConst && isPlain(b.x());
            default -> false;
        };
    }

    /// What reads the pointer afterwards may do so under its own name.
    private void checked(Waiting w) {
        if (w.behind == 0 && w.check.pointer() instanceof Value.Read r) {
            waiting.put(r.local(), w);
        }
    }

    private void visit(Value tree) {
        ValueWalk.all(
                tree,
                v -> {
                    if (v instanceof Value.Load l) {
                        access(l.address(), l.offset());
                    } else if (v instanceof Value.Read r) {
                        waiting.remove(r.local());
                    }
                });
    }

    private void access(Value address, long offset) {
        switch (address) {
            case Value.NilChecked n -> {
                note(n, offset);
                if (isPlain(n.pointer())) {
                    access(n.pointer(), offset);
                }
            }
            case Value.Read r -> {
                long at = offset;
                for (var w = waiting.remove(r.local()); w != null; w = w.outer) {
                    at += w.behind;
                    note(w.check, at);
                }
            }
            case Value.Binary b when b.op() == BinaryOp.ADD && b.y() instanceof Value.LongConst c ->
                    access(b.x(), offset + c.value());
            default -> {}
        }
    }

    private void note(Value.NilChecked check, long offset) {
        if (offset > 0 && offset < FIRST_PAGE) {
            offsets.putIfAbsent(check, (int) offset);
        }
    }
}
