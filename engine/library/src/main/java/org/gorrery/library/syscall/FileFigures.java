package org.gorrery.library.syscall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.gorrery.runtime.memory.Mem;

/// What Go's `syscall.Stat_t` holds, from the attributes of the JDK.
final class FileFigures {
    static final int COUNT = 16;
    private static final int DEV = 0;
    private static final int INO = 1;
    private static final int NLINK = 2;
    private static final int MODE = 3;
    private static final int UID = 4;
    private static final int GID = 5;
    private static final int RDEV = 6;
    private static final int SIZE = 7;
    private static final int BLOCK = 8;
    private static final int BLOCKS = 9;
    private static final int TIMES = 10;
    private static final int BLOCK_BYTES = 4096;
    private static final int DIRECTORY = 0x4000;
    private static final int REGULAR = 0x8000;
    private static final int LINK = 0xa000;
    private static final int PIPE = 0x1000;
    private static final int CHARACTERS = 0x2000;

    private FileFigures() {}

    /// Describes a file of the host.
    static void of(Path path, boolean follow, long[] out) throws IOException {
        LinkOption[] options =
                follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        var basic = Files.readAttributes(path, BasicFileAttributes.class, options);
        out[SIZE] = basic.size();
        out[BLOCK] = BLOCK_BYTES;
        out[BLOCKS] = (basic.size() + 511) / 512;
        FileTime changed = basic.lastModifiedTime();
        if (Files.getFileStore(path.getRoot() == null ? Path.of("/") : path.getRoot())
                .supportsFileAttributeView("unix")) {
            unix(path, options, out);
            changed = (FileTime) Files.getAttribute(path, "unix:ctime", options);
        } else {
            int kind = basic.isDirectory() ? DIRECTORY : basic.isSymbolicLink() ? LINK : REGULAR;
            out[MODE] = kind | (basic.isDirectory() ? 0755 : 0644);
            out[INO] = String.valueOf(basic.fileKey()).hashCode();
        }
        time(out, TIMES, basic.lastAccessTime());
        time(out, TIMES + 2, basic.lastModifiedTime());
        time(out, TIMES + 4, changed);
    }

    private static void unix(Path path, LinkOption[] options, long[] out) throws IOException {
        Map<String, Object> a =
                Files.readAttributes(path, "unix:mode,ino,dev,nlink,uid,gid,rdev", options);
        out[MODE] = number(a, "mode");
        out[INO] = number(a, "ino");
        out[DEV] = number(a, "dev");
        out[NLINK] = number(a, "nlink");
        out[UID] = number(a, "uid");
        out[GID] = number(a, "gid");
        out[RDEV] = number(a, "rdev");
    }

    private static long number(Map<String, Object> a, String name) {
        return a.get(name) instanceof Number n ? n.longValue() : 0;
    }

    private static void time(long[] out, int at, FileTime t) {
        var i = t.toInstant();
        out[at] = i.getEpochSecond();
        out[at + 1] = i.getNano();
    }

    /// Describes a stream of the run.
    static void stream(boolean console, int fd, long[] out) {
        out[MODE] = console ? CHARACTERS | 0620 : PIPE | 0600;
        out[NLINK] = 1;
        out[INO] = fd;
        out[BLOCK] = BLOCK_BYTES;
    }

    /// Writes them as `Stat_t`: mode, uid and gid have 32 bits.
    static void store(long[] f, long to) {
        for (int i = 0; i < MODE; i++) {
            Mem.st64(to + 8L * i, f[i]);
        }
        for (int i = MODE; i < RDEV; i++) {
            Mem.st32(to + 24 + 4L * (i - MODE), (int) f[i]);
        }
        for (int i = RDEV; i < COUNT; i++) {
            Mem.st64(to + 40 + 8L * (i - RDEV), f[i]);
        }
    }
}
