package org.gorrery.formats.pprof;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.input.LongIndex;
import org.gorrery.formats.profile.Mapping;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.Profile.Label;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileHead;

/// Stacks of bare addresses with values, collected until the memory map at the end of the file is known.
final class LegacyStacks {
    private final Growing.Longs addresses = new Growing.Longs(1024);
    private final Growing.Ints starts = new Growing.Ints(256);
    private final List<long[]> values = new ArrayList<>();
    private final List<List<Label>> labels = new ArrayList<>();

    void add(long[] stack, int depth, List<Label> labelled, long... value) {
        starts.add(addresses.size());
        for (int i = 0; i < depth; i++) {
            addresses.add(stack[i]);
        }
        values.add(value);
        labels.add(new ArrayList<>(labelled));
    }

    /// Adds labels to the last stack.
    void label(List<Label> more) {
        if (!labels.isEmpty()) {
            labels.getLast().addAll(more);
        }
    }

    int size() {
        return values.size();
    }

    List<long[]> values() {
        return values;
    }

    int depth(int i) {
        return (i + 1 < starts.size() ? starts.get(i + 1) : addresses.size()) - starts.get(i);
    }

    long address(int i, int k) {
        return addresses.get(starts.get(i) + k);
    }

    /// Makes the profile by addresses; each different address is one location.
    Profile build(ProfileHead head, List<Mapping> mappings) {
        var b = new ProfileBuilder();
        mappings.forEach(b::mapping);
        var known = new LongIndex(256);
        for (int i = 0; i < size(); i++) {
            int[] stack = new int[depth(i)];
            for (int k = 0; k < stack.length; k++) {
                long a = address(i, k);
                int loc = known.get(a);
                if (loc < 0) {
                    loc = b.location(a, LegacyMappings.find(mappings, a), false);
                    known.put(a, loc);
                }
                stack[k] = loc;
            }
            b.sample(stack, stack.length, values.get(i));
            for (Label l : labels.get(i)) {
                b.label(l.key(), l.text(), l.number(), l.unit());
            }
        }
        return b.build(head);
    }
}
