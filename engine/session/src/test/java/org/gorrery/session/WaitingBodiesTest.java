package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.compiler.syntax.TreeDump;
import org.gorrery.library.LibrarySources;
import org.junit.jupiter.api.Test;

/// Functions of the library that a program does not reach are not even parsed.
class WaitingBodiesTest {
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

    private static OverLibraryPackage calling(String main) throws IOException {
        var program = new OverLibraryPackage("part", LIBRARY, main);
        assertEquals(List.of(), program.findings());
        return program;
    }

    @Test
    void aFunctionThatNobodyCallsIsNotParsed() throws IOException {
        assertNotNull(calling("println(part.Good())").image());
    }

    @Test
    void oneThatIsCalledIsParsed() throws IOException {
        var program = calling("part.Bad()");
        var found = assertThrows(IllegalStateException.class, program::image);
        assertEquals("a function of the library that is not right", found.getMessage());
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
