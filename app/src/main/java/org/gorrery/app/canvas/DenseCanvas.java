package org.gorrery.app.canvas;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The canvas of a dense view: paints at most once a frame, in the colours of the theme, and turns keys and mouse into
/// [Navigation].
public final class DenseCanvas extends Region {
    /// Paints a view of a size as data.
    public interface Painter {
        /// Adds all operations.
        ///
        /// @param dense marks without number: rectangles and textures
        /// @param over lines and text above them
        void paint(double width, double height, DrawList dense, DrawList over);
    }

    /// Tells what is at a place.
    public interface Prober {
        /// The facts of the thing at a place; empty where there is nothing to tell.
        Optional<Facts> at(double x, double y);
    }

    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale(1, 1, 0, 0);
    private final PaletteProbe probe = new PaletteProbe();
    private final Label empty = new Label();
    private final DrawList dense = new DrawList();
    private final DrawList over = new DrawList();
    private final DrawListRenderer renderer = new DrawListRenderer();
    private final Painter painter;
    private final HoverTip tip;

    /// A canvas for a painter.
    public DenseCanvas(Painter painter, Prober prober, Navigation navigation, KeyMap keys) {
        this.painter = painter;
        this.tip = new HoverTip(this, prober);
        canvas.getTransforms().add(shrink);
        getStyleClass().add("g-dense");
        empty.getStyleClass().add("g-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.setVisible(false);
        getChildren().addAll(probe, canvas, empty, tip.node());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        probe.palette().addListener((o, a, b) -> repaint());
        localToSceneTransformProperty()
                .addListener((o, a, b) -> {
                    if (a == null || a.getMxx() != b.getMxx()) {
                        repaint();
                    }
                });
        focusedProperty().addListener((o, a, b) -> repaint());
        new NavigationInput(this, navigation, tip, keys).install();
    }

    /// Paints again at the next frame.
    public void repaint() {
        setNeedsLayout(true);
    }

    /// Shows one sentence in place of the picture; an empty one brings the picture back.
    public void explain(String sentence) {
        empty.setText(sentence);
        empty.setVisible(!sentence.isEmpty());
        canvas.setVisible(sentence.isEmpty());
        repaint();
    }

    /// The sentence shown in place of the picture; empty while there is one.
    public String explanation() {
        return empty.isVisible() ? empty.getText() : "";
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        if (w < 1 || h < 1) {
            return;
        }
        empty.resizeRelocate(24, h / 2 - 24, Math.max(0, w - 48), 48);
        double drawn = drawnScale();
        if (canvas.getWidth() != w * drawn || canvas.getHeight() != h * drawn) {
            canvas.setWidth(w * drawn);
            canvas.setHeight(h * drawn);
            shrink.setX(1 / drawn);
            shrink.setY(1 / drawn);
        }
        tip.layout();
        probe.palette().get().ifPresent(p -> paint(w, h, p));
    }

    /// How much larger than laid out the canvas comes to the screen: it holds as many more pixels, and stays sharp.
    private double drawnScale() {
        return Math.max(1, getLocalToSceneTransform().getMxx());
    }

    private void paint(double w, double h, Palette palette) {
        dense.clear();
        over.clear();
        painter.paint(w, h, dense, over);
        if (isFocused()) {
            over.frame(0, 0, w, h, Tokens.ACCENT, 2);
        }
        double drawn = drawnScale();
        double scale =
                getScene() == null || getScene().getWindow() == null
                        ? 1
                        : Math.max(1, getScene().getWindow().getOutputScaleX()) * drawn;
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setTransform(drawn, 0, 0, drawn, 0, 0);
        renderer.render(pen, w, h, scale, palette, dense, over);
    }
}
