package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorrery.compiler.types.Types;

/// The IR as text, for people and for golden tests: one line per statement, locals as `name.index`, blocks as `b0`.
public final class IrPrinter {
    private final StringBuilder out = new StringBuilder();

    private IrPrinter() {}

    /// A whole program, natives by their headers only.
    public static String print(IrProgram program) {
        return program.functions().stream().map(IrPrinter::print).collect(Collectors.joining("\n"));
    }

    /// One function.
    public static String print(IrFunction function) {
        var printer = new IrPrinter();
        printer.function(function);
        return printer.out.toString();
    }

    private void function(IrFunction f) {
        out.append("func ").append(f.name());
        var params = new ArrayList<String>();
        var closure = f.closureParam();
        if (closure != null) {
            params.add("closure " + local(closure));
        }
        f.params().forEach(p -> params.add(local(p) + " " + p.word()));
        out.append('(').append(String.join(", ", params)).append(") ");
        out.append(f.shape().results());
        if (f.wrapper()) {
            out.append(" wrapper");
        }
        var owner = f.nativeOwner();
        if (owner != null) {
            out.append(" native ").append(owner).append('.').append(f.nativeName());
        }
        out.append('\n');
        for (var o : f.frameObjects()) {
            out.append("  frame ").append(object(o)).append(' ').append(o.bytes()).append('\n');
        }
        var recovered = f.recovered();
        for (var b : f.blocks()) {
            out.append(name(b)).append(b == recovered ? ": recovered\n" : ":\n");
            b.statements().forEach(s -> line(statement(s)));
            line(terminator(b.terminator()));
        }
    }

    private void line(String text) {
        out.append("  ").append(text).append('\n');
    }

    private static String name(Block b) {
        return "b" + b.index();
    }

    private static String local(Local l) {
        return l.name() + "." + l.index();
    }

    private static String object(FrameObject o) {
        return "&" + o.name() + "." + o.index();
    }

    private static String statement(Statement s) {
        return switch (s) {
            case Statement.Set x -> local(x.local()) + " = " + value(x.value());
            case Statement.Eval x -> "eval " + value(x.value());
            case Statement.Store x ->
                    place(x.kind(), x.address(), x.offset()) + " = " + value(x.value());
            case Statement.Copy x ->
                    "copy " + value(x.to()) + " <- " + value(x.from()) + ", " + value(x.bytes());
            case Statement.Clear x -> "clear " + value(x.at()) + ", " + value(x.bytes());
            case Statement.Call x -> call(x);
        };
    }

    private static String call(Statement.Call c) {
        var results = c.results().stream().map(IrPrinter::local).toList();
        return (results.isEmpty() ? "" : String.join(", ", results) + " = ")
                + callee(c.callee())
                + list(c.args());
    }

    private static String callee(Callee callee) {
        return switch (callee) {
            case Callee.Direct d -> "call " + d.function().name();
            case Callee.Closure f -> "call func " + value(f.closure());
            case Callee.Interface f ->
                    "call method " + f.method() + " of " + value(f.itab()) + ":" + value(f.data());
            case Callee.Runtime r -> "call runtime." + r.entry().method();
        };
    }

    private static String list(List<Value> values) {
        return values.stream().map(IrPrinter::value).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String place(MemKind kind, Value address, long offset) {
        return kind + "[" + value(address) + (offset == 0 ? "" : " + " + offset) + "]";
    }

    private static String terminator(Terminator end) {
        return switch (end) {
            case Terminator.Jump j -> "goto " + name(j.target());
            case Terminator.Branch b ->
                    "if " + value(b.condition()) + " " + name(b.yes()) + " else " + name(b.no());
            case Terminator.Switch s -> {
                var cases = new ArrayList<String>();
                for (int i = 0; i < s.keys().length; i++) {
                    cases.add(s.keys()[i] + ": " + name(s.targets().get(i)));
                }
                cases.add("else " + name(s.otherwise()));
                yield "switch " + value(s.key()) + " " + String.join(", ", cases);
            }
            case Terminator.Return r -> "return " + list(r.values());
            case Terminator.Throw t -> "throw runtime." + t.entry().method() + list(t.args());
            case Terminator.Unreachable _ -> "unreachable";
        };
    }

    /// One expression tree.
    static String value(Value v) {
        return switch (v) {
            case Value.IntConst k -> Integer.toString(k.value());
            case Value.LongConst k -> k.word() == Word.P ? "nil" : k.value() + "L";
            case Value.FloatConst k -> k.value() + "f";
            case Value.DoubleConst k -> Double.toString(k.value());
            case Value.Address a -> symbol(a.symbol()) + (a.offset() == 0 ? "" : "+" + a.offset());
            case Value.FrameAddress a ->
                    object(a.object()) + (a.offset() == 0 ? "" : "+" + a.offset());
            case Value.Read r -> local(r.local());
            case Value.Load l -> place(l.kind(), l.address(), l.offset());
            case Value.Unary u -> u.op() + "(" + value(u.x()) + ")";
            case Value.Binary b -> b.op() + "(" + value(b.x()) + ", " + value(b.y()) + ")";
            case Value.Choose c -> "choose" + list(List.of(c.condition(), c.x(), c.y()));
            case Value.NilChecked n -> "nonnil(" + value(n.pointer()) + ")";
            case Value.HeaderChecked h ->
                    "header" + h.log2Bytes() + list(List.of(h.pointer(), h.length()));
            case Value.IndexChecked i -> "index" + list(List.of(i.index(), i.length()));
            case Value.NonZero n -> "nonzero(" + value(n.divisor()) + ")";
        };
    }

    private static String symbol(Symbol symbol) {
        return switch (symbol) {
            case Symbol.TypeDescriptor t -> "type:" + Types.typeString(t.type());
            case Symbol.Itab i -> "itab:" + Types.typeString(i.concrete());
            case Symbol.Global g -> g.global().name();
            case Symbol.FuncValue f -> "func:" + f.function().name();
            case Symbol.Thunk t -> "thunk:" + t.function().name();
            case Symbol.Bytes b -> quoted(b.latin1());
            case Symbol.Blob b -> "blob:" + b.data().bytes().length;
        };
    }

    private static String quoted(String latin1) {
        var text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(latin1.length(), 40); i++) {
            char c = latin1.charAt(i);
            boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
            text.append(plain ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return text.append(latin1.length() > 40 ? "…\"" : "\"").toString();
    }
}
