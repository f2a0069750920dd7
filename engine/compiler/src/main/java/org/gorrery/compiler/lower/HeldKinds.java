package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// Values of which kinds get into interfaces, or can be reached from one by reflection. What the library does with others only is
/// not lowered: a program that puts no number with a fraction into an interface is spared what prints one.
///
/// The library says so: `//gorrery:kinds float complex` on a function that is called with such values out of interfaces only, and
/// `//gorrery:makes map` on one that makes types of that kind. The runtime itself puts none of these kinds into interfaces. Types that
/// are only compared with are not held.
final class HeldKinds {
    private static final String CALLED_WITH = "gorrery:kinds ";
    private static final String MAKES = "gorrery:makes ";

    private enum Kind {
        FLOAT,
        COMPLEX,
        MAP
    }

    private static final int ALL = Kind.values().length;

    private record Waiting(Set<Kind> kinds, Runnable lower, Runnable leaveOut) {}

    private final ProgramLowering program;
    private final Set<TypeKey> seen = new HashSet<>();
    private final Set<Kind> held = EnumSet.noneOf(Kind.class);
    private final List<Waiting> waiting = new ArrayList<>();

    HeldKinds(ProgramLowering program) {
        this.program = program;
    }

    private static Set<Kind> named(Decl.FuncDecl decl, String directive) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var text : decl.pragmas()) {
            if (text.startsWith(directive)) {
                for (var word : text.substring(directive.length()).strip().split(" +", -1)) {
                    kinds.add(Kind.valueOf(word.toUpperCase(Locale.ROOT)));
                }
            }
        }
        return kinds;
    }

    /// Has a reached function lowered, at once or when a value that it is for is held.
    ///
    /// @param leaveOut what to do at the end if none ever is
    void reached(Decl.FuncDecl decl, Runnable lower, Runnable leaveOut) {
        named(decl, MAKES).forEach(this::holds);
        var kinds = named(decl, CALLED_WITH);
        if (kinds.isEmpty() || kinds.stream().anyMatch(held::contains)) {
            program.later(lower);
        } else {
            waiting.add(new Waiting(kinds, lower, leaveOut));
        }
    }

    private void holds(Kind kind) {
        if (held.add(kind)) {
            waiting.removeIf(w -> {
                boolean due = w.kinds().contains(kind);
                if (due) {
                    program.later(w.lower());
                }
                return due;
            });
        }
    }

    /// From now on every kind counts as held.
    void holdAll() {
        EnumSet.allOf(Kind.class).forEach(this::holds);
    }

    /// Notes that a value of the type gets into an interface.
    void hold(Type type) {
        if (held.size() == ALL || !seen.add(new TypeKey(type, program.types()))) {
            return;
        }
        switch (type.underlying()) {
            case BasicType b when b.isFloat() -> holds(Kind.FLOAT);
            case BasicType b when b.isComplex() -> holds(Kind.COMPLEX);
            case PointerType p -> hold(p.elem());
            case SliceType s -> hold(s.elem());
            case ArrayType a -> hold(a.elem());
            case ChanType c -> hold(c.elem());
            case MapType m -> {
                holds(Kind.MAP);
                hold(m.key());
                hold(m.value());
            }
            case StructType s -> s.fields().forEach(f -> hold(f.type()));
            case Signature s -> {
                s.params().vars().forEach(v -> hold(v.type()));
                s.results().vars().forEach(v -> hold(v.type()));
            }
            default -> {}
        }
    }

    /// What still waits when all is lowered is called by nothing that runs.
    void finish() {
        waiting.forEach(w -> w.leaveOut().run());
    }
}
