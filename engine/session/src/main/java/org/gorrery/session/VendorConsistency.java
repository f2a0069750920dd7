package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.source.BuildConstraint;

/// Whether a folder `vendor` is the one that `go.mod` asks for: its `modules.txt` must mark the modules that are required, in their versions,
/// and what replaces them. Source: Go Modules Reference, "Vendoring"; wording of the go command.
final class VendorConsistency {
    /// Before it, vendored packages were not used by themselves.
    private static final int SINCE = 14;

    private final List<String> faults = new ArrayList<>();

    /// By module and version, such as `example.com/m@v1.0.0`.
    private final Map<String, Marks> marked = new LinkedHashMap<>();

    private VendorConsistency() {}

    /// What the list says of a module.
    ///
    /// @param by what replaces it; empty for nothing
    private record Marks(boolean explicit, String by) {}

    /// How the folder differs from what the module's file says; empty where it does not, or there is none.
    static String problem(GoModule module) throws IOException {
        var vendor = module.root().resolve("vendor");
        if (!Files.isDirectory(vendor)
                || module.path().equals(GoModule.STD)
                || minor(module.goVersion()) < SINCE) {
            return "";
        }
        var check = new VendorConsistency();
        check.read(vendor.resolve("modules.txt"));
        check.compare(module.file());
        return check.faults.isEmpty()
                ? ""
                : "inconsistent vendoring in "
                        + module.root()
                        + ":\n\t"
                        + String.join("\n\t", check.faults)
                        + "\n\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor";
    }

    private static int minor(String version) {
        int dot = version.indexOf('.', "go1.".length());
        return BuildConstraint.minor(dot < 0 ? version : version.substring(0, dot));
    }

    private void read(Path list) throws IOException {
        String module = "";
        for (var line : Files.isRegularFile(list) ? Files.readAllLines(list) : List.<String>of()) {
            if (line.startsWith("# ")) {
                var sides = line.substring(2).split(" => ", 2);
                module = sides[0].strip().replace(' ', '@');
                String by = sides.length > 1 ? sides[1].strip().replace(' ', '@') : "";
                marked.put(module, new Marks(false, by));
            } else if (line.startsWith("## ")
                    && List.of(line.substring(3).split("; ?", -1)).contains("explicit")) {
                marked.computeIfPresent(module, (m, before) -> new Marks(true, before.by));
            }
        }
    }

    private void compare(GoModFile file) {
        var required = file.required().stream().map(r -> at(r.path(), r.version())).toList();
        for (var module : required) {
            if (!marked.getOrDefault(module, new Marks(false, "")).explicit) {
                fault(
                        module,
                        "is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt");
            }
        }
        for (var r : file.replaced()) {
            replaced(at(r.path(), r.version()), at(r.by(), r.byVersion()));
        }
        marked.forEach((module, marks) -> {
            if (marks.explicit && !required.contains(module)) {
                fault(
                        module,
                        "is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod");
            }
        });
        marked.forEach((module, marks) -> {
            if (!marks.by.isEmpty() && !isReplaced(module, file)) {
                fault(
                        module,
                        "is marked as replaced in vendor/modules.txt, but not replaced in go.mod");
            }
        });
    }

    private void replaced(String module, String by) {
        var marks = marked.getOrDefault(module, new Marks(false, ""));
        if (marks.by.isEmpty()) {
            fault(
                    module,
                    "is replaced in go.mod, but not marked as replaced in vendor/modules.txt");
        } else if (!marks.by.equals(by)) {
            fault(
                    module,
                    "is replaced by "
                            + by
                            + " in go.mod, but marked as replaced by "
                            + marks.by
                            + " in vendor/modules.txt");
        }
    }

    /// Whether a line replaces the module, in all versions or in this one.
    private static boolean isReplaced(String module, GoModFile file) {
        return file.replaced().stream()
                .anyMatch(r ->
                        module.equals(at(r.path(), r.version()))
                                || r.version().isEmpty() && module.startsWith(r.path() + "@"));
    }

    private void fault(String module, String what) {
        faults.add(module + ": " + what);
    }

    private static String at(String path, String version) {
        return version.isEmpty() ? path : path + "@" + version;
    }
}
