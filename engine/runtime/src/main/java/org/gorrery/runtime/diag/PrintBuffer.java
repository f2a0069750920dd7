package org.gorrery.runtime.diag;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.gorrery.runtime.memory.Mem;

/// What the print builtins have written of one call. Each P has one: nothing between begin and end of a call can change the P.
public final class PrintBuffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder scratch = new StringBuilder();

    /// Appends text.
    public void text(String s) {
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        bytes.write(b, 0, b.length);
    }

    /// Appends bytes from Go memory.
    public void bytes(long at, long count) {
        byte[] b = Mem.get(at, (int) count);
        bytes.write(b, 0, b.length);
    }

    /// Appends a float64.
    public void number(double v) {
        scratch.setLength(0);
        GoFloats.append(scratch, v);
        text(scratch.toString());
    }

    /// Appends a float32.
    public void number(float v) {
        scratch.setLength(0);
        GoFloats.append(scratch, v);
        text(scratch.toString());
    }

    /// Appends a complex number.
    public void complex(double re, double im) {
        text("(");
        number(re);
        if (!(im < 0 || im == 0 && 1 / im < 0 || Double.isInfinite(im))) {
            text("+");
        }
        number(im);
        text("i)");
    }

    /// Appends a complex64.
    public void complex(float re, float im) {
        text("(");
        number(re);
        if (!(im < 0 || im == 0 && 1 / im < 0 || Float.isInfinite(im))) {
            text("+");
        }
        number(im);
        text("i)");
    }

    /// Appends an address.
    public void hex(long v) {
        text("0x" + Long.toHexString(v));
    }

    /// Writes what was gathered and begins anew.
    public void flush(Console console) {
        byte[] b = bytes.toByteArray();
        bytes.reset();
        console.err(b, 0, b.length);
    }
}
