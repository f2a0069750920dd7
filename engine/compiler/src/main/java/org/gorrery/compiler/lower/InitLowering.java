package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// Package initialisation (Go spec, "Package initialization") and the start of the program.
final class InitLowering {
    private static final Shape NOTHING = new Shape(List.of(), List.of());

    private final ProgramLowering program;
    private final List<Steps> steps = new ArrayList<>();
    private @Nullable IrFunction main;

    InitLowering(ProgramLowering program) {
        this.program = program;
    }

    /// One package's initialisers in their order, each once it is lowered, and its init functions.
    private record Steps(
            CheckedPackage pkg, @Nullable IrFunction[] initializers, List<IrFunction> inits) {}

    /// Begins with what has effects; the rest is lowered when a variable is reached ([PureInitializers]). A last package that is no program
    /// (its escape verdicts are asked for) has no function to start with.
    void begin(List<CheckedPackage> order) {
        order.forEach(this::packageInit);
        var last = order.getLast().pkg();
        if (last.name().equals("main") && last.lookup("main") instanceof FuncObject entry) {
            main = program.function(entry, List.of());
        }
    }

    /// The function that initialises all packages in order and then calls main.main; after all that is reached is lowered.
    IrFunction finish() {
        var pkg = program.packagesInOrder().getLast();
        var ir = program.add(new IrFunction("runtime.main", "runtime", NOTHING, false));
        var fn = new Fn(program, pkg, ir, Env.NONE, VariableUse.none(pkg), null);
        for (var s : steps) {
            var init = packageInit(s);
            if (init != null) {
                fn.e.call(new Callee.Direct(init), List.of(), List.of());
            }
        }
        if (main != null) {
            fn.e.call(new Callee.Direct(main), List.of(), List.of());
        }
        fn.e.end(new Terminator.Return(List.of(), 0));
        return ir;
    }

    private void packageInit(CheckedPackage pkg) {
        var initializers = pkg.initOrder();
        var inits = new ArrayList<IrFunction>();
        var made = new Steps(pkg, new IrFunction[initializers.size()], inits);
        steps.add(made);
        var pure = new PureInitializers(pkg);
        for (int i = 0; i < initializers.size(); i++) {
            int at = i;
            var initializer = initializers.get(i);
            var lhs = initializer.lhs();
            boolean waiting = lhs.size() == 1 && pkg.isWaitingValue(lhs.getFirst());
            if (waiting || !lhs.isEmpty() && pure.test(initializer.rhs())) {
                program.whenReached(
                        initializer.lhs(),
                        () -> made.initializers[at] = initializer(pkg, initializer));
            } else {
                made.initializers[at] = initializer(pkg, initializer);
            }
        }
        for (var decl : pkg.inits()) {
            inits.add(initFunction(pkg, decl, inits.size()));
        }
    }

    /// The initialiser of one package, or null where nothing is left to do at run time.
    private @Nullable IrFunction packageInit(Steps made) {
        var calls = new ArrayList<IrFunction>();
        for (var step : made.initializers) {
            if (step != null) {
                calls.add(step);
            }
        }
        calls.addAll(made.inits);
        if (calls.isEmpty()) {
            return null;
        }
        var pkg = made.pkg;
        var ir =
                program.add(
                        new IrFunction(
                                pkg.pkg().path() + ".init", pkg.pkg().path(), NOTHING, false));
        // No part of the program's text: tracebacks show the steps only.
        ir.setWrapper();
        var fn = new Fn(program, pkg, ir, Env.NONE, VariableUse.none(pkg), null);
        calls.forEach(s -> fn.e.call(new Callee.Direct(s), List.of(), List.of()));
        fn.e.end(new Terminator.Return(List.of(), 0));
        return ir;
    }

    private IrFunction initFunction(
            CheckedPackage pkg, org.gorrery.compiler.syntax.Decl.FuncDecl decl, int number) {
        var ir =
                program.add(
                        new IrFunction(
                                pkg.pkg().path() + ".init." + number,
                                pkg.pkg().path(),
                                NOTHING,
                                false));
        ir.setPos(decl.pos());
        program.later(() -> {
            pkg.ensureBody(decl);
            var fn = new Fn(program, pkg, ir, Env.NONE, program.useOf(pkg, decl), null);
            fn.e.at(decl.pos());
            fn.body(Objects.requireNonNull(decl.body()));
        });
        return ir;
    }

    /// One `var … = …`: static data where the value is known, else a function that computes it.
    private @Nullable IrFunction initializer(CheckedPackage pkg, CheckedPackage.Initializer init) {
        init.lhs().forEach(pkg::ensureValue);
        var ir = new IrFunction(pkg.pkg().path() + ".init", pkg.pkg().path(), NOTHING, false);
        ir.setPos(init.rhs().pos());
        var fn = new Fn(program, pkg, ir, Env.NONE, VariableUse.of(pkg, init.rhs()), null);
        fn.e.at(init.rhs().pos());
        if (init.lhs().size() == 1) {
            var v = init.lhs().getFirst();
            var data = StaticValues.of(fn, init.rhs(), v.type());
            if (data != null) {
                program.global(v).setInitial(data);
                return null;
            }
        }
        program.add(ir);
        var targets = new ArrayList<Place>();
        for (var v : init.lhs()) {
            targets.add(fn.places.global(v, v.type()));
        }
        var values = values(fn, init);
        for (int i = 0; i < targets.size(); i++) {
            fn.places.assign(
                    targets.get(i), fn.conversions.assign(values.get(i), targets.get(i).type()));
        }
        if (fn.e.isOpen()) {
            fn.e.end(new Terminator.Return(List.of(), 0));
        }
        return ir;
    }

    private static List<Rvalue> values(Fn fn, CheckedPackage.Initializer init) {
        var rhs = Calls.unparen(init.rhs());
        if (init.lhs().size() <= 1) {
            return List.of(fn.expressions.value(rhs));
        }
        Type type = fn.type(rhs);
        boolean call =
                type instanceof TupleType && rhs instanceof org.gorrery.compiler.syntax.Expr.Call;
        return call ? fn.expressions.values(rhs) : fn.expressions.commaOk(rhs);
    }
}
