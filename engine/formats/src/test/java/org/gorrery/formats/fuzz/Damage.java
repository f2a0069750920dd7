package org.gorrery.formats.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Damages files: cuts, flips bits, overwrites, repeats and inserts pieces. What is done follows from a number alone.
final class Damage {
    private Damage() {}

    /// Damages a copy of a file.
    ///
    /// @param seed the sound file
    /// @param number which damage; the same number does the same to the same file
    /// @return the damaged file
    static byte[] of(byte[] seed, long number) {
        return damage(seed, new SplittableRandom(number * 0x9E3779B97F4A7C15L));
    }

    private static byte[] damage(byte[] seed, SplittableRandom random) {
        byte[] b = seed.clone();
        int steps = 1 + random.nextInt(6);
        for (int s = 0; s < steps && b.length > 0; s++) {
            int at = random.nextInt(b.length);
            switch (random.nextInt(8)) {
                case 0 -> b = Arrays.copyOf(b, at);
                case 1 -> b[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> b[at] = (byte) random.nextInt(256);
                case 3 ->
                        Arrays.fill(
                                b,
                                at,
                                Math.min(b.length, at + 1 + random.nextInt(12)),
                                (byte) 0xff);
                case 4 ->
                        Arrays.fill(
                                b, at, Math.min(b.length, at + 1 + random.nextInt(12)), (byte) 0);
                case 5 -> b = moved(b, at, random);
                case 6 -> b[at] = (byte) "0123456789-+:@[]{}()\n\t ,.".charAt(random.nextInt(25));
                default -> b = inserted(b, at, random);
            }
        }
        return b;
    }

    /// Copies a piece over another place.
    private static byte[] moved(byte[] b, int at, SplittableRandom random) {
        int from = random.nextInt(b.length);
        int n = Math.min(1 + random.nextInt(200), Math.min(b.length - from, b.length - at));
        byte[] result = b.clone();
        System.arraycopy(b, from, result, at, n);
        return result;
    }

    private static byte[] inserted(byte[] b, int at, SplittableRandom random) {
        byte[][] pieces = {
            {
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                1
            },
            {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8},
            "99999999999999999999".getBytes(StandardCharsets.US_ASCII),
            "-1".getBytes(StandardCharsets.US_ASCII),
            "goroutine 1 [running]:\n".getBytes(StandardCharsets.US_ASCII),
            {0x0a, 0},
        };
        byte[] piece = pieces[random.nextInt(pieces.length)];
        byte[] result = new byte[b.length + piece.length];
        System.arraycopy(b, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(b, at, result, at + piece.length, b.length - at);
        return result;
    }
}
