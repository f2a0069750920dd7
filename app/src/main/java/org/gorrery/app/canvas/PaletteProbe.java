package org.gorrery.app.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/// An unseen node that asks the style sheets for the value of every token, so that a change of theme reaches the painters.
public final class PaletteProbe extends Region {
    private final ReadOnlyObjectWrapper<Optional<Palette>> palette =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A probe; it must be put into the scene.
    public PaletteProbe() {
        setManaged(false);
        setVisible(false);
        // One node with a fill for each token: looked-up names resolve in any rule, also an inline
        // one.
        setStyle("-fx-background-color: " + String.join(", ", Tokens.all()) + ";");
        backgroundProperty()
                .addListener((o, before, now) -> {
                    if (now != null && now.getFills().size() == Tokens.all().size()) {
                        palette.set(Optional.of(Palette.of(now)));
                    }
                });
    }

    /// The colours of the theme, once the style sheets have been applied.
    public ReadOnlyObjectProperty<Optional<Palette>> palette() {
        return palette.getReadOnlyProperty();
    }
}
