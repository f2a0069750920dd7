package org.gorrery.app.canvas;

/// What the keys and the mouse do in every dense view.
public interface Navigation {
    /// Shows less but larger (factor below 1) or more, with what is at the place staying there.
    void zoom(double factor, double x, double y);

    /// Moves what is seen by pixels; positive shows what lies to the right and below.
    void pan(double dx, double dy);

    /// Shows everything.
    void fit();

    /// Shows the selection as large as it fits.
    void zoomToSelection();

    /// Goes to the next (+1) or previous (-1) thing.
    void step(int direction);

    /// Takes the thing at a place as selection.
    void select(double x, double y);

    /// Forgets selection, search or pivot.
    void escape();

    /// A toggle's letter was typed.
    ///
    /// @return whether the view knows it
    boolean toggle(String letter);

    /// Whether a drag from a place takes a range of the axis instead of moving the picture.
    ///
    /// @param asked whether Shift or Ctrl is down
    default boolean takesRange(double x, double y, boolean asked) {
        return false;
    }

    /// Takes the range between two pixels of the axis, in any order.
    default void range(double x0, double x1) {}

    /// Shows the range that was taken, as large as it fits, and forgets it.
    default void zoomToRange() {}

    /// What part is seen, as a value that [#goTo] understands; equal values are the same place.
    default Object place() {
        return "";
    }

    /// Shows the part that was seen when [#place] was asked.
    default void goTo(Object place) {}
}
