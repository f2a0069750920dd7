package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowSupportTest {
    @Test
    void withoutTheLauncherAWindowIsTakenToBePossible() {
        var support = WindowSupport.from(Map.of());
        assertTrue(support.canOpenWindow());
        assertEquals(List.of(), support.explanation());
    }

    @Test
    void aMissingDisplayIsNamedAndPicturesStillWork() {
        var support = WindowSupport.from(Map.of("gorrery.display", "no"));
        assertFalse(support.canOpenWindow());
        assertTrue(support.canDrawText());
        String text = String.join("\n", support.explanation());
        assertTrue(text.contains("DISPLAY is not set"), text);
        assertTrue(text.contains("snapshot"), text);
        assertFalse(text.contains("apt install"), text);
    }

    @Test
    void aMissingGtkIsNamedWithItsPackage() {
        var support =
                WindowSupport.from(
                        Map.of("gorrery.display", "yes", "gorrery.libraries.missing", "gtk3,xtst"));
        assertFalse(support.canOpenWindow());
        assertTrue(support.canDrawText());
        String text = String.join("\n", support.explanation());
        assertTrue(text.contains("missing: GTK 3, libXtst."), text);
        assertTrue(text.contains("apt install libgtk-3-0 libxtst6"), text);
        assertFalse(text.contains("DISPLAY"), text);
    }

    @Test
    void withoutPangoNoPictureIsPromised() {
        var support =
                WindowSupport.from(
                        Map.of("gorrery.display", "no", "gorrery.libraries.missing", "pango"));
        assertFalse(support.canDrawText());
        assertFalse(String.join("\n", support.explanation()).contains("snapshot"));
    }

    @Test
    void aWaylandSessionWithoutXServerIsToldApart() {
        var support = WindowSupport.from(Map.of("gorrery.display", "wayland"));
        assertFalse(support.canOpenWindow());
        assertTrue(String.join("\n", support.explanation()).contains("Xwayland"));
    }
}
