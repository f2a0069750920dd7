package org.gorrery.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What is compiled: files of one package, or a directory: of one package or of several (those of Go's own test programs).
public sealed interface Source {
    /// Files given by name, or a single directory.
    record Files(List<Path> paths) implements Source {
        /// Copies the list.
        public Files {
            paths = List.copyOf(paths);
        }
    }

    /// A folder in which each file is a package of its own, which others import as `./name`; the last one is the program.
    record FilePackages(Path folder) implements Source {}

    /// Text from an editor.
    ///
    /// @param name shown in diagnostics and tracebacks
    record Text(String name, String text) implements Source {
        /// The text as bytes.
        public byte[] utf8() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
