package org.gorrery.formats.dumps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.dumps.GoroutineStack.Ancestor;
import org.gorrery.formats.dumps.Traceback.Access;
import org.gorrery.formats.dumps.Traceback.PanicText;
import org.gorrery.formats.dumps.Traceback.RaceReport;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.TextLines;
import org.jspecify.annotations.Nullable;

/// Reads tracebacks of every Go release: panics, fatal errors, SIGQUIT, goroutine profiles with debug=2, race reports.
///
/// Text before and between is skipped, so program or test output may surround a report. Damaged text gives every
/// goroutine that can still be recognised.
public final class TracebackReader {
    private static final Pattern SIGNAL = Pattern.compile("SIG[A-Z0-9]+: .*");
    private static final Pattern REGISTER = Pattern.compile("[a-z][a-z0-9]{1,7} +0x[0-9a-f]+");
    private static final Pattern ELIDED =
            Pattern.compile("\\.\\.\\.(\\d{1,9}) frames elided\\.\\.\\.");
    private static final Pattern ORIGIN =
            Pattern.compile("\\[originating from goroutine (\\d{1,18})]:.*");
    private static final Pattern CREATED =
            Pattern.compile("created by (.+?)(?: in goroutine (\\d{1,18}))?");

    private final TextLines lines;
    private final List<PanicText> panics = new ArrayList<>();
    private final List<String> head = new ArrayList<>();
    private final List<GoroutineStack> goroutines = new ArrayList<>();
    private final List<RaceReport> races = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int registerDumps;
    private int separators;
    private boolean inRegisters;
    private boolean again;

    private TracebackReader(byte[] bytes) {
        lines = new TextLines(bytes);
    }

    /// Reads a traceback.
    ///
    /// @param bytes the text
    /// @param limits bounds; the number of faults kept is taken from it
    /// @return what was found; a fault where there is nothing of a traceback at all
    public static Loaded<Traceback> read(byte[] bytes, Limits limits) {
        return new TracebackReader(bytes).read(limits);
    }

    private Loaded<Traceback> read(Limits limits) {
        String first = lines.peek();
        while (again || lines.advance()) {
            again = false;
            topLevel(lines.line());
        }
        if (goroutines.isEmpty() && head.isEmpty() && races.isEmpty()) {
            faults.add(new Fault(0, "no goroutine, panic or fatal error found"));
        }
        List<Fault> kept = faults.subList(0, Math.min(faults.size(), limits.faults()));
        return new Loaded<>(
                new Traceback(first, panics, head, goroutines, registerDumps, separators, races),
                kept);
    }

    private void topLevel(String line) {
        boolean register = REGISTER.matcher(line).matches();
        if (register && !inRegisters) {
            registerDumps++;
        }
        inRegisters = register;
        HeaderLine header = HeaderLine.parse(line);
        if (header != null) {
            goroutine(header);
        } else if (line.equals("-----")) {
            separators++;
        } else if (line.startsWith("panic: ") || line.startsWith("\tpanic: ")) {
            head.add(line);
            panic(line);
        } else if (line.startsWith("fatal error: ")
                || line.startsWith("[signal ")
                || SIGNAL.matcher(line).matches()) {
            head.add(line);
        } else if (line.equals("WARNING: DATA RACE")) {
            race();
        } else if (line.startsWith("goroutine ") && line.contains(" [")) {
            faults.add(
                    new Fault(
                            lines.offset(),
                            "line looks like a goroutine header, but does not end in \"]:\""));
        }
    }

    /// Puts the current line back: a reader of a part has met what belongs to the next part.
    private void putBack() {
        again = true;
    }

    private void panic(String first) {
        var text =
                new StringBuilder(first.substring(first.indexOf("panic: ") + "panic: ".length()));
        while (true) {
            String next = lines.peek();
            boolean indented = next.startsWith("\t") && !next.startsWith("\tpanic: ");
            boolean bare =
                    !next.isEmpty()
                            && !next.startsWith("\t")
                            && !next.startsWith("goroutine ")
                            && !next.startsWith("[signal ")
                            && !next.startsWith("panic: ")
                            && !next.startsWith("fatal error: ");
            if (!(indented || bare) || text.length() > 1 << 16) {
                break;
            }
            lines.advance();
            text.append('\n').append(indented ? next.substring(1) : next);
        }
        String t = text.toString();
        boolean repanicked = t.endsWith(" [recovered, repanicked]");
        boolean recovered = repanicked || t.endsWith(" [recovered]");
        if (recovered) {
            t = t.substring(0, t.lastIndexOf(" [recovered"));
        }
        panics.add(new PanicText(t, recovered, repanicked));
    }

    /// Collects the lines of one goroutine, to its empty line or what cannot belong to it.
    private void goroutine(HeaderLine h) {
        var frames = new ArrayList<TraceFrame>();
        var ancestors = new ArrayList<Ancestor>();
        List<TraceFrame> into = frames;
        int elided = -1;
        boolean unavailable = false;
        TraceFrame createdBy = null;
        long createdIn = -1;
        int registers = 0;
        while (lines.advance()) {
            String line = lines.line();
            if (line.isEmpty()) {
                break;
            }
            Matcher m;
            if (line.startsWith("goroutine ") && HeaderLine.parse(line) != null
                    || line.equals("-----")
                    || SIGNAL.matcher(line).matches()) {
                putBack();
                break;
            } else if (REGISTER.matcher(line).matches()) {
                registerDumps += registers++ == 0 ? 1 : 0;
            } else if (line.startsWith("\tgoroutine running on other thread")) {
                unavailable = true;
            } else if (line.startsWith("...additional frames elided...")) {
                elided = 0;
            } else if ((m = ELIDED.matcher(line)).matches()) {
                elided = FrameLines.decimal(m.group(1));
            } else if ((m = ORIGIN.matcher(line)).matches()) {
                into = new ArrayList<>();
                ancestors.add(new Ancestor(Long.parseLong(m.group(1)), List.of()));
            } else if ((m = CREATED.matcher(line)).matches()) {
                TraceFrame made = FrameLines.position(m.group(1), "", positionAfter());
                if (ancestors.isEmpty()) {
                    createdBy = made;
                    createdIn = m.group(2) == null ? -1 : Long.parseLong(m.group(2));
                }
            } else if (!line.startsWith("\t")) {
                if (!lines.peek().startsWith("\t") && !line.endsWith(")")) {
                    continue; // other output in between
                }
                into.add(FrameLines.frame(line, positionAfter()));
                if (!ancestors.isEmpty()) {
                    ancestors.set(
                            ancestors.size() - 1, new Ancestor(ancestors.getLast().id(), into));
                }
            }
        }
        goroutines.add(
                stack(h, frames, elided, unavailable, createdBy, createdIn, registers, ancestors));
    }

    private static GoroutineStack stack(
            HeaderLine h,
            List<TraceFrame> frames,
            int elided,
            boolean unavailable,
            @Nullable TraceFrame createdBy,
            long createdIn,
            int registers,
            List<Ancestor> ancestors) {
        return new GoroutineStack(
                h.id(),
                h.status(),
                h.reason(),
                h.waitMinutes(),
                h.locked(),
                h.leaked(),
                h.durable(),
                h.bubble(),
                h.hasPointers(),
                h.labels(),
                h.labelText(),
                frames,
                elided,
                unavailable,
                createdBy,
                createdIn,
                registers,
                ancestors);
    }

    private String positionAfter() {
        if (lines.peek().startsWith("\t")) {
            lines.advance();
            return lines.line();
        }
        return "";
    }

    /// Reads a report of the race detector up to its line of equal signs.
    private void race() {
        var accesses = new ArrayList<Access>();
        var origins = new ArrayList<Access>();
        String what = "";
        var frames = new ArrayList<TraceFrame>();
        boolean more = true;
        while (more) {
            more = lines.advance() && !lines.line().startsWith("=====");
            String line = more ? lines.line() : "";
            boolean head = !line.isEmpty() && !line.startsWith(" ") && line.endsWith(":");
            if ((head || line.isEmpty()) && !what.isEmpty()) {
                (what.contains("created at") ? origins : accesses).add(new Access(what, frames));
                what = "";
                frames = new ArrayList<>();
            }
            if (head) {
                what = line.substring(0, line.length() - 1);
            } else if (line.startsWith("  ") && !line.startsWith("      ") && !what.isEmpty()) {
                String position = "";
                if (lines.peek().startsWith("      ")) {
                    lines.advance();
                    position = lines.line();
                }
                frames.add(FrameLines.frame(line.strip(), position));
            }
        }
        races.add(new RaceReport(accesses, origins));
    }
}
