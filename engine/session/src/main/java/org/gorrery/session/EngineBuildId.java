package org.gorrery.session;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.library.LibrarySources;
import org.gorrery.runtime.entry.GoProgram;

/// Tells one build of the engine from another: place, size and time of the archives that hold what makes an image.
final class EngineBuildId {
    private EngineBuildId() {}

    /// The id, empty where a part does not lie in an archive (classes in folders change one by one).
    static Optional<String> find() {
        var id = new StringBuilder();
        for (Class<?> part :
                List.of(
                        Engine.class,
                        ProgramImage.class,
                        Build.class,
                        GoProgram.class,
                        LibrarySources.class)) {
            try {
                var source = part.getProtectionDomain().getCodeSource();
                if (source == null) {
                    return Optional.empty();
                }
                var archive = Path.of(source.getLocation().toURI());
                if (!Files.isRegularFile(archive)) {
                    return Optional.empty();
                }
                id.append(archive)
                        .append(' ')
                        .append(Files.size(archive))
                        .append(' ')
                        .append(Files.getLastModifiedTime(archive).toMillis())
                        .append('\n');
            } catch (URISyntaxException | IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(id.toString());
    }
}
