package org.gorrery.app.timeline;

import org.gorrery.app.bridge.GState;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Face;
import org.gorrery.app.canvas.Tokens;

/// Draws one state the same way wherever it occurs: in a lane, in the legend. Texture, letter and colour together.
final class SpanPainter {
    /// From this width on a span carries its letter.
    static final double LETTER_ROOM = 13;

    /// From this width on a span carries words.
    static final double WORD_ROOM = 44;

    private final DrawList dense;
    private final DrawList over;

    SpanPainter(DrawList dense, DrawList over) {
        this.dense = dense;
        this.over = over;
    }

    /// Draws a span of a state into a row of `height` at `top`.
    ///
    /// @param words what it says where there is room
    /// @param faint whether it stands back behind a highlighted state
    void span(
            GState state,
            double x0,
            double x1,
            double top,
            double height,
            String words,
            boolean faint) {
        double w = x1 - x0 > 3 ? x1 - x0 - 1 : x1 - x0;
        double full = height - 6;
        double low = Math.round(height * 0.58);
        double y = top + 3;
        double yLow = Math.round(top + (height - low) / 2);
        int color = Tokens.state(state);
        if (faint) {
            dense.wash(x0, yLow, w, low, color, 0.18);
            return;
        }
        switch (state.texture()) {
            case SOLID -> dense.fill(x0, y, w, full, color);
            case HATCH ->
                    dense.texture(DrawList.Kind.HATCH, x0, yLow, w, low, color, Tokens.tint(state));
            case TINT -> {
                dense.fill(x0, yLow, w, low, Tokens.tint(state));
                dense.fill(x0, yLow + low - 1, w, 1, color);
            }
            case DOTS -> {
                dense.texture(DrawList.Kind.DOTS, x0, yLow, w, low, color, Tokens.tint(state));
                dense.fill(x0, yLow + low - 1, w, 1, color);
            }
            case LINE -> dense.fill(x0, Math.round(top + height / 2) - 1, w, 2, color);
            case STRIPES ->
                    dense.texture(DrawList.Kind.STRIPES, x0, y, w, full, color, Tokens.tint(state));
        }
        label(state, x0, w, top, height, words);
    }

    private void label(GState state, double x0, double w, double top, double height, String words) {
        double base = Math.round(top + height / 2 + 4);
        if (state == GState.RUNNING) {
            if (w > 22) {
                over.text(words, x0 + 4, base, w - 6, Face.LEGEND, Tokens.ink(state));
            }
            return;
        }
        if (w < LETTER_ROOM || state == GState.DEAD) {
            return;
        }
        int ink = Tokens.letter(state);
        boolean plate = state.texture() != GState.Texture.TINT;
        if (plate) {
            double low = Math.round(height * 0.58) - 2;
            dense.fill(
                    x0 + 1,
                    Math.round(top + (height - low) / 2),
                    11,
                    low,
                    state == GState.SLEEP ? Tokens.BG : Tokens.tint(state));
        }
        over.text(state.letter(), x0 + 3, base, 10, Face.LETTER, ink);
        if (w > WORD_ROOM && state != GState.RUNNABLE) {
            double room = Math.min(w - 20, Face.LEGEND.estimate(words) + 6);
            if (state.texture() != GState.Texture.TINT && room > 12) {
                dense.fill(
                        x0 + 12,
                        top + 6,
                        room,
                        height - 12,
                        state == GState.SLEEP ? Tokens.BG : Tokens.tint(state));
            }
            over.text(words, x0 + 15, base, w - 20, Face.LEGEND, ink);
        }
    }

    /// Draws the box that stands for a state before a name.
    void stateBox(GState state, double x, double y, double side) {
        over.box(x, y, side, side, Tokens.state(state), 3);
        over.textCentre(
                state.letter(), x, y + side / 2 + 3.8, side, Face.LETTER, Tokens.ink(state));
    }
}
