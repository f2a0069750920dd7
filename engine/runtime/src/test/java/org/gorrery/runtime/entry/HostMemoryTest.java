package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorrery.runtime.heap.HeapLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostMemoryTest {
    private static final long GIB = 1L << 30;

    @TempDir private Path root;

    private void file(String path, String text) throws IOException {
        Path f = root.resolve(path);
        Files.createDirectories(f.getParent());
        Files.writeString(f, text);
    }

    private void meminfo() throws IOException {
        file(
                "proc/meminfo",
                "MemTotal:       16777216 kB\nMemFree:         1048576 kB\nMemAvailable:    8388608 kB\n");
    }

    @Test
    void theMachineTellsWhatItHasAndWhatIsFree() throws IOException {
        meminfo();
        assertEquals(new HostMemory(16 * GIB, 8 * GIB), HostMemory.read(root));
    }

    @Test
    void aControlGroupMayAllowLess() throws IOException {
        meminfo();
        file("sys/fs/cgroup/memory.max", "4294967296\n");
        file("sys/fs/cgroup/memory.current", "1073741824\n");
        assertEquals(new HostMemory(4 * GIB, 3 * GIB), HostMemory.read(root));
    }

    @Test
    void anOlderControlGroupTellsInOtherFiles() throws IOException {
        meminfo();
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", "2147483648\n");
        file("sys/fs/cgroup/memory/memory.usage_in_bytes", "0\n");
        assertEquals(new HostMemory(2 * GIB, 2 * GIB), HostMemory.read(root));
    }

    @Test
    void aControlGroupWithoutLimitChangesNothing() throws IOException {
        meminfo();
        file("sys/fs/cgroup/memory.max", "max\n");
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertEquals(new HostMemory(16 * GIB, 8 * GIB), HostMemory.read(root));
    }

    @Test
    void whereNothingTellsTheJvmsShareIsTheMeasure() {
        var m = HostMemory.read(root);
        assertEquals(4 * Runtime.getRuntime().maxMemory(), m.totalBytes());
        assertTrue(m.availableBytes() > 0);
    }

    /// Three fifths of all; of what is free, all but an eighth of everything or a gibibyte; never less than 256 MiB.
    @ParameterizedTest
    @CsvSource({"40, 40, 24576", "16, 8, 6144", "4, 2, 1024", "2, 0, 256"})
    void theLimitLeavesTheHostAlive(long totalGib, long freeGib, long limitMib) {
        assertEquals(limitMib << 20, HeapLimits.ofHost(totalGib * GIB, freeGib * GIB).maxBytes());
    }
}
