package org.gorrery.library.syscall;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gorrery.library.GoStrings;
import org.gorrery.library.host.HostSocket;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `syscall`. Results are a value and, in `r1`, the number of an error or 0.
public final class Natives {

    private Natives() {}

    private static OpenFiles files(G g, int index) {
        return (OpenFiles) g.p.objects.get(index);
    }

    /// The table of open files.
    public static int newFiles(G g, long sp) {
        var program = GoProgram.of(g);
        var files = new OpenFiles(program.options());
        program.atEnd(files::closeAll);
        return g.p.objects.add(files);
    }

    /// Opens a file.
    public static int open(G g, long sp, int files, long path, long length, int flags, int mode) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return (int) Outside.call(g, sp, () -> f.open(name, flags, mode));
    }

    /// Gives a file a second number.
    public static int duplicate(G g, long sp, int files, int fd) {
        OpenFiles f = files(g, files);
        return (int) Outside.call(g, sp, () -> f.duplicate(fd));
    }

    /// Sets where reports of crashes go besides standard error; a negative number for nowhere.
    public static void crashOutput(G g, long sp, int files, int fd) {
        OpenFiles f = files(g, files);
        GoProgram.of(g)
                .setCrashOutput(
                        fd < 0
                                ? report -> {}
                                : report -> {
                                    try {
                                        f.write(fd, report, -1);
                                    } catch (Errno e) {
                                        // a program that dies has nobody to tell
                                    }
                                });
    }

    /// Closes a file.
    public static int closeFile(G g, long sp, int files, int fd) {
        OpenFiles f = files(g, files);
        return Outside.errno(g, sp, () -> f.close(fd));
    }

    /// Reads into memory, at most [OpenFiles#MOST] bytes at once, of a socket [OpenFiles#MOST_OF_SOCKET].
    ///
    /// @param at place in the file, or [OpenFiles#HERE]
    /// @return bytes read, 0 at the end; -1 with the error in `r1`
    public static long read(
            G g, long sp, int files, int fd, long to, long length, long cap, long at) {
        OpenFiles f = files(g, files);
        HostSocket socket = at == OpenFiles.HERE ? f.socket(fd) : null;
        if (socket != null) {
            if (socket.blocks()) {
                Outside.await(g, sp, socket, HostSocket.READABLE);
            }
            return Outside.answer(g, socket.read(to, Math.min(length, OpenFiles.MOST_OF_SOCKET)));
        }
        byte[] buffer = new byte[(int) Math.min(length, OpenFiles.MOST)];
        long n = Outside.call(g, sp, () -> f.read(fd, buffer, at));
        if (n > 0) {
            Mem.put(buffer, 0, to, (int) n);
        }
        return n;
    }

    /// Writes from memory, at most as much at once as [#read] reads.
    ///
    /// @param at place in the file, or [OpenFiles#HERE]
    /// @return bytes written; -1 with the error in `r1`
    public static long write(
            G g, long sp, int files, int fd, long from, long length, long cap, long at) {
        OpenFiles f = files(g, files);
        HostSocket socket = at == OpenFiles.HERE ? f.socket(fd) : null;
        if (socket != null) {
            if (socket.blocks()) {
                Outside.await(g, sp, socket, HostSocket.WRITABLE);
            }
            return Outside.answer(
                    g, socket.write(from, Math.min(length, OpenFiles.MOST_OF_SOCKET)));
        }
        byte[] bytes = Mem.get(from, (int) Math.min(length, OpenFiles.MOST));
        if (f.isConsole(fd)) {
            g.r1 = 0;
            return f.print(fd, bytes);
        }
        return Outside.call(g, sp, () -> f.write(fd, bytes, at));
    }

    /// Moves the place in a file.
    public static long seek(G g, long sp, int files, int fd, long offset, int whence) {
        OpenFiles f = files(g, files);
        return Outside.call(g, sp, () -> f.seek(fd, offset, whence));
    }

    /// Sets the length of a file.
    public static int truncate(G g, long sp, int files, int fd, long size) {
        OpenFiles f = files(g, files);
        return Outside.errno(g, sp, () -> f.truncate(fd, size));
    }

    /// Writes what is in memory.
    public static int flush(G g, long sp, int files, int fd) {
        OpenFiles f = files(g, files);
        return Outside.errno(g, sp, () -> f.flush(fd));
    }

    /// Makes a pipe: reading end, writing end, error.
    public static int pipe(G g, long sp, int files) {
        long ends = files(g, files).pipe();
        g.r1 = ends >>> 32;
        g.r2 = 0;
        return (int) ends;
    }

    /// Describes a file: writes 64-bit numbers in the order of `Stat_t`.
    public static int stat(
            G g, long sp, int files, int fd, long path, long length, int follow, long to) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        long[] out = new long[FileFigures.COUNT];
        int errno = Outside.errno(g, sp, () -> f.stat(fd, name, follow != 0, out));
        if (errno == 0) {
            FileFigures.store(out, to);
        }
        return errno;
    }

    /// Makes a directory.
    public static int mkdir(G g, long sp, int files, long path, long length, int mode) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().mkdir(name, mode));
    }

    /// Makes a named pipe.
    public static int makePipe(G g, long sp, int files, long path, long length, int mode) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().makePipe(name, mode));
    }

    /// Removes a file or an empty directory.
    public static int remove(G g, long sp, int files, long path, long length, int directory) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().remove(name, directory != 0));
    }

    /// Moves a file.
    public static int rename(
            G g, long sp, int files, long from, long fromLength, long to, long toLength) {
        OpenFiles f = files(g, files);
        String a = GoStrings.get(from, fromLength);
        String b = GoStrings.get(to, toLength);
        return Outside.errno(g, sp, () -> f.paths().rename(a, b));
    }

    /// Makes a link.
    public static int link(
            G g, long sp, int files, long from, long fromLength, long to, long toLength, int soft) {
        OpenFiles f = files(g, files);
        String a = GoStrings.get(from, fromLength);
        String b = GoStrings.get(to, toLength);
        return Outside.errno(g, sp, () -> f.paths().link(a, b, soft != 0));
    }

    /// Reads a symbolic link: string, then the error.
    public static long readLink(G g, long sp, int files, long path, long length) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.text(g, sp, () -> f.paths().readLink(name));
    }

    /// Sets the rights of a file.
    public static int chmod(G g, long sp, int files, long path, long length, int mode) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().chmod(name, mode));
    }

    /// Sets owner and group of a file.
    public static int chown(
            G g, long sp, int files, long path, long length, int user, int group, int follow) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().chown(name, user, group, follow != 0));
    }

    /// Sets the times of a file.
    public static int times(
            G g, long sp, int files, long path, long length, long access, long change) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().times(name, access, change));
    }

    /// Lists a directory: a string, then the error.
    public static long list(G g, long sp, int files, long path, long length) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.text(g, sp, () -> f.paths().list(name));
    }

    /// Changes the working directory.
    public static int chdir(G g, long sp, int files, long path, long length) {
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, length);
        return Outside.errno(g, sp, () -> f.paths().chdir(name));
    }

    /// The working directory.
    public static long getwd(G g, long sp, int files) {
        return GoStrings.put(g, sp, files(g, files).paths().workingDirectory());
    }

    /// The path of an open file: a string, then the error.
    public static long pathOf(G g, long sp, int files, int fd) {
        OpenFiles f = files(g, files);
        return Outside.text(g, sp, () -> f.pathOf(fd));
    }

    // ---- child processes and signals

    private static Processes processes(G g, int index) {
        return (Processes) g.p.objects.get(index);
    }

    /// The table of child processes.
    public static int newProcesses(G g, long sp) {
        return g.p.objects.add(new Processes());
    }

    /// Starts a program. Arguments and variables each end with a zero byte.
    ///
    /// @return its number; `r1`: error
    public static long startProcess(
            G g,
            long sp,
            int processes,
            int files,
            long path,
            long pathLength,
            long arguments,
            long argumentsLength,
            long variables,
            long variablesLength,
            long directory,
            long directoryLength,
            long streams,
            long streamsLength,
            long streamsCap,
            int session,
            int group,
            int groupNumber) {
        Processes p = processes(g, processes);
        OpenFiles f = files(g, files);
        String name = GoStrings.get(path, pathLength);
        List<String> args = parts(GoStrings.get(arguments, argumentsLength));
        List<String> env = parts(GoStrings.get(variables, variablesLength));
        String in = GoStrings.get(directory, directoryLength);
        int[] fds = new int[(int) streamsLength];
        for (int i = 0; i < fds.length; i++) {
            fds[i] = Mem.ld32(streams + 4L * i);
        }
        var of = new ChildGroup(session != 0, group != 0, groupNumber);
        var wanted = new Child.Wanted(name, args, env, in, fds, of);
        return Outside.call(g, sp, () -> p.start(wanted, f));
    }

    private static List<String> parts(String text) {
        String[] all = text.split("\0", -1);
        return List.of(all).subList(0, all.length - 1);
    }

    /// Waits for a child: its status and the error. Writes what it has used as 64-bit numbers.
    public static long awaitProcess(G g, long sp, int processes, long pid, long usage) {
        Processes p = processes(g, processes);
        long[] used = new long[Libc.USAGE_WORDS];
        long status = Outside.call(g, sp, () -> p.await(pid, used));
        for (int i = 0; i < used.length; i++) {
            Mem.st64(usage + 8L * i, used[i]);
        }
        return status;
    }

    /// Whether a child was not waited for yet.
    public static int hasProcess(G g, long sp, int processes, long pid) {
        return processes(g, processes).has(pid) ? 1 : 0;
    }

    /// Opens a file that stands for a process: its number, `r1`: error.
    public static int processHandle(G g, long sp, int processes, int files, long pid) {
        Processes p = processes(g, processes);
        OpenFiles f = files(g, files);
        return (int) Outside.call(g, sp, () -> f.addProcess(p.handle(pid)));
    }

    /// Sends a signal to another process.
    public static int sendSignal(G g, long sp, int processes, long pid, int signal) {
        Processes p = processes(g, processes);
        return Outside.errno(g, sp, () -> p.kill(pid, signal));
    }

    private static Signals signals(G g, int index) {
        return (Signals) g.p.objects.get(index);
    }

    /// The signals of the run.
    public static int newSignals(G g, long sp) {
        GoProgram program = GoProgram.of(g);
        return g.p.objects.add(new Signals(() -> program.outcome() != null));
    }

    /// Waits for a signal.
    public static int nextSignal(G g, long sp, int signals) {
        Signals s = signals(g, signals);
        return (int)
                Outside.call(
                        g,
                        sp,
                        () -> {
                            try {
                                return s.next();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new Errno(Errno.EINTR);
                            }
                        });
    }

    /// Says what to do with a signal: 0 what the system does, 1 hand it over, 2 ignore it.
    public static void setSignal(G g, long sp, int signals, int signal, int what) {
        Signals s = signals(g, signals);
        switch (what) {
            case 0 -> s.reset(signal);
            case 1 -> s.want(signal);
            default -> s.ignore(signal);
        }
    }

    /// Whether a signal is ignored.
    public static int signalIgnored(G g, long sp, int signals, int signal) {
        return signals(g, signals).isIgnored(signal) ? 1 : 0;
    }

    /// A signal of the program to itself: whether it ends the program.
    public static int raiseSignal(G g, long sp, int signals, int signal) {
        return signals(g, signals).raise(signal) ? 1 : 0;
    }

    // ---- the process

    /// An argument: string, whether it is there.
    public static long argument(G g, long sp, int i) {
        var args = GoProgram.of(g).options().args();
        return item(g, sp, i < args.size() ? args.get(i) : null);
    }

    /// A variable: string, whether it is there.
    public static long variable(G g, long sp, int i) {
        Map<String, String> env = GoProgram.of(g).options().env();
        String found =
                env.entrySet().stream()
                        .skip(i)
                        .findFirst()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .orElse(null);
        return item(g, sp, found);
    }

    private static long item(G g, long sp, @org.jspecify.annotations.Nullable String s) {
        if (s == null) {
            g.r1 = 0;
            g.r2 = 0;
            return 0;
        }
        long at = GoStrings.put(g, sp, s.getBytes(StandardCharsets.UTF_8));
        g.r2 = 1;
        return at;
    }

    /// Ends the program.
    public static void exit(G g, long sp, int code) {
        GoProgram.of(g).exit(g, code & 0xff);
    }

    /// Number of the process.
    public static int processID(G g, long sp, int parent) {
        ProcessHandle own = ProcessHandle.current();
        long pid = parent != 0 ? own.parent().map(ProcessHandle::pid).orElse(1L) : own.pid();
        return (int) pid;
    }

    /// Number of the user (0), the one whose rights count (1), the group (2), the group whose rights count (3); -1 where the system has none.
    public static int userID(G g, long sp, int which) {
        return HostUser.number(which);
    }

    /// Writes the groups of the user; gives how many there are, or minus the number of an error.
    public static int groupIDs(G g, long sp, long to, long length, long cap) {
        int[] all;
        try {
            all = HostUser.groups();
        } catch (Errno e) {
            return -e.number();
        }
        for (int i = 0; i < Math.min(all.length, length); i++) {
            Mem.st32(to + 4L * i, all[i]);
        }
        return all.length;
    }

    /// Bytes of a page.
    public static int pageSize(G g, long sp) {
        return g.p.sched.machine().target().pageBytes();
    }

    /// Maps zeroed memory; nil where there is no room.
    public static long mapMemory(G g, long sp, long bytes) {
        return g.p.sched.machine().heap().mapped().map(bytes);
    }

    /// Closes pages of what [#mapMemory] gave: 1 to reads, 2 to writes.
    public static void closeMemory(G g, long sp, long at, long bytes, int how) {
        g.p.sched.machine().heap().mapped().close(at, bytes, how);
    }

    /// As [#closeMemory].
    public static void noteClosed(G g, long sp, long at, long bytes, int how) {
        g.p.sched.machine().heap().mapped().close(at, bytes, how);
    }

    /// Unmaps what [#mapMemory] gave, or a part of it.
    public static int unmapMemory(G g, long sp, long at, long bytes) {
        return g.p.sched.machine().heap().mapped().unmap(at, bytes) ? 1 : 0;
    }
}
