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
        var list = new ArrayList<GoObject>();
        for (int i = 0; i < cycle.size(); i++) {
            list.add(cycle.get((first + i) % cycle.size()));
        }
        reportFrom(list);
    }

    /// Reports a cycle at its first object.
    void reportFrom(List<? extends GoObject> list) {
        var o = list.getFirst();
        boolean type = o instanceof TypeObject;
        var code = type ? DiagnosticCode.INVALID_RECURSIVE_TYPE : DiagnosticCode.INVALID_CYCLE;
        if (list.size() == 1) {
            c.errors.at(
                    o.pos(),
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
                    .append(c.errors.text.name(x))
                    .append(" refers to ")
                    .append(c.errors.text.name(next));
        }
        c.errors.at(o.pos(), code, text.toString());
    }
}
