package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;

/// Words declarations that refer to themselves.
final class CycleReport {
    private final CheckContext c;

    CycleReport(CheckContext c) {
        this.c = c;
    }

    /// One that refers to the next.
    ///
    /// @param pos where it is declared or, for an instance, mentioned first
    private record Step(GoObject object, int pos) {
        static Step of(NamedType type) {
            boolean mentioned = !type.typeArgs().isEmpty() && type.mentioned() != 0;
            return new Step(type.object(), mentioned ? type.mentioned() : type.object().pos());
        }
    }

    /// Reports a cycle at the object that stands first in the source.
    void report(List<? extends GoObject> cycle) {
        int first = 0;
        for (int i = 1; i < cycle.size(); i++) {
            boolean own = cycle.get(i).pkg() == c.pkg;
            boolean better =
                    cycle.get(i).pos() < cycle.get(first).pos() || cycle.get(first).pkg() != c.pkg;
            if (own && better) {
                first = i;
            }
        }
        var list = new ArrayList<Step>();
        for (int i = 0; i < cycle.size(); i++) {
            var o = cycle.get((first + i) % cycle.size());
            list.add(new Step(o, o.pos()));
        }
        reportFrom(list);
    }

    /// Reports a cycle of types that contain each other at the first of them.
    void reportTypes(List<NamedType> cycle) {
        reportFrom(cycle.stream().map(Step::of).toList());
    }

    private void reportFrom(List<Step> list) {
        var start = list.getFirst();
        var o = start.object();
        boolean type = o instanceof TypeObject;
        var code = type ? DiagnosticCode.INVALID_RECURSIVE_TYPE : DiagnosticCode.INVALID_CYCLE;
        if (list.size() == 1) {
            c.errors.at(
                    start.pos(),
                    code,
                    (type ? "invalid recursive type: " : "invalid cycle in declaration: ")
                            + o.name()
                            + " refers to itself");
            return;
        }
        var text =
                new StringBuilder(
                                type
                                        ? "invalid recursive type "
                                        : "invalid cycle in declaration of ")
                        .append(o.name());
        for (int i = 0; i < list.size(); i++) {
            var x = list.get(i);
            var next = list.get((i + 1) % list.size());
            text.append("\n\t")
                    .append(c.errors.place(x.pos()))
                    .append(": ")
                    .append(c.errors.text.name(x.object()))
                    .append(" refers to ")
                    .append(c.errors.text.name(next.object()));
        }
        c.errors.at(start.pos(), code, text.toString());
    }
}
