package org.gorrery.formats.exectrace;

import java.io.ByteArrayOutputStream;

/// Bytes being written, with the variable-length numbers of the trace format.
final class TraceBytes extends ByteArrayOutputStream {
    /// Appends an unsigned number, 7 bits a byte, low bits first.
    void number(long value) {
        long v = value;
        while ((v & ~0x7fL) != 0) {
            write((int) (v | 0x80) & 0xff);
            v >>>= 7;
        }
        write((int) v);
    }
}
