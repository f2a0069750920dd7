package org.gorrery.app.canvas;

import java.util.List;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Color;

/// The values of all [Tokens] in one theme; immutable.
public final class Palette {
    private final Color[] colors;
    private final int[] argb;

    private Palette(Color[] colors) {
        this.colors = colors;
        this.argb = new int[colors.length];
        for (int i = 0; i < colors.length; i++) {
            Color c = colors[i];
            argb[i] =
                    (int) Math.round(c.getOpacity() * 255) << 24
                            | (int) Math.round(c.getRed() * 255) << 16
                            | (int) Math.round(c.getGreen() * 255) << 8
                            | (int) Math.round(c.getBlue() * 255);
        }
    }

    /// Reads the fills that a [PaletteProbe] was given by the style sheets.
    static Palette of(Background background) {
        List<BackgroundFill> fills = background.getFills();
        var colors = new Color[fills.size()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = (Color) fills.get(i).getFill();
        }
        return new Palette(colors);
    }

    /// The value of a token.
    public Color color(int token) {
        return colors[token];
    }

    /// The value of a token as `0xAARRGGBB`.
    public int argb(int token) {
        return argb[token];
    }
}
