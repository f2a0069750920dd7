package org.gorrery.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where compiled programs are kept between starts: `GORRERY_CACHE` (`off` for nowhere), else the system's folder for caches of the user.
final class CacheFolder {
    private CacheFolder() {}

    /// The folder, empty where nothing is to be kept.
    static Optional<Path> of(Map<String, String> env, String system) {
        var own = env.getOrDefault("GORRERY_CACHE", "");
        if (own.equals("off")) {
            return Optional.empty();
        }
        try {
            return own.isEmpty() ? systemFolder(env, system) : Optional.of(Path.of(own));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> systemFolder(Map<String, String> env, String system) {
        if (system.startsWith("Windows")) {
            return set(env, "LOCALAPPDATA").map(p -> p.resolve("gorrery").resolve("cache"));
        }
        var home = set(env, "HOME");
        if (system.startsWith("Mac")) {
            return home.map(p -> p.resolve("Library").resolve("Caches").resolve("gorrery"));
        }
        return set(env, "XDG_CACHE_HOME")
                .or(() -> home.map(p -> p.resolve(".cache")))
                .map(p -> p.resolve("gorrery"));
    }

    // A relative place would be another one in each folder
    private static Optional<Path> set(Map<String, String> env, String name) {
        var value = env.getOrDefault(name, "");
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(Path.of(value)).filter(Path::isAbsolute);
    }
}
