package org.gorrery.app.shell;

import java.util.Optional;
import javafx.scene.Parent;

/// What is open in a tab of the window.
sealed interface OpenDocument permits ProgramDocument, FileDocument, LoadingDocument {
    /// Its name in the tab.
    String title();

    /// Literal of its icon.
    String icon();

    /// Whether what it shows comes from our engine; else it was measured and saved by a real program.
    boolean simulated();

    /// The row below the header.
    Parent toolbar();

    /// All below the toolbar.
    Parent body();

    /// Its views.
    ViewTabs tabs();

    /// The program, if it is one.
    Optional<ProgramViewModel> program();

    /// What the status line says of it where there is no program.
    String state();

    /// Once per frame while in sight.
    void pulse();

    /// Lets go of it.
    void close();
}
