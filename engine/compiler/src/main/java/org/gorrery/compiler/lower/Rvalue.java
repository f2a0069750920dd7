package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// A value while an expression is lowered: its words, or for a type held in memory the address of it.
///
/// @param address non-null for a type held in memory; nobody changes what is there while the value is in use if `fresh`
/// @param fresh the memory belongs to this value alone (a temporary)
record Rvalue(Type type, List<Value> words, @Nullable Value address, boolean fresh) {
    static Rvalue ofWords(Type type, List<Value> words) {
        return new Rvalue(type, List.copyOf(words), null, false);
    }

    static Rvalue ofWord(Type type, Value word) {
        return new Rvalue(type, List.of(word), null, false);
    }

    static Rvalue inMemory(Type type, Value address, boolean fresh) {
        return new Rvalue(type, List.of(), address, fresh);
    }

    /// The only word.
    Value word() {
        if (words.size() != 1) {
            throw new IllegalStateException(words.size() + " words where one is expected");
        }
        return words.getFirst();
    }

    /// Word `i`.
    Value word(int i) {
        return words.get(i);
    }

    /// The address of a value in memory.
    Value memory() {
        if (address == null) {
            throw new IllegalStateException("not in memory");
        }
        return address;
    }

    /// The same value under another type of the same layout.
    Rvalue as(Type other) {
        return new Rvalue(other, words, address, fresh);
    }
}
