package org.gorrery.app.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller, at once: text, controls and pictures alike.
final class ScaledPane extends Region {
    private static final double LEAST = 0.75;
    private static final double MOST = 3;
    private static final double STEP = 1.1;

    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ScaledPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        setMinSize(0, 0);
    }

    /// How large everything is drawn, 1 at first.
    double factor() {
        return scale.getX();
    }

    /// One step larger (+1), smaller (-1) or back to the first size (0), within 75 to 300 per cent.
    void step(int direction) {
        set(direction == 0 ? 1 : factor() * Math.pow(STEP, direction));
    }

    void set(double wanted) {
        double next = Math.clamp(wanted, LEAST, MOST);
        next = Math.abs(next - 1) < 0.02 ? 1 : next;
        scale.setX(next);
        scale.setY(next);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }
}
