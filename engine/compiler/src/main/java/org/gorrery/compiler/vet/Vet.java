package org.gorrery.compiler.vet;

import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.Types;

/// Looks through a package without errors for what is likely wrong. Each analysis is a class of its own that is shown every node once, in
/// source order, parents first ([Analysis#node]); what needs the flow of a whole function takes it at its body.
///
/// Source of what is found and of the words: `go doc cmd/vet`; what it says about our own corpus.
public final class Vet {
    private final Inspection inspection;
    private final List<Analysis> analyses;

    private Vet(Inspection inspection, boolean shadow) {
        this.inspection = inspection;
        var list =
                new java.util.ArrayList<Analysis>(
                        List.of(
                                new PrintfCalls(inspection),
                                new LockCopies(inspection),
                                new LostCancel(inspection),
                                new UnreachableCode(inspection),
                                new SelfAssignments(inspection),
                                new UnkeyedFields(inspection)));
        if (shadow) {
            list.add(new ShadowedErrors(inspection));
        }
        this.analyses = List.copyOf(list);
    }

    /// Adds the warnings for a package.
    ///
    /// @param checked without errors
    /// @param shadow whether a variable `err` that hides another is told as well
    public static void check(
            CheckedPackage checked,
            Types types,
            SourceSet sources,
            boolean shadow,
            Diagnostics out) {
        var vet = new Vet(new Inspection(checked, types, sources, out), shadow);
        for (var file : checked.files()) {
            vet.inspection.enter(file);
            for (var d : file.decls()) {
                vet.declaration(d);
            }
        }
    }

    private void declaration(Decl d) {
        visit(d);
    }

    private void visit(Node node) {
        for (var a : analyses) {
            a.node(node);
        }
        Children.of(node, this::visit);
    }
}
