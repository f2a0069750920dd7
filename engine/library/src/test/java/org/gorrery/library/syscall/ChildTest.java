package org.gorrery.library.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.gorrery.runtime.diag.Console;
import org.gorrery.runtime.entry.ProgramOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every way to start a child does.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the children are scripts of a POSIX shell")
class ChildTest {
    private enum Way {
        SYSTEM(SpawnedChild::start),
        JDK(JdkChild::start);

        private final BiFunction<Child.Wanted, OpenFiles, Child> start;

        Way(BiFunction<Child.Wanted, OpenFiles, Child> start) {
            this.start = start;
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final OpenFiles open =
            new OpenFiles(
                    ProgramOptions.of(
                            new Console() {
                                @Override
                                public void out(byte[] b, int from, int count) {
                                    out.write(b, from, count);
                                }

                                @Override
                                public void err(byte[] b, int from, int count) {
                                    err.write(b, from, count);
                                }
                            }));

    private static Child.Wanted script(String text, ChildGroup group, int... files) {
        return new Child.Wanted(
                "/bin/sh",
                List.of("sh", "-c", text),
                List.of("A=b", "PATH=/bin:/usr/bin"),
                ".",
                files,
                group);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "children are started by the JDK only")
    void outputsHaveArrivedWhenTheStatusIsThere(Way way) throws InterruptedException {
        var wanted = script("cat; echo $A; echo err >&2; exit 3", ChildGroup.INHERITED, 0, 1, 2);
        var child = way.start.apply(wanted, open);
        assertEquals(3 << 8, child.await(new long[Libc.USAGE_WORDS]));
        assertTrue(child.ended());
        assertEquals("b\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("err\n", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "children are started by the JDK only")
    void twoStreamsOfOneFileKeepTheOrderOfWhatIsWritten(Way way) throws InterruptedException {
        var wanted =
                script("echo a; echo b >&2; echo c; kill -9 $$", ChildGroup.INHERITED, 0, 1, 1);
        assertEquals(9, way.start.apply(wanted, open).await(new long[Libc.USAGE_WORDS]));
        assertEquals("a\nb\nc\n", out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "children are started by the JDK only")
    void aProgramThatIsNotThereIsAnError(Way way) {
        var wanted =
                new Child.Wanted(
                        "/no/such",
                        List.of("such"),
                        List.of(),
                        ".",
                        new int[] {0, 1, 2},
                        ChildGroup.INHERITED);
        assertEquals(
                Errno.ENOENT,
                assertThrows(Errno.class, () -> way.start.apply(wanted, open)).number());
    }

    @Test
    void theJdkGivesThreeFilesAndNoSession() {
        var four = script("true", ChildGroup.INHERITED, 0, 1, 2, 1);
        var session = script("true", new ChildGroup(true, false, 0), 0, 1, 2);
        for (var wanted : List.of(four, session)) {
            assertEquals(
                    Errno.ENOTSUP,
                    assertThrows(Errno.class, () -> JdkChild.start(wanted, open)).number());
        }
    }
}
