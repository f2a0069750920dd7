package org.gorrery.compiler.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Recognises operators and punctuation by longest match, over a table made from [Token].
final class Operators {
    /// By first character: the tokens that start with it, longest first.
    private static final Token[][] BY_FIRST = table();

    private Operators() {}

    /// The longest operator or punctuation mark at `at`, or null.
    static @Nullable Token longest(byte[] src, int at) {
        for (Token token : BY_FIRST[src[at]]) {
            if (matches(token.text(), src, at)) {
                return token;
            }
        }
        return null;
    }

    private static boolean matches(String text, byte[] src, int at) {
        if (at + text.length() > src.length) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (src[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Token[][] table() {
        var byFirst = new Token[128][];
        for (int c = 0; c < byFirst.length; c++) {
            byFirst[c] = startingWith((char) c);
        }
        return byFirst;
    }

    private static Token[] startingWith(char first) {
        return Arrays.stream(Token.values())
                .filter(token ->
                        token.ordinal() > Token.LITERAL.ordinal()
                                && token.ordinal() < Token.BREAK.ordinal())
                .filter(token -> token.text().charAt(0) == first)
                .sorted((a, b) -> b.text().length() - a.text().length())
                .toArray(Token[]::new);
    }
}
