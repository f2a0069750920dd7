package org.gorrery.compiler.codegen;

import java.lang.constant.ClassDesc;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.source.Position;
import org.gorrery.compiler.source.SourceSet;

/// What the code of every function needs to know about the rest of the program.
final class ProgramPlan {
    private final IrProgram program;
    private final SourceSet sources;
    private final Sizes sizes;
    private final JvmNames names;
    private final DataImage image;
    private final Thunks thunks;
    private final ChecksClass checks;
    private final DispatchPlan dispatch;
    private final CodegenOptions options;
    private final SiteTable sites = new SiteTable();
    private final Set<IrFunction> quiet = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<IrFunction, Target> targets = new IdentityHashMap<>();
    private final Map<IrFunction, Integer> nativeSites = new IdentityHashMap<>();

    private final Map<Block, PollKind> polls = new ConcurrentHashMap<>();

    /// Where the code of a function is.
    record Target(ClassDesc owner, String name, String descriptor) {}

    ProgramPlan(
            IrProgram program,
            SourceSet sources,
            Sizes sizes,
            JvmNames names,
            DataImage image,
            Thunks thunks,
            ChecksClass checks,
            DispatchPlan dispatch,
            CodegenOptions options) {
        this.program = program;
        this.sources = sources;
        this.sizes = sizes;
        this.names = names;
        this.image = image;
        this.thunks = thunks;
        this.checks = checks;
        this.dispatch = dispatch;
        this.options = options;
    }

    /// The files that positions refer to.
    SourceSet sources() {
        return sources;
    }

    /// Says where the code of a function will be.
    void place(IrFunction f, Target target) {
        targets.put(f, target);
    }

    /// Says that a function has neither checks nor safepoints.
    void markQuiet(IrFunction f) {
        quiet.add(f);
    }

    /// Says at which site a native's frame stands.
    void setNativeSite(IrFunction f, int site) {
        nativeSites.put(f, site);
    }

    /// The site of a native's frame.
    int nativeSite(IrFunction f) {
        var site = nativeSites.get(f);
        if (site == null) {
            throw new IllegalStateException("a native that the program does not list: " + f.name());
        }
        return site;
    }

    /// Says how the jump back at the end of a block looks for a request.
    void setPollKind(Block latch, PollKind kind) {
        polls.put(latch, kind);
    }

    /// How the jump back at the end of a block looks for a request; by the flag where nothing else is said.
    PollKind pollKind(Block latch) {
        return polls.getOrDefault(latch, PollKind.FLAG);
    }

    Target target(IrFunction f) {
        var t = targets.get(f);
        if (t == null) {
            throw new IllegalStateException(
                    "a function that the program does not list: " + f.name());
        }
        return t;
    }

    boolean isQuiet(IrFunction f) {
        return quiet.contains(f);
    }

    /// Whether a call may reach a safepoint, so that pc and live pointers must be in the frame.
    boolean isSafepoint(Callee callee) {
        return switch (callee) {
            case Callee.Direct d -> !isQuiet(d.function());
            case Callee.Closure _, Callee.Interface _ -> true;
            case Callee.Runtime r -> r.entry().isSafepoint();
        };
    }

    /// Bytes above the caller's frame that the call may touch before the callee checks the stack.
    int outBytes(Callee callee) {
        return switch (callee) {
            case Callee.Direct d -> CallShape.of(d.function().shape()).outBytes();
            case Callee.Closure f -> CallShape.of(f.shape()).outBytes();
            case Callee.Interface f -> CallShape.of(f.shape()).outBytes() + 8;
            case Callee.Runtime _ -> 0;
        };
    }

    /// Where a position is; a line directive that names no file makes it `??`.
    Position position(int pos) {
        if (pos <= 0) {
            return Position.NONE;
        }
        var at = sources.position(pos);
        return at.file().isEmpty() ? new Position("??", at.offset(), at.line(), at.column()) : at;
    }

    /// Source line of a position; 0 for nowhere.
    int line(int pos) {
        return position(pos).line();
    }

    /// Source file of a position; empty for nowhere.
    String file(int pos) {
        return position(pos).file();
    }

    /// Host address of a symbol.
    long address(Symbol symbol) {
        return image.address(symbol);
    }

    /// Whether pointers have 64 bits in memory.
    boolean wide() {
        return program.target().is64Bit();
    }

    CodegenOptions options() {
        return options;
    }

    DispatchPlan dispatch() {
        return dispatch;
    }

    IrProgram program() {
        return program;
    }

    Sizes sizes() {
        return sizes;
    }

    JvmNames names() {
        return names;
    }

    DataImage image() {
        return image;
    }

    Thunks thunks() {
        return thunks;
    }

    ChecksClass checks() {
        return checks;
    }

    SiteTable sites() {
        return sites;
    }
}
