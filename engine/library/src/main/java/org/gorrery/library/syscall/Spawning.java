package org.gorrery.library.syscall;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.gorrery.library.host.HostCall;

/// Starts programs as the host system does it: `posix_spawn` (POSIX; `addchdir_np` and `addclosefrom_np` are of the GNU C library).
final class Spawning {
    /// More than the opaque structures take on any machine.
    private static final long ROOM = 1024;

    private static final short SET_GROUP = 2;
    private static final short SET_SIGNAL_MASK = 8;
    private static final short SET_SESSION = 0x80;
    private static final int O_RDONLY = 0;
    private static final int O_WRONLY = 1;
    private static final HostCall SPAWN = HostCall.of("posix_spawn");
    private static final HostCall ACTIONS = HostCall.of("posix_spawn_file_actions_init");
    private static final HostCall NO_ACTIONS = HostCall.of("posix_spawn_file_actions_destroy");
    private static final HostCall ADD_DUP = HostCall.of("posix_spawn_file_actions_adddup2");
    private static final HostCall ADD_CLOSE = HostCall.of("posix_spawn_file_actions_addclose");
    private static final HostCall ADD_OPEN = HostCall.of("posix_spawn_file_actions_addopen");
    private static final HostCall ADD_FOLDER = HostCall.of("posix_spawn_file_actions_addchdir_np");
    private static final HostCall ADD_CLOSE_FROM =
            HostCall.of("posix_spawn_file_actions_addclosefrom_np");
    private static final HostCall ATTRIBUTES = HostCall.of("posix_spawnattr_init");
    private static final HostCall NO_ATTRIBUTES = HostCall.of("posix_spawnattr_destroy");
    private static final HostCall SET_FLAGS = HostCall.of("posix_spawnattr_setflags");
    private static final HostCall SET_PGROUP = HostCall.of("posix_spawnattr_setpgroup");
    private static final HostCall SET_MASK = HostCall.of("posix_spawnattr_setsigmask");

    private Spawning() {}

    /// Whether the host can.
    static boolean isPossible() {
        return ADD_FOLDER.isThere() && ADD_CLOSE_FROM.isThere();
    }

    /// A file of a child: a number of this process, or what the child opens itself.
    sealed interface Given {
        /// An open file of this process.
        record Number(int number) implements Given {}

        /// A file of the system.
        record Opened(String path, boolean toWrite) implements Given {}

        /// No file.
        record Closed() implements Given {}
    }

    /// What is to be started.
    ///
    /// @param path relative to the directory
    /// @param files its files from 0 on
    record Wanted(
            String path,
            List<String> args,
            List<String> env,
            String directory,
            List<Given> files,
            ChildGroup group) {}

    /// Starts a child.
    ///
    /// @return its number
    /// @throws Errno where that fails
    static int start(Wanted wanted) {
        try (var arena = Arena.ofConfined()) {
            var actions = arena.allocate(ROOM, Long.BYTES);
            var attributes = arena.allocate(ROOM, Long.BYTES);
            check(ACTIONS.call(actions.address(), 0, 0));
            check(ATTRIBUTES.call(attributes.address(), 0, 0));
            try {
                files(arena, actions, wanted);
                group(arena, attributes, wanted.group());
                var pid = arena.allocate(ValueLayout.JAVA_INT);
                check(
                        SPAWN.call(
                                pid.address(),
                                arena.allocateFrom(wanted.path()).address(),
                                actions.address(),
                                attributes.address(),
                                strings(arena, wanted.args()).address(),
                                strings(arena, wanted.env()).address()));
                return pid.get(ValueLayout.JAVA_INT, 0);
            } finally {
                NO_ACTIONS.call(actions.address(), 0, 0);
                NO_ATTRIBUTES.call(attributes.address(), 0, 0);
            }
        }
    }

    private static void files(SegmentAllocator arena, MemorySegment actions, Wanted wanted) {
        long to = actions.address();
        for (int i = 0; i < wanted.files().size(); i++) {
            switch (wanted.files().get(i)) {
                case Given.Number(int number) -> check(ADD_DUP.call(to, number, i));
                case Given.Opened(String path, boolean toWrite) -> {
                    int how = toWrite ? O_WRONLY : O_RDONLY;
                    check(ADD_OPEN.call(to, i, arena.allocateFrom(path).address(), how, 0, 0));
                }
                case Given.Closed _ -> check(ADD_CLOSE.call(to, i, 0));
            }
        }
        check(ADD_CLOSE_FROM.call(to, wanted.files().size(), 0));
        check(ADD_FOLDER.call(to, arena.allocateFrom(wanted.directory()).address(), 0));
    }

    /// No signal is held back from a child, whatever the thread that starts it does.
    private static void group(SegmentAllocator arena, MemorySegment attributes, ChildGroup group) {
        long to = attributes.address();
        int flags = SET_SIGNAL_MASK;
        check(SET_MASK.call(to, arena.allocate(ROOM, Long.BYTES).address(), 0));
        if (group.session()) {
            flags |= SET_SESSION;
        }
        if (group.own()) {
            flags |= SET_GROUP;
            check(SET_PGROUP.call(to, group.number(), 0));
        }
        check(SET_FLAGS.call(to, flags, 0));
    }

    private static MemorySegment strings(SegmentAllocator arena, List<String> list) {
        var out = arena.allocate(ValueLayout.ADDRESS, list.size() + 1L);
        for (int i = 0; i < list.size(); i++) {
            out.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(list.get(i)));
        }
        return out;
    }

    /// These functions return the number of the error.
    private static void check(int result) {
        if (result != 0) {
            throw new Errno(Math.abs(result));
        }
    }
}
