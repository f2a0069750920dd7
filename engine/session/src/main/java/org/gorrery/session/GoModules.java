package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The modules that a program is made of: the one around it, those of its workspace, and those that `replace` directives take from
/// local folders. Nothing is fetched.
///
/// @param main the module around the program
/// @param all each module, the main one first
/// @param missing import paths of modules whose local folder is none, with what is wrong
/// @param workspaceProblem what is wrong with the workspace, or outside of one with the folder `vendor`; or empty
record GoModules(
        GoModule main, List<GoModule> all, Map<String, String> missing, String workspaceProblem) {
    /// Copies the collections.
    GoModules {
        all = List.copyOf(all);
        missing = Map.copyOf(missing);
    }

    /// The modules of a program in `folder`; null outside of modules.
    static @Nullable GoModules around(@Nullable Path folder) throws IOException {
        var main = GoModule.around(folder);
        if (main == null) {
            return null;
        }
        var all = new ArrayList<GoModule>();
        all.add(main);
        var missing = new LinkedHashMap<String, String>();
        var problem = "";
        var work = workspace(main.root());
        if (work != null) {
            var file = GoModFile.parse(Files.readString(work.resolve("go.work")));
            problem = file.problemText(work.resolve("go.work"));
            var members =
                    file.uses().stream().map(u -> work.resolve(u).normalize()).distinct().toList();
            if (members.contains(main.root())) {
                for (var m : members) {
                    if (!Files.isRegularFile(m.resolve("go.mod"))) {
                        problem = problem.isEmpty() ? noModule(m) : problem;
                    } else if (!m.equals(main.root())) {
                        var module = GoModule.in(m);
                        all.add(module);
                        replace(module.file(), m, all, missing);
                    }
                }
                replace(file, work, all, missing);
            }
        }
        replace(main.file(), main.root(), all, missing);
        if (work == null && main.file().problems().isEmpty()) {
            problem = VendorConsistency.problem(main);
        }
        return new GoModules(main, all, missing, problem);
    }

    private static String noModule(Path member) {
        return "cannot load module "
                + member
                + " listed in go.work file: open "
                + member.resolve("go.mod")
                + ": no such file or directory";
    }

    private static @Nullable Path workspace(Path from) {
        for (Path f = from; f != null; f = f.getParent()) {
            if (Files.isRegularFile(f.resolve("go.work"))) {
                return f;
            }
        }
        return null;
    }

    private static void replace(
            GoModFile file, Path base, List<GoModule> all, Map<String, String> missing)
            throws IOException {
        for (var r : file.replaced()) {
            if (!r.isFolder()) {
                continue;
            }
            var folder = base.resolve(r.by()).normalize();
            if (Files.isRegularFile(folder.resolve("go.mod"))) {
                all.add(GoModule.in(folder).as(r.path()));
            } else {
                missing.put(
                        r.path(),
                        r.path()
                                + " (replaced by "
                                + r.by()
                                + "): open "
                                + folder.resolve("go.mod")
                                + ": no such file or directory");
            }
        }
    }

    /// The module that a package is of: that with the longest path. Null for none.
    @Nullable GoModule of(String importPath) {
        GoModule best = null;
        for (var m : all) {
            if (m.folder(importPath) != null
                    && (best == null || m.path().length() > best.path().length())) {
                best = m;
            }
        }
        return best;
    }

    /// Why the module of a package is not there; null where that is not known.
    @Nullable String whyMissing(String importPath) {
        for (var entry : missing.entrySet()) {
            if ((importPath + "/").startsWith(entry.getKey() + "/")) {
                return entry.getValue();
            }
        }
        return null;
    }

    /// What is wrong with one of them, or empty.
    String problem() {
        if (!workspaceProblem.isEmpty()) {
            return workspaceProblem;
        }
        if (main.file().module().isEmpty() && main.file().problems().isEmpty()) {
            return "error reading "
                    + main.root().resolve("go.mod")
                    + ": missing module declaration, such as: module example.com/mod";
        }
        return all.stream().map(GoModule::problem).filter(p -> !p.isEmpty()).findFirst().orElse("");
    }
}
