package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A program to run has all its functions, as with `go run`; a check of a package, like Go's compiler, leaves it open who provides them.
class MissingBodyTest {
    private static final String REST = "\nfunc f()\nfunc main() { f() }\n";

    @ParameterizedTest
    @CsvSource({"//", "//go:noinline", "//gorrery:intrinsic", "//gorrery:kinds map"})
    void aFunctionWithoutBodyIsRefused(String directive) {
        var source = new Source.Text("main.go", "package main\n" + directive + REST);
        assertEquals(
                List.of("missing function body"),
                new Engine()
                        .compile(source, RunOptions.DEFAULT).findings().stream()
                                .map(Compilation.Finding::message)
                                .toList());
        assertEquals(List.of(), new Engine().check(source, RunOptions.DEFAULT, true));
    }

    /// At the name or, of a method, at the receiver, as `go build` has it; and only where nothing else is wrong.
    @ParameterizedTest
    @CsvSource({"func f(),3:6", "func (T) m(),3:6", "func f(x nowhere),3:10"})
    void itIsToldWhereGoTellsIt(String function, String place) {
        var text = "package main\ntype T int\n" + function + "\nfunc main() {}\n";
        var source = new Source.Text("main.go", text);
        assertEquals(
                List.of(place),
                new Engine()
                        .compile(source, RunOptions.DEFAULT).findings().stream()
                                .map(f -> f.line() + ":" + f.column())
                                .toList());
    }
}
