package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gorrery.target.Target;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Rare corners of the language, for amd64 (`corners`) and for 386 (`corners386`). The `.want` files hold what real Go 1.26 does: standard
/// output, standard error up to the first traceback, exit status.
class CornersTest {
    private static final Path FOLDER =
            GoRunner.root().resolve("engine/session/src/test/resources/go");
    // From the first traceback on, addresses and lines are our own.
    private static final Pattern TRACE =
            Pattern.compile("(?s)\n+goroutine \\d+[^\n]*\\[[^\n]*\\]:\n.*");

    @TestFactory
    Stream<DynamicTest> programsOnTheCornersDoWhatTheyDoWithGo() throws IOException {
        return programs("corners", "amd64");
    }

    @TestFactory
    Stream<DynamicTest> programsOf32BitsDoWhatTheyDoWithGo() throws IOException {
        return programs("corners386", "386");
    }

    private static Stream<DynamicTest> programs(String name, String goarch) throws IOException {
        try (var all = Files.list(FOLDER.resolve(name))) {
            return all.filter(p -> p.toString().endsWith(".want")).sorted().toList().stream()
                    .map(p ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(p.getFileName()),
                                    () -> check(program(p), p, goarch)));
        }
    }

    /// The program whose output a file holds; most of those for 386 are those for amd64.
    private static Path program(Path wanted) {
        String name = String.valueOf(wanted.getFileName()).replaceFirst("\\.want$", ".go");
        Path own = wanted.resolveSibling(name);
        return Files.exists(own) ? own : FOLDER.resolve("corners").resolve(name);
    }

    private static void check(Path program, Path wanted, String goarch) throws Exception {
        var options =
                RunOptions.DEFAULT
                        .withTarget(Target.of("linux", goarch).orElseThrow())
                        .withProcess(List.of("main"), Map.of());
        var source = new Source.Files(List.of(program));
        var console = new Streams();
        try (var run = GoRunner.ready(source, options).prepare(options, console)) {
            run.start();
            int exit = run.outcome().get(300, TimeUnit.SECONDS).exitCode();
            assertEquals(
                    Files.readString(wanted, StandardCharsets.ISO_8859_1),
                    "--out\n"
                            + text(console.out)
                            + "--err\n"
                            + TRACE.matcher(text(console.err))
                                    .replaceFirst("\n")
                                    .replaceAll("\\[signal SIG[^\\]]*\\]", "[signal]")
                                    .replaceAll("(fault address 0x)[0-9a-f]{9,}", "$1mapped")
                            + "--exit "
                            + exit
                            + "\n");
        }
    }

    // One char per byte: a program may print what is no UTF-8.
    private static String text(ByteArrayOutputStream bytes) {
        synchronized (bytes) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /// Both streams, byte for byte.
    private record Streams(ByteArrayOutputStream out, ByteArrayOutputStream err)
            implements Console {
        Streams() {
            this(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        }

        @Override
        public void stdout(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
        }

        @Override
        public void stderr(byte[] bytes, int offset, int length) {
            err.write(bytes, offset, length);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }
    }
}
