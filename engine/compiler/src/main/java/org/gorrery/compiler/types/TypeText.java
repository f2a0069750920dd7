package org.gorrery.compiler.types;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gorrery.compiler.constant.ConstantText;
import org.gorrery.compiler.syntax.ChanDir;

/// Types in Go notation.
final class TypeText {
    private final Function<GoPackage, String> qualifier;
    private final Function<BasicType, String> basics;
    private final String comma;
    private final boolean named;

    /// Writes the name of a package before a declared type's as `qualifier` says; empty for none.
    TypeText(Function<GoPackage, String> qualifier) {
        this(qualifier, BasicType::text);
    }

    /// As before, with names of one's own for basic types.
    TypeText(Function<GoPackage, String> qualifier, Function<BasicType, String> basics) {
        this(qualifier, basics, true, ",");
    }

    private TypeText(
            Function<GoPackage, String> qualifier,
            Function<BasicType, String> basics,
            boolean named,
            String comma) {
        this.comma = comma;
        this.qualifier = qualifier;
        this.basics = basics;
        this.named = named;
    }

    /// As messages have it: with a space behind the commas between type arguments.
    static TypeText forMessages(Function<GoPackage, String> qualifier) {
        return new TypeText(qualifier, BasicType::text, true, ", ");
    }

    /// With the whole import path before each declared type's name, the package's own included: so Go words the terms of type sets.
    TypeText wholePaths() {
        return new TypeText(GoPackage::path, basics, named, comma);
    }

    /// The text of `t`.
    String of(WrittenType t) {
        var out = new StringBuilder();
        append(out, t);
        return out.toString();
    }

    /// The name of a type's object with its package where another's.
    String name(GoObject o) {
        var pkg = o.pkg();
        String q = pkg == null ? "" : qualifier.apply(pkg);
        return q.isEmpty() ? o.name() : q + "." + o.name();
    }

    private void append(StringBuilder out, WrittenType t) {
        switch (t) {
            case AliasType a -> {
                out.append(name(a.object()));
                list(out, a.args());
            }
            case BasicType b -> out.append(basics.apply(b));
            case NamedType n -> {
                out.append(name(n.object()));
                list(out, n.writtenArgs());
                if (n.typeArgs().isEmpty() && n.isGeneric()) {
                    params(out, n.typeParams());
                }
            }
            case TypeParameter p -> out.append(p.object().name());
            case PointerType p -> append(out.append('*'), p.written());
            case SliceType s -> append(out.append("[]"), s.written());
            case ArrayType a -> append(out.append('[').append(a.length()).append(']'), a.written());
            case MapType m -> {
                append(out.append("map["), m.writtenKey());
                append(out.append(']'), m.writtenValue());
            }
            case ChanType c -> chan(out, c);
            case TupleType u -> tuple(out, u, false);
            case StructType s -> struct(out, s);
            case Signature s -> {
                out.append("func");
                signature(out, s);
            }
            case InterfaceType i -> interfaceType(out, i);
            case UnionType u ->
                    out.append(
                            u.terms().stream()
                                    .map(x -> (x.tilde() ? "~" : "") + of(x.written()))
                                    .collect(Collectors.joining(" | ")));
        }
    }

    private void list(StringBuilder out, List<? extends WrittenType> args) {
        if (args.isEmpty()) {
            return;
        }
        out.append('[');
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                out.append(comma);
            }
            append(out, args.get(i));
        }
        out.append(']');
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private void params(StringBuilder out, List<TypeParameter> params) {
        out.append('[');
        for (int i = 0; i < params.size(); i++) {
            if (i > 0) {
                boolean same = params.get(i - 1).constraint() == params.get(i).constraint();
                if (!same) {
                    append(out.append(' '), params.get(i - 1).constraint());
                }
                out.append(", ");
            }
            out.append(params.get(i).object().name());
        }
        append(out.append(' '), params.getLast().constraint());
        out.append(']');
    }

    private void chan(StringBuilder out, ChanType c) {
        out.append(
                switch (c.dir()) {
                    case BOTH -> "chan ";
                    case SEND -> "chan<- ";
                    case RECV -> "<-chan ";
                });
        boolean parens =
                c.dir() != ChanDir.SEND
                        && c.elem() instanceof ChanType e
                        && e.dir() == ChanDir.RECV;
        if (parens) {
            append(out.append('('), c.written());
            out.append(')');
        } else {
            append(out, c.written());
        }
    }

    private void struct(StringBuilder out, StructType s) {
        out.append("struct{");
        for (int i = 0; i < s.fields().size(); i++) {
            var f = s.fields().get(i);
            if (i > 0) {
                out.append("; ");
            }
            if (!f.embedded()) {
                out.append(f.name()).append(' ');
            }
            append(out, f.written());
            if (!s.tags().get(i).isEmpty()) {
                out.append(' ').append(ConstantText.quote(s.tags().get(i)));
            }
        }
        out.append('}');
    }

    private void interfaceType(StringBuilder out, InterfaceType i) {
        if (i.explicitMethods().isEmpty() && i.embedded().isEmpty()) {
            out.append(i == Universe.ANY ? "any" : "interface{}");
            return;
        }
        if (i.implicit() && i.explicitMethods().isEmpty() && i.embedded().size() == 1) {
            append(out, i.embedded().getFirst());
            return;
        }
        out.append("interface{");
        boolean first = true;
        for (var m : i.explicitMethods()) {
            out.append(first ? "" : "; ").append(m.name());
            if (m.type() instanceof Signature s) {
                signature(out, s);
            }
            first = false;
        }
        for (var e : i.embedded()) {
            append(out.append(first ? "" : "; "), e);
            first = false;
        }
        out.append('}');
    }

    /// Parameters and results, without `func`.
    String signature(Signature s) {
        var out = new StringBuilder();
        new TypeText(qualifier, basics, false, comma).signature(out, s);
        return out.toString();
    }

    private void signature(StringBuilder out, Signature s) {
        if (!s.typeParams().isEmpty()) {
            params(out, s.typeParams());
        }
        tuple(out, s.params(), s.variadic());
        var results = s.results().vars();
        if (results.isEmpty()) {
            return;
        }
        out.append(' ');
        if (results.size() == 1 && (!named || results.getFirst().name().isEmpty())) {
            append(out, results.getFirst().written());
        } else {
            tuple(out, s.results(), false);
        }
    }

    private void tuple(StringBuilder out, TupleType u, boolean variadic) {
        out.append('(');
        for (int i = 0; i < u.vars().size(); i++) {
            var v = u.vars().get(i);
            if (i > 0) {
                out.append(", ");
            }
            if (named && !v.name().isEmpty()) {
                out.append(v.name()).append(' ');
            }
            if (variadic && i == u.vars().size() - 1) {
                if (v.type() instanceof SliceType s) {
                    append(out.append("..."), s.written());
                } else {
                    append(out, v.written());
                    out.append("...");
                }
            } else {
                append(out, v.written());
            }
        }
        out.append(')');
    }
}
