package org.gorrery.formats.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Bytes that can be read at any position without loading all of them: a file, or an array in memory.
public interface ByteSource {
    /// {@return how many bytes there are}
    long size();

    /// Reads bytes at a position.
    ///
    /// @param position where to start
    /// @param into where they go
    /// @param at first index of `into`
    /// @param length how many are wanted
    /// @return how many were read: fewer than wanted at the end only, 0 beyond it
    /// @throws IOException when the file cannot be read
    int read(long position, byte[] into, int at, int length) throws IOException;

    /// Takes an array.
    ///
    /// @param bytes the bytes; not copied
    /// @return the source
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] into, int at, int length) {
                if (position >= bytes.length) {
                    return 0;
                }
                int n = (int) Math.min(length, bytes.length - position);
                System.arraycopy(bytes, (int) position, into, at, n);
                return n;
            }
        };
    }

    /// Takes an open file.
    ///
    /// @param channel the file; stays open and belongs to the caller
    /// @return the source
    /// @throws IOException when its size cannot be told
    static ByteSource of(FileChannel channel) throws IOException {
        long size = channel.size();
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(long position, byte[] into, int at, int length) throws IOException {
                int done = 0;
                while (done < length) {
                    var buffer = ByteBuffer.wrap(into, at + done, length - done);
                    int n = channel.read(buffer, position + done);
                    if (n <= 0) {
                        break;
                    }
                    done += n;
                }
                return done;
            }
        };
    }
}
