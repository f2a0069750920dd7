package org.gorrery.app.canvas;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/// Keys and mouse of all dense views: W/S and +/- zoom, Ctrl-wheel zooms at the pointer, A/D, arrows, drag and wheel pan,
/// 0 fits, F zooms to the selection, comma and full stop step, T switches tooltips.
final class NavigationInput {
    private static final double STEP = 1.25;
    private static final double PAN = 60;

    private final Region node;
    private final Navigation to;
    private final HoverTip tip;
    private double lastX;
    private double lastY;
    private boolean dragged;

    NavigationInput(Region node, Navigation to, HoverTip tip) {
        this.node = node;
        this.to = to;
        this.tip = tip;
    }

    void install() {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        node.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        node.addEventHandler(
                ZoomEvent.ZOOM, e -> to.zoom(1 / e.getZoomFactor(), e.getX(), e.getY()));
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
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            if (e.isControlDown() && e.getCode() == KeyCode.HOME) {
                to.fit();
                e.consume();
            }
            return;
        }
        double factor = e.isShiftDown() ? STEP * STEP : STEP;
        double pan = e.isShiftDown() ? PAN * 4 : PAN;
        boolean known = true;
        switch (e.getCode()) {
            case W, PLUS, ADD, EQUALS -> zoomAtPointer(1 / factor);
            case S, MINUS, SUBTRACT -> zoomAtPointer(factor);
            case A, LEFT -> to.pan(-pan, 0);
            case D, RIGHT -> to.pan(pan, 0);
            case UP -> to.pan(0, -pan);
            case DOWN -> to.pan(0, pan);
            case PAGE_UP -> to.pan(0, -node.getHeight() * 0.8);
            case PAGE_DOWN -> to.pan(0, node.getHeight() * 0.8);
            case DIGIT0, NUMPAD0 -> to.fit();
            case F -> to.zoomToSelection();
            case PERIOD -> to.step(1);
            case COMMA -> to.step(-1);
            case ESCAPE -> to.escape();
            case T -> tip.toggle();
            default -> known = to.toggle(e.getText().toUpperCase(Locale.ROOT));
        }
        if (known) {
            e.consume();
        }
    }

    private void zoomAtPointer(double factor) {
        boolean inside = lastX > 0 && lastX < node.getWidth();
        to.zoom(
                factor,
                inside ? lastX : node.getWidth() / 2,
                inside ? lastY : node.getHeight() / 2);
    }

    private void wheel(ScrollEvent e) {
        if (e.isControlDown()) {
            to.zoom(Math.pow(STEP, -e.getDeltaY() / 40), e.getX(), e.getY());
        } else if (e.isShiftDown() && e.getDeltaX() == 0) {
            to.pan(-e.getDeltaY(), 0);
        } else {
            to.pan(-e.getDeltaX(), -e.getDeltaY());
        }
        e.consume();
    }

    private void pressed(MouseEvent e) {
        node.requestFocus();
        lastX = e.getX();
        lastY = e.getY();
        dragged = false;
    }

    private void draggedTo(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - lastX, e.getY() - lastY) < 3) {
            return;
        }
        dragged = true;
        tip.hide();
        to.pan(lastX - e.getX(), lastY - e.getY());
        lastX = e.getX();
        lastY = e.getY();
    }

    private void released(MouseEvent e) {
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        to.select(e.getX(), e.getY());
        if (e.getClickCount() == 2 || e.isControlDown()) {
            to.zoomToSelection();
        }
    }
}
