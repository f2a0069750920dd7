package org.gorrery.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

/// What becomes of calls of func values. `main.each` of package `lib` calls its only parameter in a loop, `main.f` is what it gets.
class KnownFunctionsTest {
    private static final Shape FUNC = new Shape(List.of(), List.of());

    private final List<IrFunction> functions = new ArrayList<>();
    private final IrFunction f = function("main.f", "main", FUNC);
    private final IrFunction main = function("main.main", "main", FUNC);
    private final IrFunction each = taker("lib.each");
    private final Local param = each.params().getFirst();
    private final Block loop = loop(each);

    private IrFunction function(String name, String pkg, Shape shape) {
        var made = new IrFunction(name, pkg, shape, false);
        made.newBlock().setTerminator(new Terminator.Return(List.of(), 0));
        functions.add(made);
        return made;
    }

    private IrFunction taker(String name) {
        var made = function(name, "lib", new Shape(List.of(Word.P), List.of()));
        made.newParam(Word.P, "f");
        return made;
    }

    /// Ends the entry with a loop without end.
    private static Block loop(IrFunction of) {
        var body = of.newBlock();
        of.blocks().getFirst().setTerminator(new Terminator.Jump(body, 0));
        body.setTerminator(new Terminator.Jump(body, 0));
        return body;
    }

    private static Statement.Call funcCall(Value func) {
        return call(new Callee.Closure(func, FUNC));
    }

    private static Statement.Call call(Callee callee, Value... args) {
        return new Statement.Call(callee, Arrays.asList(args), List.of(), 0);
    }

    private static Value value(IrFunction of) {
        return new Value.Address(new Symbol.FuncValue(of), 0);
    }

    private static void add(Block block, Statement... statements) {
        block.statements().addAll(List.of(statements));
    }

    private IrProgram rewritten() {
        var program =
                new IrProgram(
                        Target.of("linux", "amd64").orElseThrow(),
                        functions,
                        main,
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of());
        return KnownFunctions.apply(program, "main"::equals);
    }

    private static IrFunction called(Block block) {
        var last = (Statement.Call) block.statements().getLast();
        return ((Callee.Direct) last.callee()).function();
    }

    private static Block entry(IrFunction of) {
        return of.blocks().getFirst();
    }

    private IrFunction copyOfEach() {
        add(entry(main), call(new Callee.Direct(each), value(f)));
        rewritten();
        return called(entry(main));
    }

    @Test
    void aFunctionThatCallsItsParameterInALoopGetsACopyThatCallsTheFunctionItself() {
        add(loop, funcCall(new Value.Read(param)));
        var copy = copyOfEach();
        assertEquals("lib.each", copy.shownName());
        assertSame(f, called(copy.blocks().get(1)));
        assertEquals(
                List.of(funcCall(new Value.Read(param))), loop.statements(), "others call it, too");
        assertSame(
                copy.blocks().get(1),
                ((Terminator.Jump) copy.blocks().get(1).terminator()).target());
    }

    @Test
    void whoHandsItsParameterOnIsCopiedAsWell() {
        add(loop, funcCall(new Value.Read(param)));
        var outer = taker("lib.outer");
        var alias = outer.newLocal(Word.P, "");
        add(
                entry(outer),
                new Statement.Set(alias, new Value.Read(outer.params().getFirst()), 0),
                call(new Callee.Direct(each), new Value.Read(alias)));
        add(entry(main), call(new Callee.Direct(outer), value(f)));
        assertEquals(functions.size() + 2, rewritten().functions().size());
        assertSame(f, called(called(entry(called(entry(main)))).blocks().get(1)));
    }

    @Test
    void whoHandsItsParameterToItselfAndCallsItLoops() {
        var walk = taker("lib.walk");
        var p = new Value.Read(walk.params().getFirst());
        add(entry(walk), funcCall(p), call(new Callee.Direct(walk), p));
        add(entry(main), call(new Callee.Direct(walk), value(f)));
        rewritten();
        var copy = called(entry(main));
        assertSame(copy, called(entry(copy)), "the copy calls itself, not what it was made of");
    }

    @Test
    void nothingIsCopiedForACallThatIsMadeOnce() {
        add(entry(each), funcCall(new Value.Read(param)));
        assertSame(each, copyOfEach());
    }

    @Test
    void aParameterThatIsAssignedMayBeAnotherFunction() {
        add(loop, funcCall(new Value.Read(param)));
        add(entry(each), new Statement.Set(param, value(main), 0));
        assertSame(each, copyOfEach());
    }

    @Test
    void aLargeFunctionIsCalledAsBefore() {
        add(loop, funcCall(new Value.Read(param)));
        var x = f.newLocal(Word.J, "x");
        for (int i = 0; i < 50; i++) {
            add(entry(f), new Statement.Set(x, new Value.LongConst(i, Word.J), 0));
        }
        assertSame(each, copyOfEach());
    }

    @Test
    void aPackageThatIsNotAskedForStaysAsItIs() {
        add(loop, funcCall(new Value.Read(param)));
        var user = function("lib.user", "lib", FUNC);
        add(entry(user), call(new Callee.Direct(each), value(f)));
        rewritten();
        assertSame(each, called(entry(user)));
    }

    @Test
    void aLocalThatOnlyEverHoldsOneClosureIsCalledDirectly() {
        var closure = new IrFunction("main.main.func1", "main", FUNC, true);
        closure.newClosureParam();
        closure.newBlock().setTerminator(new Terminator.Return(List.of(), 0));
        functions.add(closure);
        var object = new Value.FrameAddress(main.newFrameObject("", null, 16), 0);
        var made =
                new Statement.Store(
                        MemKind.ADDR,
                        object,
                        0,
                        new Value.Address(new Symbol.Thunk(closure), 0),
                        0);
        var local = main.newLocal(Word.P, "g");
        add(
                entry(main),
                made,
                new Statement.Set(local, object, 0),
                funcCall(new Value.Read(local)));
        rewritten();
        assertEquals(
                call(new Callee.Direct(closure), new Value.Read(local)),
                entry(main).statements().getLast());
    }

    @Test
    void anObjectThatIsMadeInTwoPlacesMayHoldEither() {
        var object = new Value.FrameAddress(main.newFrameObject("", null, 16), 0);
        for (var code : List.of(f, each)) {
            add(
                    entry(main),
                    new Statement.Store(
                            MemKind.ADDR,
                            object,
                            0,
                            new Value.Address(new Symbol.Thunk(code), 0),
                            0));
        }
        var call = funcCall(object);
        add(entry(main), call);
        rewritten();
        assertEquals(call, entry(main).statements().getLast());
    }
}
