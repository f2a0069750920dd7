package org.gorrery.compiler.syntax;

import java.util.HashMap;
import java.util.Map;

/// What gofmt takes although no compiler does, and what the tree has no place for: methods with no receiver or several, and guards of type
/// switches that declare something other than a name. A declaration in a loop's post statement is one more, for which the tree has a place.
///
/// Guard: one formatting.
final class Liberties {
    private final Map<Integer, FieldList> receivers = new HashMap<>();
    private final Map<Integer, Stmt> guards = new HashMap<>();

    /// Notes the receivers of the method whose word `func` stands at `pos`.
    void receivers(int pos, FieldList list) {
        receivers.put(pos, list);
    }

    /// Notes what stands in the place of an expression.
    void guard(Expr.BadExpr place, Stmt stmt) {
        guards.put(place.id(), stmt);
    }

    /// The receivers noted; those of one receiver are not.
    Map<Integer, FieldList> receivers() {
        return receivers;
    }

    /// The statements noted, by the number of the expression in their place.
    Map<Integer, Stmt> guards() {
        return guards;
    }
}
