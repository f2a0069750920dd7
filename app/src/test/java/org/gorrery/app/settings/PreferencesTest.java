package org.gorrery.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the user chose is there at the next start.
class PreferencesTest {
    @TempDir Path folder;

    private static Preferences.Recent file(int number) {
        return new Preferences.Recent(
                number % 2 == 0, "CPU profile", Path.of("/data/f" + number).toAbsolutePath());
    }

    @Test
    void filesAreRememberedTheLastOneFirst() {
        var first = Preferences.in(folder.resolve("new"));
        first.opened(file(1));
        first.opened(file(2));
        first.opened(file(1));
        assertEquals(List.of(file(1), file(2)), Preferences.in(folder.resolve("new")).recent());
    }

    @Test
    void onlySoManyFilesAreRemembered() {
        var preferences = Preferences.in(folder);
        for (int i = 0; i < 30; i++) {
            preferences.opened(file(i));
        }
        assertEquals(Preferences.MOST_RECENT, Preferences.in(folder).recent().size());
        preferences.forgetRecent();
        assertEquals(List.of(), Preferences.in(folder).recent());
    }

    @Test
    void keysAreKept() {
        var keys = new Properties();
        keys.setProperty("zoom-in", "I = Ctrl+=");
        Preferences.in(folder).keepKeys(keys);
        assertEquals(keys, Preferences.in(folder).keys());
    }

    @Test
    void aFileThatWasDamagedIsLeftOut() throws Exception {
        Files.writeString(folder.resolve("recent"), "nonsense\nmeasured\ttrace\t/x/y\n");
        assertEquals(
                List.of(new Preferences.Recent(true, "trace", Path.of("/x/y"))),
                Preferences.in(folder).recent());
    }

    @Test
    void aFileInPlaceOfTheFolderHarmsNothing() throws Exception {
        Path blocked = Files.createFile(folder.resolve("file"));
        var preferences = Preferences.in(blocked);
        preferences.opened(file(1));
        assertEquals(List.of(file(1)), preferences.recent());
    }

    @Test
    void withoutAHomeNothingIsKept() {
        assertEquals(
                List.of(), Preferences.ofUser(Map.of("XDG_CONFIG_HOME", ""), "Linux").recent());
    }
}
