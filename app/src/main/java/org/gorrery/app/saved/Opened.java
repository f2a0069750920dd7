package org.gorrery.app.saved;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorrery.app.canvas.Figures;
import org.gorrery.formats.Format;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.report.Info;

/// A saved file with all that the window shows of it; made off the FX thread.
///
/// @param path where it lies
/// @param kind what it is, in a few words
/// @param facts all that can be said of it, as text
/// @param headline its most telling figures: a key of the words and the figure
/// @param faults what was wrong with it
/// @param picture what the views draw
/// @param part whether only the last part of a trace too large for the memory was opened
/// @param profiles what flame graphs can be drawn of
public record Opened(
        Path path,
        String kind,
        String facts,
        List<Figure> headline,
        List<Fault> faults,
        SavedPicture picture,
        boolean part,
        List<NamedProfile> profiles) {
    /// A figure of the headline.
    ///
    /// @param key of its name in the words
    /// @param value with its unit
    public record Figure(String key, String value) {}

    /// Copies the lists.
    public Opened {
        headline = List.copyOf(headline);
        faults = List.copyOf(faults);
        profiles = List.copyOf(profiles);
    }

    /// Whether nothing of the file could be understood.
    public boolean unknown() {
        return kind.equals(Format.UNKNOWN.title());
    }

    static Opened of(Path path, List<SavedFile> files, boolean part) {
        SavedPicture picture = SavedPicture.of(files);
        List<NamedProfile> profiles = NamedProfile.of(files);
        return new Opened(
                path,
                files.stream().map(f -> f.format().title()).distinct().collect(joined()),
                files.stream().map(Info::text).collect(Collectors.joining("\n")),
                headline(files.getFirst(), picture, profiles),
                files.stream().flatMap(f -> f.faults().stream()).distinct().toList(),
                picture,
                part,
                profiles);
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    private static List<Figure> headline(
            SavedFile file, SavedPicture made, List<NamedProfile> profiles) {
        var out = new ArrayList<Figure>();
        var picture = made.picture();
        if (file instanceof SavedFile.TraceFile f) {
            trace(f.trace(), out);
        }
        if (made.stacks()) {
            int count = picture.goroutines().map(g -> g.goroutines().size()).orElse(0);
            String key = made.timeline() ? "file.alive" : "file.goroutines";
            out.add(new Figure(key, Figures.count(count)));
        }
        if (made.cycles()) {
            out.add(new Figure("file.cycles", Figures.count(picture.cycles().size())));
        }
        picture.heap()
                .ifPresent(heap -> {
                    long objects = heap.spans().stream().mapToLong(s -> s.allocatedCount()).sum();
                    out.add(new Figure("file.objects", Figures.count(objects)));
                    out.add(new Figure("file.live", Figures.bytes(heap.stats().heapAlloc())));
                });
        if (!made.timeline() && !profiles.isEmpty()) {
            profile(profiles.getFirst().profile(), out);
        }
        return out;
    }

    private static void trace(TraceModel t, List<Figure> out) {
        out.add(new Figure("file.format", "go 1." + t.head().version()));
        out.add(new Figure("file.length", Figures.duration(t.endNanos() - t.startNanos())));
        out.add(new Figure("file.events", Figures.count(t.size())));
        out.add(new Figure("file.goroutines", Figures.count(t.goroutines())));
    }

    private static void profile(Profile p, List<Figure> out) {
        var types = p.head().sampleTypes();
        boolean counted = !types.isEmpty() && types.getFirst().unit().equals("count");
        out.add(new Figure("file.samples", Figures.count(counted ? p.total(0) : p.samples())));
        out.add(new Figure("file.functions", Figures.count(p.functions())));
        if (p.head().durationNanos() > 0) {
            out.add(new Figure("file.length", Figures.duration(p.head().durationNanos())));
        }
    }
}
