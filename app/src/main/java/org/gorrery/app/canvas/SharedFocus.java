package org.gorrery.app.canvas;

import java.util.function.BiConsumer;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;

/// What is looked at, so that a selection in one view shows in all others.
public final class SharedFocus {
    private final LongProperty goroutine = new SimpleLongProperty(this, "goroutine", 0);
    private final LongProperty cursorNanos = new SimpleLongProperty(this, "cursorNanos", -1);
    private BiConsumer<String, Integer> source = (file, line) -> {};

    /// Number of the selected goroutine, 0 for none.
    public LongProperty goroutine() {
        return goroutine;
    }

    /// The time cursor in nanoseconds since the start of the run, -1 for none.
    public LongProperty cursorNanos() {
        return cursorNanos;
    }

    /// Sets who opens a place in the source.
    public void onSource(BiConsumer<String, Integer> opener) {
        source = opener;
    }

    /// Asks to open a file at a line.
    public void openSource(String file, int line) {
        source.accept(file, line);
    }
}
