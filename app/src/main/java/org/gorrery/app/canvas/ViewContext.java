package org.gorrery.app.canvas;

/// What the window lends to its views.
///
/// @param words the texts of the chosen language
/// @param focus what is selected, shared by all views
/// @param keys which key does what
public record ViewContext(Words words, SharedFocus focus, KeyMap keys) {
    /// English words, the standard keys and a focus of its own, for pictures without a window.
    public static ViewContext alone() {
        return new ViewContext(Words.ENGLISH, new SharedFocus(), new KeyMap());
    }
}
