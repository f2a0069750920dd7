package org.gorrery.formats.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gorrery.formats.Format;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.report.Info;
import org.gorrery.formats.report.InfoText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Feeds every reader damaged files: nothing but a result with faults may come out, soon, and with bounded memory.
///
/// A failure prints the seed's name and the number of the damage, which repeat it. The large runs (`-Plong`) do the same a
/// million times per seed; `FUZZING.md` keeps their result.
class FuzzTest {
    /// Small bounds, so that a bound that does not hold shows.
    private static final Limits LIMITS = new Limits(8_000_000, 300_000, 50);

    private static final long MOST_ALLOCATED = 400_000_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<String> seeds() throws IOException {
        return Seeds.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsRecognisedAndSound(String name) throws Exception {
        List<SavedFile> files =
                SavedFiles.open(name, Seeds.all().get(name), LIMITS, TraceWindow.EVERYTHING);
        for (SavedFile f : files) {
            assertNotEquals(Format.UNKNOWN, f.format());
            assertEquals(List.of(), f.faults());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedFilesGiveFaultsAndNeverAnException(String name) throws Exception {
        run(name, 300);
    }

    @Tag("long")
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    @ParameterizedTest
    @MethodSource("seeds")
    void aMillionDamagedFilesGiveFaultsAndNeverAnException(String name) throws Exception {
        run(name, Integer.getInteger("gorrery.fuzz", 1_000_000));
    }

    /// Runs a number of damages.
    ///
    /// @param name of the seed
    /// @param count damages 0 to `count`
    /// @return the most bytes that one file made the reader allocate, and the most nanoseconds it took
    static long[] run(String name, int count) throws Exception {
        byte[] seed = Seeds.all().get(name);
        long[] most = new long[2];
        for (int i = 0; i < count; i++) {
            byte[] damaged = Damage.of(seed, (long) name.hashCode() << 32 | i);
            long start = System.nanoTime();
            long before = THREAD.getCurrentThreadAllocatedBytes();
            try {
                read(name, damaged, i);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(name + ", damage number " + i + ": " + e, e);
            }
            most[0] = Math.max(most[0], THREAD.getCurrentThreadAllocatedBytes() - before);
            most[1] = Math.max(most[1], System.nanoTime() - start);
            if (most[0] > MOST_ALLOCATED || most[1] > 30_000_000_000L) {
                throw new AssertionError(
                        name
                                + ", damage number "
                                + i
                                + ": "
                                + most[0]
                                + " bytes allocated, "
                                + most[1]
                                + " ns");
            }
        }
        return most;
    }

    /// Reads, and for every 32nd also computes all facts.
    private static void read(String name, byte[] damaged, int i) {
        List<SavedFile> files = SavedFiles.open(name, damaged, LIMITS, TraceWindow.EVERYTHING);
        if (i % 32 == 0) {
            files.forEach(Info::facts);
            files.forEach(InfoText::of);
        }
    }
}
