package org.gorrery.compiler.codegen;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;

/// Copies and clears of a few words, written out: a call would cost more than the work.
final class BulkEmitter {
    private static final long MOST_BYTES = 64;

    private final CodeBuilder c;
    private final ProgramPlan program;
    private final ValueEmitter values;
    private final JvmSlots slots;
    private final List<Integer> longs = new ArrayList<>();
    private int used;
    private int narrow = -1;

    BulkEmitter(CodeBuilder c, ProgramPlan program, ValueEmitter values, JvmSlots slots) {
        this.c = c;
        this.program = program;
        this.values = values;
        this.slots = slots;
    }

    private static boolean isSmall(Value bytes) {
        return bytes instanceof Value.LongConst n && n.value() > 0 && n.value() <= MOST_BYTES;
    }

    /// Zeroes, if it is a few words.
    boolean clear(Statement.Clear s) {
        if (!isSmall(s.bytes())) {
            return false;
        }
        used = 0;
        long n = ((Value.LongConst) s.bytes()).value();
        var at = base(s.at());
        for (long i = 0; i < n; i += bytes(kind(n - i))) {
            var kind = kind(n - i);
            at.push(i);
            if (kind == MemKind.I64) {
                c.lconst_0();
            } else {
                c.iconst_0();
            }
            program.names().store(c, kind, program.wide());
        }
        return true;
    }

    /// Copies, if it is a few words; all are read before one is written, since the places may overlap.
    boolean copy(Statement.Copy s) {
        boolean whole = s.bytes() instanceof Value.LongConst n && tail(n.value()) <= 1;
        if (!isSmall(s.bytes()) || !whole) {
            return false;
        }
        used = 0;
        long n = ((Value.LongConst) s.bytes()).value();
        var from = base(s.from());
        var to = base(s.to());
        int first = used;
        for (long i = 0; i < n; i += bytes(kind(n - i))) {
            var kind = kind(n - i);
            from.push(i);
            program.names().load(c, kind, program.wide());
            if (kind == MemKind.I64) {
                c.lstore(longTemp());
            } else {
                c.istore(narrowTemp());
            }
        }
        used = first;
        for (long i = 0; i < n; i += bytes(kind(n - i))) {
            var kind = kind(n - i);
            to.push(i);
            if (kind == MemKind.I64) {
                c.lload(longTemp());
            } else {
                c.iload(narrowTemp());
            }
            program.names().store(c, kind, program.wide());
        }
        return true;
    }

    /// Pieces behind the full words.
    private static int tail(long n) {
        return Long.bitCount(n & 7);
    }

    private static MemKind kind(long left) {
        return left >= 8
                ? MemKind.I64
                : left >= 4 ? MemKind.I32 : left >= 2 ? MemKind.U16 : MemKind.U8;
    }

    private static int bytes(MemKind kind) {
        return switch (kind) {
            case I64, F64, PTR, ADDR -> 8;
            case I32, F32 -> 4;
            case I16, U16 -> 2;
            case I8, U8 -> 1;
        };
    }

    /// Pushes an address some bytes further on.
    private interface Base {
        void push(long offset);
    }

    private Base base(Value address) {
        boolean simple =
                address instanceof Value.FrameAddress
                        || address instanceof Value.Address
                        || address instanceof Value.Read;
        if (simple) {
            return offset -> values.address(address, offset);
        }
        int temp = longTemp();
        values.push(address);
        c.lstore(temp);
        return offset -> {
            c.loadLocal(TypeKind.LONG, temp);
            if (offset != 0) {
                c.loadConstant(offset).ladd();
            }
        };
    }

    private int longTemp() {
        if (used == longs.size()) {
            longs.add(slots.temp(Word.J));
        }
        return longs.get(used++);
    }

    private int narrowTemp() {
        if (narrow < 0) {
            narrow = slots.temp(Word.I);
        }
        return narrow;
    }
}
