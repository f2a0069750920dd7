package org.gorrery.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.gorrery.session.Compilation.Finding;
import org.junit.jupiter.api.Test;

/// Where findings stand in the text.
class SourceMarkTest {
    private static Map<Integer, List<SourceMark>> marks(String text, Finding... findings) {
        return SourceMark.of(List.of(findings), "a.go", text);
    }

    private static Finding at(int line, int column) {
        return new Finding("a.go", line, column, "UNUSED", false, "declared and not used: x");
    }

    @Test
    void aFindingMarksItsWord() {
        var mark = marks("package main\n\tcount := 1\n", at(2, 2)).get(1).getFirst();
        assertEquals(new SourceMark(1, 1, 6, false, "declared and not used: x"), mark);
    }

    @Test
    void columnsCountBytes() {
        // The é takes two bytes, so that y is in the fifth byte and the fourth character.
        var mark = marks("\"é\"y", at(1, 5)).get(0).getFirst();
        assertEquals(3, mark.fromChar());
        assertEquals(4, mark.toChar());
    }

    @Test
    void aFindingBehindTheEndOfItsLineIsNotOutside() {
        var mark = marks("ab", at(1, 99)).get(0).getFirst();
        assertEquals(2, mark.fromChar());
        assertEquals(2, mark.toChar());
    }

    @Test
    void findingsOfOtherFilesAndOfNoPlaceHaveNoMark() {
        var elsewhere = new Finding("b.go", 1, 1, "X", false, "m");
        assertEquals(Map.of(), marks("x", elsewhere, at(0, 0), at(7, 1)));
    }
}
