package org.gorrery.formats.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected names are those that `go tool pprof -top` printed.
class ShownNamesTest {
    private static Profile of(String name) {
        var b = new ProfileBuilder();
        int f = b.function(name, "a.go");
        b.location(1, -1, false);
        b.line(f, 1, 0);
        b.sample(new int[] {0}, 1, 5);
        var type = new ValueType("cpu", "nanoseconds");
        return b.build(ProfileHead.of(List.of(type), type, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "testenv.init.OnceValue[go.shape.interface { Error() string }].func12"
                        + "|testenv.init.OnceValue[go.shape.interface { Error string }].func12",
                "json.OnceValue[go.shape.func(*json.encodeState, reflect.Value)].func3"
                        + "|json.OnceValue[go.shape.func].func3",
                "main.(*List[go.shape.float64]).Push|main.(*List[go.shape.float64]).Push",
                "main.(*T).run|main.(*T).run",
            })
    void parametersInBracketsAreLeftOut(String name, String shown) {
        assertEquals(shown, ShownNames.of(of(name)).functionName(0));
    }

    @Test
    void aProfileWithoutSuchNamesStaysTheSame() {
        Profile p = of("main.main");
        assertSame(p, ShownNames.of(p));
    }
}
