package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.TypeObject;
import org.gorrery.compiler.types.VarObject;
import org.gorrery.runtime.entry.PanicEntry;
import org.gorrery.runtime.memory.Mem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls: words in JVM parameters, fields of G and memory; func values and interface methods.
class CallTest {
    private static final Word[] KINDS = {Word.J, Word.I, Word.D, Word.F, Word.P};

    private static List<Word> mixed(int n) {
        var list = new ArrayList<Word>();
        for (int k = 0; k < n; k++) {
            list.add(KINDS[k % KINDS.length]);
        }
        return list;
    }

    private static Value constant(Word w, int k) {
        return switch (w) {
            case I -> Ir.i(-k);
            case J -> Ir.j(-k);
            case P -> new Value.LongConst(GeneratedProgram.HEAP + k, Word.P);
            case F -> new Value.FloatConst(k + 0.5f);
            case D -> new Value.DoubleConst(k + 0.25);
        };
    }

    private static Value equal(Value x, Value y) {
        return Ir.op(BinaryOp.EQ, x, y);
    }

    /// A function that gives back its parameters in order, called with constants: every word must arrive.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 10, 17, 120, 150, 300, 520})
    void everyWordArrivesThereAndBack(int n) {
        var callee = Ir.function("callee", mixed(n), mixed(n));
        Value[] params = new Value[n];
        for (int k = 0; k < n; k++) {
            params[k] = Ir.param(callee, k);
        }
        callee.blocks().getFirst().setTerminator(Ir.ret(params));
        var caller = caller(callee, n);
        var program = new GeneratedProgram.Builder().add(callee, caller).build();
        assertEquals(n, program.call("caller"));
        program.g.limit = -1;
        program.g.nextSegment = GeneratedProgram.STACK + (1 << 20);
        assertEquals(n, program.call("caller"), "on another segment");
    }

    /// Calls `callee` with constants and counts the results that equal them.
    private static IrFunction caller(IrFunction callee, int n) {
        var caller = Ir.function("caller", List.of(), List.of(Word.I));
        var args = new ArrayList<Value>();
        var results = new ArrayList<Local>();
        for (int k = 0; k < n; k++) {
            args.add(constant(mixed(n).get(k), k));
            results.add(caller.newLocal(mixed(n).get(k), "r" + k));
        }
        caller.newFrameObject("big", BasicType.INT, 200);
        var body = caller.blocks().getFirst().statements();
        body.add(new Statement.Call(new Callee.Direct(callee), args, results, 0));
        var count = caller.newLocal(Word.I, "count");
        body.add(Ir.set(count, Ir.i(0)));
        for (int k = 0; k < n; k++) {
            body.add(
                    Ir.set(
                            count,
                            Ir.op(
                                    BinaryOp.ADD,
                                    Ir.read(count),
                                    equal(Ir.read(results.get(k)), args.get(k)))));
        }
        caller.blocks().getFirst().setTerminator(Ir.ret(Ir.read(count)));
        return caller;
    }

    private static IrFunction closure(String name, int add) {
        var f =
                new IrFunction(
                        "main." + name, "main", new Shape(List.of(Word.J), List.of(Word.J)), true);
        var self = f.newClosureParam();
        var x = f.newParam(Word.J, "x");
        f.newBlock()
                .setTerminator(
                        Ir.ret(
                                Ir.op(
                                        BinaryOp.ADD,
                                        Ir.op(BinaryOp.ADD, Ir.read(x), Ir.j(add)),
                                        new Value.Load(
                                                org.gorrery.compiler.ir.MemKind.I64,
                                                Ir.read(self),
                                                8))));
        return f;
    }

    private static IrFunction apply(int pos) {
        var f = Ir.function("apply", List.of(Word.P, Word.J), List.of(Word.J));
        var r = f.newLocal(Word.J, "");
        f.blocks()
                .getFirst()
                .statements()
                .add(
                        new Statement.Call(
                                new Callee.Closure(
                                        Ir.param(f, 0),
                                        new Shape(List.of(Word.J), List.of(Word.J))),
                                List.of(Ir.param(f, 1)),
                                List.of(r),
                                pos));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.read(r)));
        return f;
    }

    /// `func mention() { _ = f }`: makes a function a value.
    private static IrFunction mention(String name, IrFunction f) {
        var m = Ir.function(name, List.of(), List.of(Word.J));
        m.blocks().getFirst().setTerminator(Ir.ret(new Value.Address(new Symbol.Thunk(f), 0)));
        return m;
    }

    @Test
    void aFuncValueCallsItsFunctionWithItsCaptures() {
        var builder = new GeneratedProgram.Builder();
        var plain = Ir.function("plain", List.of(Word.J), List.of(Word.J));
        plain.blocks()
                .getFirst()
                .setTerminator(Ir.ret(Ir.op(BinaryOp.MUL, Ir.param(plain, 0), Ir.j(3))));
        var fs = new ArrayList<IrFunction>();
        for (int k = 0; k < 5; k++) {
            fs.add(closure("c" + k, 1000 * k));
        }
        builder.add(apply(0), plain, mention("mp", plain));
        for (int k = 0; k < 5; k++) {
            builder.add(fs.get(k), mention("m" + k, fs.get(k)));
        }
        var program = builder.build();
        long at = GeneratedProgram.HEAP + 4096;
        for (int k = 0; k < 5; k++) {
            Mem.st64(at, (long) program.call("m" + k));
            Mem.st64(at + 8, 50);
            assertEquals(7L + 1000 * k + 50, program.call("apply", at, 7L));
        }
        Mem.st64(at, (long) program.call("mp"));
        assertEquals(21L, program.call("apply", at, 7L));
    }

    @Test
    void callingANilFuncPanicsAtItsLine() {
        var builder = new GeneratedProgram.Builder();
        int file = builder.file(9);
        var program = builder.add(apply(file + 5)).build();
        var fault = assertThrows(PanicEntry.Fault.class, () -> program.call("apply", 0L, 1L));
        assertEquals("nil", fault.getMessage());
        assertEquals(6, program.pcs().siteLine()[fault.site]);
    }

    @Test
    void theRuntimeCallsFuncValuesWithWordsInMemory() {
        var f = Ir.function("f", List.of(Word.J, Word.D, Word.I), List.of(Word.F, Word.I, Word.D));
        f.blocks()
                .getFirst()
                .setTerminator(
                        Ir.ret(
                                new Value.FloatConst(1.5f),
                                Ir.op(BinaryOp.ADD, Ir.param(f, 2), Ir.i(1)),
                                Ir.op(BinaryOp.ADD, Ir.param(f, 1), Ir.param(f, 1))));
        var program = new GeneratedProgram.Builder().add(f, mention("m", f)).build();
        long at = GeneratedProgram.HEAP + 4096;
        Mem.st64(at, (long) program.call("m"));
        Mem.st64(at + 64, 5);
        Mem.stF64(at + 72, 2.25);
        Mem.st64(at + 80, -8);
        program.code().callWords(program.g, GeneratedProgram.STACK, at, at + 64, at + 128);
        assertEquals(1.5f, Mem.ldF32(at + 128));
        assertEquals(-7, Mem.ld32(at + 136));
        assertEquals(4.5, Mem.ldF64(at + 144));
    }

    private static Signature takesInt() {
        var p = new VarObject(null, "", 0, BasicType.INT, VarObject.Kind.PARAM, false);
        var r = new VarObject(null, "", 0, BasicType.INT, VarObject.Kind.RESULT, false);
        return new Signature(
                null,
                List.of(),
                List.of(),
                new TupleType(List.of(p)),
                new TupleType(List.of(r)),
                false);
    }

    private static NamedType named(GoPackage pkg, String name) {
        var object = new TypeObject(pkg, name, 0, false);
        var type = new NamedType(object);
        object.setType(type);
        type.setUnderlying(BasicType.INT);
        return type;
    }

    /// An interface method is found by the index of the method table, and reaches the data word.
    @Test
    void anInterfaceMethodReachesTheTypesOwnOne() {
        var pkg = new GoPackage("main", "main");
        var iface = new InterfaceType();
        var methods = new ArrayList<FuncObject>();
        for (var name : List.of("B", "A")) {
            var m = new FuncObject(pkg, name, 0, null, null);
            m.setSignature(takesInt());
            methods.add(m);
        }
        iface.define(methods, List.of(), false);
        var builder = new GeneratedProgram.Builder().iface(iface);
        var call = Ir.function("call", List.of(Word.J, Word.P, Word.J), List.of(Word.J));
        var r = call.newLocal(Word.J, "");
        call.blocks()
                .getFirst()
                .statements()
                .add(
                        new Statement.Call(
                                new Callee.Interface(
                                        iface,
                                        1,
                                        Ir.param(call, 0),
                                        Ir.param(call, 1),
                                        new Shape(List.of(Word.J), List.of(Word.J))),
                                List.of(Ir.param(call, 2)),
                                List.of(r),
                                0));
        call.blocks().getFirst().setTerminator(Ir.ret(Ir.read(r)));
        builder.add(call);
        int n = 400;
        var types = new ArrayList<NamedType>();
        for (int k = 0; k < n; k++) {
            var type = named(pkg, "T" + k);
            types.add(type);
            var a = Ir.function("a" + k, List.of(Word.P, Word.J), List.of(Word.J));
            a.blocks().getFirst().setTerminator(Ir.ret(Ir.j(-1)));
            var b = Ir.function("b" + k, List.of(Word.P, Word.J), List.of(Word.J));
            b.blocks()
                    .getFirst()
                    .setTerminator(
                            Ir.ret(
                                    Ir.op(
                                            BinaryOp.ADD,
                                            Ir.op(BinaryOp.ADD, Ir.param(b, 0), Ir.param(b, 1)),
                                            Ir.j(1000L * k))));
            builder.add(a, b);
            builder.type(
                    type,
                    new IrProgram.Method("A", "", takesInt(), a, a),
                    new IrProgram.Method("B", "", takesInt(), b, b));
            var itab = Ir.function("itab" + k, List.of(), List.of(Word.J));
            itab.blocks()
                    .getFirst()
                    .setTerminator(Ir.ret(new Value.Address(new Symbol.Itab(iface, type), 0)));
            builder.add(itab);
        }
        var program = builder.build();
        for (int k : new int[] {0, 1, 179, 180, 181, 359, 360, 399}) {
            long itab = (long) program.call("itab" + k);
            assertEquals(1000L * k + 12, program.call("call", itab, 5L, 7L), "type " + k);
        }
        var fault = assertThrows(PanicEntry.Fault.class, () -> program.call("call", 0L, 5L, 7L));
        assertEquals("nil", fault.getMessage());
        assertEquals(n, program.image().itabs().length / 64);
    }

    @Test
    void argumentsAreNotMixedUp() {
        var sub = Ir.function("sub", List.of(Word.J, Word.J), List.of(Word.J));
        sub.blocks()
                .getFirst()
                .setTerminator(Ir.ret(Ir.op(BinaryOp.SUB, Ir.param(sub, 0), Ir.param(sub, 1))));
        var program = new GeneratedProgram.Builder().add(sub).build();
        assertEquals(-1L, program.call("sub", 4L, 5L));
    }
}
