package org.gorrery.session;

/// What a check reports.
///
/// @param allErrors whether to report more than ten errors per package
/// @param bodiesRequired whether a function without body is an error: nothing outside Go provides it
/// @param vet whether to warn of what compiles and is likely wrong
/// @param shadow whether to warn of a variable `err` that hides another as well
public record CheckRules(boolean allErrors, boolean bodiesRequired, boolean vet, boolean shadow) {
    /// As for running a program.
    public static final CheckRules DEFAULT = new CheckRules(false, true, false, false);

    /// As Go's compiler does by itself, without the command go: a function without body may come from elsewhere.
    static final CheckRules COMPILER_ALONE = new CheckRules(false, false, false, false);

    /// Errors and warnings.
    public static final CheckRules WITH_WARNINGS = new CheckRules(false, false, true, false);
}
