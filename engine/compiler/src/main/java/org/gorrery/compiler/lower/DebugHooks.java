package org.gorrery.compiler.lower;

import java.util.IdentityHashMap;
import java.util.Map;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.DebugVariable;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;

/// What a function built for a debugger does more: it keeps the number of the statement at hand in its frame, tells the runtime
/// of each, and keeps all its variables in the frame, where they are found by name.
final class DebugHooks {
    private final Fn fn;
    private final Map<VarObject, FrameObject> addresses = new IdentityHashMap<>();
    private int scopeEnd = Integer.MAX_VALUE;

    DebugHooks(Fn fn) {
        this.fn = fn;
    }

    /// Lowers a part whose variables can be seen up to `end`.
    void scope(int end, Runnable part) {
        int before = scopeEnd;
        scopeEnd = end;
        part.run();
        scopeEnd = before;
    }

    /// A statement begins at `pos`.
    void statement(int pos) {
        var e = fn.e;
        if (!e.isOpen()) {
            return;
        }
        int number = fn.program.debugStatement(pos);
        var object = fn.ir().statementObject();
        if (object == null) {
            object = fn.ir().newFrameObject("", null, 8);
            fn.ir().setStatementObject(object);
        }
        // Zero is what a fresh frame holds: no statement yet
        e.store(MemKind.I64, new Value.FrameAddress(object, 0), 0, Emitter.longConst(number + 1L));
        e.runtime(Entry.DEBUG_STATEMENT, Emitter.intConst(number));
    }

    /// A variable that lies in the frame.
    FrameObject inFrame(VarObject v, Type type) {
        var object = fn.ir().newFrameObject(v.name(), type, fn.types.sizeof(type));
        note(v, object, false, type);
        return object;
    }

    /// A variable lies elsewhere, at `address`, from here on: that is kept in the frame.
    void elsewhere(VarObject v, Type type, Value address) {
        var object =
                addresses.computeIfAbsent(
                        v,
                        x -> {
                            var made = fn.ir().newFrameObject("&" + x.name(), null, 8);
                            note(x, made, true, type);
                            return made;
                        });
        fn.e.store(MemKind.I64, new Value.FrameAddress(object, 0), 0, address);
    }

    private void note(VarObject v, FrameObject object, boolean indirect, Type type) {
        if (!v.name().equals("_") && !v.name().isEmpty()) {
            fn.ir()
                    .debugVariables()
                    .add(new DebugVariable(v.name(), object, indirect, type, v.pos(), scopeEnd));
        }
    }
}
