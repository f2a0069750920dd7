package org.gorrery.compiler.lower;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// What a function's body does with its variables: which are shared with inner functions, whose address is taken, which are assigned
/// after their declaration. Decides where each lives.
///
/// The body of a range over a function counts as an inner function, since it becomes one.
final class VariableUse {
    private final CheckedPackage pkg;
    private final Map<VarObject, Node> owner = new IdentityHashMap<>();
    private final Set<VarObject> captured = new HashSet<>();
    private final Set<VarObject> addressTaken = new HashSet<>();
    private final Set<VarObject> reassigned = new HashSet<>();
    private final Map<Node, LinkedHashSet<VarObject>> free = new IdentityHashMap<>();
    private final Map<Node, Node> parent = new IdentityHashMap<>();

    private VariableUse(CheckedPackage pkg) {
        this.pkg = pkg;
    }

    /// Analyses one declared function, or the initialiser of a package variable.
    static VariableUse of(CheckedPackage pkg, Node root) {
        var use = new VariableUse(pkg);
        use.free.put(root, new LinkedHashSet<>());
        switch (root) {
            case Decl.FuncDecl f -> {
                use.declareSignature(f.type(), f.recv() == null ? null : f.recv().names(), root);
                if (f.body() != null) {
                    use.walk(f.body(), root);
                }
            }
            default -> use.walk(root, root);
        }
        return use;
    }

    /// For functions made by the compiler: no variables.
    static VariableUse none(CheckedPackage pkg) {
        return new VariableUse(pkg);
    }

    /// Whether an inner function mentions it.
    boolean isCaptured(VarObject v) {
        return captured.contains(v);
    }

    /// Whether its address is taken, explicitly or by a method call or slicing.
    boolean isAddressTaken(VarObject v) {
        return addressTaken.contains(v);
    }

    /// Whether it is assigned after its declaration.
    boolean isReassigned(VarObject v) {
        return reassigned.contains(v);
    }

    /// Whether it must live in a box of its own: shared by reference, or with an address.
    boolean needsBox(VarObject v) {
        return addressTaken.contains(v) || captured.contains(v) && reassigned.contains(v);
    }

    /// Variables of enclosing functions that an inner function (a [Expr.FuncLit] or [Stmt.Range]) mentions, its own inner ones included.
    Set<VarObject> freeVariables(Node inner) {
        return free.getOrDefault(inner, new LinkedHashSet<>());
    }

    private void declare(Expr.@Nullable Name name, Node function) {
        if (name != null
                && pkg.objects()[name.id()] instanceof VarObject v
                && !owner.containsKey(v)) {
            owner.put(v, function);
        }
    }

    private void declareSignature(
            Expr.FuncTypeExpr type, java.util.@Nullable List<Expr.Name> recv, Node function) {
        if (recv != null) {
            recv.forEach(n -> declare(n, function));
        }
        type.params().fields().forEach(f -> f.names().forEach(n -> declare(n, function)));
        type.results()
                .fields()
                .forEach(f ->
                        f.names()
                                .forEach(n -> {
                                    declare(n, function);
                                    if (pkg.objects()[n.id()] instanceof VarObject v) {
                                        reassigned.add(v);
                                    }
                                }));
    }

    private void inner(Node node, Node function) {
        free.put(node, new LinkedHashSet<>());
        parent.put(node, function);
    }

    private void walk(Node node, Node function) {
        switch (node) {
            case Expr.FuncLit f -> {
                inner(f, function);
                declareSignature(f.type(), null, f);
                walk(f.body(), f);
            }
            case Expr.Name n -> mention(n, function);
            case Expr.Unary u when u.op() == Token.AND -> {
                takeAddress(u.x());
                walk(u.x(), function);
            }
            case Expr.SliceExpr s -> {
                if (pkg.operand(s.x()).type().underlying() instanceof ArrayType
                        || isTypeParam(s.x())) {
                    takeAddress(s.x());
                }
                Children.of(s, c -> walk(c, function));
            }
            case Expr.Selector s -> {
                if (needsAddress(s)) {
                    takeAddress(s.x());
                }
                walk(s.x(), function);
            }
            case Expr.CompositeLit c -> c.elems().forEach(e -> walkElement(e, function));
            case Stmt.Assign a -> {
                if (a.op() == Token.DEFINE) {
                    a.lhs().forEach(l -> define(l, function));
                } else {
                    a.lhs().forEach(this::assigned);
                }
                Children.of(a, c -> walk(c, function));
            }
            case Stmt.IncDec i -> {
                assigned(i.x());
                walk(i.x(), function);
            }
            case Stmt.Range r -> walkRange(r, function);
            case Stmt.For f -> walkFor(f, function);
            case Decl.VarDecl d -> {
                d.names().forEach(n -> declare(n, function));
                d.values().forEach(v -> walk(v, function));
            }
            case CaseClause c -> {
                var bound = pkg.clauseVars().get(c);
                if (bound != null) {
                    owner.put(bound, function);
                }
                Children.of(c, x -> walk(x, function));
            }
            default -> Children.of(node, c -> walk(c, function));
        }
    }

    private void walkElement(Expr e, Node function) {
        if (e instanceof Expr.KeyValue kv) {
            // A field name of a struct literal resolves to a field; only variables count in
            // mention.
            walk(kv.key(), function);
            walk(kv.value(), function);
        } else {
            walk(e, function);
        }
    }

    /// Where each turn has its own copy of the loop's variables, the post statement assigns the next turn's: what the turn's closures see
    /// stays the same, unless the body assigns too.
    private void walkFor(Stmt.For f, Node function) {
        var own = turnVariables(f);
        for (Node part : new @Nullable Node[] {f.init(), f.cond(), f.body()}) {
            if (part != null) {
                walk(part, function);
            }
        }
        if (f.post() == null) {
            return;
        }
        own.removeIf(reassigned::contains);
        own.removeIf(addressTaken::contains);
        var before = new HashSet<>(captured);
        captured.removeAll(own);
        walk(f.post(), function);
        own.removeIf(captured::contains);
        captured.addAll(before);
        reassigned.removeAll(own);
    }

    private Set<VarObject> turnVariables(Stmt.For f) {
        var own = new HashSet<VarObject>();
        if (f.init() instanceof Stmt.Assign a
                && a.op() == Token.DEFINE
                && LoopVariables.perIteration(pkg, f.pos())) {
            for (var l : a.lhs()) {
                if (unparen(l) instanceof Expr.Name n
                        && pkg.objects()[n.id()] instanceof VarObject v
                        && v.pos() == n.pos()) {
                    own.add(v);
                }
            }
        }
        return own;
    }

    private void walkRange(Stmt.Range r, Node function) {
        walk(r.x(), function);
        Node body = function;
        if (pkg.operand(r.x()).type().underlying() instanceof Signature || isTypeParam(r.x())) {
            inner(r, function);
            body = r;
        }
        for (Expr target : new @Nullable Expr[] {r.key(), r.value()}) {
            if (target != null) {
                if (r.define()) {
                    define(target, body);
                    if (!LoopVariables.perIteration(pkg, r.pos())) {
                        assigned(target); // one variable for all turns
                    }
                } else {
                    assigned(target);
                }
                walk(target, body);
            }
        }
        walk(r.body(), body);
    }

    private boolean isTypeParam(Expr x) {
        return pkg.operand(x).type() instanceof org.gorrery.compiler.types.TypeParameter;
    }

    private void define(Expr target, Node function) {
        if (unparen(target) instanceof Expr.Name n
                && pkg.objects()[n.id()] instanceof VarObject v) {
            if (owner.containsKey(v)) {
                reassigned.add(v);
            } else if (v.pos() == n.pos()) {
                owner.put(v, function);
            } else {
                reassigned.add(v);
            }
        }
    }

    private void assigned(Expr target) {
        var v = root(target);
        if (v != null) {
            reassigned.add(v);
        }
    }

    private void takeAddress(Expr x) {
        var v = root(x);
        if (v != null) {
            addressTaken.add(v);
        }
    }

    /// The variable that `x` is a part of, without following pointers or slices.
    private @Nullable VarObject root(Expr x) {
        return switch (unparen(x)) {
            case Expr.Name n ->
                    pkg.objects()[n.id()] instanceof VarObject v
                                    && v.kind() != VarObject.Kind.PACKAGE
                            ? v
                            : null;
            case Expr.Selector s -> {
                var selection = pkg.selections()[s.id()];
                yield selection != null
                                && selection.kind() == Selection.Kind.FIELD
                                && !selection.indirect()
                        ? root(s.x())
                        : null;
            }
            case Expr.Index i ->
                    pkg.operand(i.x()).type().underlying() instanceof ArrayType
                            ? root(i.x())
                            : null;
            default -> null;
        };
    }

    /// Whether a method call or value takes the address of its operand.
    private boolean needsAddress(Expr.Selector s) {
        var selection = pkg.selections()[s.id()];
        if (selection == null || selection.kind() != Selection.Kind.METHOD_VALUE) {
            return false;
        }
        if (selection.recv() instanceof org.gorrery.compiler.types.TypeParameter) {
            return true;
        }
        if (selection.object() instanceof FuncObject f && f.isTyped()) {
            var recv = f.origin().signature().recv();
            return recv != null && recv.type() instanceof PointerType && !selection.indirect();
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // nodes are themselves, not their contents
    private void mention(Expr.Name name, Node function) {
        if (!(pkg.objects()[name.id()] instanceof VarObject v)
                || v.kind() == VarObject.Kind.PACKAGE
                || v.kind() == VarObject.Kind.FIELD) {
            return;
        }
        var home = owner.get(v);
        if (home == null || home == function) {
            return;
        }
        captured.add(v);
        for (Node f = function; f != null && f != home; f = parent.get(f)) {
            java.util.Objects.requireNonNull(free.get(f)).add(v);
        }
    }

    private static Expr unparen(Expr x) {
        var e = x;
        while (e instanceof Expr.Paren p) {
            e = p.x();
        }
        return e;
    }
}
