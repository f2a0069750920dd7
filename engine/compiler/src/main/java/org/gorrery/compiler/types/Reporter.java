package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.ConstantText;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;

/// Words the faults of one package and holds them back until all are known.
final class Reporter {
    /// What Go's parser tells already.
    private static final Set<DiagnosticCode> OF_THE_PARSER =
            Set.of(DiagnosticCode.BAD_LABEL, DiagnosticCode.MISPLACED_BRANCH);

    private final GoPackage pkg;
    private final SourceSet sources;
    private final Predicate<TypeParameter> emptyTypeSet;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /// Line and words of the last one: what repeats it in the same line is left out.
    private String last = "";

    private final Map<String, Set<String>> pathsByName = new HashMap<>();

    /// Types as seen from the package.
    final TypeText text;

    Reporter(GoPackage pkg, SourceSet sources, Predicate<TypeParameter> emptyTypeSet) {
        this.emptyTypeSet = emptyTypeSet;
        this.pkg = pkg;
        this.sources = sources;
        this.text = TypeText.forMessages(this::qualifier);
    }

    /// Notes that a package is in sight, so that two of one name are told apart by path.
    void sees(GoPackage other) {
        pathsByName.computeIfAbsent(other.name(), k -> new HashSet<>()).add(other.path());
    }

    private String qualifier(GoPackage other) {
        if (other == pkg) {
            return "";
        }
        boolean ambiguous = pathsByName.getOrDefault(other.name(), Set.of()).size() > 1;
        return ambiguous ? "\"" + other.path() + "\"" : other.name();
    }

    /// Reports at a position, once.
    void at(int pos, DiagnosticCode code, String message) {
        if (!found.isEmpty() && followsFromAnother(message)) {
            return;
        }
        String line = sources.line(pos) + ":" + sources.position(pos).file() + ":" + message;
        boolean again = line.equals(last);
        last = line;
        if (!again && seen.add(pos + ":" + message)) {
            found.add(
                    new Diagnostic(pos, pos, code, Diagnostic.Severity.ERROR, message, List.of()));
        }
    }

    /// Whether the message speaks of something refused before. Only its first part decides: with it go lines indented twice, which tell
    /// the cause, but not those indented once, which are parts of their own.
    private static boolean followsFromAnother(String message) {
        int end = message.indexOf("\n\t");
        while (end >= 0 && message.startsWith("\n\t\t", end)) {
            end = message.indexOf("\n\t", end + 1);
        }
        String first = end < 0 ? message : message.substring(0, end);
        return first.indexOf("invalid type") > 0 || first.indexOf("invalid operand") > 0;
    }

    boolean hasErrors() {
        return !found.isEmpty();
    }

    /// `file:line:col` of a position.
    String place(int pos) {
        return sources.position(pos).toString();
    }

    /// Hands over what was found; first what Go's parser finds.
    void flush(Diagnostics out) {
        found.stream().filter(d -> OF_THE_PARSER.contains(d.code())).forEach(out::add);
        found.stream().filter(d -> !OF_THE_PARSER.contains(d.code())).forEach(out::add);
    }

    String of(WrittenType t) {
        return text.of(t);
    }

    /// An operand with what it is: `x (variable of type int)`.
    String of(Val v) {
        if (v.isNil()) {
            return v.type() == BasicType.UNTYPED_NIL || v.type() == BasicType.INVALID
                    ? "nil"
                    : "nil (of type " + of(v.written()) + ")";
        }
        String expr = ExprText.of(v.expr());
        var out = new StringBuilder(expr).append(" (");
        boolean typed =
                switch (v.mode()) {
                    case INVALID, NO_VALUE, BUILTIN, TYPE -> false;
                    case CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL, COMMA_OK, CGO_FUNC -> true;
                };
        if (typed && v.isUntyped()) {
            out.append(of(v.written())).append(' ');
            typed = false;
        }
        out.append(mode(v.mode()));
        var value = v.value();
        if (v.mode() == Mode.CONSTANT) {
            String s = value == null ? "unknown" : constant(value, v.type());
            if (!s.equals(expr)) {
                out.append(' ').append(s);
            }
        }
        if (typed) {
            out.append(typePart(v.written()));
        }
        return out.append(')').toString();
    }

    /// As messages show it: an imaginary part stands even where it is zero.
    private static String constant(Constant value, Type type) {
        if (!(type.underlying() instanceof BasicType b) || !b.isFloat() && !b.isComplex()) {
            return ConstantText.of(value);
        }
        return b.isFloat() || !Constants.isNumber(value)
                ? ConstantText.ofFloat(value)
                : "("
                        + ConstantText.ofFloat(Constants.real(value))
                        + " + "
                        + ConstantText.ofFloat(Constants.imag(value))
                        + "i)";
    }

    private String typePart(WrittenType written) {
        var t = written.actual();
        if (t == BasicType.INVALID) {
            return " with invalid type";
        }
        if (t instanceof TypeParameter p) {
            String empty = emptyTypeSet.test(p) ? " with empty type set" : "";
            return " of type " + of(written) + " constrained by " + of(p.constraint()) + empty;
        }
        var desc = new StringBuilder(isGeneric(t) ? "generic " : "");
        if (t instanceof NamedType || written instanceof AliasType a && !a.isBasic()) {
            String kind = kind(t);
            desc.append(kind.isEmpty() ? of(t.underlying()) : kind).append(' ');
        }
        return " of " + desc + "type " + of(written);
    }

    private static boolean isGeneric(Type t) {
        return t instanceof NamedType n && n.isGeneric()
                || t instanceof Signature s && !s.typeParams().isEmpty();
    }

    /// The kind of a composite type in a word, empty for a basic one.
    static String kind(Type t) {
        return switch (t.underlying()) {
            case BasicType x -> "";
            case ArrayType x -> "array";
            case SliceType x -> "slice";
            case StructType x -> "struct";
            case PointerType x -> "pointer";
            case Signature x -> "func";
            case InterfaceType x -> t instanceof TypeParameter ? "type parameter" : "interface";
            case MapType x -> "map";
            case ChanType x -> "chan";
            case TupleType x -> "tuple";
            case NamedType x -> "";
            case TypeParameter x -> "";
            case UnionType x -> "union";
        };
    }

    private static String mode(Mode m) {
        return switch (m) {
            case INVALID -> "invalid operand";
            case NO_VALUE -> "no value";
            case BUILTIN -> "built-in";
            case TYPE -> "type";
            case CONSTANT -> "constant";
            case VARIABLE -> "variable";
            case MAP_INDEX -> "map index expression";
            case VALUE -> "value";
            case NIL -> "nil";
            case COMMA_OK -> "comma, ok expression";
            case CGO_FUNC -> "cgo function";
        };
    }
}
