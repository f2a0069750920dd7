package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.KeptLibrary;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptLibraryTest {
    private static final BuildOptions OPTIONS =
            new BuildOptions(Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", false, true);

    private static final String PRINTS =
            "import \"fmt\"\ntype T struct{ a int; b string }\n"
                    + "func (t T) String() string { return t.b }\n"
                    + "func main() { fmt.Println(T{1, \"x\"}, 2.5) }";
    private static final String SORTS =
            "import (\"os\"; \"sort\"; \"strings\"; \"sync/atomic\"; \"unicode\")\ntype T struct{ n int }\n"
                    + "var p atomic.Pointer[T]\n"
                    + "func main() { w := strings.Fields(\"b a\"); sort.Strings(w); p.Store(&T{len(w)})\n"
                    + "if unicode.Is(unicode.Greek, 'x') { panic(1) }; os.Stdout.WriteString(w[0]) }";

    private SourceFinder library;
    private final List<String> asked = new ArrayList<>();
    private KeptLibrary kept;

    @BeforeEach
    void aLibraryThatIsKept() throws IOException {
        library = SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        kept =
                new KeptLibrary(
                        (path, from) -> {
                            asked.add(path);
                            return library.find(path, from);
                        },
                        OPTIONS);
    }

    private static PackageFiles main(String body) {
        var text = ("package main\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
        return new PackageFiles("main", List.of(new FileText("main.go", text)), "", false);
    }

    private static ProgramImage image(Build build, String body) {
        assertEquals(List.of(), build.check(main(body), true));
        var image = build.image(AddressLayout.of(0, OPTIONS.target()));
        assertNotNull(image);
        return image;
    }

    private ProgramImage withKept(String body) {
        return image(new Build(library, OPTIONS, kept), body);
    }

    private static void assertSame(ProgramImage expected, ProgramImage image) {
        assertEquals(expected.classes().keySet(), image.classes().keySet());
        expected.classes()
                .forEach(
                        (name, bytes) -> assertArrayEquals(bytes, image.classes().get(name), name));
        // Hashes of types of equal names depend on which is met first
        assertEquals(expected.rodata().length, image.rodata().length);
        assertEquals(expected.itabs().length, image.itabs().length);
        assertArrayEquals(expected.data(), image.data());
        assertEquals(expected.globals(), image.globals());
        assertEquals(expected.pcs().functions(), image.pcs().functions());
        assertArrayEquals(expected.pcs().siteLine(), image.pcs().siteLine());
        assertArrayEquals(expected.pcs().siteLive(), image.pcs().siteLive());
    }

    @Test
    void programsComeOutAsWithoutIt() {
        var prints = image(new Build(library, OPTIONS), PRINTS);
        var sorts = image(new Build(library, OPTIONS), SORTS);
        assertSame(prints, withKept(PRINTS));
        assertSame(sorts, withKept(SORTS));
        assertSame(prints, withKept(PRINTS));
        assertSame(sorts, withKept(SORTS));
    }

    @Test
    void aSecondCompilationParsesNoPackageAgain() {
        withKept(PRINTS);
        assertTrue(asked.contains("fmt"));
        asked.clear();
        withKept(PRINTS);
        assertEquals(List.of(), asked);
    }

    @Test
    void aPackageWithOtherFilesIsCheckedAnewAndSoIsWhatImportsIt() {
        withKept(PRINTS);
        var files = new ArrayList<>(library.ours("errors").files());
        files.add(
                new FileText(
                        "mine.go",
                        "package errors\nfunc Mine() string { return \"mine\" }\n"
                                .getBytes(StandardCharsets.UTF_8)));
        PackageFinder changed =
                (path, from) ->
                        path.equals("errors")
                                ? new PackageFinder.Found(
                                        new PackageFiles(path, files, "", true), "")
                                : library.find(path, from);
        String both =
                "import (\"errors\"; \"fmt\")\n"
                        + "func main() { fmt.Println(errors.Mine(), fmt.Errorf(\"%w\", errors.ErrUnsupported)) }";
        assertSame(
                image(new Build(changed, OPTIONS), both),
                image(new Build(changed, OPTIONS, kept), both));
        asked.clear();
        withKept(PRINTS);
        assertEquals(List.of(), asked);
    }

    @Test
    void otherTagsAreNotServed() {
        var others = new BuildOptions(Target.LINUX_AMD64, Set.of("gc"), "", false, true);
        assertSame(
                image(new Build(library, others), PRINTS),
                image(new Build(library, others, kept), PRINTS));
        assertEquals(List.of(), asked);
    }

    @Test
    void aCompilationThatBreaksOffWearsItOut() {
        PackageFinder broken =
                (path, from) -> {
                    throw new IllegalStateException("broken");
                };
        var build = new Build(broken, OPTIONS, kept);
        assertFalse(kept.isWornOut());
        assertThrows(IllegalStateException.class, () -> build.check(main(PRINTS), true));
        assertTrue(kept.isWornOut());
    }
}
