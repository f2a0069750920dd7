package org.gorrery.compiler.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// What the parts of the checker share while one package is checked: the results so far, the place, and each other.
final class CheckContext {
    final GoPackage pkg;
    final Types types;
    final SourceSet sources;
    final CheckOptions options;
    final Importer importer;
    final Reporter errors;

    final @Nullable Operand[] operands;
    final @Nullable GoObject[] objects;
    final @Nullable Selection[] selections;
    final @Nullable Instance[] instances;
    final Map<CaseClause, VarObject> clauseVars = CheckedPackage.identityMap();
    final Map<SourceFile, String> fileVersions = CheckedPackage.identityMap();
    final List<CheckedPackage> imports = new ArrayList<>();

    /// Package-level objects with their declarations, in source order.
    final Map<GoObject, DeclInfo> decls = new LinkedHashMap<>();

    /// Where the checker stands.
    Env env;

    /// Methods by the name of the package-level type they are declared on.
    final Map<TypeObject, List<FuncObject>> methods = new LinkedHashMap<>();

    /// What is judged only where there is no error otherwise.
    private final List<Late> last = new ArrayList<>();

    private record Late(int pos, Env env, Runnable work) {}

    private final Deque<Delayed> delayed = new ArrayDeque<>();

    private record Delayed(Env env, Runnable work) {}

    final Versions versions = new Versions(this);
    final Declarations declarations = new Declarations(this);
    final TypeExprs typeExprs = new TypeExprs(this);
    final TypeLiterals typeLiterals = new TypeLiterals(this);
    final Signatures signatures = new Signatures(this);
    final Generics generics = new Generics(this);
    final Exprs exprs = new Exprs(this);
    final Operators operators = new Operators(this);
    final Shifts shifts = new Shifts(this);
    final Untyped untyped = new Untyped(this);
    final Selectors selectors = new Selectors(this);
    final Indexing indexing = new Indexing(this);
    final CompositeLits literals = new CompositeLits(this);
    final Calls calls = new Calls(this);
    final Builtins builtins = new Builtins(this);
    final Allocations allocations = new Allocations(this);
    final UnsafeBuiltins unsafe = new UnsafeBuiltins(this);
    final Conversions conversions = new Conversions(this);
    final Inference inference = new Inference(this);
    final Assignments assignments = new Assignments(this);
    final ShortDeclarations shortDeclarations = new ShortDeclarations(this);
    final Statements statements = new Statements(this);
    final Switches switches = new Switches(this);
    final Ranges ranges = new Ranges(this);
    final Bodies bodies = new Bodies(this);
    final LazyBodies lazyBodies = new LazyBodies(this);
    final WaitingValues waitingValues = new WaitingValues(this);
    final Validity validity = new Validity(this);
    final DirectiveRules directives = new DirectiveRules(this);
    final Instantiations instantiations = new Instantiations(this);

    CheckContext(
            GoPackage pkg,
            Types types,
            SourceSet sources,
            CheckOptions options,
            Importer importer,
            int expressions,
            SourceFile first) {
        this.pkg = pkg;
        this.types = types;
        this.sources = sources;
        this.options = options;
        this.importer = importer;
        this.errors = new Reporter(pkg, sources, types.sets()::isEmptyIfKnown);
        this.operands = new Operand[expressions];
        this.objects = new GoObject[expressions];
        this.selections = new Selection[expressions];
        this.instances = new Instance[expressions];
        this.env = new Env(first, new Scope(null, null), null, null, null, 0);
    }

    /// Puts work off until the declarations at hand are known.
    void later(Runnable work) {
        delayed.add(new Delayed(env, work));
    }

    /// Gives a declared type the methods that were found for its name.
    void collected(NamedType named) {
        for (var m : methods.getOrDefault(named.object(), List.of())) {
            named.addMethod(m);
        }
    }

    /// Has something about `pos` judged at the end, where there is no error otherwise.
    void atEnd(int pos, Runnable work) {
        last.add(new Late(pos, env, work));
    }

    /// Judges what waited for the end, in source order.
    void finish() {
        last.sort((a, b) -> Integer.compare(a.pos(), b.pos()));
        for (var l : last) {
            env = l.env();
            l.work().run();
        }
    }

    /// How much is put off; for [#settle].
    int pending() {
        return delayed.size();
    }

    /// Does what was put off since, in order, and what that puts off.
    void settle(int pending) {
        var before = env;
        while (delayed.size() > pending) {
            var batch = new ArrayDeque<Delayed>();
            while (delayed.size() > pending) {
                batch.addFirst(delayed.removeLast());
            }
            for (var d : batch) {
                env = d.env();
                d.work().run();
            }
        }
        env = before;
    }

    /// Does what was put off, and what that puts off.
    void drain() {
        var before = env;
        for (var d = delayed.poll(); d != null; d = delayed.poll()) {
            env = d.env();
            d.work().run();
        }
        env = before;
    }

    /// Runs in a new block of the current function.
    void inBlock(Runnable work) {
        var before = env;
        env = env.withScope(new Scope(env.scope(), env.func()));
        try {
            work.run();
        } finally {
            env = before;
        }
    }

    /// Notes the verdict on an expression.
    Val record(Val v) {
        lazyBodies.recorded(v.expr().id());
        operands[v.expr().id()] = new Operand(v.mode(), v.type(), v.value());
        return v;
    }

    void recordType(Expr e, Type t) {
        operands[e.id()] = new Operand(t == BasicType.INVALID ? Mode.INVALID : Mode.TYPE, t, null);
    }

    void recordObject(Expr.Name name, GoObject object) {
        objects[name.id()] = object;
    }

    void error(int pos, DiagnosticCode code, String message) {
        int at = env.constPos() != 0 ? env.constPos() : pos;
        errors.at(at, code, message + versions.origin(message));
    }

    /// Reports at the first position of an expression; where it starts with a slicing, Go counts that from its bracket.
    void error(Expr e, DiagnosticCode code, String message) {
        error(ExprText.start(e), code, message);
    }

    String text(WrittenType t) {
        return errors.of(t);
    }

    String text(Val v) {
        return errors.of(v);
    }

    /// What a name means here.
    @Nullable GoObject lookup(String name) {
        for (var s = env.scope(); s != null; s = s.parent()) {
            var found = s.get(name);
            if (found != null) {
                if (found instanceof VarObject v && s.func() != env.func()) {
                    v.markCaptured();
                }
                return found;
            }
        }
        var found = pkg.lookup(name);
        return found != null ? found : Universe.lookup(name);
    }

    /// Declares a local object, or reports that the block has one of that name.
    void declare(GoObject object, Expr.Name name) {
        recordObject(name, object);
        var before = env.scope().insert(object);
        if (before != null) {
            redeclared(object, before);
            return;
        }
        if (object instanceof VarObject v
                && v.kind() == VarObject.Kind.LOCAL
                && env.func() != null) {
            env.func().locals.add(new FuncState.Local(v, env.scope()));
        }
    }

    void redeclared(GoObject object, GoObject before) {
        String other =
                before.pos() == 0
                        ? ""
                        : "\n\t"
                                + errors.place(before.pos())
                                + ": other declaration of "
                                + object.name();
        error(
                object.pos(),
                DiagnosticCode.DUPLICATE_DECLARATION,
                object.name() + " redeclared in this block" + other);
    }

    /// Notes that the declaration at hand depends on a package-level object.
    void uses(GoObject object) {
        var decl = env.decl();
        if (decl != null && object.pkg() == pkg) {
            var key = object instanceof FuncObject f ? f.origin() : object;
            if (decls.containsKey(key)) {
                decl.uses.add(key);
            }
        }
    }

    @Nullable Constant iota() {
        return env.iota();
    }
}
