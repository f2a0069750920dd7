package org.gorrery.library.syscall;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// The flags with which Go programs open files, as Linux numbers them.
final class OpenFlags {
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = 0x40;
    static final int O_EXCL = 0x80;
    static final int O_TRUNC = 0x200;
    static final int O_APPEND = 0x400;
    static final int O_SYNC = 0x1000;

    private OpenFlags() {}

    /// The same for channels of the JDK, which know no flag for what is appended and read.
    static Set<OpenOption> options(int flags) {
        Set<OpenOption> set = new HashSet<>();
        boolean writes = (flags & (O_WRONLY | O_RDWR)) != 0;
        if ((flags & O_WRONLY) == 0) {
            set.add(StandardOpenOption.READ);
        }
        if (writes || (flags & (O_CREAT | O_TRUNC)) != 0) {
            set.add(StandardOpenOption.WRITE);
        }
        if ((flags & O_CREAT) != 0) {
            set.add(
                    (flags & O_EXCL) != 0
                            ? StandardOpenOption.CREATE_NEW
                            : StandardOpenOption.CREATE);
        }
        if ((flags & O_TRUNC) != 0) {
            set.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        if ((flags & O_SYNC) != 0) {
            set.add(StandardOpenOption.SYNC);
        }
        return set;
    }
}
