package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

class FileLimitTest {
    private static List<DiagnosticCode> check(boolean all) {
        var text = "package p\n" + "var x = nowhere\n".replace("x", "_").repeat(15);
        var options = new CheckOptions("", all, false, CheckOptions.WhichBodies.ALL);
        var found = CheckedText.of(new Types(Target.LINUX_AMD64), text, options).found();
        return found.stream().map(d -> d.code()).toList();
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
