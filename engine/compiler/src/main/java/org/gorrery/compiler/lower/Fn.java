package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoObject;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// One function while it is lowered: where its variables live, its results, and the parts that lower expressions and statements.
final class Fn {
    /// Bytes of the largest variable that closures hold by value; gc's limit.
    private static final long LARGEST_CAPTURED_VALUE = 128;

    private static final long LARGEST_IN_FRAME =
            128 << 10; // gc puts larger variables into the heap

    final ProgramLowering program;
    final CheckedPackage pkg;
    final Emitter e;
    final Types types;
    final WordLayout layout;
    final Expressions expressions;
    final Conversions conversions;
    final Calls calls;
    final Places places;
    final Statements statements;
    final Closures closures;
    final Env env;
    final VariableUse use;
    final @Nullable Fn outer;
    final @Nullable DebugHooks debug;
    private final Map<VarObject, Storage> storage = new IdentityHashMap<>();
    private final List<VarObject> results = new ArrayList<>();
    private final List<Value> resultAddresses = new ArrayList<>();
    private List<Type> resultTypes = List.of();
    private boolean hasDefer;
    private @Nullable OpenDefers openDefers;
    private int end; // position of the body's closing brace
    private Fn named = this; // whose name and numbers its literals and loops get
    private boolean prints = true;
    private boolean takesFormat;
    private int closureCount;
    private int wrapCount;
    private int rangeCount;

    Fn(
            ProgramLowering program,
            CheckedPackage pkg,
            IrFunction ir,
            Env env,
            VariableUse use,
            @Nullable Fn outer) {
        this.program = program;
        this.pkg = pkg;
        this.types = program.types();
        this.layout = program.layout();
        this.env = env;
        this.use = use;
        this.outer = outer;
        this.e = new Emitter(ir, layout, types, program.target().is64Bit());
        this.conversions = new Conversions(this);
        this.expressions = new Expressions(this);
        this.calls = new Calls(this);
        this.places = new Places(this);
        this.closures = new Closures(this);
        this.statements = new Statements(this);
        this.debug = program.debugged(pkg) ? new DebugHooks(this) : null;
    }

    // ---- what the checker knows, with type arguments put in ----

    Type type(Expr x) {
        return env.apply(pkg.operand(x).type(), types);
    }

    Type apply(Type t) {
        return env.apply(t, types);
    }

    @Nullable GoObject object(Expr.Name name) {
        return pkg.objects()[name.id()];
    }

    IrFunction ir() {
        return e.function();
    }

    /// Whether what it puts into interfaces may be printed.
    boolean prints() {
        return outer == null ? prints : outer.prints();
    }

    /// Whether it is declared to take a format and values for it.
    boolean takesFormat() {
        return takesFormat;
    }

    /// Name of the next function literal inside this one.
    String nextClosureName() {
        String name = named.ir().name();
        boolean inLiteral = named.outer != null || name.contains(".func");
        return name + (inLiteral ? "." : ".func") + ++named.closureCount;
    }

    /// Name of the body of the next range over a function inside this one.
    String nextRangeName() {
        return named.ir().name() + "-range" + ++named.rangeCount;
    }

    /// Makes it the body of a loop of `loops`, which Go leaves out of the names of what is inside.
    void nameAfter(Fn loops) {
        named = loops.named;
    }

    /// Name of the next compiler-made wrapper inside this one.
    String nextWrapName(String kind) {
        return ir().name() + "." + kind + ++wrapCount;
    }

    // ---- variables ----

    Storage storageOf(VarObject v) {
        var found = storage.get(v);
        if (found == null) {
            throw new IllegalStateException(
                    "variable " + v.name() + " of " + ir().name() + " has no place");
        }
        return found;
    }

    boolean hasStorage(VarObject v) {
        return storage.containsKey(v);
    }

    void setStorage(VarObject v, Storage s) {
        storage.put(v, s);
    }

    /// Whether a variable needs a place of its own that others can point to: also what closures had better not copy.
    boolean needsBox(VarObject v) {
        long bytes = types.sizeof(apply(v.type()));
        return use.needsBox(v)
                || bytes > LARGEST_IN_FRAME
                || use.isCaptured(v) && bytes > LARGEST_CAPTURED_VALUE;
    }

    /// Makes the place of a new variable, not yet set.
    Storage declare(VarObject v) {
        var type = apply(v.type());
        Storage s;
        if (needsBox(v)) {
            var box = ir().newLocal(Word.P, v.name());
            e.set(box, e.newObject(Kind.VARIABLE, v.pos(), v::name, type));
            s = new Storage.Boxed(box);
            if (debug != null) {
                debug.elsewhere(v, type, new Value.Read(box));
            }
        } else if (debug != null) {
            s = new Storage.Frame(debug.inFrame(v, type));
        } else if (layout.inWords(type)) {
            s = new Storage.Registers(e.newLocals(type, v.name()));
        } else {
            s = new Storage.Frame(ir().newFrameObject(v.name(), type, types.sizeof(type)));
        }
        storage.put(v, s);
        return s;
    }

    /// Declares a variable and sets it to zero.
    void declareZero(VarObject v) {
        var type = apply(v.type());
        switch (declare(v)) {
            case Storage.Registers r -> e.setLocals(r.locals(), e.zero(type));
            case Storage.Frame f ->
                    e.clear(
                            new Value.FrameAddress(f.object(), 0),
                            f.object().bytes(),
                            layout.hasPointers(type));
            case Storage.Boxed b -> {}
            case Storage.At a -> {}
        }
    }

    /// Declares a variable with its first value, already of the variable's type.
    void declareInit(VarObject v, Rvalue value) {
        var settled = needsBox(v) ? e.stable(value) : value;
        places.assign(placeOf(apply(v.type()), declare(v)), settled);
    }

    Place placeOf(Type type, Storage s) {
        return switch (s) {
            case Storage.Registers r -> new Place.InLocals(type, r.locals());
            case Storage.Frame f ->
                    new Place.InMemory(type, new Value.FrameAddress(f.object(), 0), 0);
            case Storage.Boxed b -> new Place.InMemory(type, new Value.Read(b.address()), 0);
            case Storage.At a -> new Place.InMemory(type, a.address(), 0);
        };
    }

    /// The address of a type's descriptor; notes that the program needs it.
    Value descriptor(Type type) {
        return e.typeAddress(type);
    }

    // ---- whole functions ----

    /// @param called whether the program may call it when it runs; otherwise it is left empty
    void lowerDeclared(Decl.FuncDecl decl, FuncObject object, boolean called) {
        prints = !HeldKinds.isUnprinted(decl);
        takesFormat = FormatCalls.takesFormat(decl);
        var signature = object.signature();
        e.at(decl.pos());
        var params = new Params(this);
        if (decl.recv() != null && signature.recv() != null) {
            var names = decl.recv().names();
            params.add(names.isEmpty() ? null : names.getFirst(), signature.recv().type());
        }
        params(params, decl.type(), signature);
        if (!called) {
            e.end(new Terminator.Unreachable(decl.pos()));
        } else if (!program.intrinsics().lower(this, object)) {
            body(java.util.Objects.requireNonNull(decl.body()));
        }
    }

    /// Parameters and results of a function literal or declaration, in the order of the calling convention.
    void params(Expr.FuncTypeExpr type, Signature signature) {
        params(new Params(this), type, signature);
    }

    private void params(Params params, Expr.FuncTypeExpr type, Signature signature) {
        results(type, signature);
        params.addAll(type, signature);
        results.forEach(this::declareZero);
    }

    private void results(Expr.FuncTypeExpr type, Signature signature) {
        resultTypes = signature.results().vars().stream().map(v -> apply(v.type())).toList();
        for (var t : resultTypes) {
            if (!layout.inWords(t)) {
                resultAddresses.add(new Value.Read(ir().newParam(Word.J, "", ParamRole.RESULT)));
            }
        }
        nameResults(signature);
        int i = 0;
        for (var field : type.results().fields()) {
            for (var name : field.names()) {
                var t = signature.results().vars().get(i++).type();
                var v =
                        object(name) instanceof VarObject named
                                ? named
                                : new VarObject(
                                        pkg.pkg(),
                                        "_",
                                        name.pos(),
                                        t,
                                        VarObject.Kind.RESULT,
                                        false);
                results.add(v);
            }
        }
    }

    /// As gc does: a result without name is called by its number.
    private void nameResults(Signature signature) {
        var inMemory = new ArrayList<String>();
        for (int i = 0; i < resultTypes.size(); i++) {
            String given = signature.results().vars().get(i).name();
            String name = given.isEmpty() || given.equals("_") ? "~r" + i : given;
            if (layout.inWords(resultTypes.get(i))) {
                layout.slots(resultTypes.get(i)).forEach(_ -> ir().resultNames().add(name));
            } else {
                inMemory.add(name);
            }
        }
        ir().resultNames().addAll(inMemory);
    }

    /// Results of a function made by the compiler: no names.
    void unnamedResults(List<Type> types_) {
        resultTypes = types_;
        for (var t : resultTypes) {
            if (!layout.inWords(t)) {
                resultAddresses.add(new Value.Read(ir().newParam(Word.J, "", ParamRole.RESULT)));
            }
        }
    }

    List<Type> resultTypes() {
        return resultTypes;
    }

    List<VarObject> namedResults() {
        return results;
    }

    boolean hasDefer() {
        return hasDefer;
    }

    /// The deferred calls that it makes itself; null where the runtime does.
    @Nullable OpenDefers openDefers() {
        return openDefers;
    }

    /// Lowers a whole body, with its defer frame if it has one.
    void body(Stmt.Block block) {
        hasDefer = containsDefer(block);
        end = block.rbrace();
        if (hasDefer && results.isEmpty()) {
            for (var t : resultTypes) {
                var v = new VarObject(pkg.pkg(), "_", 0, t, VarObject.Kind.RESULT, false);
                results.add(v);
                declareZero(v);
            }
        }
        if (hasDefer) {
            openDefers = debug == null ? OpenDefers.of(this, block) : null;
            // The handler must find the result variables set: they are, before the first block that
            // can fault.
            e.start(e.newBlock());
        }
        statements.block(block);
        if (e.isOpen()) {
            e.at(block.rbrace());
            returnVariables();
        }
        if (hasDefer) {
            var recovered = e.newBlock();
            e.start(recovered);
            ir().setRecovered(recovered);
            e.end(new Terminator.Return(loadResults(), e.pos()));
        }
    }

    /// Whether a defer statement stands in the function itself, bodies of range-over-func loops included.
    static boolean containsDefer(Node node) {
        if (node instanceof Stmt.Defer) {
            return true;
        }
        if (node instanceof Expr.FuncLit) {
            return false;
        }
        boolean[] found = {false};
        Children.of(node, c -> found[0] |= containsDefer(c));
        return found[0];
    }

    /// Forces a defer frame (wrappers that must run deferred calls of others).
    void returnVariables() {
        if (openDefers != null) {
            openDefers.calls();
        } else if (hasDefer) {
            e.at(end); // where Go's traces see the calls, whichever return makes them
            e.runtime(Entry.DEFERRETURN);
        }
        if (results.isEmpty() && !resultTypes.isEmpty()) {
            e.end(new Terminator.Unreachable(e.pos()));
            return;
        }
        e.end(new Terminator.Return(loadResults(), e.pos()));
    }

    /// Returns values (already of the result types) that were just computed.
    void returnValues(List<Rvalue> values) {
        if (!results.isEmpty()) {
            var settled = values.size() > 1 ? values.stream().map(e::stable).toList() : values;
            for (int i = 0; i < settled.size(); i++) {
                places.assign(
                        placeOf(resultTypes.get(i), storageOf(results.get(i))), settled.get(i));
            }
            returnVariables();
            return;
        }
        var words = new ArrayList<Value>();
        int at = 0;
        for (var v : values) {
            if (v.address() != null) {
                e.storeValue(v, resultAddresses.get(at++), 0);
            } else {
                words.addAll(v.words());
            }
        }
        e.end(new Terminator.Return(words, e.pos()));
    }

    private List<Value> loadResults() {
        var words = new ArrayList<Value>();
        int at = 0;
        for (int i = 0; i < results.size(); i++) {
            var type = resultTypes.get(i);
            var value = places.load(placeOf(type, storageOf(results.get(i))));
            if (value.address() != null) {
                e.storeValue(value, resultAddresses.get(at++), 0);
            } else {
                words.addAll(value.words());
            }
        }
        return words;
    }

    /// Calls `callee` with arguments; memory results get temporaries.
    ///
    /// @param leading words that go before the addresses of results (a receiver)
    List<Rvalue> call(
            Callee callee, List<Value> leading, List<Rvalue> args, List<Type> resultTypes_) {
        var words = new ArrayList<Value>(leading);
        var results_ = new ArrayList<Rvalue>();
        var locals = new ArrayList<Local>();
        for (var t : resultTypes_) {
            if (layout.inWords(t)) {
                var own = e.newLocals(t, "");
                locals.addAll(own);
                results_.add(Rvalue.ofWords(t, Emitter.reads(own)));
            } else {
                var at = new Value.FrameAddress(e.tempObject(t), 0);
                words.add(at);
                results_.add(Rvalue.inMemory(t, at, true));
            }
        }
        for (var a : args) {
            if (a.address() != null) {
                words.add(a.fresh() ? a.address() : e.copyOf(a).memory());
            } else {
                words.addAll(a.words());
            }
        }
        e.call(callee, words, locals);
        return results_;
    }

    /// Passes a call on and returns its results: the whole body of a wrapper.
    void forward(Calls.Target target, List<Rvalue> args, List<Type> types_) {
        var values = call(target.callee(), target.leading(), args, types_);
        returnValues(values);
    }

    Block newBlock() {
        return e.newBlock();
    }
}
