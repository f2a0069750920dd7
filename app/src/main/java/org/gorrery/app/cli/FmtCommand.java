package org.gorrery.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.session.Compilation;
import org.gorrery.session.Formatting;
import org.jspecify.annotations.Nullable;

/// `gorrery fmt`: formats as gofmt does, with its flags, messages and exit codes: 0; 1 where `-d` showed a difference; 2 after an error.
final class FmtCommand {
    private static final String STDIN = "<standard input>";
    private static final int ERRORS_SHOWN = 10;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Set<Character> flags = new LinkedHashSet<>();
    private int status;

    /// @param in what is formatted where no file is named
    /// @param out formatted text, names and differences
    /// @param err complaints
    FmtCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        var paths = new ArrayList<String>();
        boolean flagsEnd = false;
        for (var arg : args) {
            if (flagsEnd || !arg.startsWith("-") || arg.equals("-")) {
                flagsEnd = true;
                paths.add(arg);
            } else if (arg.equals("--")) {
                flagsEnd = true;
            } else {
                String name = arg.replaceFirst("^--?", "");
                if (name.length() != 1 || "lwdes".indexOf(name.charAt(0)) < 0) {
                    err.println("flag provided but not defined: -" + name);
                    err.print(HelpText.of("fmt"));
                    return 2;
                }
                flags.add(name.charAt(0));
            }
        }
        if (paths.isEmpty()) {
            standardInput();
        } else {
            paths.forEach(p -> path(Path.of(p)));
        }
        out.flush();
        return status;
    }

    private void standardInput() {
        if (flags.contains('w')) {
            fail("error: cannot use -w with standard input");
            return;
        }
        try {
            text(STDIN, in.readAllBytes(), null);
        } catch (IOException e) {
            fail("reading standard input: " + e.getMessage());
        }
    }

    private void path(Path path) {
        if (!Files.exists(path)) {
            fail("lstat " + path + ": no such file or directory");
        } else if (Files.isDirectory(path)) {
            folder(path);
        } else {
            file(path);
        }
    }

    private void folder(Path folder) {
        try (var entries = Files.list(folder)) {
            for (var p : entries.sorted().toList()) {
                String name = String.valueOf(p.getFileName());
                if (Files.isDirectory(p) && !Files.isSymbolicLink(p)) {
                    folder(p);
                } else if (name.endsWith(".go") && !name.startsWith(".")) {
                    file(p);
                }
            }
        } catch (IOException e) {
            fail("open " + folder + ": " + e.getMessage());
        }
    }

    private void file(Path path) {
        try {
            text(path.toString(), Files.readAllBytes(path), path);
        } catch (IOException e) {
            fail("open " + path + ": " + e.getMessage());
        }
    }

    private void text(String name, byte[] before, @Nullable Path path) throws IOException {
        boolean simplify = flags.contains('s');
        var result =
                path == null
                        ? Formatting.ofPart(name, before, simplify)
                        : Formatting.of(name, before, simplify);
        switch (result) {
            case Formatting.Refused refused -> refused(refused.findings());
            case Formatting.Formatted formatted -> formatted(name, before, formatted.utf8(), path);
        }
    }

    private void refused(List<Compilation.Finding> findings) {
        status = 2;
        int shown = flags.contains('e') ? findings.size() : Math.min(ERRORS_SHOWN, findings.size());
        findings.subList(0, shown).forEach(err::println);
        if (shown < findings.size()) {
            err.println("(and " + (findings.size() - shown) + " more errors)");
        }
    }

    private void formatted(String name, byte[] before, byte[] after, @Nullable Path path)
            throws IOException {
        boolean changed = !Arrays.equals(before, after);
        if (changed && flags.contains('l')) {
            out.println(name);
        }
        if (changed && flags.contains('w') && path != null) {
            rewrite(path, before, after);
        }
        if (changed && flags.contains('d')) {
            out.print(UnifiedDiff.of(name + ".orig", string(before), name, string(after)));
            status = Math.max(status, 1);
        }
        if (!flags.contains('l') && !flags.contains('w') && !flags.contains('d')) {
            out.write(after, 0, after.length);
        }
    }

    private static String string(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /// Writes in place, so that permissions and links stay; the old text lies beside the file until the new one is whole.
    private static void rewrite(Path path, byte[] before, byte[] after) throws IOException {
        var backup =
                Files.createTempFile(
                        path.toAbsolutePath().getParent(), path.getFileName() + ".", "");
        Files.write(backup, before);
        Files.write(path, after);
        Files.delete(backup);
    }

    private void fail(String message) {
        err.println(message);
        status = 2;
    }
}
