package org.gorrery.app.canvas;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
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
    private final History history;
    private double lastX;
    private double lastY;
    private boolean dragged;

    NavigationInput(Region node, Navigation to, HoverTip tip) {
        this.node = node;
        this.to = to;
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

    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Y");
    private static final KeyCombination BACK = KeyCombination.valueOf("Alt+LEFT");
    private static final KeyCombination FORWARD = KeyCombination.valueOf("Alt+RIGHT");

    private void key(KeyEvent e) {
        if (UNDO.match(e) || BACK.match(e)) {
            history.undo();
            e.consume();
            return;
        }
        if (REDO.match(e) || FORWARD.match(e)) {
            history.redo();
            e.consume();
            return;
        }
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            if (e.isControlDown() && e.getCode() == KeyCode.HOME) {
                fit();
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
            case A, LEFT -> pan(-pan, 0);
            case D, RIGHT -> pan(pan, 0);
            case UP -> pan(0, -pan);
            case DOWN -> pan(0, pan);
            case PAGE_UP -> pan(0, -node.getHeight() * 0.8);
            case PAGE_DOWN -> pan(0, node.getHeight() * 0.8);
            case DIGIT0, NUMPAD0 -> fit();
            case F -> zoomToSelection();
            case PERIOD -> step(1);
            case COMMA -> step(-1);
            case ESCAPE -> to.escape();
            case T -> tip.toggle();
            default -> known = to.toggle(e.getText().toUpperCase(Locale.ROOT));
        }
        if (known) {
            e.consume();
        }
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
        dragged = false;
    }

    private void draggedTo(MouseEvent e) {
        if (!dragged && Math.hypot(e.getX() - lastX, e.getY() - lastY) < 3) {
            return;
        }
        dragged = true;
        tip.hide();
        pan(lastX - e.getX(), lastY - e.getY());
        lastX = e.getX();
        lastY = e.getY();
    }

    private void released(MouseEvent e) {
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
