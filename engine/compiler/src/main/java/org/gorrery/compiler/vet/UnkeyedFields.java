package org.gorrery.compiler.vet;

import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;

/// A literal of another package's struct that names no fields: it stops compiling when a field is added there.
final class UnkeyedFields implements Analysis {
    /// Structs whose fields are fixed for good.
    private static final Set<String> SETTLED =
            Set.of(
                    "image.Point",
                    "image.Rectangle",
                    "image.Uniform",
                    "image/color.Alpha",
                    "image/color.Alpha16",
                    "image/color.CMYK",
                    "image/color.Gray",
                    "image/color.Gray16",
                    "image/color.NRGBA",
                    "image/color.NRGBA64",
                    "image/color.NYCbCrA",
                    "image/color.RGBA",
                    "image/color.RGBA64",
                    "image/color.YCbCr",
                    "unicode.Range16",
                    "unicode.Range32",
                    "testing.InternalBenchmark",
                    "testing.InternalExample",
                    "testing.InternalFuzzTarget",
                    "testing.InternalTest");

    private final Inspection in;

    UnkeyedFields(Inspection in) {
        this.in = in;
    }

    @Override
    public void node(Node node) {
        if (!(node instanceof Expr.CompositeLit lit)
                || lit.elems().isEmpty()
                || lit.elems().stream().allMatch(e -> e instanceof Expr.KeyValue)) {
            return;
        }
        Type type = in.type(lit);
        if (type instanceof PointerType p) {
            type = p.elem(); // elided inside a list of pointers
        }
        if (type instanceof NamedType named
                && named.underlying() instanceof StructType
                && named.object().pkg() != in.checked.pkg()
                && !SETTLED.contains(Types.typeString(type))) {
            in.warn(
                    lit.pos(),
                    DiagnosticCode.UNKEYED_FIELDS,
                    Types.typeString(in.type(lit)) + " struct literal uses unkeyed fields");
        }
    }
}
