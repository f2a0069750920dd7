package org.gorrery.app.canvas;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// The sets of looked-up colours and sizes that all views draw with: style sheets of the UI resources.
public enum Theme {
    /// On dark ground.
    DARK("tokens-dark.css"),
    /// On white.
    LIGHT("tokens-white.css", "tokens-light.css"),
    /// For the last row of a lecture hall.
    PROJECTOR("tokens-white.css", "tokens-projector.css");

    /// Style class of a scene's root that asks for the blue–orange palette.
    public static final String ALTERNATIVE_PALETTE = "g-alternative";

    private static final String FOLDER = "org/gorrery/ui/css/";

    private static final List<String> FOR_ALL = List.of("control-names.css", "views.css");

    private final List<String> files;

    Theme(String... files) {
        this.files = List.of(files);
    }

    /// Addresses of the style sheets of this theme's tokens and of the views' own rules.
    public List<String> styleSheets() {
        return Stream.concat(files.stream(), FOR_ALL.stream()).map(Theme::sheet).toList();
    }

    /// Makes a scene draw with this theme; sheets of other themes are taken away, others stay.
    public void applyTo(Scene scene) {
        for (Theme theme : values()) {
            scene.getStylesheets().removeAll(theme.styleSheets());
        }
        scene.getStylesheets().addAll(0, styleSheets());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(
                        Theme.class.getClassLoader().getResource(FOLDER + name),
                        () -> "style sheet missing: " + FOLDER + name)
                .toExternalForm();
    }
}
