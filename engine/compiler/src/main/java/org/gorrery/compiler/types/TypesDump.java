package org.gorrery.compiler.types;

import java.util.Locale;
import org.gorrery.compiler.constant.ConstantText;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.compiler.syntax.TreeDump;

/// The syntax tree with the checker's verdicts (`--dump=types`): after each expression a colon, what it denotes, its final type and a
/// constant's value; after a name that declares something, the type of that.
public final class TypesDump {
    private final CheckedPackage checked;

    private TypesDump(CheckedPackage checked) {
        this.checked = checked;
    }

    /// The dump of one file of the package.
    public static String of(SourceFile file, CheckedPackage checked, SourceSet sources) {
        return TreeDump.of(file, sources, new TypesDump(checked)::remark);
    }

    private String remark(Expr x) {
        var operand = checked.operands()[x.id()];
        if (operand != null && operand.mode() != Mode.INVALID) {
            return " : " + verdict(operand) + instance(x);
        }
        if (x instanceof Expr.Name name) {
            var object = checked.objects()[name.id()];
            if (object != null) {
                return " : " + object(object);
            }
        }
        return "";
    }

    private static String verdict(Operand operand) {
        var out =
                new StringBuilder(operand.mode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (operand.type() != BasicType.INVALID) {
            out.append(' ').append(Types.typeString(operand.type()));
        }
        var value = operand.value();
        if (value != null) {
            out.append(" = ").append(ConstantText.of(value));
        }
        return out.toString();
    }

    private String instance(Expr x) {
        var instance = x instanceof Expr.Name name ? checked.instances()[name.id()] : null;
        if (instance == null) {
            return "";
        }
        return " with " + instance.typeArgs().stream().map(Types::typeString).toList();
    }

    private static String object(GoObject object) {
        String type =
                object.type() == BasicType.INVALID ? "" : " " + Types.typeString(object.type());
        return switch (object) {
            case VarObject v -> "declares " + v.kind().name().toLowerCase(Locale.ROOT) + type;
            case ConstObject c -> "declares constant" + type;
            case TypeObject t -> "declares type" + type;
            case FuncObject f -> "declares func" + type;
            case PackageObject p -> "package " + p.imported().path();
            case BuiltinObject b -> "builtin";
            case NilObject n -> "nil";
            case LabelObject l -> "label";
        };
    }
}
