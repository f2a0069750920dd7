package org.gorrery.app.canvas;

/// The faces and sizes that painters may write with. Figures, addresses and identifiers are set in the mono face.
public enum Face {
    LEGEND(false, 11, false),
    BODY(false, 12, false),
    BODY_BOLD(false, 12, true),
    TITLE(false, 13, true),
    RULER(true, 10.5, false),
    LETTER(true, 10.5, true),
    FIGURES(true, 11.5, false),
    FIGURES_BOLD(true, 11.5, true);

    private final boolean mono;
    private final double points;
    private final boolean bold;

    Face(boolean mono, double points, boolean bold) {
        this.mono = mono;
        this.points = points;
        this.bold = bold;
    }

    /// Whether all characters are of one width.
    public boolean mono() {
        return mono;
    }

    /// Size in logical pixels at scale 1.
    public double size() {
        return points;
    }

    /// Whether it is heavier.
    public boolean bold() {
        return bold;
    }

    /// About how wide a text is, where no font is at hand: layout decisions of painters stand on it.
    public double estimate(String text) {
        return text.codePoints().mapToDouble(c -> c > 0x2e80 ? 1 : mono ? 0.6 : 0.54).sum()
                * points;
    }
}
