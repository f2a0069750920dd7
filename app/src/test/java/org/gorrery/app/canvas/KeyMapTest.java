package org.gorrery.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys can be given other meanings, and keep them.
class KeyMapTest {
    private final KeyMap keys = new KeyMap();

    private static Stroke stroke(String text) {
        return Stroke.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"F5", "Ctrl+0", "Ctrl+Shift+P", "Ctrl+-", "Ctrl+Plus", "Alt+←", "=", "."})
    void aStrokeIsReadAsItIsWritten(String text) {
        assertEquals(text, stroke(text).toString());
    }

    @Test
    void ctrlAndADigitIsThatKey() {
        assertEquals(new Stroke(KeyCode.DIGIT2, true, false, false), stroke("Ctrl+2"));
        assertEquals(Optional.empty(), Stroke.parse("Ctrl+Nonsense"));
    }

    @Test
    void noKeyIsGivenTwiceWithinTheWindowOrWithinAView() {
        for (boolean window : new boolean[] {true, false}) {
            List<Stroke> all =
                    Arrays.stream(KeyAction.values())
                            .filter(a -> a.window() == window)
                            .flatMap(a -> a.standard().stream())
                            .toList();
            assertEquals(all.size(), new HashSet<>(all).size());
        }
    }

    @Test
    void aKeyThatIsGivenToAnActionIsTakenFromTheOther() {
        keys.bind(KeyAction.STOP, stroke("F6"));
        assertEquals(Optional.of(KeyAction.STOP), keys.inWindow(stroke("F6")));
        assertEquals(List.of(), keys.of(KeyAction.PAUSE));
        assertEquals(Optional.empty(), keys.inWindow(stroke("Shift+F5")));
    }

    @Test
    void whatWasChosenComesBackFromWhatWasKept() {
        keys.bind(KeyAction.ZOOM_IN, stroke("I"));
        var other = new KeyMap();
        other.restore(keys.changes());
        assertEquals(Optional.of(KeyAction.ZOOM_IN), other.inView(stroke("I")));
        assertEquals(Optional.empty(), other.inView(stroke("W")));
        assertEquals(1, keys.changes().size());
    }

    @Test
    void aPresetLeavesLettersAlone() {
        keys.preset(KeyMap.Preset.GOTRACEUI);
        assertEquals(Optional.empty(), keys.inView(stroke("W")));
        assertEquals(Optional.of(KeyAction.LEFT), keys.inView(stroke("←")));
        keys.preset(KeyMap.Preset.PERFETTO);
        assertEquals(Optional.of(KeyAction.ZOOM_IN), keys.inView(stroke("W")));
        assertEquals(0, keys.changes().size());
    }

    @Test
    void shiftMakesAViewsKeyFasterOnly() {
        assertEquals(Optional.of(KeyAction.LEFT), keys.inView(stroke("Shift+A")));
    }

    @Test
    void theNextKeyGoesToWhoAskedForIt() {
        var got = new Stroke[1];
        keys.captureNext(s -> got[0] = s);
        assertTrue(keys.captured(stroke("F5")));
        assertEquals(stroke("F5"), got[0]);
        assertEquals(false, keys.captured(stroke("F5")));
    }
}
