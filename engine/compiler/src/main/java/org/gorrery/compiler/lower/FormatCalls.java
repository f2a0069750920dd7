package org.gorrery.compiler.lower;

import java.util.BitSet;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.FormatDirective;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Universe;
import org.jspecify.annotations.Nullable;

/// What the calls of a function ask for by formats, for [HeldKinds].
///
/// A function of the library says `//gorrery:format` where the parameter before its last is a format for the last, and it passes
/// both on to such functions only; with `wrap` behind it, `%w` is allowed. What a call asks for is known where the format is
/// constant and the values are listed.
final class FormatCalls {
    private static final String FORMAT = "gorrery:format";
    private static final String WRAPS = FORMAT + " wrap";

    /// With these a method Error or String, where there is one, gives what is printed.
    private static final String OF_TEXT = "vsqxX";

    private final Fn fn;
    private boolean known;

    FormatCalls(Fn fn) {
        this.fn = fn;
    }

    static boolean takesFormat(Decl.FuncDecl decl) {
        return decl.pragmas().contains(FORMAT) || decl.pragmas().contains(WRAPS);
    }

    /// Looks at a call; the mention of its function that follows is that of the call.
    void call(Expr.Call c) {
        known = false;
        var function = functionOf(c.fun());
        if (function == null || function.decl() == null || !takesFormat(function.decl())) {
            return;
        }
        int at = function.signature().params().vars().size() - 2;
        known =
                passesOn(c)
                        || !c.spread() && at < c.args().size() && listed(c, at, function.decl());
    }

    private @Nullable FuncObject functionOf(Expr fun) {
        var name =
                switch (Calls.unparen(fun)) {
                    case Expr.Name n -> n;
                    case Expr.Selector s when fn.pkg.selections()[s.id()] == null -> s.sel();
                    default -> null;
                };
        return name != null && fn.object(name) instanceof FuncObject f ? f : null;
    }

    private boolean passesOn(Expr.Call c) {
        return c.spread() && fn.takesFormat();
    }

    private boolean listed(Expr.Call c, int at, Decl.FuncDecl decl) {
        if (!(fn.pkg.operand(c.args().get(at)).value() instanceof Constant.Str format)) {
            return false;
        }
        var values = c.args().subList(at + 1, c.args().size());
        var used = new BitSet();
        for (var d : FormatDirective.of(format.bytes())) {
            if (!d.fault().isEmpty()) {
                return false;
            }
            fn.program.held().verb(d.verb(), d.text().length() > 2);
            for (int a : d.args()) {
                used.set(a);
            }
            if (d.verb() != '%' && d.args().getLast() < values.size()) {
                value(d, fn.type(values.get(d.args().getLast())), decl);
            }
        }
        if (used.length() != values.size() || used.cardinality() != values.size()) {
            fn.program.held().odd();
        }
        return true;
    }

    private void value(FormatDirective d, Type type, Decl.FuncDecl decl) {
        var held = fn.program.held();
        boolean wraps = d.verb() == 'w' && decl.pragmas().contains(WRAPS) && isError(type);
        boolean ofText = OF_TEXT.indexOf(d.verb()) >= 0 || d.verb() == 'T' || wraps;
        if (d.verb() == 'v' || d.verb() == 'w') {
            d.flags().chars().forEach(c -> held.verb((char) c, true));
        }
        if (!ofText || d.flags().contains("#")) {
            held.ask(type);
        }
        if (!fits(d.verb(), type)) {
            held.odd();
        }
    }

    /// Whether the verb is sure to fit what is printed.
    private boolean fits(char verb, Type type) {
        if (verb == 'v' || verb == 'T') {
            return true;
        }
        if (type.underlying() instanceof InterfaceType) {
            return false; // nil has no text
        }
        if (OF_TEXT.indexOf(verb) >= 0 && fn.program.held().givesText(type)) {
            return true;
        }
        return type instanceof BasicType b && verbsOf(b).indexOf(verb) >= 0;
    }

    private static String verbsOf(BasicType type) {
        if (type.isString()) {
            return "sqxX";
        }
        if (type.isBoolean()) {
            return "t";
        }
        return type.isInteger() ? "dbcoOqUxX" : type.isFloat() ? "beEfFgGxX" : "";
    }

    private boolean isError(Type type) {
        return fn.types.missingMethod(type, (InterfaceType) Universe.ERROR.underlying()) == null;
    }

    /// Notes the mention of a function. One that takes a format may be called with anything then, unless it is the mention of a call
    /// that was looked at.
    void mention(FuncObject f) {
        var decl = f.decl();
        if (decl != null && takesFormat(decl) && !known) {
            fn.program.held().ask();
        }
        known = false;
    }
}
