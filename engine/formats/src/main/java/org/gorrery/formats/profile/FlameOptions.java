package org.gorrery.formats.profile;

import java.util.Set;
import org.gorrery.formats.profile.FlameTree.Order;

/// How a flame tree is made of a profile.
///
/// @param sampleType index of the value shown
/// @param granularity what counts as one frame
/// @param order how siblings are ordered
/// @param inverted whether leaves are at the top (callers below)
/// @param inTime whether only neighbouring equal stacks merge
/// @param collapseRecursion whether a frame that calls itself, directly or through others, is shown once
/// @param merged names of frames taken out of every stack, their value going to the caller
/// @param dropped names of frames whose samples are left out altogether
/// @param collapsed names of frames whose callees are folded into them
public record FlameOptions(
        int sampleType,
        Granularity granularity,
        Order order,
        boolean inverted,
        boolean inTime,
        boolean collapseRecursion,
        Set<String> merged,
        Set<String> dropped,
        Set<String> collapsed) {
    /// Copies the sets.
    public FlameOptions {
        merged = Set.copyOf(merged);
        dropped = Set.copyOf(dropped);
        collapsed = Set.copyOf(collapsed);
    }

    /// Makes the options of a first look: by function, heaviest first, nothing changed.
    ///
    /// @param sampleType index of the value shown
    /// @return the options
    public static FlameOptions of(int sampleType) {
        return new FlameOptions(
                sampleType,
                Granularity.FUNCTIONS,
                Order.HEAVIEST,
                false,
                false,
                false,
                Set.of(),
                Set.of(),
                Set.of());
    }
}
