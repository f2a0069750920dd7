package org.gorrery.app.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws [DrawList]s: dense marks through a [Raster], lines and text as draw calls.
final class DrawListRenderer {
    private static final int WIDTHS_KEPT = 8192;

    private final Map<Face, Font> fonts = new LinkedHashMap<>();
    private final Text ruler = new Text();
    private final Map<String, Double> widths =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
                    return size() > WIDTHS_KEPT;
                }
            };
    private @Nullable Raster raster;

    DrawListRenderer() {
        for (Face f : Face.values()) {
            fonts.put(f, fontOf(f));
        }
    }

    private static Font fontOf(Face f) {
        if (f.mono()) {
            FontWeight weight = f.bold() ? FontWeight.BOLD : FontWeight.NORMAL;
            return Font.font(Fonts.MONO, weight, f.size());
        }
        return Font.font(f.bold() ? Fonts.SANS_TITLE : Fonts.SANS, f.size());
    }

    /// Draws the dense layer, then the layer of lines and text above it.
    void render(
            GraphicsContext pen,
            double w,
            double h,
            double scale,
            Palette p,
            DrawList dense,
            DrawList over) {
        int pw = (int) Math.ceil(w * scale);
        int ph = (int) Math.ceil(h * scale);
        Raster into = raster;
        if (into == null || !into.isOf(pw, ph)) {
            into = new Raster(pw, ph);
            raster = into;
        }
        into.clear(p.argb(Tokens.BG));
        for (int i = 0; i < dense.count(); i++) {
            rasterise(into, dense, i, scale, p);
        }
        pen.setTextBaseline(VPos.BASELINE);
        pen.drawImage(into.image(), 0, 0, w, h);
        for (int i = 0; i < over.count(); i++) {
            draw(pen, over, i, p);
        }
    }

    private static void rasterise(Raster r, DrawList d, int i, double s, Palette p) {
        int x0 = (int) Math.round(d.x(i) * s);
        int y0 = (int) Math.round(d.y(i) * s);
        int x1 = (int) Math.round((d.x(i) + d.w(i)) * s);
        int y1 = (int) Math.round((d.y(i) + d.h(i)) * s);
        int argb = p.argb(d.color(i));
        switch (d.kind(i)) {
            case FILL -> {
                if (d.alpha(i) >= 1) {
                    r.fill(x0, y0, x1, y1, argb);
                } else {
                    r.blend(x0, y0, x1, y1, argb, d.alpha(i));
                }
            }
            case HATCH, DOTS, STRIPES ->
                    r.texture(
                            d.kind(i),
                            x0,
                            y0,
                            x1,
                            y1,
                            argb,
                            d.ground(i) < 0 ? 0 : p.argb(d.ground(i)),
                            d.alpha(i));
            case FRAME -> {
                int t = (int) Math.max(1, Math.round(d.amount(i) * s));
                r.fill(x0, y0, x1, y0 + t, argb);
                r.fill(x0, y1 - t, x1, y1, argb);
                r.fill(x0, y0, x0 + t, y1, argb);
                r.fill(x1 - t, y0, x1, y1, argb);
            }
            case LINE, DASHED, BOX, TEXT, TEXT_RIGHT, TEXT_CENTRE, ARROW, POINTER ->
                    throw new IllegalStateException(d.kind(i) + " belongs to the layer above");
        }
    }

    private void draw(GraphicsContext pen, DrawList d, int i, Palette p) {
        pen.setGlobalAlpha(d.alpha(i));
        pen.setFill(p.color(d.color(i)));
        double x = d.x(i);
        double y = d.y(i);
        switch (d.kind(i)) {
            case FILL -> pen.fillRect(x, y, d.w(i), d.h(i));
            case HATCH, DOTS, STRIPES ->
                    throw new IllegalStateException(d.kind(i) + " belongs to the dense layer");
            case FRAME -> {
                double t = d.amount(i);
                pen.setStroke(p.color(d.color(i)));
                pen.setLineWidth(t);
                pen.setLineDashes();
                pen.strokeRect(x + t / 2, y + t / 2, d.w(i) - t, d.h(i) - t);
            }
            case LINE, DASHED -> {
                pen.setStroke(p.color(d.color(i)));
                pen.setLineWidth(d.amount(i));
                if (d.kind(i) == DrawList.Kind.DASHED) {
                    pen.setLineDashes(4, 3);
                } else {
                    pen.setLineDashes();
                }
                pen.strokeLine(x, y, x + d.w(i), y + d.h(i));
            }
            case BOX -> pen.fillRoundRect(x, y, d.w(i), d.h(i), d.amount(i) * 2, d.amount(i) * 2);
            case TEXT, TEXT_RIGHT, TEXT_CENTRE -> write(pen, d, i);
            case ARROW -> arrow(pen, x, y, x + d.w(i), y + d.h(i), p.color(d.color(i)));
            case POINTER -> {
                pen.setStroke(p.color(d.color(i)));
                pointer(pen, x, y, d.w(i), d.h(i), d.amount(i));
            }
        }
        pen.setGlobalAlpha(1);
    }

    private static void pointer(
            GraphicsContext pen, double x, double y, double w, double h, double thickness) {
        double length = Math.max(1, Math.hypot(w, h));
        double ux = w / length;
        double uy = h / length;
        double tipX = x + w;
        double tipY = y + h;
        double baseX = tipX - 9 * ux;
        double baseY = tipY - 9 * uy;
        pen.setLineDashes();
        pen.setLineWidth(thickness);
        pen.strokeLine(x, y, baseX, baseY);
        pen.fillPolygon(
                new double[] {tipX, baseX - 4 * uy, baseX + 4 * uy},
                new double[] {tipY, baseY + 4 * ux, baseY - 4 * ux},
                3);
    }

    private void write(GraphicsContext pen, DrawList d, int i) {
        Face f = d.face(i);
        String s = cut(d.text(i), f, d.w(i));
        if (s.isEmpty()) {
            return;
        }
        pen.setFont(fonts.get(f));
        switch (d.kind(i)) {
            case TEXT_RIGHT -> {
                pen.setTextAlign(TextAlignment.RIGHT);
                pen.fillText(s, d.x(i) + d.w(i), d.y(i));
            }
            case TEXT_CENTRE -> {
                pen.setTextAlign(TextAlignment.CENTER);
                pen.fillText(s, d.x(i) + d.w(i) / 2, d.y(i));
            }
            case TEXT, FILL, HATCH, DOTS, STRIPES, FRAME, LINE, DASHED, BOX, ARROW, POINTER -> {
                pen.setTextAlign(TextAlignment.LEFT);
                pen.fillText(s, d.x(i), d.y(i));
            }
        }
    }

    /// The text or as much of it as fits, with an ellipsis; empty where not even three letters fit.
    private String cut(String s, Face f, double room) {
        if (width(s, f) <= room) {
            return s;
        }
        int lo = 0;
        int hi = s.length();
        while (lo < hi) {
            int mid = (lo + hi + 1) >>> 1;
            if (width(s.substring(0, mid) + "…", f) <= room) {
                lo = mid;
            } else {
                hi = mid - 1;
            }
        }
        return lo < 2 ? "" : s.substring(0, lo) + "…";
    }

    private double width(String s, Face f) {
        return widths.computeIfAbsent(
                f.ordinal() + s,
                k -> {
                    ruler.setFont(fonts.get(f));
                    ruler.setText(s);
                    return ruler.getLayoutBounds().getWidth();
                });
    }

    private static void arrow(
            GraphicsContext pen,
            double x0,
            double y0,
            double x1,
            double y1,
            javafx.scene.paint.Color c) {
        pen.setStroke(c);
        pen.setLineWidth(1.2);
        pen.setLineDashes();
        double bend = Math.min(14, Math.abs(y1 - y0) / 4);
        pen.beginPath();
        pen.moveTo(x0, y0);
        pen.bezierCurveTo(x0 + bend, y0, x1 + bend, y0 + (y1 - y0) / 2, x1, y1);
        pen.stroke();
        pen.fillOval(x0 - 2.5, y0 - 2.5, 5, 5);
        double down = Math.signum(y1 - y0);
        pen.fillPolygon(
                new double[] {x1, x1 - 3, x1 + 4},
                new double[] {y1, y1 - 7 * down, y1 - 6 * down},
                3);
    }
}
