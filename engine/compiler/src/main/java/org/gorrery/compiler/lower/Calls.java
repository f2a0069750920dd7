package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeParameter;
import org.jspecify.annotations.Nullable;

/// Calls: of functions, methods, func values; conversions and builtins are sent on.
final class Calls {
    private final Fn fn;
    private final Emitter e;
    private final Builtins builtins;
    private final Channels channels;
    private final FormatCalls formats;
    private final KeptPointers keptPointers;

    Calls(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
        this.builtins = new Builtins(fn);
        this.channels = new Channels(fn);
        this.formats = new FormatCalls(fn);
        this.keptPointers = new KeptPointers(fn);
    }

    KeptPointers keptPointers() {
        return keptPointers;
    }

    FormatCalls formats() {
        return formats;
    }

    Channels channels() {
        return channels;
    }

    /// What is called, with its operands evaluated: everything but the arguments.
    ///
    /// @param leading the receiver's words
    /// @param held the type of a receiver that comes as the address of a value in memory, else null
    record Target(Callee callee, List<Value> leading, Signature signature, @Nullable Type held) {
        Target(Callee callee, List<Value> leading, Signature signature) {
            this(callee, leading, signature, null);
        }
    }

    /// Lowers a call, conversion or builtin; all results.
    List<Rvalue> call(Expr.Call c) {
        var fun = unparen(c.fun());
        var mode = fn.pkg.operand(c.fun()).mode();
        if (mode == Mode.TYPE) {
            var target = fn.type(c.fun());
            var constant = fn.pkg.operand(c.args().getFirst()).value();
            if (constant != null
                    && isNumber(target)
                    && org.gorrery.compiler.constant.Constants.isNumber(constant)) {
                // The type of the result may be a type argument that the constant's own type does
                // not convert to.
                return List.of(fn.expressions.literals().constant(target, constant));
            }
            var v = keptPointers.converted(c, fn.expressions.value(c.args().getFirst()));
            e.at(c.operatorPos());
            return List.of(fn.conversions.convert(v, target));
        }
        var builtin = builtinOf(fun);
        if (builtin != null) {
            fn.expressions.early().settle(c.args());
            return builtins.call(c, builtin);
        }
        settle(c);
        formats.call(c);
        keptPointers.begin(c);
        var early = argumentsFirst(c, fun) ? argumentsBefore(c, fun) : null;
        var target = target(fun);
        var args = early == null ? arguments(c, target.signature()) : early;
        var kept = keptPointers.end(c);
        e.at(c.operatorPos());
        var results =
                fn.call(target.callee(), target.leading(), args, resultTypes(target.signature()));
        KeptPointers.keepAlive(fn, kept);
        return results;
    }

    /// Whether arguments come before what is left to evaluate of what is called: an interface or func value, or, where the arguments are the
    /// results of one call, also a receiver (as with gc). It makes a difference where both may panic.
    private boolean argumentsFirst(Expr.Call c, Expr fun) {
        if (isFunction(fun) || fun instanceof Expr.FuncLit) {
            return false;
        }
        if (c.args().size() == 1 && fn.type(c.args().getFirst()) instanceof TupleType) {
            return Fault.in(fun, fn);
        }
        return !(fun instanceof Expr.Selector s && isMethod(s) && !isOfInterface(s))
                && c.args().stream().anyMatch(x -> Fault.in(x, fn));
    }

    private boolean isOfInterface(Expr.Selector s) {
        var recv = ((FuncObject) selection(s).object()).origin().signature().recv();
        return recv == null || recv.type().underlying() instanceof InterfaceType;
    }

    private List<Rvalue> argumentsBefore(Expr.Call c, Expr fun) {
        boolean method = fun instanceof Expr.Selector s && isMethod(s);
        fn.expressions.early().settleEarly(method ? ((Expr.Selector) fun).x() : fun);
        var signature = method ? (Signature) selection((Expr.Selector) fun).type() : signature(fun);
        return arguments(c, signature).stream().map(e::stable).toList();
    }

    /// Evaluates ahead what of the operands of a call comes first: calls within them, before what is called is found.
    void settle(Expr.Call c) {
        var fun = unparen(c.fun());
        var operands = new ArrayList<Expr>();
        if (fun instanceof Expr.Selector s && isMethod(s)) {
            operands.add(s.x());
        } else if (!isFunction(fun)) {
            operands.add(fun);
        }
        operands.addAll(c.args());
        fn.expressions.early().settle(operands);
    }

    private boolean isFunction(Expr fun) {
        return switch (fun) {
            case Expr.Name n -> fn.object(n) instanceof FuncObject;
            case Expr.Index i ->
                    functionNamed(i) instanceof Expr.Name n && fn.object(n) instanceof FuncObject;
            case Expr.Selector s ->
                    fn.pkg.selections()[s.id()] == null && fn.object(s.sel()) instanceof FuncObject;
            default -> false;
        };
    }

    @Nullable BuiltinObject builtinOf(Expr fun) {
        return switch (unparen(fun)) {
            case Expr.Name n when fn.object(n) instanceof BuiltinObject b -> b;
            case Expr.Selector s when fn.object(s.sel()) instanceof BuiltinObject b -> b;
            default -> null;
        };
    }

    private static boolean isNumber(Type t) {
        return t.underlying() instanceof org.gorrery.compiler.types.BasicType b && b.isNumeric();
    }

    static Expr unparen(Expr x) {
        var inner = x;
        while (inner instanceof Expr.Paren p) {
            inner = p.x();
        }
        return inner;
    }

    List<Type> resultTypes(Signature s) {
        return s.results().vars().stream().map(v -> v.type()).toList();
    }

    /// Type arguments of the generic function that `mention` names, with this function's own put in.
    List<Type> typeArgs(Expr.Name mention) {
        var instance = fn.pkg.instances()[mention.id()];
        return instance == null ? List.of() : instance.typeArgs().stream().map(fn::apply).toList();
    }

    private Signature signature(Expr fun) {
        return (Signature) fn.expressions.coreOf(fn.type(fun));
    }

    /// Evaluates what is called.
    Target target(Expr fun) {
        return switch (fun) {
            case Expr.Name n when fn.object(n) instanceof FuncObject f -> function(f, n, fun);
            case Expr.Index i
                    when functionNamed(i) instanceof Expr.Name n
                            && fn.object(n) instanceof FuncObject f ->
                    function(f, n, fun);
            case Expr.Selector s
                    when fn.pkg.selections()[s.id()] == null
                            && fn.object(s.sel()) instanceof FuncObject f ->
                    function(f, s.sel(), fun);
            case Expr.Selector s when isMethod(s) -> method(s);
            case Expr.FuncLit f -> fn.closures.directLiteral(f, signature(f));
            default -> {
                var closure = e.stable(fn.expressions.value(fun).word());
                var signature = signature(fun);
                yield new Target(
                        new Callee.Closure(closure, fn.program.shapeOfValue(signature)),
                        List.of(),
                        signature);
            }
        };
    }

    private static Expr.@Nullable Name functionNamed(Expr.Index i) {
        return switch (unparen(i.x())) {
            case Expr.Name n -> n;
            case Expr.Selector s -> s.sel();
            default -> null;
        };
    }

    private boolean isMethod(Expr.Selector s) {
        var selection = fn.pkg.selections()[s.id()];
        return selection != null && selection.kind() == Selection.Kind.METHOD_VALUE;
    }

    private Target function(FuncObject f, Expr.Name mention, Expr fun) {
        formats.mention(f);
        return new Target(
                new Callee.Direct(fn.program.function(f, typeArgs(mention))),
                List.of(),
                signature(fun));
    }

    /// A selection with this function's type arguments put in: looked up again where the receiver's type depends on them.
    Selection selection(Expr.Selector s) {
        var found = Objects.requireNonNull(fn.pkg.selections()[s.id()]);
        if (fn.env.params().isEmpty()) {
            return found;
        }
        var recv = fn.apply(found.recv());
        if (fn.types.identical(recv, found.recv())) {
            return found;
        }
        var again = fn.types.lookupFieldOrMethod(recv, true, fn.pkg.pkg(), s.sel().text());
        if (again == null) {
            throw new IllegalStateException("no " + s.sel().text() + " in instance");
        }
        return new Selection(
                found.kind(), recv, again.object(), again.path(), again.indirect(), again.type());
    }

    private Target method(Expr.Selector s) {
        var selection = selection(s);
        var method = (FuncObject) selection.object();
        var signature = (Signature) selection.type();
        var recvType = fn.type(s.x());
        if (recvType.underlying() instanceof InterfaceType iface
                && !(recvType instanceof TypeParameter)
                && selection.path().length == 0) {
            var v = e.stable(fn.expressions.value(s.x()));
            return interfaceMethod(iface, method, v, signature);
        }
        var holder = receiverHolder(s.x(), recvType, selection.path());
        var holderType = holder.type();
        if (holderType.underlying() instanceof InterfaceType iface) {
            return interfaceMethod(iface, method, e.stable(fn.places.load(holder)), signature);
        }
        return new Target(
                new Callee.Direct(methodFunction(method, holderType)),
                receiverWords(holder, method),
                signature,
                heldReceiver(method, holderType));
    }

    private @Nullable Type heldReceiver(FuncObject method, Type holder) {
        var recv = Objects.requireNonNull(method.origin().signature().recv()).type();
        boolean pointer = !isNamedPointer(holder) && holder.underlying() instanceof PointerType;
        var type = pointer ? ((PointerType) holder.underlying()).elem() : holder;
        return recv instanceof PointerType || fn.layout.inWords(type) ? null : type;
    }

    /// A call through an interface's method table.
    Target interfaceMethod(InterfaceType iface, FuncObject method, Rvalue v, Signature signature) {
        int index = methodIndex(iface, method);
        fn.program.dynamic().useInterface(iface);
        fn.program.dynamic().useMethod(method.name());
        return new Target(
                new Callee.Interface(
                        iface, index, v.word(0), v.word(1), fn.program.shapeOfValue(signature)),
                List.of(),
                signature);
    }

    private int methodIndex(InterfaceType iface, FuncObject method) {
        var methods = fn.types.typeSet(iface).methods();
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i).name().equals(method.name())
                    && (method.exported() || methods.get(i).pkg() == method.pkg())) {
                return i;
            }
        }
        throw new IllegalStateException("no method " + method.name());
    }

    /// The place (or copy) of the value that holds the method's receiver, after embedded fields.
    Place receiverHolder(Expr x, Type type, int[] path) {
        Place start;
        if (type.underlying() instanceof PointerType p && path.length > 0) {
            start =
                    new Place.InMemory(
                            p.elem(), fn.places.checked(fn.expressions.value(x).word()), 0);
        } else if (type.underlying() instanceof PointerType || !fn.expressions.isAddressable(x)) {
            start = valuePlace(fn.expressions.value(x));
        } else {
            start = fn.places.of(x);
        }
        return fn.places.field(start, path);
    }

    private Place valuePlace(Rvalue v) {
        if (v.address() != null) {
            return new Place.InMemory(v.type(), v.address(), 0);
        }
        var locals = e.newLocals(v.type(), "");
        e.setLocals(locals, v);
        return new Place.InLocals(v.type(), locals);
    }

    /// The receiver as the method wants it: a pointer to the holder, the pointer it holds, or its value.
    List<Value> receiverWords(Place holder, FuncObject method) {
        var recv = Objects.requireNonNull(method.origin().signature().recv()).type();
        boolean wantsPointer = recv instanceof PointerType;
        boolean hasPointer =
                holder.type().underlying() instanceof PointerType
                        && !(isNamedPointer(holder.type()));
        if (wantsPointer) {
            if (hasPointer) {
                return List.of(e.stable(fn.places.load(holder).word()));
            }
            return switch (holder) {
                case Place.InMemory m -> List.of(e.stable(Emitter.plus(m.address(), m.offset())));
                case Place.InLocals l -> List.of(e.addressOf(fn.places.load(l)));
                case Place.InMap m -> List.of(e.addressOf(fn.places.load(m)));
                case Place.Blank b -> throw new IllegalStateException("method of _");
            };
        }
        if (hasPointer) {
            var elem = ((PointerType) holder.type().underlying()).elem();
            return words(e.loadValue(elem, fn.places.checked(fn.places.load(holder).word()), 0));
        }
        return words(fn.places.load(holder));
    }

    private static boolean isNamedPointer(Type t) {
        return t instanceof NamedType;
    }

    /// The words of a receiver or argument: its address (of a copy) for a type held in memory.
    List<Value> words(Rvalue v) {
        if (v.address() != null) {
            return List.of(v.fresh() ? v.address() : e.copyOf(v).memory());
        }
        return v.words().stream().map(e::stable).toList();
    }

    /// The lowered method for a receiver of type `T`, `*T`, or an instance of a generic type.
    org.gorrery.compiler.ir.IrFunction methodFunction(FuncObject method, Type holder) {
        var t = holder;
        if (!(t instanceof NamedType) && t.underlying() instanceof PointerType p) {
            t = p.elem();
        }
        var args = t instanceof NamedType n ? n.typeArgs() : List.<Type>of();
        return fn.program.function(method, args);
    }

    /// Arguments in the order of the parameters, of their types; variadic ones in a slice.
    List<Rvalue> arguments(Expr.Call c, Signature signature) {
        var params = signature.params().vars().stream().map(v -> v.type()).toList();
        if (c.args().size() == 1 && params.size() != 1
                || c.args().size() == 1 && signature.variadic()) {
            var only = unparen(c.args().getFirst());
            if (only instanceof Expr.Call inner && fn.type(inner) instanceof TupleType) {
                var values = fn.expressions.values(inner);
                return spread(values, params, signature.variadic());
            }
        }
        if (!signature.variadic() || c.spread()) {
            return fn.expressions.inOrder(c.args(), params);
        }
        int fixed = params.size() - 1;
        var elem = ((SliceType) params.get(fixed).underlying()).elem();
        var targets = new ArrayList<Type>(params.subList(0, fixed));
        for (int i = fixed; i < c.args().size(); i++) {
            targets.add(elem);
        }
        var values = fn.expressions.inOrder(c.args(), targets);
        return pack(values, params);
    }

    /// The arguments of a builtin as values, evaluated in order: those of a call with several results one by one.
    List<Rvalue> spreadValues(Expr.Call c) {
        if (c.args().size() == 1 && fn.type(c.args().getFirst()) instanceof TupleType) {
            return fn.expressions.values(c.args().getFirst()).stream().map(e::stable).toList();
        }
        return c.args().stream().map(x -> e.stable(fn.expressions.value(x))).toList();
    }

    /// Results of a call as arguments of another.
    private List<Rvalue> spread(List<Rvalue> values, List<Type> params, boolean variadic) {
        if (!variadic) {
            var out = new ArrayList<Rvalue>();
            for (int i = 0; i < values.size(); i++) {
                out.add(fn.conversions.assign(values.get(i), params.get(i)));
            }
            return out;
        }
        var elem = ((SliceType) params.getLast().underlying()).elem();
        var out = new ArrayList<Rvalue>();
        for (int i = 0; i < values.size(); i++) {
            out.add(
                    fn.conversions.assign(
                            values.get(i), i < params.size() - 1 ? params.get(i) : elem));
        }
        return pack(out, params);
    }

    private List<Rvalue> pack(List<Rvalue> values, List<Type> params) {
        int fixed = params.size() - 1;
        var out = new ArrayList<Rvalue>(values.subList(0, fixed).stream().map(e::stable).toList());
        var type = params.get(fixed);
        var elem = ((SliceType) type.underlying()).elem();
        int n = values.size() - fixed;
        if (n == 0) {
            out.add(e.zero(type));
            return out;
        }
        var rest = values.subList(fixed, values.size()).stream().map(e::stable).toList();
        var count = Emitter.longConst(n);
        var what = new Allocation(Allocation.Kind.VARIADIC, e.pos(), () -> "... argument", null);
        var array = e.allocate(what, Entry.NEWARRAY, fn.descriptor(elem), count);
        long size = fn.types.sizeof(elem);
        for (int i = 0; i < n; i++) {
            e.storeValue(rest.get(i), array, i * size);
        }
        out.add(Rvalue.ofWords(type, List.of(array, count, count)));
        return out;
    }

    /// Calls a function of our package runtime.
    List<Rvalue> runtimeFunction(String name, List<Rvalue> args) {
        var runtime =
                Objects.requireNonNull(fn.program.packageOfPath("runtime"), "package runtime");
        var f = (FuncObject) Objects.requireNonNull(runtime.pkg().lookup(name), "runtime." + name);
        return fn.call(
                new Callee.Direct(fn.program.function(f, List.of())),
                List.of(),
                args,
                resultTypes(f.signature()));
    }
}
