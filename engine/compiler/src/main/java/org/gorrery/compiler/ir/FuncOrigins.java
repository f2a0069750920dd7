package org.gorrery.compiler.ir;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the func values of one function come from: a parameter that is never assigned, or a function that was made into a value here.
///
/// A local counts where it is assigned once. The code word of a closure object is written when the object is made; an object that is
/// made in two places is not known.
final class FuncOrigins {
    /// What a func value is.
    sealed interface Origin {}

    /// The value of a parameter, by its index.
    record Parameter(int index) implements Origin {}

    /// A value of a known function.
    record Known(IrFunction function) implements Origin {}

    private static final class Code {
        private final IrFunction function;
        private boolean sole = true;

        Code(IrFunction function) {
            this.function = function;
        }
    }

    private final IrFunction function;
    private final int[] assignments;
    private final @Nullable Value[] values;
    private final Map<Value, Code> codes = new HashMap<>();

    FuncOrigins(IrFunction function) {
        this.function = function;
        this.assignments = new int[function.locals().size()];
        this.values = new Value[assignments.length];
        for (var block : function.blocks()) {
            block.statements().forEach(this::note);
        }
    }

    private void note(Statement statement) {
        switch (statement) {
            case Statement.Set s -> {
                assignments[s.local().index()]++;
                values[s.local().index()] = s.value();
            }
            case Statement.Call c -> c.results().forEach(r -> assignments[r.index()]++);
            case Statement.Store s -> {
                if (s.offset() == 0
                        && s.value() instanceof Value.Address(Symbol.Thunk(var code), _)) {
                    var known = codes.putIfAbsent(s.address(), new Code(code));
                    if (known != null) {
                        known.sole = false;
                    }
                }
            }
            case Statement.Eval _, Statement.Copy _, Statement.Clear _ -> {}
        }
    }

    /// What `value` is, null where that is not known.
    @Nullable Origin of(Value value) {
        return switch (value) {
            case Value.Address(Symbol.FuncValue(var f), long offset) when offset == 0 ->
                    new Known(f);
            case Value.FrameAddress a -> made(a);
            case Value.Read r -> read(r);
            default -> null;
        };
    }

    private @Nullable Origin read(Value.Read r) {
        int parameter = function.params().indexOf(r.local());
        int assigned = assignments[r.local().index()];
        if (parameter >= 0) {
            return assigned == 0 ? new Parameter(parameter) : null;
        }
        if (assigned != 1) {
            return null;
        }
        var value = values[r.local().index()];
        return value == null ? made(r) : of(value);
    }

    private @Nullable Origin made(Value object) {
        var code = codes.get(object);
        return code != null && code.sole ? new Known(code.function) : null;
    }
}
