package org.gorrery.compiler.vet;

import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.ExprText;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoObject;
import org.gorrery.compiler.types.Operand;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// What all analyses of a package ask: what names mean, how expressions read, where to report.
final class Inspection {
    final CheckedPackage checked;
    final Types types;
    private final SourceSet sources;
    private final Diagnostics out;
    private SourceFile file;

    Inspection(CheckedPackage checked, Types types, SourceSet sources, Diagnostics out) {
        this.checked = checked;
        this.types = types;
        this.sources = sources;
        this.out = out;
        this.file = checked.files().getFirst();
    }

    void enter(SourceFile next) {
        file = next;
    }

    /// The N of the file's language version go1.N.
    int languageMinor() {
        String version = checked.fileVersions().getOrDefault(file, "");
        var digits = version.replaceFirst("^go1\\.", "").replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    void warn(int pos, DiagnosticCode code, String message) {
        out.warning(pos, code, message);
    }

    int line(int pos) {
        return sources.line(pos);
    }

    Operand operand(Expr x) {
        return checked.operand(x);
    }

    Type type(Expr x) {
        return checked.operand(x).type();
    }

    static Expr unparen(Expr x) {
        var e = x;
        while (e instanceof Expr.Paren p) {
            e = p.x();
        }
        return e;
    }

    /// What a name, or the last name of a qualified one, stands for.
    @Nullable GoObject object(Expr x) {
        return switch (unparen(x)) {
            case Expr.Name n -> checked.objects()[n.id()];
            case Expr.Selector s -> {
                var selection = checked.selections()[s.id()];
                yield selection != null ? selection.object() : checked.objects()[s.sel().id()];
            }
            case Expr.Index i -> object(i.x());
            default -> null;
        };
    }

    @Nullable VarObject variable(Expr x) {
        return object(x) instanceof VarObject v ? v : null;
    }

    /// The function or method that a call calls by name, null where it calls a value.
    @Nullable FuncObject callee(Expr.Call call) {
        return object(call.fun()) instanceof FuncObject f ? f : null;
    }

    boolean isBuiltin(Expr.Call call, BuiltinObject.Builtin which) {
        return object(call.fun()) instanceof BuiltinObject b && b.which() == which;
    }

    /// A function as vet names it: `fmt.Printf`, `(*log.Logger).Printf`.
    static String fullName(FuncObject f) {
        String path = f.pkg() == null ? "" : f.pkg().path();
        var recv = f.isTyped() ? f.signature().recv() : null;
        if (recv == null) {
            return path + "." + f.name();
        }
        boolean pointer = recv.type() instanceof PointerType;
        return pointer
                ? "(" + Types.typeString(recv.type()) + ")." + f.name()
                : "(" + Types.typeString(recv.type()) + ")." + f.name();
    }

    /// An expression on one line.
    static String text(Expr x) {
        return ExprText.of(x);
    }

    static boolean isBlank(Expr x) {
        return x instanceof Expr.Name n && n.text().equals("_");
    }
}
