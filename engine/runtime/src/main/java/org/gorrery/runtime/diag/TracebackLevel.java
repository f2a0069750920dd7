package org.gorrery.runtime.diag;

/// GOTRACEBACK: how much a dying program shows.
///
/// The default is that of the reference: the stacks of all goroutines without the runtime's own functions. Go since 1.6 shows only the
/// goroutine that failed, which is `single` here.
public enum TracebackLevel {
    /// No stacks.
    NONE,
    /// The goroutine that failed; all where none did.
    SINGLE,
    /// All goroutines of the program.
    ALL,
    /// Also goroutines and functions of the runtime.
    SYSTEM,
    /// As [#SYSTEM], and the program ends as by SIGABRT.
    CRASH;

    /// The level of a value of the variable: a name, or a number as before Go 1.6; the default for none. Any other word shows no
    /// stacks, as in Go.
    public static TracebackLevel of(String value) {
        return switch (value) {
            case "", "all" -> ALL;
            case "single" -> SINGLE;
            case "system" -> SYSTEM;
            case "crash" -> CRASH;
            default -> {
                if (!value.matches("\\d{1,9}") || value.matches("0+")) {
                    yield NONE;
                }
                yield Integer.parseInt(value) == 1 ? ALL : SYSTEM;
            }
        };
    }

    /// Exit code of a program that fails.
    public int exitCode() {
        return this == CRASH ? 134 : 2;
    }
}
