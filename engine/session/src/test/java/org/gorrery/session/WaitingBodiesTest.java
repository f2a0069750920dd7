package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.compiler.syntax.TreeDump;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

/// Functions of the library that a program does not reach are not even parsed.
class WaitingBodiesTest {
    private static final BuildOptions OPTIONS =
            new BuildOptions(Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", false, true);

    private static final String LIBRARY =
            """
            package part

            func Good() int {
            	return 7
            }

            func Bad() {
            	no statement ) at all
            }
            """;

    private static FileText file(String name, String text) {
        return new FileText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProgramImage image(String main) throws IOException {
        var library = SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        var part = new PackageFiles("part", List.of(file("part.go", LIBRARY)), "", true);
        PackageFinder finder =
                (path, from) ->
                        path.equals("part")
                                ? new PackageFinder.Found(part, "")
                                : library.find(path, from);
        var build = new Build(finder, OPTIONS);
        var text = "package main\nimport \"part\"\nfunc main() { " + main + " }\n";
        var program = new PackageFiles("main", List.of(file("main.go", text)), "", false);
        assertEquals(List.of(), Engine.findings(build, build.check(program, true)));
        return build.image(AddressLayout.of(0, OPTIONS.target()));
    }

    @Test
    void aFunctionThatNobodyCallsIsNotParsed() throws IOException {
        assertNotNull(image("println(part.Good())"));
    }

    @Test
    void oneThatIsCalledIsParsed() {
        assertThrows(IllegalStateException.class, () -> image("part.Bad()"));
    }

    @Test
    void everyFileOfTheLibraryIsTheSameTreeParsedLateOrAtOnce() {
        var library = new LibrarySources();
        int files = 0;
        for (var path : library.packages()) {
            for (var file : library.files(path).entrySet()) {
                var name = path + "/" + file.getKey();
                var diagnostics = new Diagnostics();
                var sources = new SourceSet();
                int base = sources.add(name, file.getValue());
                var whole = Parser.parse(sources, base, new NodeIds(), diagnostics);
                assertEquals(List.of(), diagnostics.sorted(), name);
                var late = Parser.parseOutline(sources, base, new NodeIds(), diagnostics);
                assertEquals(TreeDump.of(whole, sources), TreeDump.of(late, sources), name);
                files++;
            }
        }
        assertTrue(files > 200, files + " files");
    }
}
