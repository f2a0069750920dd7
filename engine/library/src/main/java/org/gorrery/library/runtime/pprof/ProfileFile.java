package org.gorrery.library.runtime.pprof;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.pprof.ProtoWriter;
import org.gorrery.formats.profile.Mapping;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;
import org.gorrery.runtime.stack.FuncTable;

/// A profile of this program as a file.
///
/// Its head is lines: types of the values (`type/unit`, with blanks between), type of the period, period, the value shown by default, time and
/// duration in nanoseconds. A sample is: its values, the number of its labels (index into the lines of labels each, keys and values in turn;
/// a value that is a number in `#`), the number of its pcs, the pcs innermost first.
final class ProfileFile {
    private final FuncTable functions;
    private final String[] head;
    private final String[] labels;
    private final ProfileBuilder out = new ProfileBuilder();
    private final Map<Long, Integer> locations = new HashMap<>();
    private final Map<Integer, Integer> functionIndex = new HashMap<>();
    private final int mapping;

    ProfileFile(FuncTable functions, String head, String labels) {
        this.functions = functions;
        this.head = head.split("\n", -1);
        this.labels = labels.split("\0", -1);
        mapping = out.mapping(Mapping.unknown());
    }

    private static ValueType type(String text) {
        int slash = text.indexOf('/');
        return new ValueType(text.substring(0, slash), text.substring(slash + 1));
    }

    byte[] write(long[] data) {
        List<ValueType> types = Arrays.stream(head[0].split(" ")).map(ProfileFile::type).toList();
        int at = 0;
        while (at < data.length) {
            long[] values = Arrays.copyOfRange(data, at, at + types.size());
            at += types.size();
            int pairs = (int) data[at++];
            int labelsAt = at;
            at += 2 * pairs;
            int depth = (int) data[at++];
            int[] stack = new int[depth];
            for (int i = 0; i < depth; i++) {
                stack[i] = location(data[at++]);
            }
            out.sample(stack, depth, values);
            for (int i = 0; i < pairs; i++) {
                label(
                        labels[(int) data[labelsAt + 2 * i]],
                        labels[(int) data[labelsAt + 2 * i + 1]]);
            }
        }
        var made =
                ProfileHead.of(types, type(head[1]), Long.parseLong(head[2]))
                        .withDefaultSampleType(head[3])
                        .withTimes(Long.parseLong(head[4]), Long.parseLong(head[5]));
        return ProtoWriter.gzip(out.build(made));
    }

    private void label(String key, String value) {
        if (key.equals("bytes") && value.startsWith("#")) {
            out.label(key, null, Long.parseLong(value.substring(1)), "bytes");
        } else {
            out.label(key, value, 0, "");
        }
    }

    private int location(long pc) {
        return locations.computeIfAbsent(pc, this::newLocation);
    }

    private int newLocation(long pc) {
        int index = out.location(pc, mapping, false);
        int f = functions.functionOf(pc);
        if (f >= 0) {
            int function = functionIndex.computeIfAbsent(f, n -> function(pc, n));
            out.line(function, functions.lineOf(pc), 0);
        }
        return index;
    }

    private int function(long pc, int f) {
        var info = functions.info(f);
        int name = out.string(info.name());
        return out.function(name, name, out.string(functions.fileOf(pc)), info.line());
    }
}
