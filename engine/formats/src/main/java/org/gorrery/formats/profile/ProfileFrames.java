package org.gorrery.formats.profile;

import java.util.Arrays;
import org.gorrery.formats.profile.FrameTable.Frame;

/// The frames of a profile at one granularity: which frames each location stands for.
///
/// Immutable. Frames of a location are innermost first, as its lines are.
public final class ProfileFrames {
    private final Profile profile;
    private final FrameTable table;
    private final int[] start;
    private final int[] frames;

    /// Groups the locations of a profile.
    ///
    /// @param profile the profile
    /// @param granularity what counts as one frame
    public ProfileFrames(Profile profile, Granularity granularity) {
        this(profile, granularity, false);
    }

    /// Groups the locations of a profile.
    ///
    /// @param profile the profile
    /// @param granularity what counts as one frame
    /// @param addressNames whether a location without symbols is named by its address instead of its binary
    public ProfileFrames(Profile profile, Granularity granularity, boolean addressNames) {
        this.profile = profile;
        var builder = new FrameTable.Builder();
        int n = profile.locations();
        start = new int[n + 1];
        int[] out = new int[Math.max(16, n * 2)];
        int size = 0;
        for (int loc = 0; loc < n; loc++) {
            start[loc] = size;
            int lines = profile.lines(loc);
            if (size + lines + 1 > out.length) {
                out = Arrays.copyOf(out, out.length * 2 + lines);
            }
            if (lines == 0) {
                out[size++] = builder.id(bare(loc, granularity, addressNames));
            }
            for (int i = 0; i < lines; i++) {
                out[size++] = builder.id(symbolised(loc, i, granularity));
            }
        }
        start[n] = size;
        frames = Arrays.copyOf(out, size);
        table = builder.build();
    }

    private Frame bare(int loc, Granularity granularity, boolean addressNames) {
        int m = profile.mapping(loc);
        String binary = m < 0 ? "" : profile.mappings().get(m).file();
        long address = granularity == Granularity.ADDRESSES ? profile.address(loc) : 0;
        if (addressNames) {
            return new Frame("0x" + Long.toHexString(profile.address(loc)), "", 0, 0, "");
        }
        return new Frame("", "", 0, address, binary);
    }

    private Frame symbolised(int loc, int i, Granularity granularity) {
        int f = profile.function(loc, i);
        return switch (granularity) {
            case FUNCTIONS -> new Frame(profile.functionName(f), "", 0, 0, "");
            case FILEFUNCTIONS -> new Frame(profile.functionName(f), profile.fileName(f), 0, 0, "");
            case FILES -> new Frame("", profile.fileName(f), 0, 0, "");
            case LINES ->
                    new Frame(
                            profile.functionName(f),
                            profile.fileName(f),
                            profile.line(loc, i),
                            0,
                            "");
            case ADDRESSES ->
                    new Frame(
                            profile.functionName(f),
                            profile.fileName(f),
                            profile.line(loc, i),
                            profile.address(loc),
                            "");
        };
    }

    /// {@return the profile}
    public Profile profile() {
        return profile;
    }

    /// {@return the frames}
    public FrameTable table() {
        return table;
    }

    /// {@return how many frames a location stands for, at least 1}
    /// @param location index of the location
    public int count(int location) {
        return start[location + 1] - start[location];
    }

    /// Reads one frame of a location.
    ///
    /// @param location index of the location
    /// @param i 0 for the innermost inlined call
    /// @return frame id
    public int frame(int location, int i) {
        return frames[start[location] + i];
    }

    /// Writes the frames of a sample, leaf first, into an array.
    ///
    /// @param sample index of the sample
    /// @param into where to write; replaced when too small
    /// @return the array that holds the frames; how many is told by [#depth]
    public int[] stack(int sample, int[] into) {
        int[] result = into;
        int n = 0;
        int depth = profile.depth(sample);
        for (int i = 0; i < depth; i++) {
            int loc = profile.location(sample, i);
            int from = start[loc];
            int to = start[loc + 1];
            if (n + to - from > result.length) {
                result = Arrays.copyOf(result, Math.max(64, (n + to - from) * 2));
            }
            for (int j = from; j < to; j++) {
                result[n++] = frames[j];
            }
        }
        return result;
    }

    /// {@return how many frames a sample has, inlined ones counted}
    /// @param sample index of the sample
    public int depth(int sample) {
        int n = 0;
        int depth = profile.depth(sample);
        for (int i = 0; i < depth; i++) {
            n += count(profile.location(sample, i));
        }
        return n;
    }
}
