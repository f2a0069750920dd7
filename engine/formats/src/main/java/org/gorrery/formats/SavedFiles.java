package org.gorrery.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.gorrery.formats.SavedFile.FoldedFile;
import org.gorrery.formats.SavedFile.HeapDumpFile;
import org.gorrery.formats.SavedFile.LegacyFile;
import org.gorrery.formats.SavedFile.LogFile;
import org.gorrery.formats.SavedFile.MetricsFile;
import org.gorrery.formats.SavedFile.Origin;
import org.gorrery.formats.SavedFile.ProfileFile;
import org.gorrery.formats.SavedFile.TraceFile;
import org.gorrery.formats.SavedFile.TracebackFile;
import org.gorrery.formats.SavedFile.UnknownFile;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.HeapDumpReader;
import org.gorrery.formats.dumps.Traceback;
import org.gorrery.formats.dumps.TracebackReader;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.export.FoldedStacks;
import org.gorrery.formats.input.ByteSource;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.Unpack;
import org.gorrery.formats.input.Unpack.Part;
import org.gorrery.formats.logs.LogReader;
import org.gorrery.formats.logs.RuntimeLog;
import org.gorrery.formats.logs.RuntimeMetrics;
import org.gorrery.formats.pprof.LegacyCpuReader;
import org.gorrery.formats.pprof.LegacyProfile;
import org.gorrery.formats.pprof.LegacyTextReader;
import org.gorrery.formats.pprof.ProtoReader;
import org.gorrery.formats.profile.Profile;

/// Opens saved files: the one entry point for anything a Go program may have written.
public final class SavedFiles {
    private static final int HEAD_BYTES = 1 << 20;

    /// Models of text take more memory for each byte than those of binary files, so less of it is read.
    private static final int TEXT_SHARE = 4;

    private final Limits limits;
    private final TraceWindow window;

    private SavedFiles(Limits limits, TraceWindow window) {
        this.limits = limits;
        this.window = window;
    }

    /// Opens a file with the usual limits.
    ///
    /// @param path the file
    /// @return what is in it, at least one; a zip gives one for each of its entries, a text with both a log and a
    ///     traceback gives two
    /// @throws IOException when the file cannot be read
    public static List<SavedFile> open(Path path) throws IOException {
        return open(path, TraceWindow.EVERYTHING);
    }

    /// Opens a file; of an execution trace only a window of time, for which the rest need not fit in memory.
    ///
    /// @param path the file
    /// @param window which part of a trace to keep, in its own nanoseconds, see [FileEstimate#extent]
    /// @return what is in it, at least one
    /// @throws IOException when the file cannot be read
    public static List<SavedFile> open(Path path, TraceWindow window) throws IOException {
        if (!window.equals(TraceWindow.EVERYTHING)) {
            try (FileChannel channel = FileChannel.open(path)) {
                ByteSource source = ByteSource.of(channel);
                byte[] head = new byte[16];
                source.read(0, head, 0, head.length);
                if (TraceReader.version(head) >= 0) {
                    return List.of(window(path, source, window));
                }
            }
        }
        Limits limits = Limits.forMemory(Runtime.getRuntime().maxMemory());
        long size = Files.size(path);
        if (size > limits.unpackedBytes()) {
            String message =
                    "the file has "
                            + size
                            + " bytes, more than the limit of "
                            + limits.unpackedBytes()
                            + "; of a trace a window of time can be opened";
            return List.of(unknown(path, message));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return open(path, in, limits, window);
        }
    }

    /// Reads at most the limit: a pipe or a growing file tells no size beforehand and may have no end. What its first bytes
    /// do not tell is not read further.
    private static List<SavedFile> open(
            Path path, InputStream in, Limits limits, TraceWindow window) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        if (head.length == HEAD_BYTES
                && !Unpack.isContainer(head)
                && !Recogniser.isText(head)
                && Recogniser.recognise(head).equals(EnumSet.of(Format.UNKNOWN))) {
            var origin = new Origin(path.toString(), "", head);
            return List.of(new UnknownFile(origin, List.of(unknown(head))));
        }
        byte[] rest = in.readNBytes((int) limits.unpackedBytes() - head.length);
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        List<SavedFile> opened = open(path.toString(), all, limits, window);
        if (in.read() < 0) {
            return opened;
        }
        var more = new ArrayList<>(opened);
        more.add(
                unknown(
                        path,
                        "only the first " + all.length + " bytes were read, which is the limit"));
        return more;
    }

    private static SavedFile unknown(Path path, String message) {
        var origin = new Origin(path.toString(), "", new byte[0]);
        return new UnknownFile(origin, List.of(new Fault(-1, message)));
    }

    private static SavedFile window(Path path, ByteSource source, TraceWindow window) {
        try {
            Loaded<TraceModel> t =
                    TraceReader.read(
                            source, window, Limits.forMemory(Runtime.getRuntime().maxMemory()));
            var origin = new Origin(path.toString(), "", new byte[0]);
            return new TraceFile(origin, t.faults(), t.value());
        } catch (FormatException | IOException e) {
            return unknown(path, String.valueOf(e.getMessage()));
        }
    }

    /// Opens the contents of a file.
    ///
    /// @param name where they came from, for messages
    /// @param bytes the contents, packed or not
    /// @param limits bounds
    /// @param window which part of a trace to keep
    /// @return what is in it, at least one
    public static List<SavedFile> open(
            String name, byte[] bytes, Limits limits, TraceWindow window) {
        var files = new SavedFiles(limits, window);
        Loaded<List<Part>> unpacked = Unpack.all(bytes, limits);
        var result = new ArrayList<SavedFile>();
        for (Part part : unpacked.value()) {
            String shown = part.name().isEmpty() ? name : name + "!" + part.name();
            result.addAll(
                    files.open(new Origin(shown, part.packing(), part.bytes()), unpacked.faults()));
        }
        if (result.isEmpty()) {
            result.add(new UnknownFile(new Origin(name, "", bytes), unpacked.faults()));
        }
        return result;
    }

    private List<SavedFile> open(Origin given, List<Fault> known) {
        Origin origin = given;
        List<Fault> before = known;
        long most = limits.unpackedBytes() / TEXT_SHARE;
        if (given.bytes().length > most && Recogniser.isText(given.bytes())) {
            origin = new Origin(given.name(), given.packing(), cut(given.bytes(), (int) most));
            String message =
                    "text of "
                            + given.bytes().length
                            + " bytes is longer than the limit of "
                            + most
                            + "; the rest was not read";
            before = join(known, List.of(new Fault(origin.bytes().length, message)));
        }
        return read(origin, before);
    }

    /// Cuts text after its last whole line.
    private static byte[] cut(byte[] text, int most) {
        int end = most;
        while (end > 1 && text[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(text, end > 1 ? end : most);
    }

    private List<SavedFile> read(Origin origin, List<Fault> before) {
        var result = new ArrayList<SavedFile>();
        for (Format format : Recogniser.recognise(origin.bytes())) {
            try {
                result.add(read(format, origin, before));
            } catch (FormatException e) {
                result.add(new UnknownFile(origin, join(before, List.of(e.fault()))));
            } catch (OutOfMemoryError e) { // what the reader had is garbage by now
                result.add(new UnknownFile(origin, join(before, List.of(tooLarge(format)))));
            }
        }
        return result;
    }

    /// Limits follow from the memory there is, but a file made for it can need far more than others of its size.
    private static Fault tooLarge(Format format) {
        return new Fault(
                -1,
                "this "
                        + format.title()
                        + " needs more than the "
                        + Runtime.getRuntime().maxMemory()
                        + " bytes of memory that may be used"
                        + (format == Format.TRACE ? "; open a window of time of it" : ""));
    }

    private static List<Fault> join(List<Fault> a, List<Fault> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }

    private SavedFile read(Format format, Origin origin, List<Fault> before)
            throws FormatException {
        byte[] b = origin.bytes();
        return switch (format) {
            case PROFILE -> {
                Loaded<Profile> p = ProtoReader.read(b, limits);
                yield p.value().head().sampleTypes().isEmpty() && !p.faults().isEmpty()
                        ? new UnknownFile(origin, join(before, p.faults()))
                        : new ProfileFile(origin, join(before, p.faults()), p.value());
            }
            case TEXT_PROFILE -> legacy(origin, before, LegacyTextReader.read(b, limits));
            case BINARY_CPU_PROFILE -> legacy(origin, before, LegacyCpuReader.read(b, limits));
            case TRACE -> {
                Loaded<TraceModel> t = TraceReader.read(b, window, limits);
                yield new TraceFile(origin, join(before, t.faults()), t.value());
            }
            case HEAP_DUMP -> {
                Loaded<HeapDump> d = HeapDumpReader.read(b);
                yield new HeapDumpFile(origin, join(before, d.faults()), d.value());
            }
            case TRACEBACK -> {
                Loaded<Traceback> t = TracebackReader.read(b, limits);
                yield new TracebackFile(origin, join(before, t.faults()), t.value());
            }
            case RUNTIME_LOG -> {
                Loaded<RuntimeLog> l = LogReader.read(b);
                yield new LogFile(origin, join(before, l.faults()), l.value());
            }
            case METRICS -> {
                Loaded<RuntimeMetrics> m = RuntimeMetrics.read(b);
                yield new MetricsFile(origin, join(before, m.faults()), m.value());
            }
            case FOLDED_STACKS -> {
                Loaded<Profile> p = FoldedStacks.read(b);
                yield new FoldedFile(origin, join(before, p.faults()), p.value());
            }
            case UNKNOWN -> new UnknownFile(origin, join(before, List.of(unknown(b))));
        };
    }

    private static SavedFile legacy(Origin origin, List<Fault> before, Loaded<LegacyProfile> p) {
        return new LegacyFile(origin, join(before, p.faults()), p.value());
    }

    private static Fault unknown(byte[] b) {
        if (b.length == 0) {
            return new Fault(0, "the file is empty");
        }
        var start = new StringBuilder();
        for (int i = 0; i < Math.min(8, b.length); i++) {
            start.append(String.format("%s%02x", i == 0 ? "" : " ", b[i]));
        }
        return new Fault(
                0,
                "the file starts with "
                        + start
                        + ", which is no profile, trace, heap dump, goroutine dump or GODEBUG log of Go");
    }

    /// Gives the profile that a file holds or can be turned into.
    ///
    /// @param file an opened file
    /// @return the profile by functions; of a trace, where its goroutines were blocked; empty for other files
    public static Optional<Profile> profile(SavedFile file) {
        return switch (file) {
            case ProfileFile p -> Optional.of(p.profile());
            case LegacyFile l -> Optional.of(l.legacy().symbolised());
            case FoldedFile f -> Optional.of(f.profile());
            case TraceFile t ->
                    Optional.of(
                            org.gorrery.formats.analysis.TraceProfiles.of(
                                    t.trace(),
                                    org.gorrery.formats.analysis.TraceProfiles.Kind.SYNC));
            case HeapDumpFile d -> Optional.empty();
            case TracebackFile t ->
                    Optional.of(
                            org.gorrery.formats.analysis.StackGroups.profile(
                                    t.traceback().goroutines()));
            case LogFile l -> Optional.empty();
            case MetricsFile m -> Optional.empty();
            case UnknownFile u -> Optional.empty();
        };
    }
}
