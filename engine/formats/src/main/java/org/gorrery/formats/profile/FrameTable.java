package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The frames that tables and flame trees speak of, as dense ids.
///
/// Immutable once built; ids are handed out by [Builder] in order of first use.
public final class FrameTable {
    private final List<Frame> frames;
    private final String[] names;

    private FrameTable(List<Frame> frames) {
        this.frames = List.copyOf(frames);
        this.names = new String[frames.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = frames.get(i).shownName();
        }
    }

    /// {@return how many frames there are}
    public int size() {
        return frames.size();
    }

    /// {@return a frame's parts}
    /// @param id a frame id
    public Frame frame(int id) {
        return frames.get(id);
    }

    /// {@return a frame's full name as tables print it}
    /// @param id a frame id
    public String name(int id) {
        return names[id];
    }

    /// One frame. Parts that the granularity leaves out are 0 or empty.
    ///
    /// @param function name of the function, or empty
    /// @param file source file, or empty
    /// @param line line in the file, or 0
    /// @param address machine address, or 0
    /// @param binary file of the mapping, used as the name where nothing else is known
    public record Frame(String function, String file, long line, long address, String binary) {
        /// {@return the name that tables print: address, function, file and line, as far as known}
        public String shownName() {
            var s = new StringBuilder();
            if (address != 0) {
                s.append(String.format("%016x", address));
            }
            if (!function.isEmpty()) {
                s.append(s.isEmpty() ? "" : " ").append(function);
            }
            if (line != 0) {
                s.append(s.isEmpty() ? "" : " ").append(file).append(':').append(line);
            } else if (!file.isEmpty()) {
                s.append(s.isEmpty() ? "" : " ").append(file);
            } else if (function.isEmpty() && !binary.isEmpty()) {
                s.append(s.isEmpty() ? "" : " ").append('[').append(baseName(binary)).append(']');
            } else if (function.isEmpty()) {
                s.append(s.isEmpty() ? "" : " ").append("<unknown>");
            }
            return s.toString();
        }

        private static String baseName(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }
    }

    /// Hands out frame ids.
    public static final class Builder {
        private final Map<Frame, Integer> ids = new HashMap<>();
        private final List<Frame> frames = new ArrayList<>();

        /// Starts an empty table.
        public Builder() {}

        /// {@return the id of a frame, new or known}
        /// @param frame the frame
        public int id(Frame frame) {
            return ids.computeIfAbsent(
                    frame,
                    f -> {
                        frames.add(f);
                        return frames.size() - 1;
                    });
        }

        /// {@return the id of a frame of which only the function is known}
        /// @param function its name
        public int id(String function) {
            return id(new Frame(function, "", 0, 0, ""));
        }

        /// {@return the table of all frames asked for so far}
        public FrameTable build() {
            return new FrameTable(frames);
        }
    }
}
