package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every program of the corpus is reported on the marked lines, with the marked code and words, and nowhere else.
class CheckCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/go/check");
    private static final Pattern WANT = Pattern.compile("// want ([A-Z_]+) \"(.*)\"\\s*$");

    static Stream<Path> programs() throws IOException {
        return Files.list(CORPUS).filter(f -> f.toString().endsWith(".go")).sorted();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isReportedExactlyWhereMarked(Path program) throws IOException {
        var sources = new SourceSet();
        var out = new Diagnostics();
        var ids = new NodeIds();
        var file =
                Parser.parse(
                        sources,
                        sources.add(program.toString(), Files.readAllBytes(program)),
                        ids,
                        out);
        var types = new Types(Target.LINUX_AMD64);
        Importer none = (path, from) -> Importer.Imported.failed("no imports here");
        var pkg = new GoPackage("corpus", file.packageName().text());
        var checked =
                new Checker(
                                types,
                                sources,
                                none,
                                new CheckOptions("", false, CheckOptions.WhichBodies.ALL))
                        .check(pkg, List.of(file), ids, out);

        var left = new ArrayList<>(out.sorted());
        var lines = Files.readString(program, StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i < lines.length; i++) {
            var want = WANT.matcher(lines[i]);
            if (!want.find()) {
                continue;
            }
            int line = i + 1;
            var words = Pattern.compile(want.group(2));
            boolean found =
                    left.removeIf(d ->
                            sources.line(d.pos()) == line
                                    && d.code().name().equals(want.group(1))
                                    && words.matcher(d.message()).find());
            var there = out.sorted().stream().filter(d -> sources.line(d.pos()) == line).toList();
            assertTrue(
                    found,
                    () -> program + ":" + line + ": wanted " + want.group() + ", got " + there);
        }
        assertEquals(
                List.of(),
                left.stream().map(d -> sources.position(d.pos()) + ": " + d.message()).toList());
        if (!out.hasErrors()) {
            assertEquals(List.of(), new RecordingAudit(checked, sources).problems());
        }
    }
}
