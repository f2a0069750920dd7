package org.gorrery.library.syscall;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gorrery.library.host.HostCall;

/// The host's files by name, from a working directory of the run's own.
final class HostPaths {
    private static final HostCall MAKE_PIPE = HostCall.of("mkfifo");
    private static final int UMASK = 022;
    private volatile Path directory;

    /// Paths seen from a directory.
    HostPaths(Path directory) {
        this.directory = directory;
    }

    /// A path of the host.
    ///
    /// @throws Errno where it cannot be one
    Path of(String name) {
        if (name.isEmpty()) {
            throw new Errno(Errno.ENOENT);
        }
        try {
            return directory.resolve(name);
        } catch (InvalidPathException e) {
            throw Errno.of(e);
        }
    }

    String workingDirectory() {
        return directory.toString();
    }

    long chdir(String name) {
        Path p = of(name);
        if (!Files.exists(p)) {
            throw new Errno(Errno.ENOENT);
        }
        if (!Files.isDirectory(p)) {
            throw new Errno(Errno.ENOTDIR);
        }
        directory = p.normalize();
        return 0;
    }

    private interface Act {
        void run() throws IOException;
    }

    private static long doing(Act act) {
        try {
            act.run();
            return 0;
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    long mkdir(String name, int mode) {
        Path p = of(name);
        return doing(() -> {
            Files.createDirectory(p);
            permissions(p, mode & ~UMASK);
        });
    }

    long makePipe(String name, int mode) {
        Path p = of(name);
        try (var arena = Arena.ofConfined()) {
            int r = MAKE_PIPE.call(arena.allocateFrom(p.toString()).address(), mode & ~UMASK, 0);
            if (r < 0) {
                throw new Errno(-r);
            }
            return 0;
        }
    }

    long remove(String name, boolean wantDirectory) {
        Path p = of(name);
        boolean isDirectory = Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS);
        if (isDirectory && !wantDirectory) {
            throw new Errno(Errno.EISDIR);
        }
        if (!isDirectory && wantDirectory) {
            boolean there = Files.exists(p, LinkOption.NOFOLLOW_LINKS);
            throw new Errno(there ? Errno.ENOTDIR : missing(p));
        }
        return doing(() -> Files.delete(p));
    }

    /// Why a file is not there: something on its way may be no directory.
    private static int missing(Path p) {
        for (Path up = p.getParent(); up != null; up = up.getParent()) {
            if (Files.exists(up)) {
                return Files.isDirectory(up) ? Errno.ENOENT : Errno.ENOTDIR;
            }
        }
        return Errno.ENOENT;
    }

    long rename(String from, String to) {
        Path a = of(from);
        Path b = of(to);
        return doing(() ->
                Files.move(
                        a,
                        b,
                        new CopyOption[] {
                            StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE
                        }));
    }

    long link(String from, String to, boolean symbolic) {
        Path b = of(to);
        if (symbolic) {
            return doing(() -> Files.createSymbolicLink(b, Path.of(from)));
        }
        Path a = of(from);
        return doing(() -> Files.createLink(b, a));
    }

    String readLink(String name) {
        try {
            return Files.readSymbolicLink(of(name)).toString();
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    /// Sets owner and group; -1 leaves one as it is.
    long chown(String name, int user, int group, boolean follow) {
        Path p = of(name);
        LinkOption[] options =
                follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        return doing(() -> {
            Files.readAttributes(p, "*", options); // it must be there
            if (user >= 0) {
                Files.setAttribute(p, "unix:uid", user, options);
            }
            if (group >= 0) {
                Files.setAttribute(p, "unix:gid", group, options);
            }
        });
    }

    long chmod(String name, int mode) {
        Path p = of(name);
        return doing(() -> permissions(p, mode));
    }

    private static void permissions(Path p, int mode) throws IOException {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values(); // owner read first
        for (int i = 0; i < all.length; i++) {
            if ((mode >>> (all.length - 1 - i) & 1) != 0) {
                set.add(all[i]);
            }
        }
        if (p.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(p, set);
        }
    }

    /// Gives a new file its rights, less what the usual mask takes away.
    static void created(Path p, int mode) {
        doing(() -> permissions(p, mode & ~UMASK));
    }

    long times(String name, long access, long change) {
        Path p = of(name);
        return doing(() ->
                Files.getFileAttributeView(p, BasicFileAttributeView.class)
                        .setTimes(
                                FileTime.from(change, TimeUnit.NANOSECONDS),
                                FileTime.from(access, TimeUnit.NANOSECONDS),
                                null));
    }

    /// Names, each ended by a zero character.
    String list(String name) {
        var names = new StringBuilder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(of(name))) {
            for (Path p : entries) {
                names.append(p.getFileName()).append('\0');
            }
        } catch (IOException e) {
            throw Errno.of(e);
        }
        return names.toString();
    }
}
