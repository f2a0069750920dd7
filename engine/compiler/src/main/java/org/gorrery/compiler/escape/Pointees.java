package org.gorrery.compiler.escape;

import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.jspecify.annotations.Nullable;

/// What an address always points to, where that is one known object: stores through it then go to that object and not to anywhere.
final class Pointees {
    private static final int DEPTH = 12;

    /// The node of the object that `address` points into, or −1.
    int of(Unit unit, Value address) {
        return of(unit, address, 0);
    }

    private int of(Unit unit, Value address, int depth) {
        if (depth > DEPTH) {
            return -1;
        }
        return switch (address) {
            case Value.FrameAddress a -> unit.objects + a.object().index();
            case Value.NilChecked n -> of(unit, n.pointer(), depth + 1);
            case Value.Binary b when b.op() == BinaryOp.ADD -> of(unit, b.x(), depth + 1);
            case Value.Read r -> ofLocal(unit, r.local(), depth);
            case Value.Load l -> {
                var captured = captured(unit, l);
                yield captured == null ? -1 : of(captured.unit(), captured.value(), depth + 1);
            }
            default -> -1;
        };
    }

    private int ofLocal(Unit unit, Local l, int depth) {
        int param = unit.param(l);
        if (param >= 0) {
            return unit.function.role(param) == ParamRole.RESULT
                    ? unit.results + resultOf(unit.function, param)
                    : -1;
        }
        var site = unit.siteOf(l);
        if (site != null) {
            return site.node;
        }
        var value = unit.onlyValue(l);
        return value == null ? -1 : of(unit, value, depth + 1);
    }

    /// Index among the results of the one whose address that parameter is.
    static int resultOf(IrFunction f, int param) {
        int index = f.shape().results().size();
        for (int i = 0; i < param; i++) {
            index += f.role(i) == ParamRole.RESULT ? 1 : 0;
        }
        return index;
    }

    /// The frame object that an address points into, or null.
    static @Nullable FrameObject frameObject(Value address) {
        return address instanceof Value.FrameAddress a ? a.object() : null;
    }

    /// A value of the function that made a closure.
    record Captured(Unit unit, Value value) {}

    /// What a closure's function reads from its closure object, as its maker has it; null where that is not known.
    @Nullable Captured captured(Unit unit, Value.Load load) {
        if (load.kind() != MemKind.PTR
                || unit.creations.size() != 1
                || !(load.address() instanceof Value.Read r)
                || !r.local().equals(unit.function.closureParam())) {
            return null;
        }
        var creation = unit.creations.getFirst();
        var value = creation.captured().get(load.offset());
        return value == null ? null : new Captured(creation.maker(), value);
    }

    /// The function that a func value always is, or null.
    @Nullable IrFunction function(Unit unit, Value closure) {
        return function(unit, closure, 0);
    }

    private @Nullable IrFunction function(Unit unit, Value closure, int depth) {
        if (depth > DEPTH) {
            return null;
        }
        return switch (closure) {
            case Value.Address a when a.symbol() instanceof Symbol.FuncValue f -> f.function();
            case Value.NilChecked n -> function(unit, n.pointer(), depth + 1);
            case Value.Read r -> {
                var site = unit.siteOf(r.local());
                var value = unit.onlyValue(r.local());
                yield site != null
                        ? site.code
                        : value == null ? null : function(unit, value, depth + 1);
            }
            case Value.Load l -> {
                var captured = captured(unit, l);
                yield captured == null
                        ? null
                        : function(captured.unit(), captured.value(), depth + 1);
            }
            default -> null;
        };
    }
}
