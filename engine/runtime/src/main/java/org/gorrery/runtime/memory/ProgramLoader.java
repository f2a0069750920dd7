package org.gorrery.runtime.memory;

import org.gorrery.abi.ProgramImage;

/// Brings the data of a compiled program to its places in the window.
public final class ProgramLoader {
    private ProgramLoader() {}

    /// Copies read-only data, method tables, entry thunks and initialised variables. The window is fresh: all the rest is zero.
    public static void load(ProgramImage image) {
        var layout = image.layout();
        put(image.rodata(), layout.rodata());
        put(image.itabs(), layout.itabs());
        put(image.text(), layout.text());
        put(image.data(), layout.data());
    }

    private static void put(byte[] bytes, long at) {
        Mem.put(bytes, 0, at, bytes.length);
    }
}
