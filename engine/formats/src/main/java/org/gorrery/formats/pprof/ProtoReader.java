package org.gorrery.formats.pprof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.LongIndex;
import org.gorrery.formats.profile.Mapping;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Reads a profile.proto, not packed.
///
/// Two passes over the bytes: the first notes where strings, mappings, functions, locations and samples lie (Go writes
/// them interleaved, strings last), the second resolves them. A message that cannot be understood is left out with a
/// fault; a file cut short gives all whole messages before the cut. Memory is bounded by a small multiple of the file.
public final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final Limits limits;
    private final List<Fault> faults = new ArrayList<>();
    private final ProfileBuilder builder = new ProfileBuilder();
    private final Spans strings = new Spans();
    private final Spans mappings = new Spans();
    private final Spans functions = new Spans();
    private final Spans locations = new Spans();
    private final Spans samples = new Spans();
    private final List<long[]> sampleTypes = new ArrayList<>();
    private final Growing.Longs comments = new Growing.Longs(4);
    private final long[] scalars = new long[16];
    private long[] periodType = {0, 0};
    private int[] stringIds = new int[0];
    private final LongIndex mappingIds = new LongIndex(16);
    private final LongIndex functionIds = new LongIndex(256);
    private final LongIndex locationIds = new LongIndex(1024);

    /// Where messages of one kind lie: start and end positions in pairs.
    private static final class Spans {
        private final Growing.Ints at = new Growing.Ints(64);

        void add(int from, int to) {
            at.add(from);
            at.add(to);
        }

        int size() {
            return at.size() / 2;
        }

        int from(int i) {
            return at.get(2 * i);
        }

        int to(int i) {
            return at.get(2 * i + 1);
        }
    }

    private ProtoReader(byte[] bytes, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /// Reads a profile.
    ///
    /// @param bytes the unpacked protobuf
    /// @param limits bounds
    /// @return the profile and what was wrong; with no usable message at all an empty profile and a fault
    public static Loaded<Profile> read(byte[] bytes, Limits limits) {
        var reader = new ProtoReader(bytes, limits);
        reader.scan();
        Profile profile = reader.resolve();
        return new Loaded<>(profile, reader.faults);
    }

    private void fault(FormatException e) {
        fault(e.fault().offset(), e.fault().message());
    }

    private void fault(long offset, String message) {
        if (faults.size() < limits.faults()) {
            faults.add(new Fault(offset, message));
        }
    }

    // ---- first pass: where things are

    private void scan() {
        var in = new ByteCursor(bytes);
        try {
            while (in.hasMore()) {
                int at = in.position();
                long tag = in.uvarint();
                int field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
                int wire = (int) (tag & 7);
                if (field == 0) {
                    throw new FormatException(
                            at, "field number 0, expected a field of message Profile");
                }
                if (wire == BYTES) {
                    int length = in.length("field " + field + " of message Profile");
                    note(field, in.position(), in.position() + length);
                    in.skip(length);
                } else {
                    long value = scalar(in, wire, at);
                    if (wire == VARINT && field < scalars.length) {
                        scalars[field] = value;
                        if (field == 13) {
                            comments.add(value);
                        }
                    }
                }
            }
        } catch (FormatException e) {
            fault(e);
        }
    }

    private static long scalar(ByteCursor in, int wire, int at) throws FormatException {
        switch (wire) {
            case VARINT -> {
                return in.uvarint();
            }
            case FIXED64 -> in.skip(8);
            case FIXED32 -> in.skip(4);
            default ->
                    throw new FormatException(at, "wire type " + wire + ", expected 0, 1, 2 or 5");
        }
        return 0;
    }

    private void note(int field, int from, int to) {
        switch (field) {
            case 1 -> valueType(from, to, true);
            case 2 -> samples.add(from, to);
            case 3 -> mappings.add(from, to);
            case 4 -> locations.add(from, to);
            case 5 -> functions.add(from, to);
            case 6 -> strings.add(from, to);
            case 11 -> valueType(from, to, false);
            case 13 -> {
                var in = new ByteCursor(bytes, from, to);
                try {
                    while (in.hasMore()) {
                        comments.add(in.uvarint());
                    }
                } catch (FormatException e) {
                    fault(e);
                }
            }
            default -> {
                // unknown fields of a newer writer are skipped
            }
        }
    }

    private void valueType(int from, int to, boolean ofSample) {
        long[] f = new long[3];
        boolean whole = fields(from, to, f, "ValueType");
        if (ofSample) {
            sampleTypes.add(new long[] {f[1], f[2]});
        } else if (whole) {
            periodType = new long[] {f[1], f[2]};
        }
    }

    /// Reads the varint fields of a flat message into an array by field number.
    private boolean fields(int from, int to, long[] into, String message) {
        var in = new ByteCursor(bytes, from, to);
        try {
            while (in.hasMore()) {
                int at = in.position();
                long tag = in.uvarint();
                int wire = (int) (tag & 7);
                long field = tag >>> 3;
                if (wire == BYTES) {
                    in.skip(in.length("field " + field + " of message " + message));
                    continue;
                }
                long v = scalar(in, wire, at);
                if (field < into.length) {
                    into[(int) field] = v;
                }
            }
            return true;
        } catch (FormatException e) {
            fault(e.fault().offset(), "in message " + message + ": " + e.fault().message());
            return false;
        }
    }

    // ---- second pass: what they say

    private Profile resolve() {
        stringIds = new int[strings.size()];
        Arrays.fill(stringIds, -1);
        if (strings.size() > 0 && strings.to(0) != strings.from(0)) {
            fault(
                    strings.from(0),
                    "first string is not empty, expected the empty string at index 0");
        }
        resolveMappings();
        resolveFunctions();
        resolveLocations();
        resolveSamples();
        return builder.build(head());
    }

    /// Turns an index of the file's string table into a string id of the model.
    private int str(long index, int at) {
        if (index == 0) {
            return 0;
        }
        if (index < 0 || index >= stringIds.length) {
            fault(
                    at,
                    "string "
                            + Long.toUnsignedString(index)
                            + ", but the string table ends at "
                            + (stringIds.length - 1));
            return 0;
        }
        int i = (int) index;
        if (stringIds[i] < 0) {
            stringIds[i] =
                    builder.string(
                            new String(
                                    bytes,
                                    strings.from(i),
                                    strings.to(i) - strings.from(i),
                                    StandardCharsets.UTF_8));
        }
        return stringIds[i];
    }

    private String text(long index) {
        return builder.text(str(index, bytes.length));
    }

    private ProfileHead head() {
        var types = new ArrayList<ValueType>();
        for (long[] t : sampleTypes) {
            types.add(new ValueType(text(t[0]), text(t[1])));
        }
        var notes = new ArrayList<String>();
        for (int i = 0; i < comments.size(); i++) {
            notes.add(text(comments.get(i)));
        }
        return new ProfileHead(
                types,
                text(scalars[14]),
                new ValueType(text(periodType[0]), text(periodType[1])),
                scalars[12],
                scalars[9],
                scalars[10],
                notes,
                text(scalars[7]),
                text(scalars[8]),
                text(scalars[15]));
    }

    private void resolveMappings() {
        for (int i = 0; i < mappings.size(); i++) {
            long[] f = new long[11];
            int at = mappings.from(i);
            fields(at, mappings.to(i), f, "Mapping");
            int index =
                    builder.mapping(
                            new Mapping(
                                    f[2],
                                    f[3],
                                    f[4],
                                    builder.text(str(f[5], at)),
                                    builder.text(str(f[6], at)),
                                    f[7] != 0,
                                    f[8] != 0,
                                    f[9] != 0,
                                    f[10] != 0));
            register(mappingIds, f[1], index, at, "mapping");
        }
    }

    private void resolveFunctions() {
        for (int i = 0; i < functions.size(); i++) {
            long[] f = new long[6];
            int at = functions.from(i);
            fields(at, functions.to(i), f, "Function");
            int index = builder.function(str(f[2], at), str(f[3], at), str(f[4], at), f[5]);
            register(functionIds, f[1], index, at, "function");
        }
    }

    private void register(LongIndex ids, long id, int index, int at, String what) {
        if (id == 0) {
            fault(at, what + " with id 0, expected a nonzero id");
        } else if (ids.get(id) >= 0) {
            fault(at, what + " id " + Long.toUnsignedString(id) + " occurs twice");
        } else {
            ids.put(id, index);
        }
    }

    private void resolveLocations() {
        for (int i = 0; i < locations.size(); i++) {
            location(locations.from(i), locations.to(i));
        }
    }

    private void location(int from, int to) {
        long[] f = new long[6];
        var lines = new Growing.Longs(8);
        var in = new ByteCursor(bytes, from, to);
        try {
            while (in.hasMore()) {
                int at = in.position();
                long tag = in.uvarint();
                int wire = (int) (tag & 7);
                long field = tag >>> 3;
                if (wire == BYTES) {
                    int length = in.length("field " + field + " of message Location");
                    if (field == 4) {
                        long[] line = new long[4];
                        fields(in.position(), in.position() + length, line, "Line");
                        lines.add(line[1]);
                        lines.add(line[2]);
                        lines.add(line[3]);
                        lines.add(at);
                    }
                    in.skip(length);
                } else {
                    long v = scalar(in, wire, at);
                    if (field < f.length) {
                        f[(int) field] = v;
                    }
                }
            }
        } catch (FormatException e) {
            fault(e);
        }
        int mapping = f[2] == 0 ? -1 : mappingIds.get(f[2]);
        if (f[2] != 0 && mapping < 0) {
            fault(
                    from,
                    "location refers to mapping "
                            + Long.toUnsignedString(f[2])
                            + ", which does not exist");
        }
        int index = builder.location(f[3], mapping, f[5] != 0);
        for (int i = 0; i < lines.size(); i += 4) {
            int function = functionIds.get(lines.get(i));
            if (function < 0) {
                fault(
                        lines.get(i + 3),
                        "line refers to function "
                                + Long.toUnsignedString(lines.get(i))
                                + ", which does not exist");
                continue;
            }
            builder.line(function, lines.get(i + 1), (int) lines.get(i + 2));
        }
        register(locationIds, f[1], index, from, "location");
    }

    private void resolveSamples() {
        int types = sampleTypes.size();
        long[] values = new long[types];
        int[] stack = new int[128];
        var labels = new Growing.Ints(16);
        for (int i = 0; i < samples.size(); i++) {
            var in = new ByteCursor(bytes, samples.from(i), samples.to(i));
            int depth = 0;
            int count = 0;
            labels.truncate(0);
            boolean whole = true;
            try {
                while (in.hasMore()) {
                    int at = in.position();
                    long tag = in.uvarint();
                    int field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
                    int wire = (int) (tag & 7);
                    if (wire == BYTES) {
                        int end =
                                in.length("field " + field + " of message Sample") + in.position();
                        if (field == 3) {
                            labels.add(in.position());
                            labels.add(end);
                            in.seek(end);
                        } else if (field == 1) {
                            while (in.position() < end) {
                                stack = room(stack, depth);
                                stack[depth++] = locationOf(in.uvarint(), at);
                            }
                        } else if (field == 2) {
                            while (in.position() < end) {
                                long v = in.uvarint();
                                if (count < types) {
                                    values[count] = v;
                                }
                                count++;
                            }
                        }
                        in.seek(end);
                    } else {
                        long v = scalar(in, wire, at);
                        if (field == 1) {
                            stack = room(stack, depth);
                            stack[depth++] = locationOf(v, at);
                        } else if (field == 2) {
                            if (count < types) {
                                values[count] = v;
                            }
                            count++;
                        }
                    }
                }
            } catch (FormatException e) {
                fault(e.fault().offset(), "in message Sample: " + e.fault().message());
                whole = false;
            }
            if (count != types) {
                fault(samples.from(i), "sample with " + count + " values, expected " + types);
                whole = false;
            }
            if (whole) {
                depth = known(stack, depth);
                builder.sample(stack, depth, values);
                labels(labels);
            }
        }
    }

    private static int[] room(int[] stack, int depth) {
        return depth < stack.length ? stack : Arrays.copyOf(stack, depth * 2);
    }

    private int locationOf(long id, int at) {
        int index = locationIds.get(id);
        if (index < 0) {
            fault(
                    at,
                    "sample refers to location "
                            + Long.toUnsignedString(id)
                            + ", which does not exist");
        }
        return index;
    }

    /// Closes the gaps that unknown locations leave.
    private static int known(int[] stack, int depth) {
        int n = 0;
        for (int i = 0; i < depth; i++) {
            if (stack[i] >= 0) {
                stack[n++] = stack[i];
            }
        }
        return n;
    }

    private void labels(Growing.Ints spans) {
        for (int i = 0; i < spans.size(); i += 2) {
            long[] f = new long[5];
            int at = spans.get(i);
            if (!fields(at, spans.get(i + 1), f, "Label")) {
                continue;
            }
            if (f[2] != 0) {
                builder.label(str(f[1], at), str(f[2], at), 0, 0);
            } else if (f[3] != 0) {
                builder.label(str(f[1], at), -1, f[3], str(f[4], at));
            }
        }
    }
}
