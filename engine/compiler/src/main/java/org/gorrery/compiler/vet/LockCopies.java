package org.gorrery.compiler.vet;

import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.FieldList;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeParameter;
import org.gorrery.compiler.types.Types;

/// Values with a lock in them that are copied: the copy guards nothing.
///
/// A lock is a type whose pointers have methods Lock and Unlock, and whose values have not.
final class LockCopies implements Analysis {
    private final Inspection in;

    LockCopies(Inspection in) {
        this.in = in;
    }

    @Override
    public void node(Node node) {
        switch (node) {
            case Decl.FuncDecl d -> function(d);
            case Expr.FuncLit f -> parameters("func", f.type().params());
            case Stmt.Assign s -> assignment(s);
            case Decl.VarDecl d -> {
                for (int i = 0;
                        i < d.values().size() && d.values().size() == d.names().size();
                        i++) {
                    copy(
                            d.values().get(i),
                            "variable declaration copies lock value to " + d.names().get(i).text());
                }
            }
            case Expr.CompositeLit lit -> {
                for (var e : lit.elems()) {
                    var x = e instanceof Expr.KeyValue kv ? kv.value() : e;
                    copy(x, "literal copies lock value from " + Inspection.text(x));
                }
            }
            case Stmt.Return r -> r.results().forEach(x -> copy(x, "return copies lock value"));
            case Expr.Call c -> call(c);
            case Stmt.Range r -> {
                range(r.key());
                range(r.value());
            }
            default -> {}
        }
    }

    private void function(Decl.FuncDecl d) {
        var recv = d.recv();
        if (recv != null) {
            passed(d.name().text(), recv.type());
        }
        parameters(d.name().text(), d.type().params());
    }

    private void parameters(String function, FieldList list) {
        list.fields().forEach(f -> passed(function, f.type()));
    }

    private void passed(String function, Expr type) {
        String path = lockIn(in.type(type));
        if (!path.isEmpty()) {
            warn(type, function + " passes lock by value: " + path);
        }
    }

    private void assignment(Stmt.Assign s) {
        for (int i = 0; i < s.rhs().size() && s.lhs().size() == s.rhs().size(); i++) {
            copy(
                    s.rhs().get(i),
                    "assignment copies lock value to " + Inspection.text(s.lhs().get(i)));
        }
    }

    private void call(Expr.Call c) {
        if (in.operand(c.fun()).mode() == Mode.TYPE
                || in.object(c.fun()) instanceof BuiltinObject b && !copies(b.which())) {
            return;
        }
        for (var arg : c.args()) {
            copy(arg, "call of " + Inspection.text(c.fun()) + " copies lock value");
        }
    }

    private static boolean copies(BuiltinObject.Builtin which) {
        return switch (which) {
            case LEN, CAP, NEW, UNSAFE_SIZEOF, UNSAFE_OFFSETOF, UNSAFE_ALIGNOF -> false;
            default -> true;
        };
    }

    private void range(@org.jspecify.annotations.Nullable Expr x) {
        if (x == null || Inspection.isBlank(x)) {
            return;
        }
        var variable = in.variable(x);
        String path = lockIn(variable != null ? variable.type() : in.type(x));
        if (!path.isEmpty()) {
            warn(x, "range var " + Inspection.text(x) + " copies lock: " + path);
        }
    }

    /// Reports an operand that is copied, unless its value is new.
    private void copy(Expr operand, String what) {
        var x = Inspection.unparen(operand);
        boolean isNew =
                x instanceof Expr.CompositeLit
                        || x instanceof Expr.Call
                        || x instanceof Expr.Star s
                                && Inspection.unparen(s.x()) instanceof Expr.Call;
        if (isNew || in.operand(x).mode() == Mode.TYPE) {
            return;
        }
        String path = lockIn(in.type(x));
        if (!path.isEmpty()) {
            warn(operand, what + ": " + path);
        }
    }

    private void warn(Expr at, String message) {
        in.warn(at.pos(), DiagnosticCode.LOCK_COPY, message);
    }

    /// The way to a lock inside a type, `T contains sync.Mutex`; empty where there is none.
    private String lockIn(Type type) {
        if (type instanceof TypeParameter || type instanceof TupleType) {
            return "";
        }
        if (isLock(type)) {
            return Types.typeString(type);
        }
        return switch (type.underlying()) {
            case ArrayType a -> lockIn(a.elem());
            case StructType s -> {
                for (var f : s.fields()) {
                    String inside = lockIn(f.type());
                    if (!inside.isEmpty()) {
                        yield Types.typeString(type) + " contains " + inside;
                    }
                }
                yield "";
            }
            default -> "";
        };
    }

    private boolean isLock(Type type) {
        return type instanceof NamedType
                && List.of("Lock", "Unlock").stream()
                        .allMatch(m -> isMethod(new PointerType(type), m) && !isMethod(type, m));
    }

    private boolean isMethod(Type type, String name) {
        var found = in.types.lookupFieldOrMethod(type, false, in.checked.pkg(), name);
        return found != null
                && found.object() instanceof FuncObject f
                && f.isTyped()
                && f.signature().params().vars().isEmpty()
                && f.signature().results().vars().isEmpty();
    }
}
