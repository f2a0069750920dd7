package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs that show packages of the Go library at work write what they write when real Go runs them: each `name.go` below the
/// library's test resources has its output beside it.
class LibraryProgramsTest {
    private static final Path PROGRAMS = Path.of("../library/src/test/resources/go");

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(LibraryProgramsTest::isProgram).sorted().toList().stream();
        }
    }

    private static boolean isProgram(Path p) {
        return p.toString().endsWith(".go") && Files.exists(output(p));
    }

    private static Path output(Path program) {
        String name = program.getFileName().toString();
        return program.resolveSibling(name.substring(0, name.length() - 2) + "out");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aProgramWritesWhatRealGoWrites(Path program) throws Exception {
        var options = RunOptions.DEFAULT;
        var compiled = new Engine().compile(new Source.Files(List.of(program)), options);
        var ready = assertInstanceOf(Compilation.Ready.class, compiled, compiled::toString);
        var streams = new Streams(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        try (var run = ready.program().prepare(options, streams)) {
            run.start();
            var outcome = run.outcome().get();
            assertEquals(
                    Files.readString(output(program)),
                    streams.out.toString(StandardCharsets.UTF_8),
                    () -> outcome + "\n" + streams.err.toString(StandardCharsets.UTF_8));
            assertEquals(0, outcome.exitCode(), outcome::toString);
        }
    }

    /// Keeps what is written.
    private record Streams(ByteArrayOutputStream out, ByteArrayOutputStream err)
            implements Console {
        @Override
        public synchronized void stdout(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
        }

        @Override
        public synchronized void stderr(byte[] bytes, int offset, int length) {
            err.write(bytes, offset, length);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }
    }
}
