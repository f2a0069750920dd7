package org.gorrery.app.shell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Lessons as their files say.
class LessonTest {
    @Test
    void linesOfAParagraphAreJoined() {
        var lesson =
                Lesson.parse(
                        """
                        # Title
                        What it is.

                        ## Watch
                        One line
                        goes on. Then more.

                        Another paragraph.

                        ## Change
                        `x` to 2.
                        """);
        assertEquals(
                new Lesson(
                        "Title",
                        "What it is.",
                        List.of(
                                new Lesson.Section(
                                        "Watch",
                                        "One line goes on. Then more.\nAnother paragraph."),
                                new Lesson.Section("Change", "`x` to 2."))),
                lesson);
        assertEquals("One line goes on.", lesson.firstSentence("Watch"));
    }

    @Test
    void everySampleHasItsLessonAndSaysWhatToWatch() {
        var samples = Sample.all();
        assertEquals(6, samples.size());
        assertAll(
                samples.stream()
                        .map(s ->
                                () -> {
                                    assertEquals(
                                            List.of("Watch", "Change", "Then"),
                                            s.lesson().sections().stream()
                                                    .map(Lesson.Section::heading)
                                                    .toList(),
                                            s.name());
                                    assertEquals(
                                            false, s.lesson().firstSentence("Watch").isBlank());
                                }));
    }
}
