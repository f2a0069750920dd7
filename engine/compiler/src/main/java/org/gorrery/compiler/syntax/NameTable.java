package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The words of one file, each kept once: a hash table from bytes to string and token, so that a word seen before costs no allocation.
/// The keywords are in it from the start.
///
/// Guard: one scanner.
final class NameTable {
    private static final int INITIAL_SLOTS = 1024;

    private byte[][] words = new byte[INITIAL_SLOTS][];
    private String[] texts = new String[INITIAL_SLOTS];
    private Token[] tokens = new Token[INITIAL_SLOTS];
    private int used;

    NameTable() {
        for (Token token : Token.values()) {
            if (token.ordinal() >= Token.BREAK.ordinal()) {
                byte[] word = token.text().getBytes(StandardCharsets.UTF_8);
                tokens[find(word, 0, word.length)] = token;
            }
        }
    }

    /// The slot of the word `src[from, to)`; valid until the next call.
    int find(byte[] src, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + src[i];
        }
        int mask = words.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (words[slot] != null) {
            if (Arrays.equals(words[slot], 0, words[slot].length, src, from, to)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        if (used * 2 > mask) {
            grow();
            return find(src, from, to);
        }
        used++;
        words[slot] = Arrays.copyOfRange(src, from, to);
        texts[slot] = new String(words[slot], StandardCharsets.UTF_8);
        tokens[slot] = Token.NAME;
        return slot;
    }

    /// The word of a slot.
    String text(int slot) {
        return texts[slot];
    }

    /// The keyword's token, or [Token#NAME].
    Token token(int slot) {
        return tokens[slot];
    }

    private void grow() {
        byte[][] oldWords = words;
        Token[] oldTokens = tokens;
        words = new byte[oldWords.length * 2][];
        texts = new String[words.length];
        tokens = new Token[words.length];
        used = 0;
        for (int i = 0; i < oldWords.length; i++) {
            byte[] word = oldWords[i];
            if (word != null) {
                tokens[find(word, 0, word.length)] = oldTokens[i];
            }
        }
    }
}
