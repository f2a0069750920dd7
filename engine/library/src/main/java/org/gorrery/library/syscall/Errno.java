package org.gorrery.library.syscall;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

/// A call of the system has failed, with an error number as on Linux.
final class Errno extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int ESRCH = 3;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EBADF = 9;
    static final int ECHILD = 10;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int EXDEV = 18;
    static final int ENOTDIR = 20;
    static final int EISDIR = 21;
    static final int EINVAL = 22;
    static final int ENOSPC = 28;
    static final int ESPIPE = 29;
    static final int EROFS = 30;
    static final int EPIPE = 32;
    static final int ENAMETOOLONG = 36;
    static final int ENOTEMPTY = 39;
    static final int ELOOP = 40;
    static final int ENOTSOCK = 88;
    static final int ENOTSUP = 95;

    private final int number;

    Errno(int number) {
        super("errno " + number, null, false, false);
        this.number = number;
    }

    int number() {
        return number;
    }

    /// The error that a failure of the JDK stands for.
    static Errno of(IOException e) {
        return new Errno(
                switch (e) {
                    case NoSuchFileException _ -> ENOENT;
                    case FileAlreadyExistsException _ -> EEXIST;
                    case AccessDeniedException _ -> EACCES;
                    case DirectoryNotEmptyException _ -> ENOTEMPTY;
                    case NotDirectoryException _ -> ENOTDIR;
                    case NotLinkException _ -> EINVAL;
                    case FileSystemLoopException _ -> ELOOP;
                    case FileSystemException f -> byText(f.getReason());
                    default -> byText(e.getMessage());
                });
    }

    /// A name that no file can have.
    static Errno of(InvalidPathException e) {
        return new Errno(EINVAL);
    }

    /// The JDK passes on the words of the system for what it has no class for.
    private static int byText(@org.jspecify.annotations.Nullable String text) {
        return switch (text == null ? "" : text) {
            case "Not a directory" -> ENOTDIR;
            case "Is a directory" -> EISDIR;
            case "Too many levels of symbolic links" -> ELOOP;
            case "File name too long" -> ENAMETOOLONG;
            case "Operation not permitted" -> EPERM;
            case "Read-only file system" -> EROFS;
            case "Invalid argument" -> EINVAL;
            case "No space left on device" -> ENOSPC;
            case "Invalid cross-device link" -> EXDEV;
            case "Broken pipe", "Write end dead", "Read end dead", "Pipe broken", "Pipe closed" ->
                    EPIPE;
            default -> EIO;
        };
    }
}
