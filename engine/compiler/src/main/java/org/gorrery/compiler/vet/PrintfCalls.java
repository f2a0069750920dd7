package org.gorrery.compiler.vet;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.FormatDirective;
import org.gorrery.compiler.syntax.LitKind;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.NilObject;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Calls of functions like fmt.Printf and fmt.Println whose arguments do not go with the format, and of the package's own functions that pass
/// theirs on to such ([PrintfWrappers]).
final class PrintfCalls implements Analysis {
    private static final int CHECKED_SINCE = 24;
    private static final int NO_QUOTED_NUMBERS = 26;
    private static final Pattern DIRECTIVE =
            Pattern.compile("%[#0+\\- ]*(?:[0-9]+|\\*)?(?:\\.[0-9*]+)?[bcdefgopqstvxEFGTUX]");

    private final Inspection in;
    private final PrintfWrappers wrappers;
    private final Map<VarObject, FuncObject> printers;

    PrintfCalls(Inspection in) {
        this.in = in;
        this.wrappers = new PrintfWrappers(in);
        this.printers = printers(in);
    }

    @Override
    public void node(Node node) {
        if (!(node instanceof Expr.Call call)) {
            return;
        }
        var f = in.callee(call);
        if (f == null) {
            return;
        }
        var kind = wrappers.kind(f);
        if (kind == null) {
            return;
        }
        int params = f.signature().params().vars().size();
        String name = Inspection.fullName(f);
        if (kind.hasFormat()) {
            if (call.args().size() >= params - 1) {
                format(call, name, kind, params - 2);
            }
        } else {
            print(call, name, kind, params - 1);
        }
    }

    private void warn(int pos, String message) {
        in.warn(pos, DiagnosticCode.PRINTF, message);
    }

    private @Nullable String constantString(Expr x) {
        return in.operand(x).value() instanceof Constant.Str s ? s.bytes() : null;
    }

    private boolean isFunction(Expr x) {
        return in.type(x).underlying() instanceof Signature;
    }

    // --- Print and Println

    private void print(Expr.Call call, String name, PrintfWrappers.Kind kind, int first) {
        var args = call.args();
        if (args.isEmpty()) {
            return;
        }
        var top = args.getFirst();
        if (first == 0
                && Inspection.unparen(top) instanceof Expr.Selector s
                && Inspection.text(s).matches("os\\.(Stdout|Stderr)")) {
            warn(
                    call.pos(),
                    name + " does not take io.Writer but has first arg " + Inspection.text(top));
        }
        if (first >= args.size()) {
            return;
        }
        String text = constantString(args.get(first));
        if (text != null) {
            var m = DIRECTIVE.matcher(text.replaceFirst("%$", ""));
            if (m.find()) {
                warn(
                        call.pos(),
                        name + " call has possible Printf formatting directive " + m.group());
            }
        }
        String last = constantString(args.getLast());
        if (name.endsWith("ln")
                && kind == PrintfWrappers.Kind.PRINTLN
                && last != null
                && last.endsWith("\n")) {
            warn(call.pos(), name + " arg list ends with redundant newline");
        }
        for (var arg : args.subList(first, args.size())) {
            if (isFunction(arg)) {
                warn(
                        call.pos(),
                        name + " arg " + Inspection.text(arg) + " is a func value, not called");
            }
            var method = printedBy(arg);
            if (method != null) {
                warn(
                        call.pos(),
                        name
                                + " arg "
                                + Inspection.text(arg)
                                + " causes recursive call to "
                                + Inspection.fullName(method)
                                + " method");
            }
        }
    }

    /// The method that prints its own receiver by an argument: of `x`, or `&x`, in a method String or Error of x.
    private @Nullable FuncObject printedBy(Expr arg) {
        var x = Inspection.unparen(arg);
        boolean address = x instanceof Expr.Unary u && u.op() == Token.AND;
        var receiver = in.variable(address ? ((Expr.Unary) x).x() : x);
        return receiver == null || address && receiver.type() instanceof PointerType
                ? null
                : printers.get(receiver);
    }

    private static Map<VarObject, FuncObject> printers(Inspection in) {
        var map = new HashMap<VarObject, FuncObject>();
        for (var f : in.checked.functions()) {
            var recv = f.isTyped() ? f.signature().recv() : null;
            if (recv != null
                    && (f.name().equals("String") || f.name().equals("Error"))
                    && ArgumentFit.hasMethod(in, recv.type(), f.name())) {
                map.put(recv, f);
            }
        }
        return map;
    }

    // --- Printf

    private void format(Expr.Call call, String name, PrintfWrappers.Kind kind, int at) {
        var formatArg = call.args().get(at);
        String format = constantString(formatArg);
        int given = call.args().size() - at - 1;
        if (format == null) {
            if (given == 0 && in.languageMinor() >= CHECKED_SINCE) {
                warn(formatArg.pos(), "non-constant format string in call to " + name);
            }
            return;
        }
        if (!format.contains("%")) {
            if (given > 0) {
                warn(
                        call.args().get(at + 1).pos(),
                        name + " call has arguments but no formatting directives");
            }
            return;
        }
        int needed = 0;
        boolean indexed = false;
        var directives = FormatDirective.of(format);
        if (!directives.getLast().fault().isEmpty()) {
            warn(formatArg.pos(), name + " " + directives.getLast().fault());
            return;
        }
        for (var d : directives) {
            if (!directive(call, name, kind, at, d)) {
                return;
            }
            indexed |= d.indexed();
            needed = Math.max(needed, d.args().stream().mapToInt(a -> a + 1).max().orElse(0));
        }
        if (!indexed && !call.spread() && needed != given) {
            warn(call.pos(), name + " call needs " + count(needed) + " but has " + count(given));
        }
    }

    private static String count(int args) {
        return args + (args == 1 ? " arg" : " args");
    }

    /// Judges one directive; false where the rest of the call is not worth looking at.
    private boolean directive(
            Expr.Call call, String name, PrintfWrappers.Kind kind, int at, FormatDirective d) {
        int pos = placeOf(call.args().get(at), d.offset());
        String format = name + " format " + d.text();
        if (d.verb() == 'w' && kind != PrintfWrappers.Kind.ERRORF) {
            warn(pos, name + " does not support error-wrapping directive %w");
            return false;
        }
        var verb = FormatVerb.ALL.get(d.verb());
        boolean formatsItself = d.verb() != 'w' && isFormatter(call, at, d);
        if (!formatsItself && d.verb() != '%') {
            if (verb == null) {
                warn(pos, format + " has unknown verb " + d.verb());
                return false;
            }
            for (char flag : d.flags().toCharArray()) {
                if (flag != '0' && verb.flags().indexOf(flag) < 0) {
                    warn(pos, format + " has unrecognized flag " + flag);
                    return false;
                }
            }
        }
        for (int i = 0; i < d.args().size(); i++) {
            var arg = argument(call, at, d.args().get(i), format, pos);
            if (arg == null) {
                return false;
            }
            if (i < d.stars()) {
                if (!(in.type(arg).underlying() instanceof BasicType b && b.isInteger())) {
                    warn(
                            pos,
                            format + " uses non-int " + Inspection.text(arg) + " as argument of *");
                    return false;
                }
            } else if (verb != null && !formatsItself && !fits(arg, d, verb, format, pos)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Expr arg, FormatDirective d, FormatVerb listed, String format, int pos) {
        char letter = d.verb();
        var verb =
                letter == 'q' && in.languageMinor() >= NO_QUOTED_NUMBERS
                        ? listed.without(FormatVerb.Kind.INT)
                        : listed;
        if (isFunction(arg) && letter != 'p' && letter != 'T') {
            warn(pos, format + " arg " + Inspection.text(arg) + " is a func value, not called");
            return false;
        }
        if (!new ArgumentFit(in, verb).fits(isNil(arg) ? BasicType.UNTYPED_NIL : in.type(arg))) {
            warn(
                    pos,
                    format + " has arg " + Inspection.text(arg) + " of wrong type " + typeOf(arg));
            return false;
        }
        var method = printedBy(arg);
        boolean asText = verb.kinds().isEmpty() || verb.takes(FormatVerb.Kind.STRING);
        if (method != null && asText && letter != 'T' && d.flags().indexOf('#') < 0) {
            warn(
                    pos,
                    format
                            + " with arg "
                            + Inspection.text(arg)
                            + " causes recursive "
                            + Inspection.fullName(method)
                            + " method call");
            return false;
        }
        return true;
    }

    private boolean isNil(Expr arg) {
        return in.object(arg) instanceof NilObject;
    }

    private String typeOf(Expr arg) {
        if (isNil(arg)) {
            return "untyped nil";
        }
        boolean rune =
                Inspection.unparen(arg) instanceof Expr.BasicLit lit && lit.kind() == LitKind.CHAR;
        Type type = in.type(arg);
        return rune && type == BasicType.INT32 ? "rune" : Types.typeString(type, p -> p.path());
    }

    /// The argument of that number; null where it cannot be judged, which is told if the call lacks it.
    private @Nullable Expr argument(Expr.Call call, int at, int number, String format, int pos) {
        int given = call.args().size() - at - 1;
        if (call.spread() && number >= given - 1) {
            return null;
        }
        if (number >= given) {
            warn(pos, format + " reads arg #" + (number + 1) + ", but call has " + count(given));
            return null;
        }
        return call.args().get(at + 1 + number);
    }

    private boolean isFormatter(Expr.Call call, int at, FormatDirective d) {
        if (d.args().isEmpty() || at + 1 + d.args().getLast() >= call.args().size()) {
            return false;
        }
        var type = in.type(call.args().get(at + 1 + d.args().getLast()));
        var found = in.types.lookupFieldOrMethod(type, false, in.checked.pkg(), "Format");
        return found != null
                && found.type() instanceof Signature s
                && s.params().vars().size() == 2
                && Types.typeString(s.params().vars().getFirst().type()).equals("fmt.State");
    }

    /// The place of a byte of a format, inside the literal where it is one.
    private static int placeOf(Expr format, int offset) {
        if (!(format instanceof Expr.BasicLit lit) || lit.kind() != LitKind.STRING) {
            return format.pos();
        }
        String raw = lit.text();
        int at = 1;
        int bytes = 0;
        while (bytes < offset && at < raw.length()) {
            if (raw.charAt(0) == '`' || raw.charAt(at) != '\\') {
                int cp = raw.codePointAt(at);
                bytes += utf8Bytes(cp);
                at += Character.charCount(cp);
            } else {
                char c = raw.charAt(at + 1);
                bytes +=
                        c == 'u'
                                ? utf8Bytes(Integer.parseInt(raw.substring(at + 2, at + 6), 16))
                                : 1;
                at +=
                        switch (c) {
                            case 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> 4;
                            case 'u' -> 6;
                            case 'U' -> 10;
                            default -> 2;
                        };
            }
        }
        return lit.pos()
                + raw.substring(0, Math.min(at, raw.length()))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                        .length;
    }

    private static int utf8Bytes(int cp) {
        return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    }
}
