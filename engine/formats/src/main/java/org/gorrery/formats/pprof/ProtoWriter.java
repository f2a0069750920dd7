package org.gorrery.formats.pprof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.gorrery.formats.profile.Mapping;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.Profile.Label;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Writes a profile.proto that `go tool pprof` opens.
///
/// Ids are the model's indices plus one; strings come last, as Go writes them.
public final class ProtoWriter {
    private final Profile profile;
    private final Message out = new Message(1 << 16);
    private final Map<String, Integer> strings = new HashMap<>();
    private final java.util.List<String> table = new java.util.ArrayList<>();

    private ProtoWriter(Profile profile) {
        this.profile = profile;
        str("");
    }

    /// Writes the bare protobuf.
    ///
    /// @param profile the profile
    /// @return the bytes
    public static byte[] plain(Profile profile) {
        return new ProtoWriter(profile).write();
    }

    /// Writes the protobuf packed with gzip, the form every tool expects.
    ///
    /// @param profile the profile
    /// @return the bytes
    public static byte[] gzip(Profile profile) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain(profile));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private int str(String s) {
        Integer known = strings.putIfAbsent(s, table.size());
        if (known != null) {
            return known;
        }
        table.add(s);
        return table.size() - 1;
    }

    private byte[] write() {
        ProfileHead h = profile.head();
        for (ValueType t : h.sampleTypes()) {
            out.message(1, valueType(t));
        }
        var m = new Message(256);
        var inner = new Message(64);
        for (int s = 0; s < profile.samples(); s++) {
            m.clear();
            sample(s, m, inner);
            out.message(2, m);
        }
        for (int i = 0; i < profile.mappings().size(); i++) {
            m.clear();
            mapping(i, m);
            out.message(3, m);
        }
        for (int loc = 0; loc < profile.locations(); loc++) {
            m.clear();
            location(loc, m, inner);
            out.message(4, m);
        }
        for (int f = 0; f < profile.functions(); f++) {
            m.clear();
            m.number(1, f + 1L);
            m.number(2, str(profile.functionName(f)));
            m.number(3, str(profile.systemName(f)));
            m.number(4, str(profile.fileName(f)));
            m.number(5, profile.startLine(f));
            out.message(5, m);
        }
        head(h);
        for (String s : table) {
            out.bytes(6, s.getBytes(StandardCharsets.UTF_8));
        }
        return out.toArray();
    }

    private Message valueType(ValueType t) {
        var m = new Message(16);
        m.number(1, str(t.type()));
        m.number(2, str(t.unit()));
        return m;
    }

    private void head(ProfileHead h) {
        out.number(7, str(h.dropFrames()));
        out.number(8, str(h.keepFrames()));
        out.number(9, h.timeNanos());
        out.number(10, h.durationNanos());
        if (!h.periodType().equals(ValueType.NONE)) {
            out.message(11, valueType(h.periodType()));
        }
        out.number(12, h.period());
        for (String c : h.comments()) {
            out.always(13, str(c));
        }
        out.number(14, str(h.defaultSampleType()));
        out.number(15, str(h.docUrl()));
    }

    private void sample(int s, Message m, Message inner) {
        inner.clear();
        for (int i = 0; i < profile.depth(s); i++) {
            inner.varint(profile.location(s, i) + 1L);
        }
        if (inner.size() > 0) {
            m.message(1, inner);
        }
        inner.clear();
        for (int t = 0; t < profile.head().sampleTypes().size(); t++) {
            inner.varint(profile.value(s, t));
        }
        m.message(2, inner);
        for (Label l : profile.labels(s)) {
            inner.clear();
            inner.number(1, str(l.key()));
            String text = l.text();
            if (text != null) {
                inner.number(2, str(text));
            } else {
                inner.number(3, l.number());
                inner.number(4, str(l.unit()));
            }
            m.message(3, inner);
        }
    }

    private void mapping(int i, Message m) {
        Mapping p = profile.mappings().get(i);
        m.number(1, i + 1L);
        m.number(2, p.start());
        m.number(3, p.limit());
        m.number(4, p.fileOffset());
        m.number(5, str(p.file()));
        m.number(6, str(p.buildId()));
        m.number(7, p.hasFunctions() ? 1 : 0);
        m.number(8, p.hasFilenames() ? 1 : 0);
        m.number(9, p.hasLineNumbers() ? 1 : 0);
        m.number(10, p.hasInlineFrames() ? 1 : 0);
    }

    private void location(int loc, Message m, Message inner) {
        m.number(1, loc + 1L);
        m.number(2, profile.mapping(loc) + 1L);
        m.number(3, profile.address(loc));
        for (int i = 0; i < profile.lines(loc); i++) {
            inner.clear();
            inner.number(1, profile.function(loc, i) + 1L);
            inner.number(2, profile.line(loc, i));
            inner.number(3, profile.column(loc, i));
            m.message(4, inner);
        }
        m.number(5, profile.folded(loc) ? 1 : 0);
    }

    /// Bytes of one protobuf message being written.
    private static final class Message {
        private byte[] bytes;
        private int size;

        Message(int capacity) {
            bytes = new byte[capacity];
        }

        void clear() {
            size = 0;
        }

        int size() {
            return size;
        }

        void varint(long value) {
            room(10);
            long v = value;
            while ((v & ~0x7fL) != 0) {
                bytes[size++] = (byte) (v | 0x80);
                v >>>= 7;
            }
            bytes[size++] = (byte) v;
        }

        /// Writes a number field; a zero is left out, as proto3 does.
        void number(int field, long value) {
            if (value != 0) {
                always(field, value);
            }
        }

        void always(int field, long value) {
            varint((long) field << 3);
            varint(value);
        }

        void message(int field, Message m) {
            varint((long) field << 3 | 2);
            varint(m.size);
            room(m.size);
            System.arraycopy(m.bytes, 0, bytes, size, m.size);
            size += m.size;
        }

        void bytes(int field, byte[] b) {
            varint((long) field << 3 | 2);
            varint(b.length);
            room(b.length);
            System.arraycopy(b, 0, bytes, size, b.length);
            size += b.length;
        }

        byte[] toArray() {
            return java.util.Arrays.copyOf(bytes, size);
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }
}
