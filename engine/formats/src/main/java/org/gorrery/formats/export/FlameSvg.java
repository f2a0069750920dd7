package org.gorrery.formats.export;

import java.util.Locale;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.Units;

/// A flame graph as a picture: callers above, width by value, hue by package, a title on every box.
public final class FlameSvg {
    private static final int WIDTH = 1200;
    private static final int ROW = 17;
    private static final int HEAD = 44;
    private static final double SMALLEST = 0.3;
    private static final double CHAR = 6.6;

    private FlameSvg() {}

    /// Draws a tree.
    ///
    /// @param tree the tree
    /// @param unit unit of its values
    /// @param title what it shows, with the file it was measured in
    /// @return the SVG document; boxes narrower than a third of a pixel are left out and counted in the title
    public static String of(FlameTree tree, String unit, String title) {
        double scale = tree.total(0) <= 0 ? 0 : (double) WIDTH / tree.total(0);
        var boxes = new StringBuilder();
        int deepest = 0;
        int hidden = 0;
        int node = 1;
        while (node < tree.size()) {
            double width = tree.total(node) * scale;
            if (width < SMALLEST) {
                hidden += tree.end(node) - node;
                node = tree.end(node);
                continue;
            }
            deepest = Math.max(deepest, tree.depth(node));
            box(boxes, tree, node, scale, unit);
            node++;
        }
        int height = HEAD + deepest * ROW + 8;
        var out = new StringBuilder(boxes.length() + 1024);
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                                + " font-family=\"monospace\" font-size=\"11\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                        WIDTH,
                        height,
                        WIDTH,
                        height));
        out.append("<text x=\"6\" y=\"18\" font-size=\"14\">")
                .append(escape(title))
                .append("</text>\n");
        out.append("<text x=\"6\" y=\"34\" fill=\"#555\">total ")
                .append(escape(Units.show(tree.total(0), unit)))
                .append(hidden > 0 ? ", " + hidden + " boxes too small to draw" : "")
                .append("</text>\n");
        return out.append(boxes).append("</svg>\n").toString();
    }

    private static void box(
            StringBuilder out, FlameTree tree, int node, double scale, String unit) {
        double x = tree.start(node) * scale;
        double width = tree.total(node) * scale;
        int y = HEAD + (tree.depth(node) - 1) * ROW;
        String name = tree.name(node);
        out.append("<g><title>")
                .append(escape(name))
                .append(" — ")
                .append(escape(Units.show(tree.total(node), unit)))
                .append(" (")
                .append(Units.percentage(tree.total(node), tree.total(0)).strip())
                .append("), self ")
                .append(escape(Units.show(tree.self(node), unit)))
                .append(
                        tree.isDiff()
                                ? ", before " + escape(Units.show(tree.base(node), unit))
                                : "")
                .append("</title>");
        out.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"0.5\"/>",
                        x,
                        y,
                        width,
                        ROW - 1,
                        tree.isDiff() ? difference(tree, node) : colour(name)));
        int fit = (int) ((width - 4) / CHAR);
        if (fit >= 3) {
            String shown = name.length() <= fit ? name : name.substring(0, fit - 1) + "…";
            out.append(String.format(Locale.ROOT, "<text x=\"%.2f\" y=\"%d\">", x + 3, y + 12))
                    .append(escape(shown))
                    .append("</text>");
        }
        out.append("</g>\n");
    }

    /// A warm hue that depends on the package only, so that one package has one colour in every picture.
    static String colour(String name) {
        int slash = name.lastIndexOf('/') + 1;
        int dot = name.indexOf('.', slash);
        String pkg = dot < 0 ? name : name.substring(0, dot);
        int hue = Math.floorMod(pkg.hashCode() * 37, 360);
        return "hsl(" + hue + ",55%," + (70 + Math.floorMod(name.hashCode(), 12)) + "%)";
    }

    /// Orange where it grew against the base, blue where it shrank, paler the smaller the change.
    private static String difference(FlameTree tree, int node) {
        double change =
                (double) (tree.total(node) - tree.base(node))
                        / Math.max(1, Math.max(tree.total(node), tree.base(node)));
        int light = (int) Math.round(94 - 34 * Math.min(1, Math.abs(change)));
        return change >= 0 ? "hsl(28,90%," + light + "%)" : "hsl(214,80%," + light + "%)";
    }

    /// {@return text with the characters that XML needs escaped, and control characters replaced}
    /// @param s any text
    static String escape(String s) {
        var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < 0x20 ? ' ' : c);
            }
        }
        return out.toString();
    }
}
