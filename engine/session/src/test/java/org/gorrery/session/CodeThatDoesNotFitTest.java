package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Programs beyond the limits of the JVM: its stack while they are compiled, the constants of a class, the size of a method.
class CodeThatDoesNotFitTest {
    private static final String HEAD = "package main\n";

    private static String out(String program) {
        var result = GoRunner.run(HEAD + program, RunOptions.DEFAULT);
        assertEquals(0, result.outcome().exitCode(), result.stderr());
        return result.stderr();
    }

    @Test
    void expressionsMayNestFiveThousandDeep() {
        int deep = 5000;
        assertEquals(
                "10001\n",
                out(
                        "var x, y = 1, 2\nfunc main() { println("
                                + "(".repeat(deep)
                                + "x"
                                + "+y)".repeat(deep)
                                + ") }\n"));
    }

    @Test
    void callsAndTypesMayNestThousandDeep() {
        int deep = 1000;
        assertEquals(
                "1001 true true\n",
                out(
                        "func f(a int) int { return a + 1 }\nvar p "
                                + "*".repeat(deep)
                                + "int\nvar s "
                                + "[]".repeat(deep)
                                + "int\nfunc main() { println("
                                + "f(".repeat(deep)
                                + "1"
                                + ")".repeat(deep)
                                + ", p == nil, s == nil) }\n"));
    }

    @Test
    void aSumMayHaveTenThousandTerms() {
        assertEquals(
                "10002\n",
                out("var x, y = 1, 2\nfunc main() { println(" + "x+".repeat(10_000) + "y) }\n"));
    }

    // Each constant takes two of the 65,535 places that a class has for its constants
    @Test
    void aFunctionMayHaveMoreConstantsThanAClass() {
        int n = 18_000;
        String body =
                IntStream.range(0, n)
                        .mapToObj(i -> "f += %d.5; t += %d\n".formatted(i, i * 1_000_003L))
                        .collect(Collectors.joining());
        long terms = (long) n * (n - 1) / 2;
        assertEquals(
                terms + n / 2 + " " + terms * 1_000_003L + "\n",
                out(
                        "func main() {\nvar f float64\nvar t int64\n"
                                + body
                                + "println(int64(f), t)\n}\n"));
    }
}
