package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.Changes;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

/// Whatever a compilation depends on tells its key from others.
class ImageKeyTest {
    private static final Target AMD64 = Target.LINUX_AMD64;
    private static final FileText FILE = text("a.go", "package a");
    private static final Changes NONE = new Changes(false, false, List.of(), List.of(), Set.of());
    private static final PackageFiles PACKAGE = files("a", List.of(FILE), "", false, NONE, false);

    private static FileText text(String name, String content) {
        return new FileText(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static PackageFiles files(
            String path,
            List<FileText> files,
            String version,
            boolean library,
            Changes changes,
            boolean folder) {
        var chosen = folder ? PackageFiles.Chosen.BY_FOLDER : PackageFiles.Chosen.OTHERWISE;
        return new PackageFiles(path, files, version, library, changes, chosen);
    }

    private static ImageKey with(PackageFiles... packages) {
        return ImageKey.of("engine", List.of(packages), options(AMD64, Set.of(), "", 0));
    }

    private static ImageKey changed(Changes changes) {
        return with(files("a", List.of(FILE), "", false, changes, false));
    }

    /// @param switches one bit each: all errors, bodies required, for the debugger
    private static BuildOptions options(
            Target target, Set<String> tags, String version, int switches) {
        return new BuildOptions(
                target,
                tags,
                version,
                (switches & 1) != 0,
                (switches & 2) != 0,
                (switches & 4) != 0);
    }

    private static ImageKey with(BuildOptions options) {
        return ImageKey.of("engine", List.of(PACKAGE), options);
    }

    private static final List<ImageKey> KEYS =
            List.of(
                    with(PACKAGE),
                    ImageKey.of("other", List.of(PACKAGE), options(AMD64, Set.of(), "", 0)),
                    with(options(Target.of("linux", "arm64").orElseThrow(), Set.of(), "", 0)),
                    with(options(Target.of("windows", "amd64").orElseThrow(), Set.of(), "", 0)),
                    with(options(AMD64, Set.of("t"), "", 0)),
                    with(options(AMD64, Set.of("t", "u"), "", 0)),
                    with(options(AMD64, Set.of("tu"), "", 0)),
                    with(options(AMD64, Set.of(), "go1.20", 0)),
                    with(options(AMD64, Set.of(), "", 1)),
                    with(options(AMD64, Set.of(), "", 2)),
                    with(options(AMD64, Set.of(), "", 4)),
                    with(),
                    with(PACKAGE, PACKAGE),
                    with(files("b", List.of(FILE), "", false, NONE, false)),
                    with(files("a", List.of(), "", false, NONE, false)),
                    with(files("a", List.of(FILE, FILE), "", false, NONE, false)),
                    with(files("a", List.of(text("b.go", "package a")), "", false, NONE, false)),
                    with(files("a", List.of(text("a.go", "package b")), "", false, NONE, false)),
                    with(files("a", List.of(text("a.gop", "ackage a")), "", false, NONE, false)),
                    with(files("a", List.of(FILE), "go1.20", false, NONE, false)),
                    with(files("a", List.of(FILE), "", true, NONE, false)),
                    with(files("a", List.of(FILE), "", false, NONE, true)),
                    changed(new Changes(true, false, List.of(), List.of(), Set.of())),
                    changed(new Changes(false, true, List.of(), List.of(), Set.of())),
                    changed(new Changes(false, false, List.of(FILE), List.of(), Set.of())),
                    changed(new Changes(false, false, List.of(), List.of(FILE), Set.of())),
                    changed(without(new Changes.Place("a.go", 1))),
                    changed(without(new Changes.Place("a.go", 2))),
                    changed(without(new Changes.Place("b.go", 1))),
                    changed(without(new Changes.Place("a.go", 1), new Changes.Place("a.go", 2))));

    private static Changes without(Changes.Place... places) {
        return new Changes(false, false, List.of(), List.of(), Set.of(places));
    }

    @Test
    void eachPartOfWhatACompilationDependsOnMakesAnotherKey() {
        for (int i = 0; i < KEYS.size(); i++) {
            for (int k = 0; k < KEYS.size(); k++) {
                assertEquals(i == k, KEYS.get(i).is(KEYS.get(k).bytes()), i + " and " + k);
            }
        }
    }

    @Test
    void theNamesOfTheirFilesDifferAlmostSurely() {
        assertEquals(KEYS.size(), KEYS.stream().map(ImageKey::fileName).distinct().count());
    }

    @Test
    void theOrderOfTagsAndPlacesDoesNotCount() {
        var one = options(AMD64, Set.of("t", "u", "v", "w"), "", 0);
        var two = options(AMD64, Set.of("w", "v", "u", "t"), "", 0);
        assertTrue(with(one).is(with(two).bytes()));
    }

    @Test
    void aKeyIsNotTheStartOfAnother() {
        byte[] bytes = KEYS.getFirst().bytes();
        assertFalse(KEYS.getFirst().is(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
    }
}
