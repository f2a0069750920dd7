package org.gorrery.app.canvas;

/// What the window lends to its views.
///
/// @param words the texts of the chosen language
/// @param focus what is selected, shared by all views
public record ViewContext(Words words, SharedFocus focus) {
    /// English words and a focus of its own, for pictures without a window.
    public static ViewContext alone() {
        return new ViewContext(Words.ENGLISH, new SharedFocus());
    }
}
