package org.gorrery.library.syscall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// A child that was started as the system does it: with any number of files, which are those of the run themselves. Only what goes to and
/// from the run's console is carried, through pipes that end when nobody holds them any more, also those whom the child has started.
final class SpawnedChild implements Child {
    private final CompletableFuture<ChildEnd> end = new CompletableFuture<>();
    private final List<CountDownLatch> caughtUp = new ArrayList<>();
    private final List<Runnable> carriers = new ArrayList<>();
    private final List<HostPipe> given = new ArrayList<>();
    private final List<HostPipe> kept = new ArrayList<>();
    private final Map<Carried, Spawning.Given> carried = new HashMap<>();
    private int number;
    private @Nullable HostPipe handle;

    /// A part of the console that a child has, by its number in the run; one pipe goes one way only.
    private record Carried(int file, boolean input) {}

    private SpawnedChild() {}

    static Child start(Wanted wanted, OpenFiles open) {
        var child = new SpawnedChild();
        try {
            child.number =
                    Spawning.start(
                            new Spawning.Wanted(
                                    wanted.path(),
                                    wanted.args(),
                                    wanted.env(),
                                    open.paths().of(wanted.directory()).toString(),
                                    child.files(wanted.files(), open),
                                    wanted.group()));
        } catch (Errno e) {
            child.kept.forEach(HostPipe::close);
            throw e;
        } finally {
            child.given.forEach(HostPipe::close);
        }
        child.handle = HostPipe.ofProcess(child.number);
        child.carriers.forEach(Runnable::run);
        Thread.ofPlatform()
                .daemon()
                .name("end of child " + child.number)
                .start(() -> child.end.complete(ChildEnd.of(child.number)));
        return child;
    }

    private List<Spawning.Given> files(int[] files, OpenFiles open) {
        var out = new ArrayList<Spawning.Given>();
        for (int i = 0; i < files.length; i++) {
            out.add(files[i] < 0 ? new Spawning.Given.Closed() : file(i, files, open));
        }
        return out;
    }

    private Spawning.Given file(int at, int[] files, OpenFiles open) {
        int fd = files[at];
        int shared = open.hostNumber(fd);
        if (shared >= 0) {
            var copy = HostPipe.copy(shared, files.length);
            given.add(copy);
            return new Spawning.Given.Number(copy.number());
        }
        var stream = open.childStream(fd);
        return switch (stream) {
            case ChildStream.Device(var path) -> new Spawning.Given.Opened(path.toString(), false);
            case ChildStream.Reading from when at != 1 && at != 2 ->
                    carried.computeIfAbsent(new Carried(fd, true), _ -> input(from, files.length));
            case ChildStream.Console to when at != 0 ->
                    carried.computeIfAbsent(new Carried(fd, false), _ -> output(to, files.length));
            // the other way round than the console goes: nothing comes, and what is written is lost
            case ChildStream.Reading _, ChildStream.Console _ ->
                    new Spawning.Given.Opened("/dev/null", at != 0);
            case ChildStream.Writing _, ChildStream.Content _ ->
                    throw new IllegalStateException("a file of the host without a number");
        };
    }

    private Spawning.Given input(ChildStream.Reading stream, int count) {
        var ends = HostPipe.make(count);
        given.add(ends.read());
        kept.add(ends.write());
        carriers.add(() ->
                ChildStreams.carry(
                        "input of a child",
                        stream.from(),
                        ends.write(),
                        ends.write(),
                        () -> true,
                        stream.release()));
        return new Spawning.Given.Number(ends.read().number());
    }

    private Spawning.Given output(ChildStream.Console stream, int count) {
        var ends = HostPipe.make(count);
        given.add(ends.write());
        kept.add(ends.read());
        var to = java.util.Objects.requireNonNull(ChildStreams.sink(stream));
        var latch = new CountDownLatch(1);
        caughtUp.add(latch);
        carriers.add(() ->
                ChildStreams.carry(
                        "output of a child",
                        ends.read(),
                        to,
                        ends.read(),
                        () -> ChildStreams.awaitOutput(ends.read(), end::isDone, latch),
                        latch::countDown));
        return new Spawning.Given.Number(ends.write().number());
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public @Nullable HostPipe handle() {
        return handle;
    }

    @Override
    public boolean ended() {
        return end.isDone();
    }

    @Override
    public long await(long[] usage) throws InterruptedException {
        try {
            var ended = end.get();
            for (var latch : caughtUp) {
                latch.await();
            }
            System.arraycopy(ended.usage(), 0, usage, 0, usage.length);
            return ended.status();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
