package org.gorrery.app.canvas;

import java.util.Locale;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/// Keys and mouse of all dense views: keys as the [KeyMap] has them, Ctrl-wheel zooms at the pointer, drag and wheel pan,
/// a drag with Shift or on the axis takes a range, with Ctrl zooms to it; T switches tooltips.
final class NavigationInput {
    private static final double STEP = 1.25;
    private static final double PAN = 60;

    private final Region node;
    private final Navigation to;
    private final HoverTip tip;
    private final KeyMap keys;
    private final History history;
    private double lastX;
    private double lastY;
    private double firstX;
    private boolean dragged;
    private boolean ranging;

    NavigationInput(Region node, Navigation to, HoverTip tip, KeyMap keys) {
        this.node = node;
        this.to = to;
        this.keys = keys;
        this.history = new History(to);
        this.tip = tip;
    }

    void install() {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        node.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        node.addEventHandler(ZoomEvent.ZOOM, e -> zoom(1 / e.getZoomFactor(), e.getX(), e.getY()));
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedTo);
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        node.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                e -> {
                    lastX = e.getX();
                    lastY = e.getY();
                    tip.moved(e);
                });
        node.addEventHandler(MouseEvent.MOUSE_EXITED, e -> tip.hide());
    }

    private void key(KeyEvent e) {
        boolean known =
                Stroke.of(e)
                        .flatMap(keys::inView)
                        .map(action -> act(action, e.isShiftDown()))
                        .orElse(false);
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isMetaDown();
        if (!known && plain) {
            known = letter(e);
        }
        if (known) {
            e.consume();
        }
    }

    private boolean letter(KeyEvent e) {
        switch (e.getCode()) {
            case PAGE_UP -> pan(0, -node.getHeight() * 0.8);
            case PAGE_DOWN -> pan(0, node.getHeight() * 0.8);
            case ESCAPE -> to.escape();
            case T -> tip.toggle();
            default -> {
                return to.toggle(e.getText().toUpperCase(Locale.ROOT));
            }
        }
        return true;
    }

    private boolean act(KeyAction action, boolean faster) {
        double factor = faster ? STEP * STEP : STEP;
        double pan = faster ? PAN * 4 : PAN;
        switch (action) {
            case ZOOM_IN -> zoomAtPointer(1 / factor);
            case ZOOM_OUT -> zoomAtPointer(factor);
            case LEFT -> pan(-pan, 0);
            case RIGHT -> pan(pan, 0);
            case UP -> pan(0, -pan);
            case DOWN -> pan(0, pan);
            case FIT -> fit();
            case SELECTION -> zoomToSelection();
            case NEXT -> step(1);
            case PREVIOUS -> step(-1);
            case UNDO -> history.undo();
            case REDO -> history.redo();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pan(double dx, double dy) {
        history.before("pan");
        to.pan(dx, dy);
    }

    private void zoom(double factor, double x, double y) {
        history.before("zoom");
        to.zoom(factor, x, y);
    }

    private void fit() {
        history.before("fit");
        to.fit();
    }

    private void zoomToSelection() {
        history.before("selection");
        to.zoomToSelection();
    }

    private void step(int direction) {
        history.before("step");
        to.step(direction);
    }

    private void zoomAtPointer(double factor) {
        boolean inside = lastX > 0 && lastX < node.getWidth();
        zoom(factor, inside ? lastX : node.getWidth() / 2, inside ? lastY : node.getHeight() / 2);
    }

    private void wheel(ScrollEvent e) {
        if (e.isControlDown()) {
            zoom(Math.pow(STEP, -e.getDeltaY() / 40), e.getX(), e.getY());
        } else if (e.isShiftDown() && e.getDeltaX() == 0) {
            pan(-e.getDeltaY(), 0);
        } else {
            pan(-e.getDeltaX(), -e.getDeltaY());
        }
        e.consume();
    }

    private void pressed(MouseEvent e) {
        node.requestFocus();
        lastX = e.getX();
        lastY = e.getY();
        firstX = e.getX();
        dragged = false;
        ranging =
                e.getButton() == MouseButton.PRIMARY
                        && to.takesRange(e.getX(), e.getY(), e.isShiftDown() || e.isControlDown());
    }

    private void draggedTo(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - lastX, e.getY() - lastY) < 3) {
            return;
        }
        dragged = true;
        tip.hide();
        if (ranging) {
            to.range(firstX, e.getX());
        } else {
            pan(lastX - e.getX(), lastY - e.getY());
        }
        lastX = e.getX();
        lastY = e.getY();
    }

    private void released(MouseEvent e) {
        if (dragged && ranging && e.isControlDown()) {
            history.before("range");
            to.zoomToRange();
        }
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        history.before("select");
        to.select(e.getX(), e.getY());
        if (e.getClickCount() == 2 || e.isControlDown()) {
            zoomToSelection();
        }
    }
}
