package org.gorrery.app.canvas;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a painter wants drawn, in order, as data: tests read it, [DrawListRenderer] draws it.
///
/// Columns of primitives, kept from frame to frame. Lengths in logical pixels. A tag names the thing an operation stands
/// for (index of a span, a lane, a node), -1 for none.
public final class DrawList {
    /// Kinds of operations.
    public enum Kind {
        /// A filled rectangle.
        FILL,
        /// 45° hatch of the colour on the second colour.
        HATCH,
        /// Dots of the colour on the second colour.
        DOTS,
        /// Vertical stripes of the colour on the second colour.
        STRIPES,
        /// The outline of a rectangle; the amount is its thickness.
        FRAME,
        /// A line from the corner by (w, h); the amount is its thickness.
        LINE,
        /// As [#LINE], dashed.
        DASHED,
        /// A filled rectangle with round corners; the amount is the radius.
        BOX,
        /// Text, left end at x, base line at y, cut off at w.
        TEXT,
        /// Text that ends at x + w.
        TEXT_RIGHT,
        /// Text in the middle of w.
        TEXT_CENTRE,
        /// A line by (w, h) with a dot at its start and an arrow head at its end.
        ARROW,
        /// A straight line by (w, h) with an arrow head in its direction; the amount is its thickness.
        POINTER
    }

    private static final Face[] FACES = Face.values();
    private static final Kind[] KINDS = Kind.values();

    private int count;
    private byte[] kind = new byte[256];
    private byte[] face = new byte[256];
    private short[] color = new short[256];
    private short[] ground = new short[256];
    private float[] box = new float[256 * 4];
    private float[] amount = new float[256];
    private float[] alpha = new float[256];
    private int[] tag = new int[256];
    private @Nullable String[] text = new String[256];
    private int currentTag = -1;

    /// Forgets all operations.
    public void clear() {
        Arrays.fill(text, 0, count, null);
        count = 0;
        currentTag = -1;
    }

    /// The tag of the operations that follow.
    public void tag(int thing) {
        currentTag = thing;
    }

    private int add(Kind k, double x, double y, double w, double h, int c) {
        if (count == kind.length) {
            grow(count * 2);
        }
        int i = count++;
        kind[i] = (byte) k.ordinal();
        color[i] = (short) c;
        box[i * 4] = (float) x;
        box[i * 4 + 1] = (float) y;
        box[i * 4 + 2] = (float) w;
        box[i * 4 + 3] = (float) h;
        alpha[i] = 1;
        tag[i] = currentTag;
        return i;
    }

    private void grow(int n) {
        kind = Arrays.copyOf(kind, n);
        face = Arrays.copyOf(face, n);
        color = Arrays.copyOf(color, n);
        ground = Arrays.copyOf(ground, n);
        box = Arrays.copyOf(box, n * 4);
        amount = Arrays.copyOf(amount, n);
        alpha = Arrays.copyOf(alpha, n);
        tag = Arrays.copyOf(tag, n);
        text = Arrays.copyOf(text, n);
    }

    /// Fills a rectangle.
    public void fill(double x, double y, double w, double h, int token) {
        add(Kind.FILL, x, y, w, h, token);
    }

    /// Washes a rectangle.
    public void wash(double x, double y, double w, double h, int token, double opacity) {
        int i = add(Kind.FILL, x, y, w, h, token);
        alpha[i] = (float) opacity;
    }

    /// Fills a rectangle with a texture.
    public void texture(Kind k, double x, double y, double w, double h, int token, int onToken) {
        int i = add(k, x, y, w, h, token);
        ground[i] = (short) onToken;
    }

    /// Hatches a rectangle over what is there.
    public void hatchOver(double x, double y, double w, double h, int token, double opacity) {
        int i = add(Kind.HATCH, x, y, w, h, token);
        ground[i] = -1;
        alpha[i] = (float) opacity;
    }

    /// Outlines a rectangle; the line lies inside.
    public void frame(double x, double y, double w, double h, int token, double thickness) {
        int i = add(Kind.FRAME, x, y, w, h, token);
        amount[i] = (float) thickness;
    }

    /// Draws a line.
    public void line(double x0, double y0, double x1, double y1, int token, double thickness) {
        int i = add(Kind.LINE, x0, y0, x1 - x0, y1 - y0, token);
        amount[i] = (float) thickness;
    }

    /// Draws a dashed line.
    public void dashed(double x0, double y0, double x1, double y1, int token, double thickness) {
        int i = add(Kind.DASHED, x0, y0, x1 - x0, y1 - y0, token);
        amount[i] = (float) thickness;
    }

    /// Draws an arrow from cause to effect.
    public void arrow(double x0, double y0, double x1, double y1, int token) {
        add(Kind.ARROW, x0, y0, x1 - x0, y1 - y0, token);
    }

    /// Draws a straight arrow.
    public void pointer(double x0, double y0, double x1, double y1, int token, double thickness) {
        int i = add(Kind.POINTER, x0, y0, x1 - x0, y1 - y0, token);
        amount[i] = (float) thickness;
    }

    /// Fills a rectangle with round corners.
    public void box(double x, double y, double w, double h, int token, double radius) {
        int i = add(Kind.BOX, x, y, w, h, token);
        amount[i] = (float) radius;
    }

    /// Writes text from x on, base line at y, at most w wide.
    public void text(String s, double x, double y, double w, Face f, int token) {
        write(Kind.TEXT, s, x, y, w, f, token);
    }

    /// Writes text that ends at x + w.
    public void textRight(String s, double x, double y, double w, Face f, int token) {
        write(Kind.TEXT_RIGHT, s, x, y, w, f, token);
    }

    /// Writes text in the middle of w.
    public void textCentre(String s, double x, double y, double w, Face f, int token) {
        write(Kind.TEXT_CENTRE, s, x, y, w, f, token);
    }

    private void write(Kind k, String s, double x, double y, double w, Face f, int token) {
        int i = add(k, x, y, w, 0, token);
        face[i] = (byte) f.ordinal();
        text[i] = s;
    }

    /// Number of operations.
    public int count() {
        return count;
    }

    /// What operation `i` does.
    public Kind kind(int i) {
        return KINDS[kind[i]];
    }

    /// Left edge.
    public double x(int i) {
        return box[i * 4];
    }

    /// Top edge, or base line of text.
    public double y(int i) {
        return box[i * 4 + 1];
    }

    /// Width, or the most that text may take.
    public double w(int i) {
        return box[i * 4 + 2];
    }

    /// Height.
    public double h(int i) {
        return box[i * 4 + 3];
    }

    /// Colour, a number of [Tokens].
    public int color(int i) {
        return color[i];
    }

    /// Second colour of textures, -1 for none.
    public int ground(int i) {
        return ground[i];
    }

    /// Thickness or radius.
    public double amount(int i) {
        return amount[i];
    }

    /// Opacity from 0 to 1.
    public double alpha(int i) {
        return alpha[i];
    }

    /// The thing it stands for, -1 for none.
    public int tagOf(int i) {
        return tag[i];
    }

    /// The face of text.
    public Face face(int i) {
        return FACES[face[i]];
    }

    /// The text; empty for what is no text.
    public String text(int i) {
        String s = text[i];
        return s == null ? "" : s;
    }
}
