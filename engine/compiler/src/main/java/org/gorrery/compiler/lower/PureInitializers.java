package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.PointerType;

/// Tells which initialisers of package variables do nothing but make a value: where nobody mentions the variable they can be
/// left out. A pure expression has no effect, cannot panic and ends.
///
/// Functions of the library that are so are marked `//gorrery:pure`: the decoders of tables, errors.New.
record PureInitializers(CheckedPackage pkg) {
    private static final String PRAGMA = "gorrery:pure";

    /// Whether evaluating `x` can only make a value.
    boolean test(Expr x) {
        if (pkg.operand(x).mode() == Mode.CONSTANT || pkg.operand(x).mode() == Mode.NIL) {
            return true;
        }
        return switch (x) {
            case Expr.Name n -> true;
            case Expr.BasicLit b -> true;
            case Expr.FuncLit f -> true;
            case Expr.Paren p -> test(p.x());
            case Expr.CompositeLit c -> literal(c);
            case Expr.Unary u -> unary(u);
            case Expr.Selector s -> qualified(s);
            case Expr.Call c -> call(c);
            default -> false;
        };
    }

    private boolean all(List<Expr> list) {
        return list.stream().allMatch(this::test);
    }

    /// Elements by name or position; the key of a map is a value, and one that cannot fail to be hashed.
    private boolean literal(Expr.CompositeLit c) {
        boolean map = pkg.operand(c).type().underlying() instanceof MapType m && m.key() != null;
        for (var e : c.elems()) {
            if (e instanceof Expr.KeyValue kv) {
                if (map && pkg.operand(kv.key()).mode() != Mode.CONSTANT) {
                    return false;
                }
                if (!element(kv.value())) {
                    return false;
                }
            } else if (!element(e)) {
                return false;
            }
        }
        return true;
    }

    private boolean element(Expr e) {
        return e instanceof Expr.CompositeLit c ? literal(c) : test(e);
    }

    private boolean unary(Expr.Unary u) {
        return switch (u.op()) {
            case AND ->
                    u.x() instanceof Expr.CompositeLit || u.x() instanceof Expr.Name
                            ? test(u.x())
                            : false;
            case ADD, SUB, NOT, XOR -> test(u.x());
            default -> false;
        };
    }

    /// `pkg.Name`, or a field of a variable that is no pointer.
    private boolean qualified(Expr.Selector s) {
        var selection = pkg.selections()[s.id()];
        return selection == null
                || pkg.operand(s.x()).mode() == Mode.VARIABLE
                        && !(pkg.operand(s.x()).type().underlying() instanceof PointerType)
                        && !selection.indirect()
                        && !(selection.object() instanceof FuncObject)
                        && test(s.x());
    }

    private boolean call(Expr.Call c) {
        var fun = Calls.unparen(c.fun());
        var verdict = pkg.operand(fun);
        if (verdict.mode() == Mode.TYPE) {
            return conversion(c);
        }
        var name = fun instanceof Expr.Selector s ? s.sel() : fun;
        if (!(name instanceof Expr.Name n)) {
            return false;
        }
        return switch (pkg.objects()[n.id()]) {
            case BuiltinObject b -> b.name().equals("new");
            case FuncObject f ->
                    f.decl() != null && f.decl().pragmas().contains(PRAGMA) && all(c.args());
            case null, default -> false;
        };
    }

    /// To a slice of bytes or a number; never to an array, which may be too long.
    private boolean conversion(Expr.Call c) {
        var to = pkg.operand(Calls.unparen(c.fun())).type().underlying();
        return !(to instanceof ArrayType)
                && !(to instanceof PointerType p && p.elem().underlying() instanceof ArrayType)
                && (to instanceof BasicType
                        || pkg.operand(c.args().getFirst()).mode() == Mode.CONSTANT)
                && all(c.args());
    }
}
