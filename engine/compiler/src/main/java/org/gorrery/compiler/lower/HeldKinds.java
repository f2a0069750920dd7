package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// What a program may print, or look into by reflection: values of which kinds get into interfaces, which of them are looked into
/// and not only asked for their text, and with which verbs. What the library does with others only is not lowered: a program that
/// puts no number with a fraction into an interface is spared what prints one, and one without formats all that only directives ask for.
///
/// The library says so: `//gorrery:kinds float complex` on a function that is called in such cases only, `//gorrery:verbs qx` on one
/// for some verbs of formats (`#` and `+` for these flags of `%v`), `//gorrery:makes map` on one that brings a case about, and
/// `//gorrery:unprinted` on one whose own conversions to interfaces get to nobody who prints or looks into them. The runtime itself
/// puts only values with a method Error into interfaces, and only `recover` gives them. Types that are only compared with are not held.
///
/// A value is looked into when it gets into an empty interface and is neither of a predeclared type nor has a method Error or
/// String. From an interface with methods it gets there by a conversion only, and of those all count alike ([Kind#WIDER]). So are
/// values that formats ask for by more than their text ([FormatCalls]). Everything is, once nobody knows what a format asks for or
/// parts of values get into interfaces by reflection.
final class HeldKinds {
    private static final String CALLED_WITH = "gorrery:kinds ";
    private static final String VERBS = "gorrery:verbs ";
    private static final String MAKES = "gorrery:makes ";

    private static final String UNPRINTED = "gorrery:unprinted";

    /// A `reflect.Value` in an interface stands for what it leads to.
    private static final String REFLECTED = "reflect.Value";

    private enum Kind {
        INTEGER,
        FLOAT,
        COMPLEX,
        MAP,
        /// Plain `[]byte`.
        BYTES,
        STRUCT,
        /// Arrays and slices.
        LIST,
        /// Pointers, channels, functions, maps.
        REFERENCE,
        /// Anything that is looked into.
        INSIDE,
        /// A type with a method Error or String.
        TEXT,
        /// A type with a method Format.
        FORMATTER,
        /// A `reflect.Value`.
        VALUE,
        /// Directives have flags, a width, a precision, or numbers of arguments.
        FORMED,
        /// Verbs that do not fit their values, too many or too few values.
        ODD,
        /// A format may ask for more than the text of what has a method for that.
        ASKED,
        /// Parts of values get into interfaces by reflection.
        PART,
        /// What is in an interface with a method Error or String gets from there into an empty one.
        TELLING,
        /// The same of what is in any interface with methods.
        WIDER,
        /// The program gets hold of errors of the runtime itself.
        RECOVERED
    }

    private static final int ALL = Kind.values().length;

    private record Waiting(Set<Kind> kinds, String verbs, Runnable lower, Runnable leaveOut) {}

    private final ProgramLowering program;
    private final Map<TypeKey, Type> behindMethods = new LinkedHashMap<>();
    private final Map<TypeKey, Type> printed = new LinkedHashMap<>();
    private final Set<TypeKey> lookedInto = new HashSet<>();
    private final Set<Kind> held = EnumSet.noneOf(Kind.class);
    private final Set<Character> verbs = new HashSet<>();
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
        var verbs = verbs(decl);
        var waits = new Waiting(kinds, verbs, lower, leaveOut);
        if (kinds.isEmpty() && verbs.isEmpty() || isDue(waits)) {
            program.later(lower);
        } else {
            waiting.add(waits);
        }
    }

    private static String verbs(Decl.FuncDecl decl) {
        return decl.pragmas().stream()
                .filter(p -> p.startsWith(VERBS))
                .map(p -> p.substring(VERBS.length()).strip())
                .collect(Collectors.joining());
    }

    private boolean isDue(Waiting w) {
        return w.kinds().stream().anyMatch(held::contains)
                || !w.verbs().isEmpty() && held.contains(Kind.ASKED)
                || w.verbs().chars().anyMatch(v -> verbs.contains((char) v));
    }

    private void lowerDue() {
        waiting.removeIf(w -> {
            boolean due = isDue(w);
            if (due) {
                program.later(w.lower());
            }
            return due;
        });
    }

    private void holds(Kind kind) {
        if (!held.add(kind)) {
            return;
        }
        lowerDue();
        if (kind == Kind.ASKED) {
            holds(Kind.FORMED);
            holds(Kind.ODD);
        }
        if (kind == Kind.PART) { // reflection makes new types of those there are, too
            List.of(Kind.WIDER, Kind.INSIDE, Kind.STRUCT, Kind.LIST, Kind.REFERENCE, Kind.BYTES)
                    .forEach(this::holds);
        }
        if (kind == Kind.TELLING) {
            List.copyOf(behindMethods.values()).stream()
                    .filter(this::givesText)
                    .forEach(this::print);
        }
        if (kind == Kind.WIDER) {
            List.copyOf(behindMethods.values()).forEach(this::print);
        }
        if (looksIntoAll()) {
            List.copyOf(printed.values()).forEach(this::lookInto);
            if (held.contains(Kind.RECOVERED)) { // whose types no conversion names
                holds(Kind.INTEGER);
                holds(Kind.PART);
            }
        }
    }

    private boolean looksIntoAll() {
        return held.contains(Kind.ASKED) || held.contains(Kind.PART);
    }

    /// From now on every kind counts as held.
    void holdAll() {
        EnumSet.allOf(Kind.class).forEach(this::holds);
    }

    /// Whether what the function puts into interfaces is printed by nobody.
    static boolean isUnprinted(Decl.FuncDecl decl) {
        return decl.pragmas().contains(UNPRINTED);
    }

    /// Notes that a value of the type gets into an interface.
    void hold(Type type, InterfaceType into) {
        if (held.size() == ALL) {
            return;
        }
        if (held.contains(Kind.WIDER)
                || isEmpty(into)
                || held.contains(Kind.TELLING) && givesText(type)) {
            print(type);
        } else {
            behindMethods.putIfAbsent(new TypeKey(type, program.types()), type);
        }
    }

    /// Notes that nobody knows what a format asks for.
    void ask() {
        holds(Kind.ASKED);
    }

    /// Notes a verb of a format, or a flag that changes what `v` means.
    ///
    /// @param formed whether there is more than the verb
    void verb(char verb, boolean formed) {
        if (verbs.add(verb)) {
            lowerDue();
        }
        if (formed) {
            holds(Kind.FORMED);
        }
    }

    /// Notes that a verb does not fit its value, or that values are missing or left over.
    void odd() {
        holds(Kind.ODD);
    }

    /// Notes that a format asks for a value of the type, by more than its text.
    void ask(Type type) {
        if (type.underlying() instanceof InterfaceType) {
            ask();
        } else if (!(type instanceof BasicType b) || b == BasicType.UNSAFE_POINTER) {
            lookInto(type);
        }
    }

    /// Notes that the program gets hold of the errors of the runtime itself.
    void recover() {
        holds(Kind.TEXT);
        holds(Kind.RECOVERED);
    }

    /// Notes that what is in an interface gets into another; what both have methods for the text of is printed by these.
    void pass(InterfaceType from, InterfaceType to) {
        if (!held.contains(Kind.WIDER) && isEmpty(to) && !isEmpty(from)) {
            boolean text =
                    program.types().typeSet(from).methods().stream()
                            .anyMatch(m -> givesText(m, m.type()));
            holds(text ? Kind.TELLING : Kind.WIDER);
        }
    }

    private boolean isEmpty(InterfaceType type) {
        return program.types().typeSet(type).methods().isEmpty();
    }

    private void print(Type type) {
        if (printed.putIfAbsent(new TypeKey(type, program.types()), type) != null) {
            return;
        }
        boolean text = givesText(type);
        if (looksIntoAll() || !plain(type) && !text) {
            lookInto(type);
        }
    }

    /// Whether it has a method for its text; notes that, and whether it prints itself or stands for another value.
    boolean givesText(Type type) {
        if (type instanceof NamedType n && isReflected(n)) {
            holds(Kind.VALUE);
            holds(Kind.PART);
        }
        var methods = program.dynamic().methodSet(type);
        if (methods.stream().anyMatch(m -> m.object().name().equals("Format"))) {
            holds(Kind.FORMATTER);
        }
        boolean text = methods.stream().anyMatch(m -> givesText((FuncObject) m.object(), m.type()));
        if (text) {
            holds(Kind.TEXT);
        }
        return text;
    }

    private static boolean isReflected(NamedType type) {
        var at = type.object();
        return REFLECTED.equals(ProgramLowering.path(at.pkg()) + "." + at.name());
    }

    private static boolean givesText(FuncObject method, Type type) {
        return (method.name().equals("Error") || method.name().equals("String"))
                && type instanceof Signature s
                && s.params().vars().isEmpty()
                && s.results().vars().size() == 1
                && s.results().vars().getFirst().type() == BasicType.STRING;
    }

    /// Whether the printing of arguments knows the type by itself; notes its kind then.
    private boolean plain(Type type) {
        if (type instanceof BasicType b) {
            number(b);
            return b != BasicType.UNSAFE_POINTER;
        }
        if (type instanceof SliceType s && s.elem() == BasicType.UINT8) {
            holds(Kind.BYTES);
            return true;
        }
        return false;
    }

    private void number(BasicType type) {
        if (type.isInteger()) {
            holds(Kind.INTEGER);
        } else if (type.isFloat()) {
            holds(Kind.FLOAT);
        } else if (type.isComplex()) {
            holds(Kind.COMPLEX);
        }
    }

    /// Notes what is found by going through a value of the type.
    private void lookInto(Type type) {
        if (held.size() == ALL || !lookedInto.add(new TypeKey(type, program.types()))) {
            return;
        }
        holds(Kind.INSIDE);
        givesText(type);
        switch (type.underlying()) {
            case BasicType b when b == BasicType.UNSAFE_POINTER -> holds(Kind.REFERENCE);
            case BasicType b -> number(b);
            case PointerType p -> refer(p.elem());
            case SliceType s -> list(s.elem());
            case ArrayType a -> list(a.elem());
            case ChanType c -> refer(c.elem());
            case MapType m -> {
                holds(Kind.MAP);
                refer(m.key());
                lookInto(m.value());
            }
            case StructType s -> {
                holds(Kind.STRUCT);
                s.fields().forEach(f -> lookInto(f.type()));
            }
            case Signature s -> {
                holds(Kind.REFERENCE);
                s.params().vars().forEach(v -> lookInto(v.type()));
                s.results().vars().forEach(v -> lookInto(v.type()));
            }
            // what is in there is looked into although it was only put behind methods, or has one
            // for its text
            case InterfaceType _ -> holds(Kind.PART);
            default -> {}
        }
    }

    private void refer(Type to) {
        holds(Kind.REFERENCE);
        lookInto(to);
    }

    private void list(Type element) {
        holds(Kind.LIST);
        if (element.underlying() == BasicType.UINT8) {
            holds(Kind.BYTES);
        }
        lookInto(element);
    }

    /// What still waits when all is lowered is called by nothing that runs.
    void finish() {
        waiting.forEach(w -> w.leaveOut().run());
    }
}
