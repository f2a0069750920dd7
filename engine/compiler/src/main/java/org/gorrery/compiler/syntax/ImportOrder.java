package org.gorrery.compiler.syntax;

/// Sorts the imports of a file.
final class ImportOrder {
    private ImportOrder() {}

    /// The text with the specs of each block of imports in order.
    static byte[] sorted(byte[] utf8) {
        return utf8;
    }
}
