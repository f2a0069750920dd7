package org.gorrery.library.syscall;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What goes between files of the run, which are no files of the system, and a child: threads carry it, one for each stream.
final class ChildStreams {
    private static final int BUFFER_BYTES = 1 << 16;

    /// How often it is looked whether a child whose output someone else may still write has ended.
    private static final int LOOK_MILLIS = 20;

    private ChildStreams() {}

    /// The child, or who was to carry for it, needs the stream no more.
    static void release(@Nullable ChildStream s) {
        switch (s) {
            case ChildStream.Reading r -> r.release().run();
            case ChildStream.Writing w -> w.release().run();
            case ChildStream.Console _, ChildStream.Content _, ChildStream.Device _ -> {}
            case null -> {}
        }
    }

    /// Where output for the stream goes; null where it has no place.
    static @Nullable WritableByteChannel sink(@Nullable ChildStream stream) {
        return switch (stream) {
            case ChildStream.Writing w -> w.to();
            case ChildStream.Content c -> c.channel();
            case ChildStream.Console c -> new ConsoleChannel(c);
            case ChildStream.Device _, ChildStream.Reading _ -> null;
            case null -> null;
        };
    }

    /// Where input from the stream comes from; null where it has none.
    static @Nullable ReadableByteChannel source(@Nullable ChildStream stream) {
        return switch (stream) {
            case ChildStream.Reading r -> r.from();
            case ChildStream.Content c -> c.channel();
            case ChildStream.Console _, ChildStream.Device _, ChildStream.Writing _ -> null;
            case null -> null;
        };
    }

    private record ConsoleChannel(ChildStream.Console to) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer b) {
            int n = b.remaining();
            if (to.error()) {
                to.console().err(b.array(), b.position(), n);
            } else {
                to.console().out(b.array(), b.position(), n);
            }
            b.position(b.limit());
            return n;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /// Copies until one side ends.
    ///
    /// @param own the side that is the child's, closed then; the other is the run's
    /// @param before asked before each read: whether there may be more
    /// @param end done last
    static Thread carry(
            String what,
            ReadableByteChannel from,
            WritableByteChannel to,
            Closeable own,
            BooleanSupplier before,
            Runnable end) {
        return Thread.ofPlatform()
                .daemon()
                .name(what)
                .start(() -> {
                    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
                    try (own) {
                        while (before.getAsBoolean() && from.read(buffer.clear()) >= 0) {
                            buffer.flip();
                            while (buffer.hasRemaining()) {
                                to.write(buffer);
                            }
                        }
                    } catch (IOException e) {
                        // One of the two has gone: as on a broken pipe there is nothing more to
                        // carry.
                        System.getLogger(ChildStreams.class.getName())
                                .log(System.Logger.Level.TRACE, what, e);
                    } finally {
                        end.run();
                    }
                });
    }

    /// Waits until there is output to read, or nobody who could write any.
    ///
    /// @param ended whether the child has
    /// @param caughtUp is told when all that the child itself has written has arrived: others, which it has started, may go on
    /// @return true
    static boolean awaitOutput(HostPipe from, BooleanSupplier ended, CountDownLatch caughtUp) {
        while (true) {
            boolean over = ended.getAsBoolean();
            if (from.ready(caughtUp.getCount() == 0 ? -1 : over ? 0 : LOOK_MILLIS)) {
                return true;
            }
            if (over) {
                caughtUp.countDown();
            }
        }
    }
}
