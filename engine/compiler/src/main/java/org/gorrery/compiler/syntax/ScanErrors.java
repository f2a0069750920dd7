package org.gorrery.compiler.syntax;

/// Takes the faults that scanning finds.
@FunctionalInterface
interface ScanErrors {
    /// A fault at a byte offset of the file.
    void error(int offset, String message);
}
