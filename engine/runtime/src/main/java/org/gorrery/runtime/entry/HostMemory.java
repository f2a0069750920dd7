package org.gorrery.runtime.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory the host has, and how much of it is to be had now. The JDK's own answer (its management beans) costs 40 ms at every
/// start.
///
/// @param totalBytes of the machine, or of the control group the process is in
/// @param availableBytes that can be used without swapping
record HostMemory(long totalBytes, long availableBytes) {
    /// What the JVM takes of the memory by default, as a divisor.
    private static final int HEAP_SHARE = 4;

    /// This host's. Linux tells; elsewhere it follows from what the JVM takes by default.
    static HostMemory read() {
        return read(Path.of("/"));
    }

    /// @param root where `proc` and `sys` are
    static HostMemory read(Path root) {
        long total = -1;
        long available = -1;
        for (String line : lines(root.resolve("proc/meminfo"))) {
            if (line.startsWith("MemTotal:")) {
                total = number(line) << 10;
            } else if (line.startsWith("MemAvailable:")) {
                available = number(line) << 10;
            }
        }
        if (total <= 0) {
            total = Runtime.getRuntime().maxMemory() * HEAP_SHARE;
        }
        var all = new HostMemory(total, available < 0 ? total : available);
        Path groups = root.resolve("sys/fs/cgroup");
        return all.within(groups.resolve("memory.max"), groups.resolve("memory.current"))
                .within(
                        groups.resolve("memory/memory.limit_in_bytes"),
                        groups.resolve("memory/memory.usage_in_bytes"));
    }

    private HostMemory within(Path limitFile, Path usedFile) {
        var limit = lines(limitFile);
        var used = lines(usedFile);
        if (limit.isEmpty() || !limit.getFirst().matches("\\d{1,18}")) {
            return this; // no control group, or "max"
        }
        long most = number(limit.getFirst());
        long left = most - (used.isEmpty() ? 0 : number(used.getFirst()));
        return new HostMemory(
                Math.min(totalBytes, most), Math.min(availableBytes, Math.max(0, left)));
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static java.util.List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : java.util.List.of();
        } catch (IOException e) {
            return java.util.List.of();
        }
    }
}
