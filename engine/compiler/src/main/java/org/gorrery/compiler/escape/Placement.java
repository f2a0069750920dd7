package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueRewrite;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// Puts the objects of a function that do not escape into its frame: the call that made one becomes an address in the frame.
///
/// What made zeroed memory clears its place each time it comes by, so that a variable of a loop's body begins each turn as a new one.
/// Func values that are always the same function are called without looking.
final class Placement {
    private final Unit unit;
    private final Solver solver;
    private final Pointees pointees;
    private final Sizes sizes;
    private final Map<Site, FrameObject> placed = new HashMap<>();
    private final Map<Statement.Call, Site> sites = new IdentityHashMap<>();
    private final Map<Local, Value> addresses = new HashMap<>();

    Placement(Unit unit, Solver solver, Pointees pointees, Sizes sizes) {
        this.unit = unit;
        this.solver = solver;
        this.pointees = pointees;
        this.sizes = sizes;
    }

    void run() {
        for (var site : unit.sites) {
            sites.put(site.call, site);
            if (!solver.escapes(site) && site.type != null && site.bytes > 0) {
                var first = site.renews == null ? site : site.renews;
                placed.computeIfAbsent(first, this::frameObject);
            }
        }
        boolean changes = !placed.isEmpty();
        for (var block : unit.cfg.order()) {
            var out = new ArrayList<Statement>(block.statements().size());
            for (var s : block.statements()) {
                if (s instanceof Statement.Call call) {
                    changes |= call(call, out);
                } else {
                    out.add(s);
                }
            }
            block.statements().clear();
            block.statements().addAll(out);
        }
        if (changes) {
            propagate();
        }
    }

    private FrameObject frameObject(Site site) {
        return unit.function.newFrameObject(
                site.what.kind() == org.gorrery.compiler.ir.Allocation.Kind.VARIABLE
                        ? site.what.text().get()
                        : "",
                site.type,
                site.bytes);
    }

    private boolean call(Statement.Call call, List<Statement> out) {
        if (call.callee() instanceof Callee.Closure c) {
            var f = pointees.function(unit, c.closure());
            if (f == null) {
                out.add(call);
                return false;
            }
            var args = new ArrayList<Value>();
            if (f.closure()) {
                args.add(c.closure());
            }
            args.addAll(call.args());
            out.add(new Statement.Call(new Callee.Direct(f), args, call.results(), call.pos()));
            return true;
        }
        var site = sites.get(call);
        var object = site == null ? null : placed.get(site.renews == null ? site : site.renews);
        if (site == null || object == null) {
            out.add(call);
            return false;
        }
        var at = new Value.FrameAddress(object, 0);
        var text = textInFrame(Objects.entry(site));
        if (text == null) {
            make(site, at, out);
        } else {
            var args = new ArrayList<Value>();
            args.add(at);
            args.addAll(call.args());
            var callee = new Callee.Runtime(text);
            out.add(new Statement.Call(callee, args, call.results(), call.pos()));
        }
        return true;
    }

    /// For an entry that makes a text: the one that puts a short text into the frame; null for others.
    private static @Nullable Entry textInFrame(Entry entry) {
        return switch (entry) {
            case CONCAT2 -> Entry.CONCAT2_IN;
            case CONCAT3 -> Entry.CONCAT3_IN;
            case CONCAT_N -> Entry.CONCAT_N_IN;
            case BYTES_TO_STRING -> Entry.BYTES_TO_STRING_IN;
            case STRING_TO_BYTES -> Entry.STRING_TO_BYTES_IN;
            case INT_TO_STRING -> Entry.INT_TO_STRING_IN;
            default -> null;
        };
    }

    private void make(Site site, Value at, List<Statement> out) {
        var call = site.call;
        var args = call.args();
        int pos = call.pos();
        boolean pointers = site.type != null && sizes.hasPointers(site.type);
        var bytes = new Value.LongConst(site.bytes, Word.J);
        switch (Objects.entry(site)) {
            case CONV_T -> out.add(new Statement.Copy(at, args.get(1), bytes, pointers, pos));
            case CONV_T_WORD -> word(site.bytes, at, args.get(1), pos, out);
            case CONV_T_STRING, CONV_T_SLICE -> header(at, args, pos, out);
            default -> {
                if (site.renews == null) {
                    out.add(new Statement.Clear(at, bytes, pointers, pos));
                }
            }
        }
        out.add(new Statement.Set(call.results().getFirst(), at, pos));
    }

    private static void word(long bytes, Value at, Value bits, int pos, List<Statement> out) {
        var kind =
                switch ((int) bytes) {
                    case 1 -> MemKind.U8;
                    case 2 -> MemKind.U16;
                    case 4 -> MemKind.I32;
                    default -> MemKind.I64;
                };
        var value = bytes == 8 ? bits : new Value.Unary(UnaryOp.J_TO_I, bits);
        out.add(new Statement.Store(kind, at, 0, value, pos));
    }

    private void header(Value at, List<Value> words, int pos, List<Statement> out) {
        boolean wide = sizes.target().is64Bit();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var kind = i == 0 ? MemKind.PTR : wide ? MemKind.I64 : MemKind.I32;
            var value = i == 0 || wide ? word : new Value.Unary(UnaryOp.J_TO_I, word);
            out.add(new Statement.Store(kind, at, (wide ? 8L : 4L) * i, value, pos));
        }
    }

    // ---- the addresses, where they are used ----

    private void propagate() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var block : unit.cfg.order()) {
                for (var s : block.statements()) {
                    changed |= s instanceof Statement.Set set && note(set);
                }
            }
        }
        for (var block : unit.cfg.order()) {
            var statements = block.statements();
            statements.removeIf(
                    s -> s instanceof Statement.Set set && addresses.containsKey(set.local()));
            statements.replaceAll(s -> ValueRewrite.apply(s, this::replaced));
            block.setTerminator(ValueRewrite.apply(block.terminator(), this::replaced));
        }
    }

    private boolean note(Statement.Set set) {
        if (unit.definitions(set.local()) != 1 || addresses.containsKey(set.local())) {
            return false;
        }
        var value = ValueRewrite.apply(set.value(), this::replaced);
        if (value instanceof Value.FrameAddress) {
            addresses.put(set.local(), value);
            return true;
        }
        return false;
    }

    private Value replaced(Value v) {
        return switch (v) {
            case Value.Read r -> addresses.getOrDefault(r.local(), v);
            case Value.NilChecked n when n.pointer() instanceof Value.FrameAddress -> n.pointer();
            case Value.Binary b
                    when b.op() == BinaryOp.ADD
                            && b.x() instanceof Value.FrameAddress a
                            && b.y() instanceof Value.LongConst c ->
                    new Value.FrameAddress(a.object(), a.offset() + c.value());
            default -> v;
        };
    }
}
