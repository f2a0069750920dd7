package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What frames hold at safepoints: pc, live pointers and no others.
class FrameTest {
    private static Statement allocate(Local into, int pos) {
        return new Statement.Call(
                new Callee.Runtime(Entry.NEWOBJECT), List.of(Ir.j(0)), List.of(into), pos);
    }

    /// Pointers live at each safepoint, in order.
    private static List<Set<Long>> watch(GeneratedProgram program) {
        var seen = new ArrayList<Set<Long>>();
        program.g.atSafepoint = sp -> seen.add(new TreeSet<>(program.livePointers(sp)));
        return seen;
    }

    /// `q := new(…); r := new(…); use(p, r)`: q is dead at the second call.
    @Test
    void aCallFindsTheLivePointersInTheirSlots() {
        var f = Ir.function("f", List.of(Word.P), List.of(Word.J));
        var builder = new GeneratedProgram.Builder();
        int file = builder.file(20);
        var q = f.newLocal(Word.P, "q");
        var r = f.newLocal(Word.P, "r");
        var body = f.blocks().getFirst().statements();
        body.add(allocate(q, file + 4));
        body.add(new Statement.Eval(Ir.read(q), 0));
        body.add(allocate(r, file + 6));
        f.blocks()
                .getFirst()
                .setTerminator(Ir.ret(Ir.op(BinaryOp.ADD, Ir.param(f, 0), Ir.read(r))));
        var program = builder.add(f).build();
        var seen = watch(program);
        var lines = new ArrayList<Integer>();
        var before = program.g.atSafepoint;
        program.g.atSafepoint =
                sp -> {
                    before.accept(sp);
                    lines.add(program.line(sp));
                };
        long p = GeneratedProgram.HEAP + 8;
        program.call("f", p);
        assertEquals(List.of(Set.of(p), Set.of(p)), seen);
        assertEquals(List.of(5, 7), lines);
    }

    @Test
    void aPointerAssignedAgainIsStoredAgain() {
        var f = Ir.function("f", List.of(Word.P), List.of(Word.P));
        var p = f.params().getFirst();
        var drop = f.newLocal(Word.P, "");
        var body = f.blocks().getFirst().statements();
        body.add(allocate(drop, 0));
        body.add(Ir.set(p, Ir.op(BinaryOp.ADD, Ir.read(p), Ir.j(16))));
        body.add(allocate(drop, 0));
        body.add(allocate(drop, 0));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.read(p)));
        var program = new GeneratedProgram.Builder().add(f).build();
        var seen = watch(program);
        long at = GeneratedProgram.HEAP;
        assertEquals(at + 16, program.call("f", at));
        assertEquals(List.of(Set.of(at), Set.of(at + 16), Set.of(at + 16)), seen);
    }

    /// A pointer stored on one way only must be stored at the join.
    @Test
    void aSlotIsFilledOnEveryWay() {
        var f = Ir.function("f", List.of(Word.P, Word.I), List.of(Word.P));
        var q = f.newLocal(Word.P, "q");
        var drop = f.newLocal(Word.P, "");
        var yes = f.newBlock();
        var join = f.newBlock();
        f.blocks().getFirst().statements().add(Ir.set(q, Ir.param(f, 0)));
        f.blocks().getFirst().setTerminator(new Terminator.Branch(Ir.param(f, 1), yes, join, 0));
        yes.statements().add(allocate(drop, 0));
        yes.setTerminator(new Terminator.Jump(join, 0));
        join.statements().add(allocate(drop, 0));
        join.setTerminator(Ir.ret(Ir.read(q)));
        var program = new GeneratedProgram.Builder().add(f).build();
        long at = GeneratedProgram.HEAP;
        for (int way : new int[] {1, 0}) {
            var seen = watch(program);
            program.call("f", at + way, way);
            seen.forEach(live -> assertEquals(Set.of(at + way), live));
            assertEquals(1 + way, seen.size());
        }
    }

    /// Arguments of the runtime are kept alive by the caller's frame even if dead after the call.
    @Test
    void argumentsOfTheRuntimeStayAliveDuringTheCall() {
        var f = Ir.function("f", List.of(Word.P), List.of(Word.P));
        var grown = f.newLocal(Word.P, "");
        var cap = f.newLocal(Word.J, "");
        Value old = new Value.Load(MemKind.PTR, Ir.param(f, 0), 0);
        f.blocks()
                .getFirst()
                .statements()
                .add(
                        new Statement.Call(
                                new Callee.Runtime(Entry.GROWSLICE),
                                List.of(Ir.j(0), old, Ir.j(1), Ir.j(2), Ir.j(3), Ir.j(4)),
                                List.of(grown, cap),
                                0));
        f.blocks()
                .getFirst()
                .setTerminator(Ir.ret(Ir.op(BinaryOp.ADD, Ir.read(grown), Ir.read(cap))));
        var program = new GeneratedProgram.Builder().add(f).build();
        var seen = watch(program);
        long at = GeneratedProgram.HEAP + 800;
        Mem.st64(at, at + 64);
        assertEquals(at + 64 + 4096 + 6, program.call("f", at));
        assertTrue(seen.getFirst().contains(at + 64), () -> "live: " + seen);
    }

    private static IrFunction growing() {
        var f = Ir.function("f", List.of(Word.P, Word.I, Word.D), List.of(Word.P, Word.D));
        var drop = f.newLocal(Word.P, "");
        f.blocks().getFirst().statements().add(allocate(drop, 0));
        f.blocks()
                .getFirst()
                .setTerminator(
                        Ir.ret(
                                Ir.op(
                                        BinaryOp.ADD,
                                        Ir.param(f, 0),
                                        Ir.op(
                                                org.gorrery.compiler.ir.UnaryOp.I_TO_J,
                                                Ir.param(f, 1))),
                                Ir.param(f, 2)));
        return f;
    }

    @Test
    void aFunctionBeyondTheLimitRunsOnTheNewSegment() {
        var program = new GeneratedProgram.Builder().add(growing()).build();
        long at = GeneratedProgram.HEAP;
        long segment = GeneratedProgram.STACK + 65536;
        var frames = new ArrayList<Long>();
        program.g.atSafepoint =
                sp -> {
                    frames.add(sp);
                    assertEquals(List.of(at), program.livePointers(sp));
                };
        program.g.limit = GeneratedProgram.STACK - 1;
        program.g.nextSegment = segment;
        assertEquals(at + 7, program.call("f", at, 7, 2.5));
        assertEquals(2.5, Double.longBitsToDouble(program.g.r1));
        assertEquals(List.of(GeneratedProgram.STACK, segment), frames);
        assertEquals("lessstack 65536", program.g.log.getLast());
    }

    @Test
    void aRequestToYieldAtEntryStaysOnTheSegment() {
        var program = new GeneratedProgram.Builder().add(growing()).build();
        program.g.limit = -1;
        assertEquals(GeneratedProgram.HEAP + 1, program.call("f", GeneratedProgram.HEAP, 1, 1.0));
        assertEquals("newobject", program.g.log.getLast());
        assertTrue(program.g.log.getFirst().startsWith("morestack"));
    }

    /// A frame object with pointers is zero before the first safepoint that scans it.
    @Test
    void frameObjectsThatHoldPointersStartAsZero() {
        var f = Ir.function("f", List.of(), List.of(Word.J));
        var type = new ArrayType(new PointerType(BasicType.INT), 80);
        var o = f.newFrameObject("x", type, 640);
        f.newFrameObject("n", BasicType.INT, 8);
        var drop = f.newLocal(Word.P, "");
        f.blocks().getFirst().statements().add(allocate(drop, 0));
        f.blocks()
                .getFirst()
                .setTerminator(
                        Ir.ret(new Value.Load(MemKind.I64, new Value.FrameAddress(o, 8), 8)));
        var program = new GeneratedProgram.Builder().add(f).build();
        for (int k = 0; k < 1024; k += 8) {
            Mem.st64(GeneratedProgram.STACK + k, -1);
        }
        var info =
                program.pcs().functions().stream()
                        .filter(x -> x.name().equals("main.f") && !x.objects().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var scanned =
                info.objects().stream().filter(x -> x.typeOffset() != 0).findFirst().orElseThrow();
        assertEquals("x", scanned.name());
        program.g.atSafepoint =
                sp -> {
                    for (int k = 0; k < 640; k += 8) {
                        assertEquals(0, Mem.ld64(sp + scanned.offset() + k));
                    }
                };
        assertEquals(0L, program.call("f"));
        assertEquals(1, info.objects().stream().filter(x -> x.typeOffset() == 0).count());
    }

    /// At the call of morestack the frame objects are not there yet: that pc belongs to a function without any.
    @Test
    void theEntryHasNoFrameObjectsToScan() {
        var f = Ir.function("f", List.of(Word.P), List.of());
        f.newFrameObject("x", new ArrayType(new PointerType(BasicType.INT), 80), 640);
        var drop = f.newLocal(Word.P, "");
        f.blocks().getFirst().statements().add(allocate(drop, 0));
        f.blocks().getFirst().setTerminator(Ir.ret());
        var program = new GeneratedProgram.Builder().add(f).build();
        var scanned = new ArrayList<Integer>();
        program.g.atSafepoint =
                sp -> {
                    int site = (int) program.image().layout().siteAt(Mem.ld64(sp));
                    int function = program.pcs().siteFunction()[site];
                    scanned.add(program.pcs().functions().get(function).objects().size());
                };
        program.g.limit = -1;
        program.call("f", GeneratedProgram.HEAP);
        assertEquals(List.of(0, 1), scanned);
    }

    /// The pointers of a small frame object are live from where it is set until it is read last, and only then; whatever lies beside it.
    @ParameterizedTest
    @ValueSource(strings = {"amd64", "386", "arm"})
    void aFrameObjectIsLiveWhileItsContentIsStillRead(String arch) {
        int w = Target.of("linux", arch).orElseThrow().wordBytes();
        var f = Ir.function("f", List.of(Word.P), List.of(Word.P));
        var beside = new Value.FrameAddress(object(f, "beside", 3, w), 0);
        var at = new Value.FrameAddress(object(f, "x", 3, w), 0);
        var drop = f.newLocal(Word.P, "");
        var read = f.newLocal(Word.P, "");
        var s = f.blocks().getFirst().statements();
        s.add(allocate(drop, 0));
        s.add(new Statement.Clear(at, Ir.j(3L * w), true, 0));
        s.add(new Statement.Store(MemKind.PTR, at, 2 * w, Ir.param(f, 0), 0));
        s.add(allocate(drop, 0));
        s.add(new Statement.Set(read, new Value.Load(MemKind.PTR, at, 2 * w), 0));
        s.add(new Statement.Clear(beside, Ir.j(3L * w), true, 0));
        s.add(new Statement.Store(MemKind.PTR, beside, w, Ir.read(read), 0));
        s.add(allocate(drop, 0));
        s.add(new Statement.Set(read, new Value.Load(MemKind.PTR, beside, w), 0));
        s.add(allocate(drop, 0));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.read(read)));
        var program = new GeneratedProgram.Builder().target(arch).add(f).build();
        for (int k = 0; k < 256; k += 8) {
            Mem.st64(GeneratedProgram.STACK + k, -1);
        }
        var live = new ArrayList<List<Long>>();
        program.g.atSafepoint = sp -> live.add(program.livePointers(sp));
        long p = program.image().layout().base() + 0x1234_5678; // a target's word holds it
        assertEquals(p, program.call("f", p));
        assertEquals(List.of(List.of(p), List.of(0L, 0L, p), List.of(0L, p, 0L), List.of(p)), live);
    }

    private static FrameObject object(IrFunction f, String name, int words, int wordBytes) {
        return f.newFrameObject(
                name,
                new ArrayType(new PointerType(BasicType.INT), words),
                (long) words * wordBytes);
    }

    /// While a local holds the address of a frame object, the local leads to what the object holds, from the entry on where it may not be set
    /// yet.
    @Test
    void aFrameObjectIsLiveWhileALocalHoldsItsAddress() {
        var f = Ir.function("f", List.of(), List.of(Word.P));
        var o = f.newFrameObject("x", new PointerType(BasicType.INT), 8);
        var drop = f.newLocal(Word.P, "");
        var holder = f.newLocal(Word.P, "p");
        var s = f.blocks().getFirst().statements();
        s.add(new Statement.Set(holder, new Value.FrameAddress(o, 0), 0));
        s.add(allocate(drop, 0));
        s.add(new Statement.Store(MemKind.PTR, Ir.read(holder), 0, Ir.read(drop), 0));
        s.add(allocate(drop, 0));
        f.blocks()
                .getFirst()
                .setTerminator(Ir.ret(new Value.Load(MemKind.PTR, Ir.read(holder), 0)));
        var program = new GeneratedProgram.Builder().add(f).build();
        for (int k = 0; k < 256; k += 8) {
            Mem.st64(GeneratedProgram.STACK + k, -1);
        }
        var live = new ArrayList<List<Long>>();
        program.g.atSafepoint =
                sp ->
                        live.add(
                                program.pointersLedTo(sp).stream()
                                        .filter(x -> x <= 0 || x >= GeneratedProgram.HEAP)
                                        .toList());
        long first = (long) program.call("f");
        assertEquals(2, live.size());
        assertEquals(List.of(0L), live.getFirst().stream().filter(x -> x == 0 || x == -1).toList());
        assertTrue(live.getLast().contains(first), live.toString());
    }

    @Test
    void aQuietLeafHasNoFrame() {
        var f = Ir.function("f", List.of(Word.J), List.of(Word.J));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.op(BinaryOp.ADD, Ir.param(f, 0), Ir.j(1))));
        var caller = Ir.function("caller", List.of(Word.J), List.of(Word.J));
        var r = caller.newLocal(Word.J, "");
        caller.blocks()
                .getFirst()
                .statements()
                .add(
                        new Statement.Call(
                                new Callee.Direct(f), List.of(Ir.param(caller, 0)), List.of(r), 0));
        caller.blocks().getFirst().setTerminator(Ir.ret(Ir.read(r)));
        var program = new GeneratedProgram.Builder().add(f, caller).build();
        Mem.st64(GeneratedProgram.STACK, -7);
        assertEquals(42L, program.call("caller", 41L));
        assertEquals(-7, Mem.ld64(GeneratedProgram.STACK), "no pc is stored");
        program.pcs().functions().forEach(i -> assertEquals(0, i.frameBytes(), i.name()));
    }

    @Test
    void sitesOfAFunctionAreConsecutive() {
        var program =
                new GeneratedProgram.Builder().add(growing(), LoopTest.sum("s", Word.J)).build();
        var functions = program.pcs().siteFunction();
        var closed = new TreeSet<Integer>();
        for (int k = 1; k < functions.length; k++) {
            if (functions[k] != functions[k - 1]) {
                assertTrue(closed.add(functions[k - 1]));
                assertFalse(closed.contains(functions[k]));
            }
        }
    }
}
