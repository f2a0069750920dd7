package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Tests of a package come from the cache of images as programs do.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no keys")
class TestImageCacheTest {
    @TempDir private Path folder;
    private Path module;
    private Path images;

    @BeforeEach
    void aModuleWithATest() throws IOException {
        module = Files.createDirectories(folder.resolve("module"));
        images = folder.resolve("images");
        Files.writeString(module.resolve("go.mod"), "module m\n\ngo 1.24\n");
        Files.writeString(module.resolve("m.go"), "package m\n\nfunc F() int { return 1 }\n");
        test("if F() != 1 { t.Fatal(F()) }");
    }

    private void test(String body) throws IOException {
        Files.writeString(
                module.resolve("m_test.go"),
                "package m\n\nimport \"testing\"\n\nfunc TestF(t *testing.T) { " + body + " }\n");
    }

    private void compile() throws IOException {
        var library = new LibrarySources();
        var options =
                new BuildOptions(
                        Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", false, true);
        var unit = new TestUnit("m", module, List.of(), "");
        var compiled =
                new TestCompiler(
                                library,
                                unit,
                                new TestRequest(false, false, false),
                                options,
                                SourceRoots.NONE,
                                new KeptLibraries(library),
                                new ImageCache(images, "one", 1 << 30))
                        .compile();
        var ready = assertInstanceOf(TestCompilation.Ready.class, compiled);
        assertEquals(1, ready.functions());
        assertEquals(List.of(), ready.leftOut());
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(images)) {
            return files.sorted().toList();
        }
    }

    private Object fileKey() throws IOException {
        return Objects.requireNonNull(
                Files.readAttributes(kept().getFirst(), BasicFileAttributes.class).fileKey());
    }

    @Test
    void whatHasNotChangedIsTakenFromTheCache() throws IOException {
        compile();
        assertEquals(1, kept().size());
        Object file = fileKey();
        compile();
        assertEquals(1, kept().size());
        assertEquals(file, fileKey(), "an entry that is written again is another file");
    }

    @Test
    void aChangedTestOrPackageIsCompiledAnew() throws IOException {
        compile();
        byte[] first = Files.readAllBytes(kept().getFirst());
        test("if F() != 1 { t.Fatal(\"not one\", F()) }");
        compile();
        assertEquals(1, kept().size(), "the program that calls the tests is the same");
        byte[] second = Files.readAllBytes(kept().getFirst());
        assertFalse(Arrays.equals(first, second));
        Files.writeString(module.resolve("m.go"), "package m\n\nfunc F() int { return 1 + 0 }\n");
        compile();
        assertFalse(Arrays.equals(second, Files.readAllBytes(kept().getFirst())));
    }
}
