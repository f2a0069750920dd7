package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

class FileLimitTest {
    private static List<DiagnosticCode> check(boolean all) {
        var text = "package p\n" + "var x = nowhere\n".replace("x", "_").repeat(15);
        var sources = new SourceSet();
        var out = new Diagnostics();
        var ids = new NodeIds();
        SourceFile file =
                Parser.parse(
                        sources,
                        sources.add("p.go", text.getBytes(StandardCharsets.UTF_8)),
                        ids,
                        out);
        Importer none = (path, from) -> Importer.Imported.failed("no imports here");
        new Checker(
                        new Types(Target.LINUX_AMD64),
                        sources,
                        none,
                        new CheckOptions("", all, false, CheckOptions.WhichBodies.ALL))
                .check(new GoPackage("p", "p"), List.of(file), ids, out);
        return out.sorted().stream().map(d -> d.code()).toList();
    }

    @Test
    void tenErrorsAndANoteThatThereAreMore() {
        var codes = check(false);
        assertEquals(11, codes.size());
        assertEquals(DiagnosticCode.TOO_MANY, codes.getLast());
    }

    @Test
    void allErrorsWhenAskedFor() {
        assertEquals(15, check(true).size());
    }
}
