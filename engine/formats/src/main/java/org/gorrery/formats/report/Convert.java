package org.gorrery.formats.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFile.TraceFile;
import org.gorrery.formats.exectrace.TraceWriter;
import org.gorrery.formats.export.CsvTable;
import org.gorrery.formats.export.FlameHtml;
import org.gorrery.formats.export.FlameSvg;
import org.gorrery.formats.export.FoldedStacks;
import org.gorrery.formats.export.Speedscope;
import org.gorrery.formats.pprof.ProtoWriter;
import org.gorrery.formats.profile.FlameOptions;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTrees;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.TopTable;

/// The command `gorrery convert --to FORMAT FILE -o OUT`.
public final class Convert {
    private static final String USAGE =
            "usage: gorrery convert --to pprof|folded|speedscope|csv|svg|html|trace|text FILE... -o OUT";

    private Convert() {}

    /// Runs the command.
    ///
    /// @param arguments what follows `convert` on the command line
    /// @return what to print; the converted file is written
    public static CommandResult run(List<String> arguments) {
        try {
            ProfileArguments a = ProfileArguments.parse("convert", arguments);
            String to = a.value("to").orElse("");
            String out = a.value("o").orElse("");
            if (a.files().isEmpty()
                    || out.isEmpty()
                    || !Set.of(
                                    "pprof",
                                    "folded",
                                    "speedscope",
                                    "csv",
                                    "svg",
                                    "html",
                                    "trace",
                                    "text")
                            .contains(to)) {
                return CommandResult.misuse(USAGE);
            }
            byte[] bytes = to.equals("trace") ? trace(a) : convert(a, to);
            Files.write(Path.of(out), bytes);
            return CommandResult.ok("");
        } catch (ProfileArguments.Refused e) {
            return e.result();
        } catch (IOException e) {
            return CommandResult.failed("gorrery convert: cannot write: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return CommandResult.failed("gorrery convert: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return CommandResult.outOfMemory("convert");
        }
    }

    private static byte[] trace(ProfileArguments a) throws IOException, ProfileArguments.Refused {
        for (SavedFile f : a.open(a.files().getFirst())) {
            if (f instanceof TraceFile t) {
                return TraceWriter.write(t.trace());
            }
        }
        throw new ProfileArguments.Refused(false, a.files().getFirst() + " is no execution trace");
    }

    private static byte[] convert(ProfileArguments a, String to) throws ProfileArguments.Refused {
        Profile whole = a.withLabelFrames(Top.read(a));
        Profile p = a.filtered(whole);
        int type = a.sampleType(p);
        if (to.equals("pprof")) {
            return ProtoWriter.gzip(p);
        }
        String name = Path.of(a.files().getFirst()).getFileName().toString();
        String text =
                switch (to) {
                    case "folded" -> FoldedStacks.write(p, type);
                    case "speedscope" -> Speedscope.write(p, name);
                    case "csv" -> CsvTable.of(TopTable.of(p, whole, a.options(type)));
                    case "text" ->
                            TopText.of(TopTable.of(p, whole, a.options(type)), a.unit(), a.ratio());
                    default -> flame(a, p, type, to, name);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String flame(ProfileArguments a, Profile p, int type, String to, String name) {
        FlameOptions o = FlameOptions.of(type);
        FlameTree tree =
                FlameTrees.of(
                        p,
                        new FlameOptions(
                                type,
                                a.granularity(),
                                o.order(),
                                a.on("inverted"),
                                false,
                                false,
                                Set.of(),
                                Set.of(),
                                Set.of()));
        String unit = p.head().sampleTypes().get(type).unit();
        String title =
                a.value("title")
                        .orElse(
                                name
                                        + ": "
                                        + p.head().sampleTypes().get(type).type()
                                        + ", measured");
        return to.equals("svg") ? FlameSvg.of(tree, unit, title) : FlameHtml.of(tree, unit, title);
    }
}
