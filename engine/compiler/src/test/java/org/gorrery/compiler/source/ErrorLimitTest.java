package org.gorrery.compiler.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorLimitTest {
    private static Diagnostic error(int pos) {
        return new Diagnostic(
                pos, pos, DiagnosticCode.UNDEFINED, Diagnostic.Severity.ERROR, "e", List.of());
    }

    private static List<Integer> shown(ErrorLimit limit, int... found) {
        var out = new Diagnostics();
        limit.pass(IntStream.of(found).mapToObj(ErrorLimitTest::error).toList(), out);
        return out.sorted().stream()
                .map(d -> d.code() == DiagnosticCode.TOO_MANY ? -d.pos() : d.pos())
                .toList();
    }

    @Test
    void theFirstOnesFoundAreShownInOrderOfPlace() {
        assertEquals(List.of(10, 30, 50, -30), shown(new ErrorLimit(3), 50, 10, 30, 20));
    }

    @Test
    void asManyAsAreShownAreTooMany() {
        assertEquals(List.of(10, 20, -20), shown(new ErrorLimit(2), 10, 20));
        assertEquals(List.of(10, 20), shown(new ErrorLimit(3), 10, 20));
    }

    @Test
    void allErrorsWhereThereIsNoLimit() {
        assertEquals(List.of(1, 2, 3), shown(ErrorLimit.NONE, 3, 1, 2));
    }
}
