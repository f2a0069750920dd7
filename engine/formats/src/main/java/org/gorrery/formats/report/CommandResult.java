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

    /// Says that the work needs more memory than there is.
    ///
    /// @param command name of the command
    /// @return exit status 1 and what to do
    static CommandResult outOfMemory(String command) {
        return failed(
                "gorrery "
                        + command
                        + ": needs more than the "
                        + Runtime.getRuntime().maxMemory()
                        + " bytes of memory that may be used; of a trace, -from and -until choose a window");
    }
}
