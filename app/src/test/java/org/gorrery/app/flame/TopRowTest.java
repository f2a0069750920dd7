package org.gorrery.app.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.formats.export.FoldedStacks;
import org.gorrery.formats.profile.FlameOptions;
import org.gorrery.formats.profile.FlameTrees;
import org.gorrery.formats.profile.Profile;
import org.junit.jupiter.api.Test;

class TopRowTest {
    private static Profile profile(String folded) {
        return FoldedStacks.read(folded.getBytes(StandardCharsets.UTF_8)).value();
    }

    @Test
    void aFunctionThatCallsItselfCountsEachValueOnce() {
        var tree = FlameTrees.of(profile("main;f;g;f 5\nmain;f 2\nmain;h 1\n"), FlameOptions.of(0));
        List<TopRow> rows = TopRow.of(tree);
        assertEquals(new TopRow("f", 7, 7, 0), rows.getFirst());
        assertEquals(new TopRow("h", 1, 1, 0), rows.get(1));
        assertEquals(new TopRow("main", 0, 8, 0), rows.get(2));
        assertEquals(new TopRow("g", 0, 5, 0), rows.get(3));
    }

    @Test
    void aComparisonPutsTheLargestChangeFirst() {
        Profile before = profile("main;f 10\nmain;gone 4\n");
        Profile after = profile("main;f 3\nmain;new 1\n");
        List<TopRow> rows = TopRow.of(FlameTrees.diff(after, before, FlameOptions.of(0), false));
        assertEquals("main", rows.getFirst().name());
        assertEquals(-10, rows.getFirst().change());
        assertEquals(
                List.of("f", "gone", "new"),
                rows.subList(1, 4).stream().map(TopRow::name).toList());
        assertEquals(
                List.of(-7L, -4L, 1L), rows.subList(1, 4).stream().map(TopRow::change).toList());
    }

    @Test
    void stepsOfAComparisonTellLessFromMore() {
        assertEquals(Change.SAME, Change.step(100, 98));
        assertEquals(0, Change.step(1, 10));
        assertEquals(6, Change.step(10, 0));
        assertEquals(4, Change.step(110, 100));
        assertEquals("-50 %", Change.text(5, 10, "new"));
        assertEquals("new", Change.text(5, 0, "new"));
    }
}
