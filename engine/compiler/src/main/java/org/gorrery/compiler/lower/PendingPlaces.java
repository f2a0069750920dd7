package org.gorrery.compiler.lower;

import java.util.function.Supplier;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;

/// Left sides whose operands are evaluated before the right side, and whose faults come when the value is put (Go spec, "Assignment
/// statements": two phases).
final class PendingPlaces {
    private final Fn fn;

    PendingPlaces(Fn fn) {
        this.fn = fn;
    }

    /// Evaluates the operands of a left side.
    ///
    /// @return checks them and answers the place; called once
    Supplier<Place> of(Expr expr) {
        fn.e.at(expr.operatorPos());
        return switch (expr) {
            case Expr.Paren p -> of(p.x());
            case Expr.Star s -> behind(s.x(), fn.type(s), s.pos());
            case Expr.Selector s -> selector(s);
            case Expr.Index i -> index(i);
            default -> {
                var place = fn.places.of(expr);
                yield () -> place;
            }
        };
    }

    /// What the pointer `x` points to.
    private Supplier<Place> behind(Expr x, Type elem, int pos) {
        var pointer = fn.e.stable(fn.expressions.value(x).word());
        return () -> {
            fn.e.at(pos);
            return new Place.InMemory(elem, fn.places.checked(pointer), 0);
        };
    }

    private Supplier<Place> selector(Expr.Selector s) {
        var selection = fn.pkg.selections()[s.id()];
        if (selection == null || selection.kind() != Selection.Kind.FIELD) {
            var place = fn.places.of(s);
            return () -> place;
        }
        var type = fn.type(s.x());
        var base =
                type.underlying() instanceof PointerType p
                        ? behind(s.x(), p.elem(), s.operatorPos())
                        : of(s.x());
        if (selection.path().length == 1) {
            return () -> fn.places.field(base.get(), selection.path());
        }
        // Embedded pointers on the way are read now.
        var place = fn.places.stable(fn.places.field(base.get(), selection.path()));
        return () -> place;
    }

    private Supplier<Place> index(Expr.Index i) {
        var type = fn.type(i.x());
        var source = i.indices().getFirst();
        return switch (fn.expressions.coreOf(type)) {
            case SliceType s -> {
                var slice = fn.e.stable(fn.expressions.value(i.x()));
                var index = fn.e.stable(fn.expressions.indexValue(source));
                yield () -> {
                    fn.e.at(i.operatorPos());
                    var at = fn.expressions.checkedIndex(index, slice.word(1), source);
                    return fn.places.stable(fn.places.element(s.elem(), slice.word(0), at));
                };
            }
            case PointerType p -> element(behind(i.x(), p.elem(), i.operatorPos()), i);
            case ArrayType a -> element(of(i.x()), i);
            default -> {
                var place = fn.places.of(i);
                yield () -> place;
            }
        };
    }

    private Supplier<Place> element(Supplier<Place> array, Expr.Index i) {
        var index = fn.e.stable(fn.expressions.indexValue(i.indices().getFirst()));
        return () ->
                fn.places.stable(
                        fn.places.arrayElement(
                                array.get(), index, i.indices().getFirst(), i.operatorPos()));
    }
}
