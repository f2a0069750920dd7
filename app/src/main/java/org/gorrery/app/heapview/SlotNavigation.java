package org.gorrery.app.heapview;

import org.gorrery.app.canvas.Navigation;

/// The keys and the mouse among the slots of a span; all slots are always in sight.
record SlotNavigation(HeapViewModel model, SlotFinder finder) implements Navigation {
    /// Finds the slot at a place, -1 for none.
    interface SlotFinder {
        int at(double x, double y);
    }

    @Override
    public void zoom(double factor, double x, double y) {
        model.zoomToSelection();
    }

    @Override
    public void pan(double dx, double dy) {
        if (Math.abs(dx) > Math.abs(dy)) {
            step(dx > 0 ? 1 : -1);
        }
    }

    @Override
    public void fit() {
        model.fit();
    }

    @Override
    public void zoomToSelection() {
        model.zoomToSelection();
    }

    @Override
    public void step(int direction) {
        model.selected()
                .filter(s -> s.slots() > 0)
                .ifPresent(s ->
                        model.selectSlot(
                                Math.floorMod(model.selectedSlot() + direction, s.slots())));
    }

    @Override
    public void select(double x, double y) {
        model.selectSlot(finder.at(x, y));
    }

    @Override
    public void escape() {
        model.selectSlot(-1);
    }

    @Override
    public boolean toggle(String letter) {
        return false;
    }
}
