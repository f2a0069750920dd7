package org.gorrery.compiler.lower;

import org.gorrery.compiler.types.CheckedPackage;

/// Whether loop variables are per turn (since Go 1.22) or per loop, by the language version of the file.
final class LoopVariables {
    private LoopVariables() {}

    /// The rule at a source position.
    static boolean perIteration(CheckedPackage pkg, int pos) {
        for (var file : pkg.files()) {
            if (file.pos() <= pos && pos <= file.end()) {
                return atLeast122(pkg.fileVersions().getOrDefault(file, ""));
            }
        }
        return true;
    }

    private static boolean atLeast122(String version) {
        if (version.isEmpty()) {
            return true;
        }
        var parts = version.replace("go", "").split("\\.", -1);
        try {
            int major = Integer.parseInt(parts[0]);
            int minor =
                    parts.length > 1 ? Integer.parseInt(parts[1].replaceAll("[^0-9].*", "")) : 0;
            return major > 1 || minor >= 22;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
