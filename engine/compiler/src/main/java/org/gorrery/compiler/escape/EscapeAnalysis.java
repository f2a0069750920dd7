package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.types.Types;

/// Decides for each object that a program makes whether it lives in a frame or in the heap.
///
/// Works on the lowered form of the whole program, so that instances of generic functions, bodies of range-over-func loops and wrappers
/// are functions like others. Functions are analysed bottom-up; a call of one analysed before uses its [Summary]. See decision 0006.
public final class EscapeAnalysis {
    private final Sizes sizes;
    private final Map<IrFunction, Summary> summaries = new IdentityHashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final DynamicTargets methods;
    private final boolean place;

    private EscapeAnalysis(Sizes sizes, DynamicTargets methods, boolean place) {
        this.sizes = sizes;
        this.methods = methods;
        this.place = place;
    }

    /// Analyses a program and puts what does not escape into frames.
    ///
    /// @param place whether objects are placed, or only judged
    @SuppressWarnings("exports") // for the compiler's own use
    public static EscapeReport run(IrProgram program, Types types, boolean place) {
        var methods = new DynamicTargets(program, types);
        var analysis = new EscapeAnalysis(new Sizes(program.target()), methods, place);
        Batches.of(program.functions(), methods).forEach(analysis::solve);
        return new EscapeReport(analysis.verdicts);
    }

    private void solve(List<IrFunction> functions) {
        var graph = new FlowGraph();
        Map<IrFunction, Unit> batch = new LinkedHashMap<>();
        functions.forEach(f -> batch.put(f, new Unit(f, graph)));
        var builder = new FlowBuilder(graph, batch, summaries, methods, sizes);
        builder.build();
        var solver = new Solver(graph, batch.values());
        solver.solve();
        for (var unit : batch.values()) {
            summaries.put(unit.function, unit.summary);
            for (var site : unit.sites) {
                verdicts.add(Verdict.of(site, solver.escapes(site)));
            }
            Parameters.judge(unit, verdicts);
        }
        if (place) {
            batch.values().forEach(u -> new Placement(u, solver, builder.pointees(), sizes).run());
        }
    }
}
