package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.SourceParam;
import org.gorrery.compiler.ir.Word;

/// The verdicts on a function's parameters.
final class Parameters {
    private Parameters() {}

    static void judge(Unit unit, List<Verdict> verdicts) {
        if (!unit.function.wrapper()) {
            unit.function.sourceParams().forEach(p -> judge(unit, p, verdicts));
        }
    }

    private static void judge(Unit unit, SourceParam param, List<Verdict> verdicts) {
        int heap = Summary.NEVER;
        Map<String, Integer> results = new LinkedHashMap<>();
        boolean pointers = false;
        for (var word : param.words()) {
            int i = unit.param(word);
            boolean content = unit.function.role(i) == ParamRole.CONTENT;
            pointers |= content ? param.hasPointers() : word.word() == Word.P;
            int less = content ? 1 : 0;
            heap = Math.min(heap, followed(unit.summary.toHeap(i), less));
            for (int k = 0; k < unit.summary.results(); k++) {
                int level = followed(unit.summary.toResult(i, k), less);
                if (level != Summary.NEVER) {
                    results.merge(name(unit, k), level, Math::min);
                }
            }
        }
        if (pointers && !param.name().isEmpty() && !param.name().equals("_")) {
            add(unit, param, heap, results, verdicts);
        }
    }

    private static void add(
            Unit unit,
            SourceParam param,
            int heap,
            Map<String, Integer> results,
            List<Verdict> verdicts) {
        if (heap == 0) {
            verdicts.add(verdict(unit, param, Verdict.Outcome.LEAKS, ""));
            return;
        }
        if (heap == Summary.NEVER && results.isEmpty()) {
            verdicts.add(verdict(unit, param, Verdict.Outcome.STAYS, ""));
            return;
        }
        if (heap != Summary.NEVER) {
            verdicts.add(verdict(unit, param, Verdict.Outcome.CONTENT_LEAKS, ""));
        }
        if (!results.isEmpty()) {
            var parts = new ArrayList<String>();
            results.forEach((name, level) -> parts.add(name + " level=" + level));
            String detail = "to result " + String.join(", to result ", parts);
            verdicts.add(verdict(unit, param, Verdict.Outcome.LEAKS, detail));
        }
    }

    private static Verdict verdict(
            Unit unit, SourceParam param, Verdict.Outcome outcome, String detail) {
        return new Verdict(param.pos(), unit.function.name(), outcome, param::name, detail);
    }

    private static String name(Unit unit, int result) {
        var names = unit.function.resultNames();
        return result < names.size() ? names.get(result) : "~r" + result;
    }

    /// Dereferences from the variable on, where the word is its address.
    private static int followed(int derefs, int less) {
        return derefs == Summary.NEVER ? derefs : Math.max(0, derefs - less);
    }
}
