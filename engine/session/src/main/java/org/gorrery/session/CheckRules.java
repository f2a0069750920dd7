package org.gorrery.session;

/// What a check reports.
///
/// @param allErrors whether to report more than ten errors per file
/// @param bodiesRequired whether a function without body is an error: nothing outside Go provides it
public record CheckRules(boolean allErrors, boolean bodiesRequired) {
    /// As for running a program.
    public static final CheckRules DEFAULT = new CheckRules(false, false);
}
