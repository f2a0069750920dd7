package org.gorrery.compiler.lower;

import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Type;

/// Which of the map entry points serve a key type, and how they get the key.
enum MapKeys {
    WORD64(Entry.MAPACCESS64, Entry.MAPASSIGN64, Entry.MAPDELETE64),
    WORD32(Entry.MAPACCESS32, Entry.MAPASSIGN32, Entry.MAPDELETE32),
    STRING(Entry.MAPACCESS_STR, Entry.MAPASSIGN_STR, Entry.MAPDELETE_STR),
    GENERAL(Entry.MAPACCESS, Entry.MAPASSIGN, Entry.MAPDELETE);

    /// Finds an element, or nothing.
    final Entry access;

    /// Finds an element or makes it.
    final Entry assign;

    /// Removes an element.
    final Entry delete;

    MapKeys(Entry access, Entry assign, Entry delete) {
        this.access = access;
        this.assign = assign;
        this.delete = delete;
    }

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

    /// What each of the entry points takes: descriptor, map and key.
    Value[] arguments(Emitter e, Value descriptor, Value map, Rvalue key) {
        return switch (this) {
            case WORD64 -> new Value[] {descriptor, map, word(key, UnaryOp.P_TO_J)};
            case WORD32 -> new Value[] {descriptor, map, word(key, UnaryOp.P_TO_UINTPTR32)};
            case STRING -> new Value[] {descriptor, map, key.word(0), key.word(1)};
            case GENERAL -> new Value[] {descriptor, map, e.addressOf(key)};
        };
    }

    private static Value word(Rvalue key, UnaryOp ofPointer) {
        var word = key.word();
        return word.word() == Word.P ? new Value.Unary(ofPointer, word) : word;
    }
}
