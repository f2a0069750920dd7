package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.Changes;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
    private static final BuildOptions OPTIONS =
            new BuildOptions(Target.LINUX_AMD64, Set.of("gc"), "", false, false);

    @TempDir private Path folder;
    private Path module;
    private SourceFinder finder;
    private PackageFiles main;
    private ImageCache cache;

    @BeforeEach
    void aModuleOfTwoPackages() throws IOException {
        module = Files.createDirectories(folder.resolve("module"));
        Files.writeString(module.resolve("go.mod"), "module m\n\ngo 1.24\n");
        Files.createDirectories(module.resolve("inner"));
        Files.writeString(
                module.resolve("inner/inner.go"), "package inner\n\nfunc F() int { return 1 }\n");
        main =
                new PackageFiles(
                        "main",
                        List.of(
                                file(
                                        "import \"m/inner\"\n"
                                                + "type pair struct { a *int; s string }\n"
                                                + "var p any = pair{nil, \"x\"}\n"
                                                + "func main() { println(inner.F()); _, _ = p.(pair) }")),
                        "go1.24",
                        false);
        finder = SourceFinder.around(new LibrarySources(), module, SourceRoots.NONE);
        cache = new ImageCache(folder.resolve("cache"), "one", 1 << 30);
    }

    private static FileText file(String body) {
        return new FileText(
                "main.go", ("package main\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Compiles and keeps the program; the key.
    private ImageKey keep() {
        var library = new LibrarySources();
        var recorded = new RecordedFinder(finder, path -> !library.files(path).isEmpty());
        var key = cache.key(List.of(main), OPTIONS);
        var image = image(recorded);
        var finding = new Compilation.Finding("f.go", 1, 2, "C", true, "warned");
        cache.store(key, new ImageCache.Entry(List.of(finding), recorded.questions(), image));
        return key;
    }

    private ProgramImage image(PackageFinder from) {
        var build = new Build(from, OPTIONS);
        assertEquals(List.of(), build.check(List.of(main), true));
        return build.image(AddressLayout.of(0, OPTIONS.target()));
    }

    @Test
    void whatIsReadIsWhatWasKept() {
        var key = keep();
        var read = cache.find(key, finder);
        assertNotNull(read);
        assertEquals("f.go:1:2: warned", read.findings().getFirst().toString());
        var expected = image(finder);
        var image = read.image();
        assertEquals(expected.classes().keySet(), image.classes().keySet());
        expected.classes()
                .forEach((name, bytes) -> assertArrayEquals(bytes, image.classes().get(name)));
        assertEquals(expected.target(), image.target());
        assertEquals(expected.layout(), image.layout());
        assertEquals(expected.codeClass(), image.codeClass());
        assertArrayEquals(expected.rodata(), image.rodata());
        assertArrayEquals(expected.itabs(), image.itabs());
        assertArrayEquals(expected.text(), image.text());
        assertArrayEquals(expected.data(), image.data());
        assertEquals(expected.dataBytes(), image.dataBytes());
        assertEquals(expected.globals(), image.globals());
        assertArrayEquals(expected.types(), image.types());
        assertEquals(expected.universeTypes(), image.universeTypes());
        assertEquals(expected.pcs().functions(), image.pcs().functions());
        assertArrayEquals(expected.pcs().siteFunction(), image.pcs().siteFunction());
        assertArrayEquals(expected.pcs().siteLine(), image.pcs().siteLine());
        assertArrayEquals(expected.pcs().siteLive(), image.pcs().siteLive());
        assertArrayEquals(expected.pcs().liveMaps(), image.pcs().liveMaps());
        assertArrayEquals(expected.pcs().thunkFunction(), image.pcs().thunkFunction());
    }

    @Test
    void aChangedImportedPackageIsCompiledAnew() throws IOException {
        var key = keep();
        Files.writeString(
                module.resolve("inner/inner.go"), "package inner\n\nfunc F() int { return 2 }\n");
        assertNull(cache.find(key, finder));
    }

    @Test
    void aNewFileOfAnImportedPackageIsNoticed() throws IOException {
        var key = keep();
        Files.writeString(module.resolve("inner/second.go"), "package inner\n");
        assertNull(cache.find(key, finder));
    }

    @Test
    void aChangedEmbeddedFileIsCompiledAnew() throws IOException {
        Files.writeString(module.resolve("inner/words.txt"), "one");
        Files.writeString(
                module.resolve("inner/inner.go"),
                "package inner\n\nimport _ \"embed\"\n\n//go:embed words.txt\nvar words string\n\n"
                        + "func F() int { return len(words) }\n");
        var key = keep();
        assertNotNull(cache.find(key, finder));
        Files.writeString(module.resolve("inner/words.txt"), "three");
        assertNull(cache.find(key, finder));
    }

    @Test
    void theKeyTellsProgramsTargetsAndEnginesApart() {
        var key = cache.key(List.of(main), OPTIONS);
        var other = new PackageFiles("main", List.of(file("func main() {}")), "go1.24", false);
        assertOther(key, cache.key(List.of(other), OPTIONS));
        var arm =
                new BuildOptions(
                        Target.of("linux", "arm").orElseThrow(), Set.of("gc"), "", false, false);
        assertOther(key, cache.key(List.of(main), arm));
        var older = new BuildOptions(Target.LINUX_AMD64, Set.of("gc"), "go1.17", false, false);
        assertOther(key, cache.key(List.of(main), older));
        var tagged = new BuildOptions(Target.LINUX_AMD64, Set.of("gc", "x"), "", false, false);
        assertOther(key, cache.key(List.of(main), tagged));
        assertOther(
                key, new ImageCache(folder.resolve("cache"), "two", 1).key(List.of(main), OPTIONS));
        var changed =
                new PackageFiles(
                        "main",
                        main.files(),
                        "go1.24",
                        false,
                        new Changes(
                                false,
                                false,
                                List.of(),
                                List.of(),
                                Set.of(new Changes.Place("main.go", 1))));
        assertOther(key, cache.key(List.of(changed), OPTIONS));
        var ofFolder = PackageFiles.ofFolder("main", main.files(), "go1.24");
        assertOther(key, cache.key(List.of(ofFolder), OPTIONS));
        var again = cache.key(List.of(main), OPTIONS);
        assertEquals(key.fileName(), again.fileName());
        assertTrue(key.is(again.bytes()));
    }

    private static void assertOther(ImageKey key, ImageKey other) {
        assertNotEquals(key.fileName(), other.fileName());
        assertFalse(key.is(other.bytes()));
    }

    @Test
    void anEntryOfAnotherProgramUnderTheSameNameIsNotTaken() throws IOException {
        var key = keep();
        var other = cache.key(List.of(main, main), OPTIONS);
        var kept = folder.resolve("cache");
        Files.move(
                kept.resolve(key.fileName() + ".image"), kept.resolve(other.fileName() + ".image"));
        assertNull(cache.find(other, finder));
    }

    @Test
    void aProgramIsKeptBesideItsFirstRun() throws Exception {
        var engine = new Engine(cache);
        var source = new Source.Text("x.go", "package main\n\nfunc main() {}\n");
        var options = RunOptions.DEFAULT.withProcess(List.of("x"), Map.of());
        var compiled = assertInstanceOf(Compilation.Ready.class, engine.compile(source, options));
        var kept = folder.resolve("cache");
        assertFalse(Files.exists(kept));
        try (var run = compiled.program().prepare(options, new GoRunner.Capture())) {
            run.start();
            run.outcome().get();
        }
        assertEquals(1, entries(kept).size());
        var image = entries(kept).getFirst();
        Files.setLastModifiedTime(image, FileTime.fromMillis(1000));
        assertInstanceOf(Compilation.Ready.class, engine.compile(source, options));
        assertTrue(Files.getLastModifiedTime(image).toMillis() > 1000, "it was not used");
    }

    @Test
    void aTornEntryIsCompiledAnewAndKeptAgain() throws Exception {
        var engine = new Engine(cache);
        var source = new Source.Text("x.go", "package main\n\nfunc main() { println(6 * 7) }\n");
        assertEquals("42\n", ran(engine, source));
        var entry = entries(folder.resolve("cache")).getFirst();
        byte[] whole = Files.readAllBytes(entry);
        Files.write(entry, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals("42\n", ran(engine, source));
        assertArrayEquals(whole, Files.readAllBytes(entry));
    }

    /// What a program writes to its standard error, whether it was compiled or kept.
    private static String ran(Engine engine, Source source) throws Exception {
        var options = RunOptions.DEFAULT.withProcess(List.of("x"), Map.of());
        var compiled = assertInstanceOf(Compilation.Ready.class, engine.compile(source, options));
        var console = new GoRunner.Capture();
        try (var run = compiled.program().prepare(options, console)) {
            run.start();
            assertEquals(new RunOutcome.Exited(0), run.outcome().get());
        }
        return console.err();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatAProcessLeftHalfWrittenIsRemovedLater() throws IOException {
        var kept = Files.createDirectories(folder.resolve("cache"));
        var old = Files.createFile(kept.resolve("new1.tmp"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(1000));
        var fresh = Files.createFile(kept.resolve("new2.tmp"));
        keep();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
    }

    @Test
    void aDamagedEntryIsAsIfItWereNotThere() throws IOException {
        var key = keep();
        var entry = folder.resolve("cache").resolve(key.fileName() + ".image");
        byte[] bytes = Files.readAllBytes(entry);
        for (int at = 0; at < bytes.length; at += bytes.length / 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Files.write(entry, damaged);
            assertNull(cache.find(key, finder), "byte " + at);
        }
        Files.write(entry, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertNull(cache.find(key, finder));
        Files.write(entry, bytes);
        assertNotNull(cache.find(key, finder));
    }

    private static ImageKey key(String engine) {
        return ImageKey.of(engine, List.of(), OPTIONS);
    }

    private Path file(String cacheFolder, ImageKey key) {
        return folder.resolve(cacheFolder).resolve(key.fileName() + ".image");
    }

    @Test
    void theEntryUnusedForLongestMakesRoom() throws IOException {
        var entry = new ImageCache.Entry(List.of(), List.of(), image(finder));
        cache.store(key("first"), entry);
        var first = file("cache", key("first"));
        Files.setLastModifiedTime(first, FileTime.fromMillis(1000));
        cache.store(key("second"), entry);
        var second = file("cache", key("second"));
        Files.setLastModifiedTime(second, FileTime.fromMillis(2000));
        assertNotNull(cache.find(key("first"), finder)); // used now
        var small = new ImageCache(folder.resolve("cache"), "one", Files.size(first) * 5 / 2);
        small.store(key("third"), entry);
        assertNotNull(cache.find(key("first"), finder));
        assertNull(cache.find(key("second"), finder));
        assertNotNull(cache.find(key("third"), finder));
    }

    @Test
    void anUnusableFolderStopsNothing() throws IOException {
        var file = Files.createFile(folder.resolve("a file"));
        var nowhere = new ImageCache(file.resolve("cache"), "one", 1 << 30);
        nowhere.store(key("key"), new ImageCache.Entry(List.of(), List.of(), image(finder)));
        assertNull(nowhere.find(key("key"), finder));
    }

    @Test
    void anEngineInFoldersKeepsNothing() throws Exception {
        var engine = Engine.withCache(folder.resolve("unused"));
        var source = new Source.Text("x.go", "package main\n\nfunc main() { println(6 * 7) }\n");
        assertEquals("42\n", ran(engine, source));
        assertFalse(Files.exists(folder.resolve("unused")));
    }
}
