package org.gorrery.runtime.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory the host has. The JDK's own answer (its management beans) costs 40 ms at every start.
final class HostMemory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    /// What the JVM takes of the memory by default, as a divisor.
    private static final int HEAP_SHARE = 4;

    private HostMemory() {}

    static long bytes() {
        if (Files.isReadable(MEMINFO)) {
            try {
                for (String line : Files.readAllLines(MEMINFO)) {
                    if (line.startsWith("MemTotal:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                    }
                }
            } catch (IOException | NumberFormatException e) {
                return guess();
            }
        }
        return guess();
    }

    private static long guess() {
        return Runtime.getRuntime().maxMemory() * HEAP_SHARE;
    }
}
