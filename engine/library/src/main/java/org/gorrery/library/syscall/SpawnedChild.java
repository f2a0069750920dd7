package org.gorrery.library.syscall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/// A child that was started as the system does it: with any number of files, each of which ends when nobody holds it any more, also those
/// whom the child has started.
final class SpawnedChild implements Child {
    private static final String NOTHING = "/dev/null";

    private final CompletableFuture<ChildEnd> end = new CompletableFuture<>();
    private final List<CountDownLatch> caughtUp = new ArrayList<>();
    private final List<Runnable> carriers = new ArrayList<>();
    private final List<HostPipe> given = new ArrayList<>();
    private final List<HostPipe> kept = new ArrayList<>();
    private final List<ChildStream> streams = new ArrayList<>();
    private int number;

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
            child.streams.forEach(ChildStreams::release);
            throw e;
        } finally {
            child.given.forEach(HostPipe::close);
        }
        child.carriers.forEach(Runnable::run);
        Thread.ofPlatform()
                .daemon()
                .name("end of child " + child.number)
                .start(() -> child.end.complete(ChildEnd.of(child.number)));
        return child;
    }

    private List<Spawning.Given> files(int[] files, OpenFiles open) {
        var same = new HashMap<Integer, Spawning.Given>();
        var out = new ArrayList<Spawning.Given>();
        for (int i = 0; i < files.length; i++) {
            var before = files[i] < 0 ? null : same.get(files[i]);
            var file = before != null ? before : file(i, files, open);
            if (files[i] >= 0) {
                same.put(files[i], file);
            }
            out.add(file);
        }
        return out;
    }

    private Spawning.Given file(int at, int[] files, OpenFiles open) {
        var stream = files[at] < 0 ? null : open.childStream(files[at]);
        if (stream == null) {
            return new Spawning.Given.Opened(NOTHING);
        }
        streams.add(stream);
        if (stream instanceof ChildStream.Device(var path)) {
            return new Spawning.Given.Opened(path.toString());
        }
        return reads(at, stream) ? input(stream, files.length) : output(stream, files.length);
    }

    /// Whether the child reads it: of the console and of files, what is not one of the two outputs.
    private static boolean reads(int at, ChildStream stream) {
        return switch (stream) {
            case ChildStream.Reading _ -> true;
            case ChildStream.Writing _ -> false;
            case ChildStream.Console _ -> at == 0;
            case ChildStream.Content c -> at == 0 || at > 2 && isReadable(c);
            case ChildStream.Device _ -> false;
        };
    }

    private static boolean isReadable(ChildStream.Content c) {
        try {
            return c.channel().read(java.nio.ByteBuffer.allocate(0)) >= -1;
        } catch (java.nio.channels.NonReadableChannelException | java.io.IOException e) {
            return false;
        }
    }

    private Spawning.Given input(ChildStream stream, int count) {
        var ends = HostPipe.make(count);
        given.add(ends.read());
        kept.add(ends.write());
        var release = Child.once(() -> ChildStreams.release(stream));
        var from = ChildStreams.source(stream);
        carriers.add(() -> {
            if (from == null) {
                ends.write().close();
            } else {
                // Who writes to it must learn that nobody reads any more.
                var unused = end.thenRun(release);
                ChildStreams.carry("input of a child", from, ends.write(), release);
            }
        });
        return new Spawning.Given.Number(ends.read().number());
    }

    private Spawning.Given output(ChildStream stream, int count) {
        var ends = HostPipe.make(count);
        given.add(ends.write());
        kept.add(ends.read());
        var to = java.util.Objects.requireNonNull(ChildStreams.sink(stream));
        var latch = new CountDownLatch(1);
        if (!(stream instanceof ChildStream.Writing)) {
            caughtUp.add(latch);
        }
        carriers.add(() ->
                ChildStreams.drain(
                        ends.read(), to, end::isDone, latch, () -> ChildStreams.release(stream)));
        return new Spawning.Given.Number(ends.write().number());
    }

    @Override
    public long number() {
        return number;
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
