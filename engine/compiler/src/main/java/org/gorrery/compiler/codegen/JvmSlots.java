package org.gorrery.compiler.codegen;

import java.util.Arrays;
import java.util.List;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Word;

/// Where the locals of a function live in one JVM method: given out when first asked for, behind the method's parameters.
final class JvmSlots {
    private final int[] slot;
    private int next;

    private JvmSlots(int locals, int next) {
        this.slot = new int[locals];
        Arrays.fill(slot, -1);
        this.next = next;
    }

    /// For the method of the function itself: closure and words are its parameters.
    static JvmSlots ofFunction(IrFunction f, CallShape shape) {
        var slots = new JvmSlots(f.locals().size(), JvmNames.SLOT_WORDS);
        if (f.closure()) {
            var closure = f.closureParam();
            if (closure != null) {
                slots.slot[closure.index()] = slots.next;
            }
            slots.next += 2;
        }
        for (int i = 0; i < shape.registers(); i++) {
            slots.of(f.params().get(i));
        }
        return slots;
    }

    /// For a method that takes some of the locals as parameters behind G and sp.
    static JvmSlots of(IrFunction f, List<Local> params) {
        var slots = new JvmSlots(f.locals().size(), JvmNames.SLOT_WORDS);
        params.forEach(slots::of);
        return slots;
    }

    /// The JVM slot of a local.
    int of(Local l) {
        if (slot[l.index()] < 0) {
            slot[l.index()] = temp(l.word());
        }
        return slot[l.index()];
    }

    /// A new JVM slot for a temporary.
    int temp(Word w) {
        int s = next;
        next += CallShape.slots(w);
        return s;
    }
}
