package org.gorrery.compiler.vet;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.MapType;

/// `x = x`.
final class SelfAssignments implements Analysis {
    private final Inspection in;

    SelfAssignments(Inspection in) {
        this.in = in;
    }

    @Override
    public void node(Node node) {
        if (!(node instanceof Stmt.Assign s)
                || s.op() != Token.ASSIGN
                || s.lhs().size() != s.rhs().size()) {
            return;
        }
        var same = new ArrayList<Expr>();
        for (int i = 0; i < s.lhs().size(); i++) {
            var to = s.lhs().get(i);
            var from = s.rhs().get(i);
            if (!Inspection.isBlank(to)
                    && !isMapElement(to)
                    && !hasEffect(to)
                    && Inspection.text(to).equals(Inspection.text(from))) {
                same.add(to);
            }
        }
        if (!same.isEmpty()) {
            in.warn(
                    same.getFirst().pos(),
                    DiagnosticCode.SELF_ASSIGNMENT,
                    "self-assignment of "
                            + same.stream()
                                    .map(Inspection::text)
                                    .collect(Collectors.joining(", ")));
        }
    }

    /// An assignment to a map's element may make one.
    private boolean isMapElement(Expr x) {
        return Inspection.unparen(x) instanceof Expr.Index i
                && in.type(i.x()).underlying() instanceof MapType;
    }

    private static boolean hasEffect(Expr x) {
        return Children.any(
                x,
                n -> n instanceof Expr.Call || n instanceof Expr.Unary u && u.op() == Token.ARROW);
    }
}
