package org.gorrery.compiler.syntax;

/// Import paths in the usual spelling.
final class ImportPaths {
    private static final String NOT_ALLOWED = "!\"#$%&'()*,:;<=>?[\\]^{|}`\ufffd";

    private ImportPaths() {}

    /// The path in double quotes; a text that is no path stays as it is.
    static String quoted(String literal) {
        String path = Literals.stringText(literal);
        boolean odd =
                path.isEmpty()
                        || path.codePoints()
                                .anyMatch(c ->
                                        NOT_ALLOWED.indexOf(c) >= 0
                                                || c <= ' '
                                                || Character.isSpaceChar(c)
                                                || Character.isISOControl(c));
        return odd ? literal : '"' + path + '"';
    }
}
