package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.Type;

/// Send and receive. Elements of one word go without memory.
final class Channels {
    private final Fn fn;
    private final Emitter e;

    Channels(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    /// Whether values of the type travel as one long.
    boolean isWord(Type elem) {
        if (!fn.layout.inWords(elem)) {
            return false;
        }
        var slots = fn.layout.slots(elem);
        return slots.size() == 1 && slots.getFirst().offset() == 0;
    }

    void send(Expr chanExpr, Expr valueExpr, int pos) {
        var type = (ChanType) fn.expressions.coreOf(fn.type(chanExpr));
        fn.expressions.early().settle(List.of(chanExpr, valueExpr));
        var chan = e.stable(fn.expressions.value(chanExpr).word());
        var value = fn.expressions.valueAs(valueExpr, type.elem());
        e.at(pos);
        if (isWord(type.elem())) {
            e.runtime(Entry.CHANSEND_WORD, chan, Conversions.asLong(value.word()));
        } else {
            e.runtime(Entry.CHANSEND, chan, e.addressOf(value));
        }
    }

    /// The value received, and whether it was sent (else the channel is closed).
    List<Rvalue> receive(Expr chanExpr, int pos) {
        var type = (ChanType) fn.expressions.coreOf(fn.type(chanExpr));
        var chan = fn.expressions.value(chanExpr).word();
        e.at(pos);
        return receiveFrom(chan, type);
    }

    /// Value and ok of a receive from an evaluated channel.
    List<Rvalue> receiveFrom(Value chan, ChanType type) {
        var elem = type.elem();
        if (isWord(elem)) {
            var r = e.runtime(Entry.CHANRECV_WORD, List.of(Word.P, Word.J), chan);
            var value = fromLong(elem, new Value.Read(r.get(0)));
            return List.of(
                    value,
                    Rvalue.ofWord(
                            BasicType.BOOL, Emitter.un(UnaryOp.J_TO_I, new Value.Read(r.get(1)))));
        }
        var object = e.tempObject(elem);
        var at = new Value.FrameAddress(object, 0);
        boolean empty = object.bytes() == 0;
        if (fn.layout.hasPointers(elem)) {
            // What was received last time is not kept alive while it waits.
            e.clear(at, object.bytes(), true);
        }
        var received = e.runtime(Entry.CHANRECV, Word.I, chan, empty ? Emitter.longConst(0) : at);
        if (fn.layout.inWords(elem)) {
            return List.of(
                    e.stable(e.loadValue(elem, at, 0)), Rvalue.ofWord(BasicType.BOOL, received));
        }
        return List.of(Rvalue.inMemory(elem, at, true), Rvalue.ofWord(BasicType.BOOL, received));
    }

    /// A one-word value from the long it travelled in: the low bytes count.
    Rvalue fromLong(Type type, Value bits) {
        var slot = fn.layout.slots(type).getFirst();
        var low = Emitter.un(UnaryOp.J_TO_I, asJ(bits));
        var word =
                switch (slot.mem()) {
                    case I8 -> Emitter.un(UnaryOp.EXT8, low);
                    case U8 -> Emitter.un(UnaryOp.ZEXT8, low);
                    case I16 -> Emitter.un(UnaryOp.EXT16, low);
                    case U16 -> Emitter.un(UnaryOp.ZEXT16, low);
                    case I32 -> low;
                    case I64, ADDR -> asJ(bits);
                    case F32 -> Emitter.un(UnaryOp.BITS_F, low);
                    case F64 -> Emitter.un(UnaryOp.BITS_D, asJ(bits));
                    case PTR ->
                            fn.program.target().is64Bit()
                                    ? bits
                                    : Emitter.un(UnaryOp.UINTPTR32_TO_P, low);
                };
        return Rvalue.ofWord(type, word);
    }

    private static Value asJ(Value v) {
        return v.word() == Word.P ? Emitter.un(UnaryOp.P_TO_J, v) : v;
    }
}
