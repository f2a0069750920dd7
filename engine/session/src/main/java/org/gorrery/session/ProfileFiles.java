package org.gorrery.session;

import java.nio.file.Path;
import java.util.Map;

/// Files that profiles of a run go to when it ends, however it does.
///
/// @param files by kind
public record ProfileFiles(Map<Kind, Path> files) {
    /// What a profile tells.
    public enum Kind {
        /// Where processor time went.
        CPU,
        /// What was allocated.
        MEMORY,
        /// Where goroutines waited.
        BLOCK,
        /// Who held locks that others waited for.
        MUTEX,
        /// The execution trace.
        TRACE
    }

    /// Copies the map.
    public ProfileFiles {
        files = Map.copyOf(files);
    }
}
