package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.escape.Verdict.Outcome;
import org.gorrery.compiler.source.SourceSet;

/// The verdicts of a program: where each object lives, and what each function does with its parameters.
///
/// @param verdicts all of them, in no order; an instance of a generic function has its own
public record EscapeReport(List<Verdict> verdicts) {
    /// Copies the list.
    public EscapeReport {
        verdicts = List.copyOf(verdicts);
    }

    /// One line of the report.
    ///
    /// @param pos position in the source
    public record Line(int pos, String message) {}

    /// What Go's compiler says with `-m`, by position. Of several instances of a generic function the worst counts.
    ///
    /// @param within the positions that are asked for
    public List<Line> lines(java.util.function.IntPredicate within) {
        Map<String, Verdict> worst = new LinkedHashMap<>();
        for (var v : verdicts) {
            if (v.pos() > 0 && within.test(v.pos()) && v.outcome() != Outcome.VARIABLE_STAYS) {
                String text = v.text().get();
                if (!text.isEmpty()) {
                    boolean content = v.outcome() == Outcome.CONTENT_LEAKS;
                    worst.merge(
                            v.pos() + (content ? " content " : " ") + text, v, EscapeReport::worse);
                }
            }
        }
        var lines = new ArrayList<Line>();
        worst.values().forEach(v -> lines.add(new Line(v.pos(), v.message())));
        lines.sort(Comparator.comparingInt(Line::pos).thenComparing(Line::message));
        return lines;
    }

    private static Verdict worse(Verdict a, Verdict b) {
        return badness(b) > badness(a) ? b : a;
    }

    private static int badness(Verdict v) {
        return switch (v.outcome()) {
            case STAYS, VARIABLE_STAYS -> 0;
            case CONTENT_LEAKS -> 1;
            case LEAKS -> v.detail().isEmpty() ? 3 : 2;
            case ESCAPES, MOVED_TO_HEAP -> 4;
        };
    }

    /// The report as text, `file:line:col: message`, for files that `wanted` accepts.
    public String text(SourceSet sources, java.util.function.Predicate<String> wanted) {
        var out = new StringBuilder();
        for (var line : lines(p -> wanted.test(sources.position(p).file()))) {
            var at = sources.position(line.pos());
            out.append(at.file()).append(':').append(at.line()).append(':').append(at.column());
            out.append(": ").append(line.message()).append('\n');
        }
        return out.toString();
    }
}
