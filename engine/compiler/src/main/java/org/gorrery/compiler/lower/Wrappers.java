package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;
import org.gorrery.compiler.types.VarObject;

/// Functions that only pass a call on: method expressions, and methods as interfaces and reflection call them.
final class Wrappers {
    private Wrappers() {}

    /// New parameters of the given types, as values.
    static List<Rvalue> params(Fn inner, List<Type> types) {
        var out = new ArrayList<Rvalue>();
        for (var t : types) {
            if (inner.layout.inWords(t)) {
                var locals = new ArrayList<Local>();
                for (var slot : inner.layout.slots(t)) {
                    locals.add(inner.ir().newParam(slot.word(), ""));
                }
                out.add(Rvalue.ofWords(t, Emitter.reads(locals)));
            } else {
                out.add(
                        Rvalue.inMemory(
                                t,
                                new Value.Read(inner.ir().newParam(Word.J, "", ParamRole.CONTENT)),
                                true));
            }
        }
        return out;
    }

    /// The function that `T.M` or `(*T).M` denotes: its first parameter is the receiver.
    static IrFunction methodExpression(Fn fn, Selection selection, Signature type) {
        var params = type.params().vars().stream().map(v -> v.type()).toList();
        var results = fn.calls.resultTypes(type);
        var ir =
                new IrFunction(
                        methodName(params.getFirst(), (FuncObject) selection.object())
                                + "@"
                                + Types.typeString(params.getFirst())
                                + "-expr",
                        fn.pkg.pkg().path(),
                        fn.program.shapeOfValue(type),
                        false);
        ir.setPos(fn.e.pos());
        ir.setWrapper();
        fn.program.add(ir);
        int pos = fn.e.pos();
        fn.program.later(() -> {
            var inner = new Fn(fn.program, fn.pkg, ir, fn.env, fn.use, null);
            inner.e.at(pos);
            inner.unnamedResults(results);
            var values = params(inner, params);
            passOn(inner, values.getFirst(), selection, values.subList(1, values.size()), results);
        });
        return ir;
    }

    /// A method of a concrete type for calls through an interface, or as a func value.
    ///
    /// @param viaData whether the receiver comes as the interface's data word, before all else; else it is a value of `recv` and the
    ///     first parameter of a func value, which comes after the addresses of results
    static IrFunction dynamic(
            ProgramLowering program, Type recv, Selection selection, boolean viaData) {
        var method = (FuncObject) selection.object();
        var signature = (Signature) selection.type();
        var plain = plainMethod(program, recv, selection, viaData);
        if (plain != null && (viaData || !hasResultInMemory(program, signature))) {
            return plain;
        }
        var params = signature.params().vars().stream().map(v -> v.type()).toList();
        var results = signature.results().vars().stream().map(v -> v.type()).toList();
        var pkg =
                program.packageOf(
                        java.util.Objects.requireNonNull(
                                method.pkg() == null
                                        ? program.packagesInOrder().getLast().pkg()
                                        : method.pkg()));
        var ir =
                new IrFunction(
                        wrapperName(recv, method, viaData),
                        pkg.pkg().path(),
                        viaData
                                ? afterData(program, signature)
                                : asFuncValue(program, recv, signature),
                        false);
        ir.setPos(method.pos());
        ir.setWrapper();
        program.add(ir);
        program.later(() -> {
            var inner = new Fn(program, pkg, ir, Env.NONE, VariableUse.none(pkg), null);
            inner.e.at(method.pos());
            Rvalue receiver;
            if (viaData) {
                var data = new Value.Read(ir.newParam(Word.P, ""));
                receiver = inner.conversions.unbox(recv, data);
                inner.unnamedResults(results);
            } else {
                inner.unnamedResults(results);
                receiver = params(inner, List.of(recv)).getFirst();
            }
            passOn(inner, receiver, selection, params(inner, params), results);
        });
        return ir;
    }

    /// Whether a method takes the address of a result: after its receiver, where a func value takes it before all parameters.
    static boolean hasResultInMemory(ProgramLowering program, Signature method) {
        return !method.results().vars().stream().allMatch(v -> program.layout().inWords(v.type()));
    }

    private static Shape afterData(ProgramLowering program, Signature method) {
        var rest = program.shapeOfValue(method);
        var in = new ArrayList<>(List.of(Word.P));
        in.addAll(rest.params());
        return new Shape(in, rest.results());
    }

    private static Shape asFuncValue(ProgramLowering program, Type recv, Signature method) {
        var params = new ArrayList<VarObject>();
        params.add(new VarObject(null, "", 0, recv, VarObject.Kind.PARAM, false));
        params.addAll(method.params().vars());
        return program.shapeOfValue(
                new Signature(
                        null,
                        List.of(),
                        List.of(),
                        new TupleType(params),
                        method.results(),
                        false));
    }

    private static String wrapperName(Type recv, FuncObject method, boolean viaData) {
        return methodName(recv, method)
                + "@"
                + Types.typeString(recv)
                + (viaData ? "-data" : "-recv");
    }

    /// A method of a type as Go names it: `main.(*T).M`, `main.List[...].M`.
    static String methodName(Type recv, FuncObject method) {
        boolean pointer = recv instanceof PointerType;
        if (!((recv instanceof PointerType p ? p.elem() : recv) instanceof NamedType n)) {
            return Types.typeString(recv) + "." + method.name();
        }
        var pkg = n.object().pkg();
        String type = n.object().name() + (n.typeArgs().isEmpty() ? "" : "[...]");
        return (pkg == null ? "" : pkg.path() + ".")
                + (pointer ? "(*" + type + ")" : type)
                + "."
                + method.name();
    }

    /// The declared method itself where its receiver is just what the caller has.
    private static @org.jspecify.annotations.Nullable IrFunction plainMethod(
            ProgramLowering program, Type recv, Selection selection, boolean viaData) {
        var method = (FuncObject) selection.object();
        if (selection.path().length != 0 || recv.underlying() instanceof InterfaceType) {
            return null;
        }
        var wanted = method.origin().signature().recv();
        if (wanted == null) {
            return null;
        }
        boolean pointerMethod = wanted.type() instanceof PointerType;
        boolean hasPointer = recv instanceof PointerType;
        if (pointerMethod != hasPointer) {
            return null;
        }
        if (viaData
                && !(program.layout().isDirect(recv) && program.layout().slots(recv).size() == 1)) {
            return null;
        }
        var base = recv instanceof PointerType p ? p.elem() : recv;
        var args =
                base instanceof org.gorrery.compiler.types.NamedType n
                        ? n.typeArgs()
                        : List.<Type>of();
        return program.function(method, args);
    }

    /// A wrapper that calls a value method through a nil pointer panics in words of its own.
    private static void refuseNil(Fn inner, Rvalue receiver, FuncObject method) {
        var wanted = method.origin().signature().recv();
        if (wanted == null
                || wanted.type() instanceof PointerType
                || !(receiver.type() instanceof PointerType p)
                || !(p.elem() instanceof org.gorrery.compiler.types.NamedType named)) {
            return;
        }
        String type = named.object().name() + (named.typeArgs().isEmpty() ? "" : "[...]");
        String text =
                "value method "
                        + ProgramLowering.path(method.pkg())
                        + "."
                        + type
                        + "."
                        + method.name()
                        + " called using nil *"
                        + type
                        + " pointer";
        var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var e = inner.e;
        var bad = e.newBlock();
        var good = e.newBlock();
        e.branch(Emitter.bin(BinaryOp.NE, receiver.word(), Emitter.nil()), good, bad);
        e.start(bad);
        e.throwing(
                Entry.PANIC_WRAP,
                new Value.Address(
                        new Symbol.Bytes(
                                new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1), 1),
                        0),
                Emitter.longConst(bytes.length));
        e.start(good);
    }

    private static void passOn(
            Fn inner, Rvalue receiver, Selection selection, List<Rvalue> args, List<Type> results) {
        var method = (FuncObject) selection.object();
        var signature = (Signature) selection.type();
        Place start;
        if (receiver.type().underlying() instanceof PointerType p && selection.path().length > 0) {
            start = new Place.InMemory(p.elem(), inner.places.checked(receiver.word()), 0);
        } else if (receiver.address() != null) {
            start = new Place.InMemory(receiver.type(), receiver.address(), 0);
        } else {
            var locals = inner.e.newLocals(receiver.type(), "");
            inner.e.setLocals(locals, receiver);
            start = new Place.InLocals(receiver.type(), locals);
        }
        var holder = inner.places.field(start, selection.path());
        Calls.Target target;
        if (holder.type().underlying() instanceof InterfaceType iface) {
            target =
                    inner.calls.interfaceMethod(
                            iface, method, inner.e.stable(inner.places.load(holder)), signature);
        } else {
            if (selection.path().length == 0) {
                refuseNil(inner, receiver, method);
            }
            target =
                    new Calls.Target(
                            new Callee.Direct(inner.calls.methodFunction(method, holder.type())),
                            inner.calls.receiverWords(holder, method),
                            signature);
        }
        inner.forward(target, args, results);
    }
}
