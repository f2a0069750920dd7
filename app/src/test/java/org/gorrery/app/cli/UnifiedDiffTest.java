package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertEquals("", UnifiedDiff.of("a", "x\n", "b", "x\n"));
    }

    @Test
    void changesFarApartGetHunksOfTheirOwn() {
        String before = lines(0, 20);
        String after = "new\n" + lines(0, 10) + "ten\n" + lines(11, 20);
        assertEquals(
                """
                diff a b
                --- a
                +++ b
                @@ -1,3 +1,4 @@
                +new
                 0
                 1
                 2
                @@ -8,7 +9,7 @@
                 7
                 8
                 9
                -10
                +ten
                 11
                 12
                 13
                """,
                UnifiedDiff.of("a", before, "b", after));
    }

    @Test
    void changesNearEachOtherShareAHunk() {
        String after = lines(0, 4) + "four\n" + lines(5, 9) + lines(10, 14);
        assertEquals(
                """
                diff a b
                --- a
                +++ b
                @@ -2,13 +2,12 @@
                 1
                 2
                 3
                -4
                +four
                 5
                 6
                 7
                 8
                -9
                 10
                 11
                 12
                 13
                """,
                UnifiedDiff.of("a", lines(0, 14), "b", after));
    }

    @Test
    void aMissingNewlineAtTheEndIsSaid() {
        assertEquals(
                "diff a b\n--- a\n+++ b\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n",
                UnifiedDiff.of("a", "x", "b", "x\n"));
    }

    @Test
    void anEmptyTextHasLineZero() {
        assertEquals(
                "diff a b\n--- a\n+++ b\n@@ -0,0 +1,1 @@\n+x\n",
                UnifiedDiff.of("a", "", "b", "x\n"));
    }
}
