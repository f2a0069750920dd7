package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// Equality of two structs in memory: field by field in order, where neighbours that are equal if their bytes are count as one.
final class MemoryEquality {
    /// Structs with more pieces are compared by the runtime.
    private static final int MOST_PIECES = 12;

    /// Bytes up to this are compared word by word.
    private static final long INLINE_BYTES = 32;

    private final Fn fn;
    private final Emitter e;

    MemoryEquality(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    /// One field to compare by its type, or (with a null type) a run of bytes.
    private record Piece(@org.jspecify.annotations.Nullable Type type, long offset, long bytes) {}

    /// Whether a struct is compared here.
    boolean takes(StructType s) {
        return pieces(s).size() <= MOST_PIECES;
    }

    /// An I: whether the structs at two addresses are equal.
    Value equal(StructType s, Value x, Value y) {
        var a = e.stable(x);
        var b = e.stable(y);
        var result = e.temp(Word.I);
        var no = e.newBlock();
        var done = e.newBlock();
        for (var piece : pieces(s)) {
            if (piece.type() == null) {
                bytes(piece, a, b, no);
            } else {
                var same =
                        fn.expressions
                                .comparisons()
                                .equal(
                                        piece.type(),
                                        e.loadValue(piece.type(), a, piece.offset()),
                                        e.loadValue(piece.type(), b, piece.offset()));
                unless(same, no);
            }
        }
        e.set(result, Emitter.intConst(1));
        e.jump(done);
        e.start(no);
        e.set(result, Emitter.intConst(0));
        e.jump(done);
        e.start(done);
        return new Value.Read(result);
    }

    private List<Piece> pieces(StructType s) {
        var out = new ArrayList<Piece>();
        for (int i = 0; i < s.fields().size(); i++) {
            var field = s.fields().get(i);
            long bytes = fn.types.sizeof(field.type());
            long offset = fn.types.offsetof(s, i);
            if (field.name().equals("_") || bytes == 0) {
                continue;
            }
            if (!fn.layout.isRegularMemory(field.type())) {
                out.add(new Piece(field.type(), offset, bytes));
                continue;
            }
            var last = out.isEmpty() ? null : out.getLast();
            if (last != null && last.type() == null && last.offset() + last.bytes() == offset) {
                out.removeLast();
                out.add(new Piece(null, last.offset(), last.bytes() + bytes));
            } else {
                out.add(new Piece(null, offset, bytes));
            }
        }
        return out;
    }

    private void bytes(Piece piece, Value a, Value b, Block no) {
        if (piece.bytes() > INLINE_BYTES) {
            var same =
                    e.runtime(
                            Entry.EQMEM,
                            Word.I,
                            Emitter.plus(a, piece.offset()),
                            Emitter.plus(b, piece.offset()),
                            Emitter.longConst(piece.bytes()));
            unless(same, no);
            return;
        }
        long at = piece.offset();
        long end = at + piece.bytes();
        while (at < end) {
            long left = end - at;
            var kind =
                    left >= 8
                            ? MemKind.I64
                            : left >= 4 ? MemKind.I32 : left >= 2 ? MemKind.U16 : MemKind.U8;
            unless(
                    Emitter.bin(
                            BinaryOp.EQ, new Value.Load(kind, a, at), new Value.Load(kind, b, at)),
                    no);
            at += left >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
        }
    }

    private void unless(Value same, Block no) {
        var next = e.newBlock();
        e.branch(same, next, no);
        e.start(next);
    }
}
