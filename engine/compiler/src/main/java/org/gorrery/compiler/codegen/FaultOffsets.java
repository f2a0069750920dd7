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

/// Where behind a nil pointer a program touches memory first: the address that the report of the fault names. gc leaves the check to the
/// access itself, which faults at the field's offset; where the pointer is used otherwise first, its check touches the start.
final class FaultOffsets {
    /// gc checks by itself before it accesses what lies further behind a pointer: the first page alone is sure to fault.
    private static final long FIRST_PAGE = 4096;

    private final Map<Value.NilChecked, Integer> offsets = new IdentityHashMap<>();
    private final Map<Local, Value.NilChecked> waiting = new HashMap<>();

    /// Bytes from the pointer to the first access.
    int of(Value.NilChecked check) {
        return offsets.getOrDefault(check, 0);
    }

    /// Goes through a block that is emitted next.
    void read(Block block) {
        waiting.clear();
        for (var s : block.statements()) {
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
            if (s instanceof Statement.Set set) {
                waiting.remove(set.local());
                if (set.value() instanceof Value.NilChecked n) {
                    waiting.put(set.local(), n);
                    checked(n);
                }
            } else if (s instanceof Statement.Eval e && e.value() instanceof Value.NilChecked n) {
                checked(n);
            }
        }
        ValueWalk.roots(block.terminator(), this::visit);
    }

    /// What reads the pointer afterwards may do so under its own name.
    private void checked(Value.NilChecked n) {
        if (n.pointer() instanceof Value.Read r) {
            waiting.put(r.local(), n);
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
            case Value.NilChecked n -> note(n, offset);
            case Value.Read r -> {
                var check = waiting.remove(r.local());
                if (check != null) {
                    note(check, offset);
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
