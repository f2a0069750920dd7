package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Language versions of the modules in a folder `vendor`, as its `modules.txt` notes them.
///
/// @param versions by module path, such as `go1.20`
record VendoredModules(Map<String, String> versions) {
    /// Copies the map.
    VendoredModules {
        versions = Map.copyOf(versions);
    }

    /// Reads the list in a module's folder; empty where there is none.
    static VendoredModules of(Path root) throws IOException {
        var list = root.resolve("vendor", "modules.txt");
        var versions = new HashMap<String, String>();
        if (Files.isRegularFile(list)) {
            String module = "";
            for (var line : Files.readAllLines(list)) {
                var words = line.split("[ ;]+", -1);
                if (line.startsWith("# ") && words.length > 1) {
                    module = words[1];
                } else if (line.startsWith("## ")) {
                    for (int i = 1; i + 1 < words.length; i++) {
                        if (words[i].equals("go")) {
                            versions.put(module, "go" + words[i + 1]);
                        }
                    }
                }
            }
        }
        return new VendoredModules(versions);
    }

    /// The language version of a package.
    ///
    /// @param otherwise where the list says none
    String version(String importPath, String otherwise) {
        for (String at = importPath; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var found = versions.get(at);
            if (found != null) {
                return found;
            }
            if (at.indexOf('/') < 0) {
                return otherwise;
            }
        }
    }
}
