package org.gorrery.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of Go text with holes, `$T` and the like; `@` stands for the prefix of the program's names.
record GoPiece(String text) {
    /// This piece with a text in its holes of a name.
    ///
    /// @throws IllegalArgumentException where it has no such hole
    GoPiece with(String hole, String value) {
        var holes = Pattern.compile("\\$" + hole + "\\b").matcher(text);
        if (!holes.find()) {
            throw new IllegalArgumentException("no hole $" + hole + " in " + text);
        }
        return new GoPiece(holes.replaceAll(Matcher.quoteReplacement(value)));
    }

    /// This piece with a number in its holes of a name.
    GoPiece with(String hole, int value) {
        return with(hole, String.valueOf(value));
    }
}
