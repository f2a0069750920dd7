package org.gorrery.formats.pprof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.gorrery.formats.FactsCheck;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.report.LegacyFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedLegacyTest {
    @Test
    void everyOlderProfileHasTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.endsWith("debug1.txt") || n.endsWith(".prof"),
                Set.of("referenceParserError"),
                (n, b) ->
                        LegacyFacts.of(
                                (n.endsWith(".prof")
                                                ? LegacyCpuReader.read(b, Limits.DEFAULT)
                                                : LegacyTextReader.read(b, Limits.DEFAULT))
                                        .value()));
    }

    @ParameterizedTest
    @CsvSource({
        "pprof/goroutine, main.lockedReader",
        "pprof/block, main.main.func8",
        "pprof/mutex, main.main.func8",
        "pprof/heap2, main.report",
        "pprof126/goroutine, main.leak.func1",
        "pprof126/mutex, main.main.func3",
        "pprof126/block, main.main.func3",
    })
    void theNamesInCommentsGiveTheFunctionsOfTheProtobuf(String name, String function)
            throws Exception {
        Loaded<LegacyProfile> text =
                LegacyTextReader.read(SharedFiles.bytes(name + ".debug1.txt"), Limits.DEFAULT);
        Profile proto =
                ProtoReader.read(SharedFiles.unpacked(name + ".pb.gz"), Limits.DEFAULT).value();
        int type = proto.head().defaultIndex();
        assertEquals(cum(proto, function, type), cum(text.value().symbolised(), function, type));
    }

    private static long cum(Profile p, String function, int type) {
        long sum = 0;
        for (int s = 0; s < p.samples(); s++) {
            boolean in = false;
            for (int i = 0; i < p.depth(s); i++) {
                int loc = p.location(s, i);
                for (int k = 0; k < p.lines(loc); k++) {
                    in |= p.functionName(p.function(loc, k)).equals(function);
                }
            }
            sum += in ? p.value(s, type) : 0;
        }
        return sum;
    }
}
