package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;

/// Assignments and short variable declarations.
final class Assignments {
    private final Fn fn;
    private final Emitter e;
    private final PendingPlaces pending;

    Assignments(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
        this.pending = new PendingPlaces(fn);
    }

    void assign(Stmt.Assign a) {
        if (a.op() == Token.DEFINE) {
            define(a);
        } else if (a.op() == Token.ASSIGN) {
            plainAssign(a);
        } else {
            operatorAssign(a);
        }
    }

    private void define(Stmt.Assign a) {
        var values = rightSides(a.lhs(), a.rhs());
        for (int i = 0; i < a.lhs().size(); i++) {
            var name = (Expr.Name) Calls.unparen(a.lhs().get(i));
            putDefined(name, values.get(i));
        }
    }

    /// Sets the variable of a name on the left of `:=`: a new one, or one of the same scope.
    void putDefined(Expr.Name name, Rvalue value) {
        if (name.text().equals("_")) {
            fn.places.assign(new Place.Blank(value.type()), value);
            return;
        }
        var v = (VarObject) java.util.Objects.requireNonNull(fn.object(name));
        var converted = fn.conversions.assign(value, fn.apply(v.type()));
        if (v.pos() == name.pos()) {
            fn.declareInit(v, converted);
        } else {
            fn.places.assign(fn.places.of(name), converted);
        }
    }

    /// The values of the right side, one per left side; several are settled before any is put.
    List<Rvalue> rightSides(List<Expr> lhs, List<Expr> rhs) {
        if (rhs.size() == lhs.size()) {
            if (rhs.size() > 1) {
                fn.expressions.early().settle(rhs);
            }
            var values = new ArrayList<Rvalue>();
            for (var x : rhs) {
                var v = fn.expressions.value(x);
                values.add(rhs.size() > 1 ? e.stable(v) : v);
            }
            return values;
        }
        var only = Calls.unparen(rhs.getFirst());
        if (only instanceof Expr.Call c && fn.type(c) instanceof TupleType) {
            return fn.expressions.values(c);
        }
        return fn.expressions.commaOk(only);
    }

    private void plainAssign(Stmt.Assign a) {
        if (a.lhs().size() == 1 && a.rhs().size() == 1) {
            single(a.lhs().getFirst(), a.rhs().getFirst(), a.opPos());
            return;
        }
        var early = fn.expressions.early();
        early.settle(a.lhs(), a.rhs());
        boolean paired = a.lhs().size() == a.rhs().size();
        if (early.settledAllCalls(a.lhs(), paired ? a.rhs() : List.of())) {
            oneByOne(a, paired ? List.of() : rightSides(a.lhs(), a.rhs()));
            return;
        }
        var values = rightSides(a.lhs(), a.rhs());
        var places = new ArrayList<Supplier<Place>>();
        for (var l : a.lhs()) {
            places.add(pending.of(l));
        }
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i).get();
            var type = place instanceof Place.Blank ? blankType(values.get(i)) : place.type();
            e.at(a.opPos());
            fn.places.assign(place, fn.conversions.assign(values.get(i), type));
        }
    }

    /// No call is left in the operands: what an earlier assignment may change is evaluated ahead, then one assignment is made after the
    /// other.
    ///
    /// @param values of the right side where it is one call or the like
    private void oneByOne(Stmt.Assign a, List<Rvalue> values) {
        var affected = new Affected(fn);
        for (int i = 0; i < a.lhs().size(); i++) {
            var target = affected.saveOperands(a.lhs().get(i));
            if (values.isEmpty()) {
                affected.save(a.rhs().get(i));
            }
            affected.wrote(target);
        }
        for (int i = 0; i < a.lhs().size(); i++) {
            fn.expressions.early().settleComputed(Calls.unparen(a.lhs().get(i)));
            var v = values.isEmpty() ? fn.expressions.value(a.rhs().get(i)) : values.get(i);
            put(Calls.unparen(a.lhs().get(i)), v, a.opPos());
        }
    }

    private void put(Expr target, Rvalue value, int pos) {
        if (target instanceof Expr.Name n && n.text().equals("_")) {
            fn.places.assign(new Place.Blank(blankType(value)), value);
            return;
        }
        boolean inWords = value.address() == null;
        var v = inWords && !(target instanceof Expr.Name) ? e.stable(value) : value;
        var place = fn.places.of(target);
        e.at(pos);
        fn.places.assign(place, fn.conversions.assign(v, place.type()));
    }

    private static Type blankType(Rvalue v) {
        return v.type() == BasicType.UNTYPED_NIL ? BasicType.UNSAFE_POINTER : v.type();
    }

    /// Whether an expression is a literal without elements, of a type that is held in memory.
    private boolean isZero(Expr x, Type type) {
        return Calls.unparen(x) instanceof Expr.CompositeLit c
                && c.elems().isEmpty()
                && !fn.layout.inWords(type)
                && fn.types.identical(fn.type(c), type);
    }

    private void single(Expr left, Expr right, int pos) {
        var target = Calls.unparen(left);
        if (target instanceof Expr.Name n && n.text().equals("_")) {
            var v = fn.expressions.value(right);
            fn.places.assign(new Place.Blank(v.type()), v);
            return;
        }
        if (Calls.unparen(right) instanceof Expr.CompositeLit c && builtInPlace(target, c, pos)) {
            return;
        }
        var early = fn.expressions.early();
        early.settle(List.of(target), List.of(right));
        if (target instanceof Expr.Name || !early.mayChangeState(right) && !Fault.in(right, fn)) {
            var place = fn.places.of(target);
            if (place instanceof Place.InMemory m && !(target instanceof Expr.Name)) {
                place = new Place.InMemory(m.type(), e.stable(m.address()), m.offset());
            }
            if (place instanceof Place.InMemory m && isZero(right, m.type())) {
                e.at(pos);
                fn.places.clear(m);
                return;
            }
            var v = fn.expressions.valueAs(right, place.type());
            e.at(pos);
            fn.places.assign(place, v);
            return;
        }
        if (!isOfMap(target)) {
            early.settleComputed(target);
        }
        var v = fn.expressions.valueAs(right, fn.type(target));
        if (v.address() == null) {
            v = e.stable(v);
        }
        var place = fn.places.of(target);
        e.at(pos);
        fn.places.assign(place, v);
    }

    /// A large literal of constants needs no temporary: nothing in it can depend on what it replaces.
    private boolean builtInPlace(Expr target, Expr.CompositeLit c, int pos) {
        var type = fn.type(c);
        if (fn.layout.inWords(type)
                || fn.expressions.isInterface(fn.type(target))
                || !fn.expressions.literals().isConstant(c)) {
            return false;
        }
        if (!(fn.places.of(target) instanceof Place.InMemory place)) {
            return false;
        }
        e.at(pos);
        fn.expressions
                .literals()
                .fill(c, e.stable(Emitter.plus(place.address(), place.offset())), false);
        return true;
    }

    private void operatorAssign(Stmt.Assign a) {
        var op = a.op().ofAssignment();
        var left = a.lhs().getFirst();
        var right = a.rhs().getFirst();
        var early = fn.expressions.early();
        early.settle(List.of(left, right));
        boolean divides = op == Token.QUO || op == Token.REM;
        if (!divides && isOfMap(left) && !early.mayChangeState(right)) {
            early.settleEarly(left);
            early.settleWhole(right);
        }
        var place = fn.places.stable(fn.places.of(left));
        if (place instanceof Place.InMap && !divides) {
            early.settleWhole(right);
        }
        if (op == Token.SHL || op == Token.SHR) {
            place = fn.places.entry(place);
            var old = e.stable(fn.places.load(place));
            fn.places.assign(place, fn.expressions.arithmetic().shift(op, old, right, a.opPos()));
            return;
        }
        boolean effects = early.mayChangeState(right);
        var value = fn.expressions.valueAs(right, place.type());
        boolean entry = place instanceof Place.InMap && !divides;
        if (effects || entry) {
            value = e.stable(value);
        }
        if (entry) {
            place = fn.places.entry(place);
        }
        var old = fn.places.load(place);
        e.at(a.opPos());
        if (place.type().underlying() instanceof BasicType b && b.isString()) {
            fn.places.assign(
                    place,
                    fn.expressions
                            .literals()
                            .concat(place.type(), List.of(e.stable(old), e.stable(value))));
        } else {
            fn.places.assign(place, fn.expressions.arithmetic().binary(op, old, value));
        }
    }

    private boolean isOfMap(Expr x) {
        return Calls.unparen(x) instanceof Expr.Index i
                && fn.expressions.coreOf(fn.type(i.x())) instanceof MapType;
    }
}
