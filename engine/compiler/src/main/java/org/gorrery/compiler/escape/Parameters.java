package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Word;

/// The verdicts on a function's parameters.
final class Parameters {
    private Parameters() {}

    static void judge(Unit unit, List<Verdict> verdicts) {
        var f = unit.function;
        if (f.wrapper()) {
            return;
        }
        for (var group : f.sourceParams()) {
            verdictOn(unit, group, verdicts);
        }
    }

    private static void verdictOn(
            Unit unit, org.gorrery.compiler.ir.SourceParam group, List<Verdict> verdicts) {
        int heap = Summary.NEVER;
        int[] results = new int[unit.resultCount()];
        java.util.Arrays.fill(results, Summary.NEVER);
        boolean pointers = false;
        for (var word : group.words()) {
            int i = unit.param(word);
            boolean content = unit.function.role(i) == ParamRole.CONTENT;
            pointers |= content ? group.hasPointers() : word.word() == Word.P;
            int less = content ? 1 : 0;
            heap = Math.min(heap, followed(unit.summary.toHeap(i), less));
            for (int k = 0; k < results.length; k++) {
                results[k] = Math.min(results[k], followed(unit.summary.toResult(i, k), less));
            }
        }
        if (!pointers || group.name().isEmpty() || group.name().equals("_")) {
            return;
        }
        String name = group.name();
        var outcome = Verdict.Outcome.STAYS;
        String detail = "";
        if (heap == 0) {
            outcome = Verdict.Outcome.LEAKS;
        } else {
            var parts = new ArrayList<String>();
            for (int k = 0; k < results.length; k++) {
                if (results[k] != Summary.NEVER) {
                    parts.add("to result " + k + " level=" + results[k]);
                }
            }
            if (!parts.isEmpty()) {
                outcome = Verdict.Outcome.LEAKS;
                detail = String.join(", ", parts);
            }
            if (heap != Summary.NEVER) {
                outcome = Verdict.Outcome.CONTENT_LEAKS;
            }
        }
        verdicts.add(new Verdict(group.pos(), unit.function.name(), outcome, () -> name, detail));
    }

    /// Dereferences from the variable on, where the word is its address.
    private static int followed(int derefs, int less) {
        return derefs == Summary.NEVER ? derefs : Math.max(0, derefs - less);
    }
}
