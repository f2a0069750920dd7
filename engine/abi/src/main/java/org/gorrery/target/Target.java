package org.gorrery.target;

import java.util.List;
import java.util.Optional;

/// What a GOOS/GOARCH pair means for the layout of data. Nothing else in the engine knows a word size.
///
/// Source: Go's `internal/goarch` and the size rules of `go/types` (`SizesFor`).
///
/// @param wordBytes size of int, uint, uintptr and pointers
/// @param int64Align alignment of 64-bit integers and floats (4 on 386 and arm)
/// @param bigEndian byte order of the architecture; only little-endian ones are offered yet
/// @param pageBytes physical page size reported by os.Getpagesize
public record Target(
        String goos,
        String goarch,
        int wordBytes,
        int int64Align,
        boolean bigEndian,
        int pageBytes) {
    /// The architectures that can be simulated, by GOARCH.
    private static final List<Target> LINUX =
            List.of(
                    new Target("linux", "386", 4, 4, false, 4096),
                    new Target("linux", "amd64", 8, 8, false, 4096),
                    new Target("linux", "arm", 4, 4, false, 4096),
                    new Target("linux", "arm64", 8, 8, false, 4096));

    private static final List<String> SYSTEMS = List.of("linux", "darwin", "windows", "freebsd");

    /// Linux on amd64: the default.
    public static final Target LINUX_AMD64 = LINUX.get(1);

    /// The target of that name, empty where it is not offered.
    public static Optional<Target> of(String goos, String goarch) {
        if (!SYSTEMS.contains(goos)) {
            return Optional.empty();
        }
        return LINUX.stream()
                .filter(t -> t.goarch.equals(goarch))
                .findFirst()
                .map(t ->
                        new Target(
                                goos, goarch, t.wordBytes, t.int64Align, t.bigEndian, t.pageBytes));
    }

    /// GOARCH values that are offered.
    public static List<String> architectures() {
        return LINUX.stream().map(Target::goarch).toList();
    }

    /// GOOS values that are offered.
    public static List<String> systems() {
        return SYSTEMS;
    }

    /// Whether int and pointers have 64 bits.
    public boolean is64Bit() {
        return wordBytes == 8;
    }
}
