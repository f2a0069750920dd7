package org.gorrery.compiler.escape;

import java.util.List;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Loops;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// A call that makes an object.
final class Site {
    final Unit unit;
    final Statement.Call call;
    final Allocation what;

    /// Type and bytes of the object; a null type where the size is not known, or too large for a frame.
    final @Nullable Type type;

    final long bytes;

    /// The loops it stands in, inner first; for a variable of a `for` clause also those in which it is renewed.
    List<Loops.Loop> loops;

    int node;

    /// For a closure object the function that it runs.
    @Nullable IrFunction code;

    /// For the renewal of a loop's variable: where the variable was made first.
    @Nullable Site renews;

    /// Why it must be in the heap whatever flows where; null where it need not.
    final @Nullable String forced;

    Site(
            Unit unit,
            Statement.Call call,
            Allocation what,
            @Nullable Type type,
            long bytes,
            @Nullable String forced,
            List<Loops.Loop> loops) {
        this.unit = unit;
        this.call = call;
        this.what = what;
        this.type = type;
        this.bytes = bytes;
        this.forced = forced;
        this.loops = loops;
    }
}
