package org.gorrery.compiler.codegen;

import java.util.BitSet;
import org.gorrery.compiler.ir.Statement;

/// Which live pointers are not in their slots when control comes to a safepoint, and so must be stored there.
final class SlotState {
    private final FunctionPlan plan;

    SlotState(FunctionPlan plan) {
        this.plan = plan;
    }

    /// The locals to store before a call.
    BitSet stale(Statement.Call call) {
        var stale = (BitSet) plan.liveAt(call).clone();
        stale.andNot(plan.always());
        return stale;
    }
}
