package org.gorrery.app.canvas;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A picture of pixels that dense marks are written into directly: a hundred thousand rectangles cost a millisecond,
/// where as many draw calls would cost a hundred.
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.buffer =
                new PixelBuffer<>(
                        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    boolean isOf(int w, int h) {
        return width == w && height == h;
    }

    /// The pixels as an image, with all that was written.
    WritableImage image() {
        buffer.updateBuffer(b -> null);
        return image;
    }

    void clear(int argb) {
        Arrays.fill(pixels, argb);
    }

    void fill(int x0, int y0, int x1, int y1, int argb) {
        int a = Math.max(0, x0);
        int b = Math.min(width, x1);
        int top = Math.max(0, y0);
        int bottom = Math.min(height, y1);
        if (a >= b) {
            return;
        }
        for (int y = top; y < bottom; y++) {
            Arrays.fill(pixels, y * width + a, y * width + b, argb);
        }
    }

    void blend(int x0, int y0, int x1, int y1, int argb, double opacity) {
        int weight = (int) Math.round(opacity * 256);
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
                int i = y * width + x;
                pixels[i] = mix(pixels[i], argb, weight);
            }
        }
    }

    /// Writes a texture; where it is not, the ground or, with ground 0, what was there.
    void texture(
            DrawList.Kind kind,
            int x0,
            int y0,
            int x1,
            int y1,
            int argb,
            int ground,
            double opacity) {
        if (ground != 0) {
            fill(x0, y0, x1, y1, ground);
        }
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
                int weight = coverage(kind, x, y);
                if (weight > 0) {
                    int i = y * width + x;
                    pixels[i] = mix(pixels[i], argb, (int) (weight * opacity));
                }
            }
        }
    }

    /// How much of a pixel the texture covers, of 256. Textures stand still on the screen.
    private static int coverage(DrawList.Kind kind, int x, int y) {
        return switch (kind) {
            case HATCH ->
                    switch ((x + y) % 6) {
                        case 0, 2 -> 110;
                        case 1 -> 256;
                        default -> 0;
                    };
            case DOTS -> x % 5 == y / 5 % 2 * 2 && y % 5 == 1 ? 256 : 0;
            case STRIPES -> x % 4 < 2 ? 256 : 0;
            case FILL, FRAME, LINE, DASHED, BOX, TEXT, TEXT_RIGHT, TEXT_CENTRE, ARROW, POINTER ->
                    256;
        };
    }

    private static int mix(int under, int over, int weight) {
        int rest = 256 - weight;
        int rb = ((under & 0xff00ff) * rest + (over & 0xff00ff) * weight) >>> 8 & 0xff00ff;
        int g = ((under & 0xff00) * rest + (over & 0xff00) * weight) >>> 8 & 0xff00;
        return 0xff000000 | rb | g;
    }
}
