package org.gorrery.compiler.escape;

import java.util.function.Supplier;

/// What was decided about one object or parameter.
///
/// @param pos position in the source
/// @param function the function it is in, as Go names it
/// @param outcome what was decided
/// @param text what it is about: a variable's name, or an expression
/// @param detail for a parameter that flows to results which and how directly; for one in the heap for its size the reason; else empty
public record Verdict(
        int pos, String function, Outcome outcome, Supplier<String> text, String detail) {
    /// What can be decided.
    public enum Outcome {
        /// A variable that lives in the heap.
        MOVED_TO_HEAP,
        /// An object that lives in the heap.
        ESCAPES,
        /// An object that lives in the frame, or a parameter that the function does not keep.
        STAYS,
        /// A variable that lives in the frame though it has an address: not reported by default.
        VARIABLE_STAYS,
        /// A parameter that flows to the heap or to a result.
        LEAKS,
        /// A parameter of which only what it points to does.
        CONTENT_LEAKS
    }

    static Verdict of(Site site, boolean escapes) {
        var what = site.what;
        var outcome =
                switch (what.kind()) {
                    case VARIABLE, TURN -> escapes ? Outcome.MOVED_TO_HEAP : Outcome.VARIABLE_STAYS;
                    case OBJECT, SLICE, CLOSURE, BOX, VARIADIC, HIDDEN ->
                            escapes ? Outcome.ESCAPES : Outcome.STAYS;
                };
        String detail = site.forced == null ? "" : site.forced;
        return new Verdict(what.pos(), site.unit.function.name(), outcome, what.text(), detail);
    }

    /// In the words that Go's compiler uses for it.
    public String message() {
        String name = text.get().replace("…", "...");
        return switch (outcome) {
            case MOVED_TO_HEAP -> "moved to heap: " + name;
            case ESCAPES -> name + " escapes to heap";
            case STAYS, VARIABLE_STAYS -> name + " does not escape";
            case LEAKS -> "leaking param: " + name + (detail.isEmpty() ? "" : " " + detail);
            case CONTENT_LEAKS -> "leaking param content: " + name;
        };
    }
}
