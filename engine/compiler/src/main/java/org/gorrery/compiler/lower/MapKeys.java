package org.gorrery.compiler.lower;

import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Type;

/// Which of the map entry points serve a key type.
enum MapKeys {
    WORD64,
    WORD32,
    STRING,
    GENERAL;

    static MapKeys of(Fn fn, Type key) {
        var u = key.underlying();
        if (u instanceof BasicType b && b.isString()) {
            return STRING;
        }
        boolean integerLike =
                u instanceof BasicType b && (b.isInteger() || b == BasicType.UNSAFE_POINTER)
                        || u instanceof PointerType
                        || u instanceof ChanType;
        if (!integerLike) {
            return GENERAL;
        }
        long size = fn.types.sizeof(u);
        return size == 8 ? WORD64 : size == 4 ? WORD32 : GENERAL;
    }

    static Value asLong(Value word) {
        return word.word() == Word.P ? new Value.Unary(UnaryOp.P_TO_J, word) : word;
    }

    static Value asInt(Value word) {
        return word.word() == Word.P ? new Value.Unary(UnaryOp.P_TO_UINTPTR32, word) : word;
    }
}
