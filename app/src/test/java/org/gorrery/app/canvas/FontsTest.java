package org.gorrery.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.gorrery.app.JavaFx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JavaFx.class)
class FontsTest {
    @Test
    void eachFamilyOfTheStyleSheetsIsBundled() {
        JavaFx.onFxThread(() -> {
            Fonts.load();
            // An unknown family is answered with the system's default, so the names tell.
            assertEquals("Inter Regular", Font.font(Fonts.SANS, 12).getName());
            assertEquals("Inter SemiBold", Font.font(Fonts.SANS_TITLE, 12).getName());
            assertEquals("Inter Bold", Font.font(Fonts.SANS, FontWeight.BOLD, 12).getName());
            assertEquals("JetBrains Mono Regular", Font.font(Fonts.MONO, 12).getName());
            assertEquals(
                    "JetBrains Mono Bold", Font.font(Fonts.MONO, FontWeight.BOLD, 12).getName());
            return true;
        });
    }
}
