package org.gorrery.app.shell;

import java.util.Optional;
import javafx.scene.Parent;

/// What is open in a tab of the window.
sealed interface OpenDocument permits ProgramDocument, FileDocument, LoadingDocument {
    /// The parts that a document puts into the window.
    ///
    /// @param toolbar the row below the header
    /// @param body all below the toolbar
    /// @param tabs its views
    record Frame(Parent toolbar, Parent body, ViewTabs tabs) {}

    /// Its name in the tab.
    String title();

    /// Literal of its icon.
    String icon();

    /// Its parts, the same ones each time.
    Frame frame();

    /// What the status line says of it where there is no program.
    String state();

    /// The program, if it is one.
    default Optional<ProgramViewModel> program() {
        return Optional.empty();
    }

    /// Whether what it shows comes from our engine; else it was measured and saved by a real program.
    default boolean simulated() {
        return program().isPresent();
    }

    /// The row below the header.
    default Parent toolbar() {
        return frame().toolbar();
    }

    /// All below the toolbar.
    default Parent body() {
        return frame().body();
    }

    /// Its views.
    default ViewTabs tabs() {
        return frame().tabs();
    }

    /// Once per frame while in sight.
    default void pulse() {}

    /// Lets go of it.
    default void close() {}
}
