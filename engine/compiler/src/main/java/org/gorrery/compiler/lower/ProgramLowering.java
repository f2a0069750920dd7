package org.gorrery.compiler.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrGlobal;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeParameter;
import org.gorrery.compiler.types.Types;
import org.gorrery.compiler.types.VarObject;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// Lowers a whole program: starts at the initialisers and main.main and goes on with every function that is reached.
///
/// Generic functions are lowered once per list of type arguments. Methods of a type that is converted to an interface are
/// reached when some interface method of that name is called (rapid type analysis), see [DynamicMethods].
public final class ProgramLowering {
    /// Identity of a lowered function.
    private record Key(FuncObject function, List<TypeKey> args) {}

    // Functions of package reflect that find methods at run time: with one of them all exported
    // methods count as called.
    /// Of an installed Go's library: returns the pointer it is given, and whoever calls it vouches that the pointer goes nowhere.
    private static final String HIDES_A_POINTER = "internal/abi.NoEscape";

    private static final java.util.Set<String> METHODS_BY_NAME =
            java.util.Set.of(
                    "reflect.Value.Method",
                    "reflect.Value.MethodByName",
                    "reflect.(*rtype).Method",
                    "reflect.(*rtype).MethodByName");

    private final Target target;
    private final AddressLayout addresses;
    private final Types types;
    private final WordLayout layout;
    private final Map<GoPackage, CheckedPackage> packages = new IdentityHashMap<>();
    private final Map<Key, IrFunction> functions = new HashMap<>();
    private final List<IrFunction> all = new ArrayList<>();
    private final Map<VarObject, IrGlobal> globals = new LinkedHashMap<>();
    private final List<IrGlobal> allGlobals = new ArrayList<>();
    private final Map<VarObject, Runnable> whenReached = new IdentityHashMap<>();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final Map<Decl.FuncDecl, VariableUse> uses = new IdentityHashMap<>();
    private final DynamicMethods dynamic;
    private final HeldKinds held = new HeldKinds(this);
    private final Intrinsics intrinsics = new Intrinsics();
    private final Predicate<CheckedPackage> debugged;
    private final List<Integer> debugStatements = new ArrayList<>();

    /// A lowering for one target and place in memory.
    ///
    /// @param inOrder all packages, each after those it imports; `main` last
    /// @param debugged which packages are built for a debugger: their variables lie in frames, and it is told of their statements
    public ProgramLowering(
            Target target,
            AddressLayout addresses,
            Types types,
            List<CheckedPackage> inOrder,
            Predicate<CheckedPackage> debugged) {
        this.debugged = debugged;
        this.target = target;
        this.addresses = addresses;
        this.types = types;
        this.layout = new WordLayout(types, target);
        inOrder.forEach(p -> packages.put(p.pkg(), p));
        this.order = List.copyOf(inOrder);
        this.linknames = new Linknames(order);
        this.dynamic = new DynamicMethods(this);
    }

    private final List<CheckedPackage> order;
    private final Linknames linknames;

    /// Lowers everything that the program reaches.
    public IrProgram lower() {
        return lower(p -> false);
    }

    /// Lowers everything that the program reaches, and of some packages every function and method that is not generic.
    public IrProgram lower(Predicate<CheckedPackage> whole) {
        var init = new InitLowering(this);
        init.begin(order);
        order.stream().filter(whole).forEach(this::lowerAll);
        drain();
        while (dynamic.step()) {
            drain();
        }
        held.finish();
        var main = init.finish();
        return new IrProgram(
                target,
                List.copyOf(all),
                main,
                List.copyOf(allGlobals),
                dynamic.runtimeTypes(),
                dynamic.methods(),
                dynamic.interfaces(),
                dynamic.universeTypes(),
                new LocalTypes(order)::number,
                debugStatements);
    }

    private void lowerAll(CheckedPackage pkg) {
        for (var f : pkg.functions()) {
            var signature = f.signature();
            var decl = f.decl();
            if (decl != null
                    && decl.body() != null
                    && signature.typeParams().isEmpty()
                    && signature.recvTypeParams().isEmpty()) {
                function(f, List.of());
            }
        }
    }

    private void drain() {
        for (var task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    Types types() {
        return types;
    }

    Target target() {
        return target;
    }

    WordLayout layout() {
        return layout;
    }

    AddressLayout addresses() {
        return addresses;
    }

    DynamicMethods dynamic() {
        return dynamic;
    }

    HeldKinds held() {
        return held;
    }

    Intrinsics intrinsics() {
        return intrinsics;
    }

    List<CheckedPackage> packagesInOrder() {
        return order;
    }

    CheckedPackage packageOf(GoPackage pkg) {
        var found = packages.get(pkg);
        if (found == null) {
            throw new IllegalStateException(
                    "package " + pkg.path() + " is not part of the program");
        }
        return found;
    }

    @Nullable CheckedPackage packageOfPath(String path) {
        for (var p : order) {
            if (p.pkg().path().equals(path)) {
                return p;
            }
        }
        return null;
    }

    /// Does `task` after what is being lowered now.
    void later(Runnable task) {
        work.add(task);
    }

    /// Adds a function made here.
    IrFunction add(IrFunction function) {
        all.add(function);
        return function;
    }

    /// Whether the package is built for a debugger.
    boolean debugged(CheckedPackage pkg) {
        return debugged.test(pkg);
    }

    /// The number of a statement that a debugger can stop at.
    int debugStatement(int pos) {
        debugStatements.add(pos);
        return debugStatements.size() - 1;
    }

    VariableUse useOf(CheckedPackage pkg, Decl.FuncDecl decl) {
        return uses.computeIfAbsent(decl, d -> VariableUse.of(pkg, d));
    }

    /// The package variable's place.
    IrGlobal global(VarObject v) {
        if (v.kind() == VarObject.Kind.PACKAGE
                && linknames.pulled(path(v.pkg()), v.name()) instanceof VarObject other
                && other.kind() == VarObject.Kind.PACKAGE) {
            return global(other);
        }
        var joined =
                linknames.of(path(v.pkg()), v.name()) instanceof VarObject other
                                && v.kind() == VarObject.Kind.PACKAGE
                                && globals.containsKey(other)
                        ? other
                        : v;
        return globals.computeIfAbsent(
                joined,
                x -> {
                    var global = new IrGlobal(path(v.pkg()) + "." + v.name(), v.type());
                    allGlobals.add(global);
                    var waiting = whenReached.remove(x);
                    if (waiting != null) {
                        later(waiting);
                    }
                    return global;
                });
    }

    /// Does `work`, once, when one of the variables is first mentioned by what is lowered.
    void whenReached(List<VarObject> variables, Runnable work) {
        Runnable once =
                () -> {
                    variables.forEach(whenReached::remove);
                    work.run();
                };
        variables.forEach(v -> whenReached.put(v, once));
    }

    /// A place in memory that has no name in Go: what a static composite value points to.
    IrGlobal hidden(String name, Type type) {
        var global = new IrGlobal(name, type);
        allGlobals.add(global);
        return global;
    }

    static String path(@Nullable GoPackage pkg) {
        return pkg == null ? "" : pkg.path();
    }

    /// The lowered form of a declared function or method for type arguments (of the function, or of the receiver's type).
    IrFunction function(FuncObject f, List<Type> typeArgs) {
        var origin = joined(f.origin());
        var key = new Key(origin, typeArgs.stream().map(t -> new TypeKey(t, types)).toList());
        var found = functions.get(key);
        if (found != null) {
            return found;
        }
        var signature = origin.signature();
        var params =
                signature.recvTypeParams().isEmpty()
                        ? signature.typeParams()
                        : signature.recvTypeParams();
        var env = params.isEmpty() ? Env.NONE : new Env(params, typeArgs);
        var ir =
                new IrFunction(
                        nameOf(origin, typeArgs),
                        path(origin.pkg()),
                        shapeOf(signature, env),
                        false);
        ir.setPos(origin.pos());
        functions.put(key, ir);
        if (METHODS_BY_NAME.contains(ir.name())) {
            dynamic.useAllMethods();
            held.holdAll(); // a method's signature leads to types that nothing else mentions
        }
        if (origin != f.origin()) {
            held.ask(); // who calls a function under another name may give it any format
        }
        all.add(ir);
        var decl = origin.decl();
        if (decl != null
                && (decl.pragmas().contains("go:noescape")
                        || decl.pragmas().contains("gorrery:noescape")
                        || ir.name().equals(HIDES_A_POINTER))) {
            ir.setKeepsNothing();
        }
        if (decl == null || decl.body() == null) {
            bindNative(ir, origin);
        } else {
            var pkg = packageOf(java.util.Objects.requireNonNull(origin.pkg()));
            held.reached(
                    decl,
                    () -> {
                        pkg.ensureBody(decl);
                        new Fn(this, pkg, ir, env, useOf(pkg, decl), null)
                                .lowerDeclared(decl, origin, true);
                    },
                    () ->
                            new Fn(this, pkg, ir, env, VariableUse.none(pkg), null)
                                    .lowerDeclared(decl, origin, false));
        }
        return ir;
    }

    /// The function that a declaration without body stands for, if a linkname says so.
    private FuncObject joined(FuncObject f) {
        var decl = f.decl();
        if (decl != null
                && decl.isAbsent()
                && f.signature().recv() == null
                && linknames.of(path(f.pkg()), f.name()) instanceof FuncObject other
                && other.decl() != null
                && (other.decl().body() != null
                        || linknames.of(path(other.pkg()), other.name()) != f)) {
            return other;
        }
        return f;
    }

    private static void bindNative(IrFunction ir, FuncObject f) {
        String method = f.name();
        var recv = f.signature().recv();
        if (recv != null) {
            Type t = recv.type() instanceof PointerType p ? p.elem() : recv.type();
            method = (t instanceof NamedType n ? n.object().name() : "") + "_" + method;
        }
        ir.setNative(RuntimeNames.NATIVES + path(f.pkg()) + "/Natives", method);
    }

    /// The words of a call of that signature: receiver, addresses for results held in memory, parameters.
    Shape shapeOf(Signature signature, Env env) {
        var params = new ArrayList<Word>();
        var results = new ArrayList<Word>();
        if (signature.recv() != null) {
            addWords(params, env.apply(signature.recv().type(), types));
        }
        for (var r : signature.results().vars()) {
            var type = env.apply(r.type(), types);
            if (layout.inWords(type)) {
                layout.slots(type).forEach(s -> results.add(s.word()));
            } else {
                params.add(Word.J);
            }
        }
        signature.params().vars().forEach(p -> addWords(params, env.apply(p.type(), types)));
        return new Shape(params, results);
    }

    /// As [#shapeOf], for a func value: without receiver.
    Shape shapeOfValue(Signature signature) {
        return shapeOf(
                new Signature(
                        null,
                        List.of(),
                        List.of(),
                        signature.params(),
                        signature.results(),
                        signature.variadic()),
                Env.NONE);
    }

    private void addWords(List<Word> out, Type type) {
        if (layout.inWords(type)) {
            layout.slots(type).forEach(s -> out.add(s.word()));
        } else {
            out.add(Word.J);
        }
    }

    private static String nameOf(FuncObject f, List<Type> args) {
        String generic = args.isEmpty() ? "" : "[...]";
        var recv = f.signature().recv();
        if (recv == null) {
            return path(f.pkg()) + "." + f.name() + generic;
        }
        return switch (recv.type()) {
            case PointerType p when p.elem() instanceof NamedType n ->
                    path(f.pkg()) + ".(*" + n.object().name() + generic + ")." + f.name();
            case NamedType n -> path(f.pkg()) + "." + n.object().name() + generic + "." + f.name();
            default -> path(f.pkg()) + "." + f.name();
        };
    }

    /// Type parameters that a function's source mentions.
    static List<TypeParameter> typeParamsOf(Signature s) {
        return s.recvTypeParams().isEmpty() ? s.typeParams() : s.recvTypeParams();
    }
}
