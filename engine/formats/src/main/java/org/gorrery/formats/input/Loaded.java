package org.gorrery.formats.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came out of a file, and what was wrong with it.
///
/// @param <T> the model
/// @param value everything that could be read before and around the faults
/// @param faults what was wrong, in the order found; empty for a sound file
public record Loaded<T extends @Nullable Object>(T value, List<Fault> faults) {
    /// Copies the list.
    public Loaded {
        faults = List.copyOf(faults);
    }

    /// Wraps the model of a sound file.
    ///
    /// @param <T> the model
    /// @param value what was read
    /// @return the model without faults
    public static <T extends @Nullable Object> Loaded<T> sound(T value) {
        return new Loaded<>(value, List.of());
    }
}
