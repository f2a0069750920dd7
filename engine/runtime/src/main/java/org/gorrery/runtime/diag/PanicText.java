package org.gorrery.runtime.diag;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.PanicRecord;
import org.gorrery.runtime.stack.NativeFrame;
import org.jspecify.annotations.Nullable;

/// The lines `panic: …` of a program that dies of panics, the oldest first.
///
/// A value that is an error or a Stringer is asked for its text, which runs Go code: before the world is stopped. Basic values are printed
/// plainly, with the type's name around them where it is not the basic type itself; all others as type and address.
/// Source: Go runtime, `panic.go` (`printpanics`, `preprintpanics`), `error.go` (`printpanicval`).
public final class PanicText {
    private static final int CALL_SLOTS = 4;
    private static final int RAW = 0xdc00;

    private PanicText() {}

    /// The panics of a goroutine.
    ///
    /// @return the text, with a line break at its end
    public static String of(G g) {
        StringBuilder out = new StringBuilder();
        PanicRecord p = g.panic;
        if (p != null) {
            append(out, g, p, true);
        }
        return out.append(signal(g)).toString();
    }

    /// The line about the last fault among the panics of a goroutine, with its line break; empty where there is none.
    public static String signal(G g) {
        PanicRecord fault = g.panic;
        while (fault != null && fault.signalPc == 0) {
            fault = fault.link;
        }
        return fault == null ? "" : signal(fault.signalAddress, fault.signalPc);
    }

    /// The panics of a goroutine that another error ends: no value is asked for its text, since no Go code runs any more.
    ///
    /// @return the text, with a line break at its end
    public static String unasked(G g) {
        StringBuilder out = new StringBuilder();
        if (g.panic != null) {
            append(out, g, g.panic, false);
        }
        return out.toString();
    }

    /// The line about the signal by which Go learns of a fault.
    public static String signal(long address, long pc) {
        return "[signal SIGSEGV: segmentation violation code=0x1 addr=0x%x pc=0x%x]\n"
                .formatted(address, pc);
    }

    /// What is said of a panic in the method that was to give a panic's text.
    public static String ofInner(G g) {
        PanicRecord p = g.panic;
        if (p == null) {
            return "";
        }
        TypeTable types = g.p.mcache.heap().types();
        return types.name(p.type).equals("string")
                ? ": " + plain(g, types, p.type, p.data)
                : ": type " + types.name(p.type);
    }

    /// A report as bytes: those of a panic's value that are no UTF-8 come out as they were.
    public static byte[] bytes(String report) {
        var out = new ByteArrayOutputStream(report.length());
        int from = 0;
        for (int i = 0; i <= report.length(); i++) {
            boolean end = i == report.length();
            if (end || isRaw(report, i)) {
                out.writeBytes(report.substring(from, i).getBytes(StandardCharsets.UTF_8));
                if (!end) {
                    out.write(report.charAt(i) - RAW);
                }
                from = i + 1;
            }
        }
        return out.toByteArray();
    }

    private static boolean isRaw(String s, int i) {
        char c = s.charAt(i);
        return c >= RAW + 0x80
                && c <= RAW + 0xff
                && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
    }

    /// @param asking whether values are asked for their text
    private static void append(StringBuilder out, G g, PanicRecord p, boolean asking) {
        PanicRecord link = p.link;
        if (link != null) {
            append(out, g, link, asking);
            if (Repanics.same(g, link, p)) {
                return;
            }
            if (!link.goexit) {
                out.append('\t');
            }
        }
        if (p.goexit) {
            return;
        }
        out.append("panic: ").append(value(g, p, asking).replace("\n", "\n\t"));
        if (p.recovered) {
            out.append(repanicked(g, p) ? " [recovered, repanicked]" : " [recovered]");
        }
        out.append('\n');
    }

    private static boolean repanicked(G g, PanicRecord p) {
        for (PanicRecord x = g.panic; x != null; x = x.link) {
            if (x.link == p) {
                return Repanics.same(g, p, x);
            }
        }
        return false;
    }

    private static String value(G g, PanicRecord p, boolean asking) {
        if (p.type == 0) {
            return "nil";
        }
        TypeTable types = g.p.mcache.heap().types();
        String text = asking ? asked(g, p, types, "Error") : null;
        if (asking && text == null) {
            text = asked(g, p, types, "String");
        }
        return text != null ? text : plain(g, types, p.type, p.data);
    }

    /// The result of the method of that name with the signature `func() string`, or null where the type has none.
    private static @Nullable String asked(G g, PanicRecord p, TypeTable types, String method) {
        long list = types.at(Mem.ld32(p.type + TypeLayout.METHODS));
        if (list == 0) {
            return null;
        }
        int n = Mem.ld32(list);
        for (int i = 0; i < n; i++) {
            long m = list + 8 + (long) i * TypeLayout.METHOD_BYTES;
            int thunk = Mem.ld32(m + TypeLayout.METHOD_IFN);
            if (thunk >= 0
                    && types.string(m).equals(method)
                    && types.name(types.at(Mem.ld32(m + TypeLayout.METHOD_TYPE)))
                            .equals("func() string")) {
                return call(g, p, thunk);
            }
        }
        return null;
    }

    private static String call(G g, PanicRecord p, int thunk) {
        Machine machine = g.p.sched.machine();
        // Above the newest panic: what older ones call lies below it, and is shown.
        PanicRecord newest = g.panic;
        long at = newest == null ? p.callBase : newest.callBase;
        Mem.st64(at, NativeFrame.HIDDEN.pc(CALL_SLOTS));
        long code = at + 8;
        long argument = at + 16;
        long results = at + 24;
        Mem.st64(code, 0);
        machine.memory()
                .storePointer(
                        code,
                        machine.layout().text()
                                + (long) thunk * org.gorrery.abi.AddressLayout.THUNK_BYTES);
        Mem.st64(argument, p.data);
        Mem.st64(results, 0);
        Mem.st64(results + 8, 0);
        g.p.sched.code().callWords(g, at + NativeFrame.bytes(CALL_SLOTS), code, argument, results);
        return string(Mem.ld64(results), Mem.ld64(results + 8));
    }

    private static String string(long at, long count) {
        return count == 0 ? "" : text(Mem.get(at, (int) count));
    }

    // A byte that is no part of UTF-8 becomes half of a surrogate pair.
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            var out = new StringBuilder();
            var left = ByteBuffer.wrap(bytes);
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var chars = CharBuffer.allocate(bytes.length);
            while (left.hasRemaining()) {
                decoder.reset().decode(left, chars, true);
                out.append(chars.flip());
                chars.clear();
                if (left.hasRemaining()) {
                    out.append((char) (RAW + (left.get() & 0xff)));
                }
            }
            return out.toString();
        }
    }

    private static String plain(G g, TypeTable types, long type, long data) {
        String basic = basic(g, type, data);
        String name = types.name(type);
        if (basic == null) {
            return "(" + name + ") 0x" + Long.toHexString(data);
        }
        if ((TypeTable.flags(type) & TypeLayout.FLAG_NAMED) == 0 || name.indexOf('.') < 0) {
            return basic;
        }
        return TypeTable.kind(type) == TypeTable.STRING_KIND
                ? name + "(\"" + basic + "\")"
                : name + (basic.startsWith("(") ? basic : "(" + basic + ")");
    }

    private static @Nullable String basic(G g, long type, long data) {
        GoMemory memory = g.p.sched.machine().memory();
        StringBuilder out = new StringBuilder();
        switch (TypeTable.kind(type)) {
            case TypeTable.BOOL -> out.append(Mem.ld8(data) != 0);
            case TypeTable.INT -> out.append(memory.loadInt(data));
            case TypeTable.INT8 -> out.append(Mem.ld8(data));
            case TypeTable.INT16 -> out.append(Mem.ld16(data));
            case TypeTable.INT32 -> out.append(Mem.ld32(data));
            case TypeTable.INT64 -> out.append(Mem.ld64(data));
            case TypeTable.UINT8 -> out.append(Mem.ld8(data) & 0xff);
            case TypeTable.UINT16 -> out.append(Mem.ld16(data) & 0xffff);
            case TypeTable.UINT32 -> out.append(Mem.ld32(data) & 0xffff_ffffL);
            case TypeTable.UINT64 -> out.append(Long.toUnsignedString(Mem.ld64(data)));
            case TypeTable.UINT, TypeTable.UINTPTR ->
                    out.append(
                            memory.wordBytes == 8
                                    ? Long.toUnsignedString(Mem.ld64(data))
                                    : Integer.toUnsignedString(Mem.ld32(data)));
            case TypeTable.FLOAT32 -> GoFloats.append(out, Mem.ldF32(data));
            case TypeTable.FLOAT64 -> GoFloats.append(out, Mem.ldF64(data));
            case TypeTable.COMPLEX64 -> complex(out, Mem.ldF32(data), Mem.ldF32(data + 4));
            case TypeTable.COMPLEX128 -> complex(out, Mem.ldF64(data), Mem.ldF64(data + 8));
            case TypeTable.STRING_KIND ->
                    out.append(
                            string(
                                    memory.loadPointer(data),
                                    memory.loadInt(data + memory.wordBytes)));
            default -> {
                return null;
            }
        }
        return out.toString();
    }

    private static void complex(StringBuilder out, double re, double im) {
        out.append('(');
        GoFloats.append(out, re);
        if (im >= 0 && !Double.isInfinite(im)) {
            out.append('+');
        }
        GoFloats.append(out, im);
        out.append("i)");
    }

    private static void complex(StringBuilder out, float re, float im) {
        out.append('(');
        GoFloats.append(out, re);
        if (im >= 0 && !Float.isInfinite(im)) {
            out.append('+');
        }
        GoFloats.append(out, im);
        out.append("i)");
    }
}
