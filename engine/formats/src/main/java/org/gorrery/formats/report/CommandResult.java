package org.gorrery.formats.report;

/// What a command prints and how it ends.
///
/// @param exitCode 0, 1 when a file could not be read, 64 for misuse
/// @param out text for standard output
/// @param err text for standard error
public record CommandResult(int exitCode, String out, String err) {
    static CommandResult ok(String out) {
        return new CommandResult(0, out, "");
    }

    static CommandResult misuse(String err) {
        return new CommandResult(64, "", err + "\n");
    }

    static CommandResult failed(String err) {
        return new CommandResult(1, "", err + "\n");
    }
}
