package org.gorrery.formats.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.gorrery.formats.SharedFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZstdTest {
    @TempDir Path folder;

    /// Packed by the zstd command.
    private byte[] packed(byte[] plain, int level) throws Exception {
        Path zstd = Path.of("/usr/bin/zstd");
        Assumptions.assumeTrue(Files.isExecutable(zstd), "no zstd command here");
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Files.write(in, plain);
        int exit =
                new ProcessBuilder(
                                zstd.toString(),
                                "-q",
                                "-f",
                                "-" + level,
                                in.toString(),
                                "-o",
                                out.toString())
                        .start()
                        .waitFor();
        assertTrue(exit == 0);
        return Files.readAllBytes(out);
    }

    @ParameterizedTest
    @CsvSource({
        "pprof/heap2.debug1.txt, 3", "pprof/heap2.debug1.txt, 19",
                "trace2/factory-go1.26-small.trace, 1",
        "trace2/factory-go1.26-small.trace, 19", "heapdump/tree.heapdump, 3",
                "crash/sigquit.txt, 9",
        "trace/factory-large.trace, 6", "logs/metrics-go1.26.json, 12",
    })
    void whatTheCommandPacksComesOutTheSame(String name, int level) throws Exception {
        byte[] plain = SharedFiles.bytes(name);
        Zstd.Result r = Zstd.unpack(packed(plain, level), Integer.MAX_VALUE);
        assertNull(r.fault());
        assertArrayEquals(plain, r.bytes());
    }

    @Test
    void repeatsAndNoiseComeOutTheSame() throws Exception {
        byte[] noise = new byte[300_000];
        var random = new SplittableRandom(7);
        for (int i = 0; i < noise.length; i++) {
            noise[i] =
                    (byte)
                            (i < 100_000
                                    ? 5
                                    : i < 200_000 ? random.nextInt(256) : random.nextInt(3));
        }
        Zstd.Result r = Zstd.unpack(packed(noise, 3), Integer.MAX_VALUE);
        assertNull(r.fault());
        assertArrayEquals(noise, r.bytes());
    }

    @Test
    void aFrameOfOneRawBlockIsReadWithoutTheCommand() {
        byte[] frame = HexFormat.of().parseHex("28b52ffd" + "20" + "03" + "190000" + "616263");
        Zstd.Result r = Zstd.unpack(frame, 100);
        assertNull(r.fault());
        assertArrayEquals("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII), r.bytes());
    }

    @Test
    void damageGivesWhatCameBeforeAndAFault() throws Exception {
        byte[] plain = SharedFiles.bytes("trace2/factory-go1.26-small.trace");
        byte[] packed = packed(plain, 3);
        var random = new SplittableRandom(11);
        for (int i = 0; i < 300; i++) {
            byte[] b = packed.clone();
            for (int k = 0; k < 3; k++) {
                b[random.nextInt(b.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Zstd.unpack(
                    i % 3 == 0 ? java.util.Arrays.copyOf(b, random.nextInt(b.length)) : b,
                    3_000_000);
        }
        Zstd.Result cut =
                Zstd.unpack(java.util.Arrays.copyOf(packed, packed.length / 2), 3_000_000);
        assertTrue(cut.fault() != null && cut.bytes().length > 0);
        assertArrayEquals(java.util.Arrays.copyOf(plain, cut.bytes().length), cut.bytes());
    }
}
