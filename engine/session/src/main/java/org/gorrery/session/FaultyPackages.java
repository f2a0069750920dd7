package org.gorrery.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.TestPackage;
import org.jspecify.annotations.Nullable;

/// Which package the files of a compilation of tests belong to, so that findings can be told package by package.
final class FaultyPackages {
    private final String tested;
    private final Map<String, String> headings = new ConcurrentHashMap<>();

    /// @param tested the import path of the package whose tests are compiled
    FaultyPackages(String tested) {
        this.tested = tested;
    }

    /// Learns the files of the package under test. With test files inside it, it is compiled for the tests alone.
    void learn(String path, PackageFiles own, TestPackage tests) {
        String program = " [" + path + ".test]";
        learn(own.files(), tests.inside().isEmpty() ? path : path + program);
        learn(tests.inside(), path + program);
        learn(tests.outside(), path + "_test" + program);
    }

    /// Learns the files of a package that is imported.
    void learn(@Nullable PackageFiles files) {
        if (files != null) {
            learn(files.files(), files.path());
        }
    }

    private void learn(List<FileText> files, String heading) {
        files.forEach(f -> headings.putIfAbsent(f.name(), heading));
    }

    /// The findings by package; those without a place are the tested package's.
    List<TestCompilation.Faults> sorted(List<Compilation.Finding> findings) {
        var lists = new LinkedHashMap<String, List<Compilation.Finding>>();
        for (var f : findings) {
            lists.computeIfAbsent(headings.getOrDefault(f.file(), tested), h -> new ArrayList<>())
                    .add(f);
        }
        var out = new ArrayList<TestCompilation.Faults>();
        lists.forEach((heading, list) -> out.add(new TestCompilation.Faults(heading, list)));
        return out;
    }
}
