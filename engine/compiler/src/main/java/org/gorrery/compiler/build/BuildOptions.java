package org.gorrery.compiler.build;

import java.util.Set;
import org.gorrery.target.Target;

/// How a program is compiled.
///
/// @param tags build tags beside GOOS, GOARCH and the language versions
/// @param goVersion language version where no go.mod says one, such as `go1.17`; empty for the newest
/// @param allErrors whether to report more than ten errors per file
/// @param bodiesRequired whether a function without body is an error
public record BuildOptions(
        Target target,
        Set<String> tags,
        String goVersion,
        boolean allErrors,
        boolean bodiesRequired) {
    /// Copies the set.
    public BuildOptions {
        tags = Set.copyOf(tags);
    }
}
