package org.gorrery.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What a search finds.
class TextMatchTest {
    @Test
    void aTextIsFoundWhateverItsCase() {
        assertTrue(TextMatch.of("mutex").test("sync.(*Mutex).Lock"));
        assertFalse(TextMatch.of("mutexes").test("sync.(*Mutex).Lock"));
        assertTrue(TextMatch.ALL.test("anything"));
    }

    @Test
    void slashesMakeAnExpression() {
        var match = TextMatch.of("/^main\\.(work|wait)$/");
        assertTrue(match.test("main.work"));
        assertFalse(match.test("main.worker"));
        assertFalse(TextMatch.of("main.(").test("main.work"));
    }

    @Test
    void anExpressionThatCannotBeReadFindsNothingAndSaysWhy() {
        var match = TextMatch.of("/main.(/");
        assertFalse(match.test("main.("));
        assertEquals("Unclosed group", match.fault());
        assertFalse(match.pattern().matcher("main.(").find());
    }
}
