package org.gorrery.compiler.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildConstraintTest {
    @ParameterizedTest
    @CsvSource({
        "linux, true",
        "darwin, false",
        "unix, true",
        "amd64, true",
        "!amd64, false",
        "linux && (386 || amd64), true",
        "windows || arm64, false",
        "ignore, false",
        "gc, true",
        "go1.21, true",
        "go1.26, true",
        "go1.27, false",
        "mine && !race, true",
        "!linux || cgo, false",
        "'', true"
    })
    void expressionsHoldForLinuxOnAmd64(String expression, boolean holds) {
        assertEquals(
                holds, BuildConstraint.satisfied(expression, "linux", "amd64", Set.of("mine")));
    }

    @ParameterizedTest
    @CsvSource({
        "x.go, true",
        "x_linux.go, true",
        "x_windows.go, false",
        "x_amd64.go, true",
        "x_arm.go, false",
        "x_linux_amd64.go, true",
        "x_linux_arm64.go, false",
        "x_windows_amd64_test.go, false",
        "x_linux_test.go, true",
        "linux.go, true",
        "windows.go, true",
        "_x.go, false",
        ".x.go, false",
        "a/b_unix.go, true",
        "x_linux_foo.go, true",
        "arm_test.go, true",
        "x_windows.y_linux.go, false"
    })
    void namesMatchByTheirSuffix(String name, boolean matches) {
        assertEquals(matches, BuildConstraint.nameMatches(name, "linux", "amd64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a &&", "(a", "a b", "!!a", "a)", "&& a", "a | b"})
    void whatCannotBeReadIsTold(String expression) {
        assertFalse(BuildConstraint.isWellFormed(expression));
    }

    @ParameterizedTest
    @CsvSource({
        "go1.18, go1.18",
        "linux && go1.18, go1.18",
        "linux || go1.18, ''",
        "go1.20 || go1.18, go1.18",
        "go1.20 && go1.18, go1.20",
        "!go1.20, ''",
        "go1, go1",
        "!(linux || !go1.21), go1.21",
        "linux, ''"
    })
    void aConstraintImpliesALanguageVersion(String expression, String version) {
        assertEquals(version, BuildConstraint.goVersion(expression));
    }

    @Test
    void androidIsALinuxAndIosADarwin() {
        assertEquals(true, BuildConstraint.satisfied("linux", "android", "arm64", Set.of()));
        assertEquals(true, BuildConstraint.nameMatches("x_darwin.go", "ios", "arm64"));
    }
}
