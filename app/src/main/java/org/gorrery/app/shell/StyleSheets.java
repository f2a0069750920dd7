package org.gorrery.app.shell;

import java.util.Objects;

/// Where the window's own rules lie.
final class StyleSheets {
    private static final String CONTROLS = "org/gorrery/ui/css/controls.css";

    private StyleSheets() {}

    /// Rules of the controls, over the tokens of a theme.
    static String controls() {
        return Objects.requireNonNull(
                        StyleSheets.class.getClassLoader().getResource(CONTROLS),
                        () -> "style sheet missing: " + CONTROLS)
                .toExternalForm();
    }
}
