package org.gorrery.app.canvas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled typefaces, so that text is the same on every machine: Inter for words, JetBrains Mono for figures and code.
///
/// What they have no letters for, such as Chinese and Japanese, the system's fonts draw.
public final class Fonts {
    private static final String FOLDER = "org/gorrery/ui/fonts/";
    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Italic.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");

    /// Family of words.
    public static final String SANS = "Inter";

    /// Family of titles; JavaFX knows the weight as a family of its own.
    public static final String SANS_TITLE = "Inter SemiBold";

    /// Family of figures and code.
    public static final String MONO = "JetBrains Mono";

    private Fonts() {}

    /// Makes the typefaces known to JavaFX; again is harmless. On the FX thread, before the first style sheet.
    ///
    /// @return names of the typefaces that could be loaded
    public static List<String> load() {
        return FILES.stream().map(Fonts::loaded).toList();
    }

    /// Makes the typeface of words known to charts, which measure text on their own.
    public static void loadForCharts() {
        try (var in = Fonts.class.getClassLoader().getResourceAsStream(FOLDER + FILES.getFirst())) {
            if (in != null) {
                var font = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in);
                java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            }
        } catch (IOException | java.awt.FontFormatException e) {
            throw new IllegalStateException("cannot read the typeface " + FILES.getFirst(), e);
        }
    }

    private static String loaded(String file) {
        try (var in = Fonts.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            Font font = in == null ? null : Font.loadFont(in, 12);
            if (font == null) {
                throw new IllegalStateException("typeface missing: " + FOLDER + file);
            }
            return font.getName();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface " + file, e);
        }
    }
}
