package org.gorrery.compiler.escape;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Loops;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// The type and size of the object that a call makes.
///
/// Source of the limits: gc puts variables over 128 KiB and other objects over 64 KiB into the heap.
final class Objects {
    private static final long LARGEST_VARIABLE = 128 << 10;
    private static final long LARGEST_OTHER = 64 << 10;

    private Objects() {}

    static Site site(
            Unit unit, Statement.Call call, Allocation what, Sizes sizes, List<Loops.Loop> loops) {
        var type = typeOf(call);
        if (type == null) {
            return new Site(unit, call, what, null, 0, "non-constant size", loops);
        }
        long bytes = sizes.size(type);
        long limit = what.kind() == Allocation.Kind.VARIABLE ? LARGEST_VARIABLE : LARGEST_OTHER;
        String forced = bytes > limit ? "too large for stack" : null;
        return new Site(unit, call, what, type, bytes, forced, loops);
    }

    private static @Nullable Type typeOf(Statement.Call call) {
        return switch (((Callee.Runtime) call.callee()).entry()) {
            case NEWOBJECT, CONV_T, CONV_T_WORD -> described(call.args().getFirst());
            case NEWARRAY -> array(call, call.args().get(1), call.args().get(1));
            case MAKESLICE -> array(call, call.args().get(1), call.args().get(2));
            case CONV_T_STRING -> BasicType.STRING;
            case CONCAT2, CONCAT3, CONCAT_N, BYTES_TO_STRING, STRING_TO_BYTES, INT_TO_STRING ->
                    new ArrayType(BasicType.UINT8, FrameLayout.TEXT_BYTES);
            case CONV_T_SLICE -> new SliceType(BasicType.UINT8);
            default -> throw new IllegalStateException("no object of " + call);
        };
    }

    private static @Nullable Type array(Statement.Call call, Value length, Value capacity) {
        var elem = described(call.args().getFirst());
        if (elem == null
                || !(length instanceof Value.LongConst n)
                || !(capacity instanceof Value.LongConst c)
                || n.value() < 0
                || n.value() > c.value()
                || c.value() > LARGEST_OTHER) {
            return null;
        }
        return new ArrayType(elem, c.value());
    }

    /// The type whose descriptor a value is the address of.
    static @Nullable Type described(Value v) {
        return v instanceof Value.Address a && a.symbol() instanceof Symbol.TypeDescriptor t
                ? t.type()
                : null;
    }

    /// The entry that a site calls.
    static Entry entry(Site site) {
        return ((Callee.Runtime) site.call.callee()).entry();
    }
}
