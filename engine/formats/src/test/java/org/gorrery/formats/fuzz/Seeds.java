package org.gorrery.formats.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gorrery.formats.dumps.Go13HeapDump;
import org.gorrery.formats.dumps.HeapDumpBytes;
import org.gorrery.formats.exectrace.OldTraceBytes;

/// The sound files that the fuzz tests damage: at least one for every reader and container.
///
/// Those of a Go with profiles and traces of its own were recorded by `record.go` beside them; texts of older releases
/// were written after the description of the format.
final class Seeds {
    private static final String[] FILES = {
        "cpu.pb",
        "heap.pb",
        "goroutine.pb",
        "heap.debug1.txt",
        "goroutine.debug1.txt",
        "threadcreate.debug1.txt",
        "mutex.debug1.txt",
        "contention.txt",
        "threadz.txt",
        "java-heap.txt",
        "java-contention.txt",
        "goroutine.debug2.txt",
        "panic.txt",
        "race.txt",
        "godebug.txt",
        "gctrace.txt",
        "oldlogs.txt",
        "allocfree.txt",
        "metrics.json",
        "stacks.folded",
        "go1.26.trace",
        "allocfree.trace",
        "heap.txt.zst",
        "mutex.txt.zst",
        "goroutine.pb.gz",
        "two.zip",
    };

    private Seeds() {}

    /// {@return name to contents}
    static Map<String, byte[]> all() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        for (String f : FILES) {
            try (InputStream in = Seeds.class.getResourceAsStream("/fuzz/" + f)) {
                seeds.put(f, in.readAllBytes());
            }
        }
        for (int version : new int[] {11, 19, 21}) {
            seeds.put("go1." + version + ".trace", OldTraceBytes.of(version));
        }
        seeds.put(
                "small.heapdump",
                new HeapDumpBytes()
                        .object(1, 2)
                        .object(3)
                        .object(3, 0)
                        .object(4)
                        .object()
                        .roots(0)
                        .bytes());
        seeds.put("go1.3.heapdump", Go13HeapDump.bytes());
        seeds.put("cpu.legacy", legacyCpu());
        return seeds;
    }

    /// A binary CPU profile of 64-bit words: head, two stacks, end, memory map.
    private static byte[] legacyCpu() {
        long[] words = {
            0, 3, 0, 10_000, 0, 5, 3, 0x401020, 0x401100, 0x401200, 2, 1, 0x402000, 0, 1, 0
        };
        byte[] map =
                "00400000-00500000 r-xp 00000000 08:01 12 /bin/program\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] b = new byte[words.length * 8 + map.length];
        for (int i = 0; i < words.length * 8; i++) {
            b[i] = (byte) (words[i / 8] >>> 8 * (i % 8));
        }
        System.arraycopy(map, 0, b, words.length * 8, map.length);
        return b;
    }
}
