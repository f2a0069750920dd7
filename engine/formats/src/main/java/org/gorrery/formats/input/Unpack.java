package org.gorrery.formats.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Opens containers: gzip, zstd and zip, also one inside the other.
///
/// Unpacking stops at [Limits#unpackedBytes]; a damaged container gives what could be unpacked before the damage.
public final class Unpack {
    private static final int MAX_NESTING = 4;
    private static final int MAX_ENTRIES = 1000;

    private final Limits limits;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private long budget;

    /// One file out of a container.
    ///
    /// @param name path inside a zip, else empty
    /// @param bytes its contents
    /// @param packing the containers it was in, outermost first, such as `gzip`; empty for none
    public record Part(String name, byte[] bytes, String packing) {}

    private Unpack(Limits limits) {
        this.limits = limits;
        this.budget = limits.unpackedBytes();
    }

    /// Opens all containers around the contents of a file.
    ///
    /// @param bytes the file
    /// @param limits bounds
    /// @return the files inside, at least one unless the container is empty; the file itself when it is no container
    public static Loaded<List<Part>> all(byte[] bytes, Limits limits) {
        var unpack = new Unpack(limits);
        unpack.open("", bytes, "", 0);
        return new Loaded<>(List.copyOf(unpack.parts), unpack.faults);
    }

    /// Tells whether bytes begin a container.
    ///
    /// @param start the first bytes
    /// @return whether it is gzip, zstd or zip
    public static boolean isContainer(byte[] start) {
        return starts(start, 0x1f, 0x8b)
                || starts(start, 0x28, 0xb5, 0x2f, 0xfd)
                || starts(start, 'P', 'K', 3, 4);
    }

    private void open(String name, byte[] b, String packing, int depth) {
        if (depth >= MAX_NESTING) {
            parts.add(new Part(name, b, packing));
        } else if (starts(b, 0x1f, 0x8b)) {
            open(name, drain(b, "gzip"), join(packing, "gzip"), depth + 1);
        } else if (starts(b, 0x28, 0xb5, 0x2f, 0xfd)) {
            Zstd.Result r = Zstd.unpack(b, budget);
            budget -= r.bytes().length;
            Fault fault = r.fault();
            if (fault != null) {
                faults.add(fault);
            }
            open(name, r.bytes(), join(packing, "zstd"), depth + 1);
        } else if (starts(b, 'P', 'K', 3, 4)) {
            zip(b, join(packing, "zip"), depth);
        } else {
            parts.add(new Part(name, b, packing));
        }
    }

    private static String join(String packing, String more) {
        return packing.isEmpty() ? more : packing + " " + more;
    }

    private static boolean starts(byte[] b, int... magic) {
        if (b.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((b[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private byte[] drain(byte[] packed, String kind) {
        var out =
                new ByteArrayOutputStream(
                        (int) Math.clamp(packed.length * 3L, 1024, Math.max(1024, budget / 4)));
        try (InputStream in = stream(packed)) {
            copy(in, out, kind);
        } catch (IOException e) {
            faults.add(
                    new Fault(
                            -1,
                            kind
                                    + " data is damaged after "
                                    + out.size()
                                    + " unpacked bytes: "
                                    + reason(e)));
        }
        return out.toByteArray();
    }

    private static InputStream stream(byte[] packed) throws IOException {
        var in = new ByteArrayInputStream(packed);
        return new GZIPInputStream(in, 1 << 16);
    }

    private void copy(InputStream in, ByteArrayOutputStream out, String kind) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            long keep = Math.min(n, budget);
            out.write(buffer, 0, (int) keep);
            budget -= keep;
            if (keep < n) {
                faults.add(
                        new Fault(
                                -1,
                                kind
                                        + " data unpacks to more than the limit of "
                                        + limits.unpackedBytes()
                                        + " bytes"));
                return;
            }
        }
    }

    private void zip(byte[] b, String packing, int depth) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(b))) {
            for (ZipEntry e = in.getNextEntry();
                    e != null && parts.size() < MAX_ENTRIES;
                    e = in.getNextEntry()) {
                if (!e.isDirectory()) {
                    var out = new ByteArrayOutputStream();
                    try {
                        copy(in, out, "zip entry");
                    } finally {
                        open(e.getName(), out.toByteArray(), packing, depth + 1);
                    }
                }
            }
        } catch (IOException e) {
            faults.add(new Fault(-1, "zip archive is damaged: " + reason(e)));
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
