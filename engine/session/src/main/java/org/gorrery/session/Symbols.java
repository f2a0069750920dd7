package org.gorrery.session;

import java.nio.charset.StandardCharsets;
import org.gorrery.abi.ProgramImage;
import org.gorrery.abi.TypeLayout;
import org.gorrery.event.GoroutineSnapshot;

/// Names of a program's functions and types by their numbers; read from the image, so that they outlive the run.
final class Symbols {
    private final ProgramImage image;

    Symbols(ProgramImage image) {
        this.image = image;
    }

    /// What stands at a call site.
    GoroutineSnapshot.Frame frame(int site) {
        var pcs = image.pcs();
        if (site < 0 || site >= pcs.siteFunction().length) {
            return GoroutineSnapshot.Frame.NONE;
        }
        var function = pcs.functions().get(pcs.siteFunction()[site]);
        return new GoroutineSnapshot.Frame(
                function.name(), function.file(), pcs.siteLine()[site], image.layout().pcOf(site));
    }

    /// The name of a function by its index in the pc table.
    String functionName(int index) {
        var functions = image.pcs().functions();
        return index >= 0 && index < functions.size() ? functions.get(index).name() : "";
    }

    /// The Go name of the type whose descriptor is at an offset in rodata, or empty.
    String typeName(int offset) {
        byte[] rodata = image.rodata();
        if (offset <= 0 || offset + TypeLayout.BYTES > rodata.length) {
            return "";
        }
        int at = int32(rodata, offset + TypeLayout.STRING);
        int length = int32(rodata, offset + TypeLayout.STRING + 4);
        if (at < 0 || length < 0 || at + length > rodata.length) {
            return "";
        }
        return new String(rodata, at, length, StandardCharsets.UTF_8);
    }

    private static int int32(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
    }
}
