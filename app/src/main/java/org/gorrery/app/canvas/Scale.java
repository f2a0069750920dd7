package org.gorrery.app.canvas;

/// How a range of values (time, samples) lies on an axis of pixels; immutable.
///
/// @param from value at `left`
/// @param unitsPerPixel greater than 0
/// @param left pixel at which the axis begins
/// @param width its length in pixels
public record Scale(double from, double unitsPerPixel, double left, double width) {
    /// Shows a range.
    public static Scale fitting(double from, double to, double left, double width) {
        double pixels = Math.max(1, width);
        return new Scale(from, Math.max(to - from, 1e-9) / pixels, left, pixels);
    }

    /// The pixel of a value.
    public double x(double value) {
        return left + (value - from) / unitsPerPixel;
    }

    /// The value at a pixel.
    public double at(double x) {
        return from + (x - left) * unitsPerPixel;
    }

    /// The value at the right end.
    public double to() {
        return from + width * unitsPerPixel;
    }

    /// Shows more or less; what lies at a pixel stays there.
    ///
    /// @param factor below 1 to see less, but larger
    public Scale zoomed(double factor, double x, double least, double most) {
        double next = Math.clamp(unitsPerPixel * factor, least, Math.max(least, most));
        double anchor = at(x);
        return new Scale(anchor - (x - left) * next, next, left, width);
    }

    /// Moves by pixels.
    public Scale panned(double pixels) {
        return new Scale(from + pixels * unitsPerPixel, unitsPerPixel, left, width);
    }

    /// Keeps within a range, as far as it fits.
    public Scale within(double low, double high) {
        double span = width * unitsPerPixel;
        double start = span >= high - low ? low : Math.clamp(from, low, high - span);
        return new Scale(start, unitsPerPixel, left, width);
    }

    /// The same values from the same left value on another axis.
    public Scale on(double newLeft, double newWidth) {
        return new Scale(from, unitsPerPixel, newLeft, Math.max(1, newWidth));
    }
}
