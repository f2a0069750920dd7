package org.gorrery.app.bridge;

import java.util.function.IntFunction;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.formats.input.LongIndex;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTreeBuilder;
import org.gorrery.formats.profile.FrameTable;

/// Grows one flame tree from the CPU samples of a run, as they come. Guard: one thread.
final class SampleTree {
    private final IntFunction<GoroutineSnapshot.Frame> sites;
    private final FrameTable.Builder frames = new FrameTable.Builder();
    private final FlameTreeBuilder builder = new FlameTreeBuilder();
    private final LongIndex frameOfSite = new LongIndex(256);
    private int[] stack = new int[64];
    private int seen;

    SampleTree(IntFunction<GoroutineSnapshot.Frame> sites) {
        this.sites = sites;
    }

    /// Takes in what is new and lays out the tree, by function; values are nanoseconds of CPU time.
    FlameTree add(CpuSamples all) {
        for (; seen < all.count(); seen++) {
            int from = all.stackStart()[seen];
            int depth = all.stackStart()[seen + 1] - from;
            if (stack.length < depth) {
                stack = new int[depth * 2];
            }
            for (int i = 0; i < depth; i++) {
                stack[i] = frame(all.pcs()[from + i]);
            }
            builder.addLeafFirst(stack, depth, all.periodNanos());
        }
        return builder.build(frames.build(), FlameTree.Order.HEAVIEST);
    }

    private int frame(int site) {
        int known = frameOfSite.get(site);
        if (known >= 0) {
            return known;
        }
        GoroutineSnapshot.Frame f = sites.apply(site);
        int id = frames.id(f.function());
        frameOfSite.put(site, id);
        return id;
    }
}
