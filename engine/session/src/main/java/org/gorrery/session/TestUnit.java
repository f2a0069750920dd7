package org.gorrery.session;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A package whose tests may be run.
///
/// @param importPath as shown in reports
/// @param folder working directory of its tests; null where there is a problem
/// @param files the files to take, tests and others; empty for all of the folder
/// @param problem why there is nothing to compile; empty where there is
public record TestUnit(String importPath, @Nullable Path folder, List<Path> files, String problem) {
    /// Copies the list.
    public TestUnit {
        files = List.copyOf(files);
    }

    static TestUnit missing(String pattern, String problem) {
        return new TestUnit(pattern, null, List.of(), problem);
    }
}
