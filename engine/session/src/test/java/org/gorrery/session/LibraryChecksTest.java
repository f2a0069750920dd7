package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run checks only those bodies of the library that it reaches; here all of them are.
class LibraryChecksTest {
    private static final LibrarySources LIBRARY = new LibrarySources();

    static Stream<String> packages() {
        return LIBRARY.packages().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyBodyOfTheLibraryChecks(String path) throws IOException {
        var files = new ArrayList<FileText>();
        LIBRARY.files(path).forEach((name, bytes) -> files.add(new FileText(name, bytes)));
        var options =
                new BuildOptions(
                        Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", true, false);
        var build = new Build(SourceFinder.around(LIBRARY, null, SourceRoots.NONE), options);
        assertEquals(
                List.of(),
                Engine.findings(
                        build,
                        build.check(List.of(new PackageFiles(path, files, "", false)), false)));
    }
}
