package org.gorrery.compiler.build;

import java.util.Set;
import org.gorrery.target.Target;

/// How a program is compiled.
///
/// @param tags build tags beside GOOS, GOARCH and the language versions
/// @param goVersion language version where no go.mod says one, such as `go1.17`; empty for the newest
/// @param allErrors whether to report more than ten errors per package
/// @param bodiesRequired whether a function without body is an error
/// @param debug whether packages outside of the library are built for a debugger
public record BuildOptions(
        Target target,
        Set<String> tags,
        String goVersion,
        boolean allErrors,
        boolean bodiesRequired,
        boolean debug) {
    /// As for running.
    public BuildOptions(
            Target target,
            Set<String> tags,
            String goVersion,
            boolean allErrors,
            boolean bodiesRequired) {
        this(target, tags, goVersion, allErrors, bodiesRequired, false);
    }

    /// Copies the set.
    public BuildOptions {
        tags = Set.copyOf(tags);
    }
}
