package org.gorrery.compiler.ir;

/// The kinds of JVM word that Go values are made of.
public enum Word {
    /// bool and integers of at most 32 bits, kept normalised (sign- or zero-extended to their width).
    I('I'),
    /// 64-bit integers, lengths, interface type words, addresses that the collector need not know.
    J('J'),
    /// A pointer that the collector must find: a long in a JVM local, mirrored in a frame slot where live at a safepoint.
    P('J'),
    /// float32.
    F('F'),
    /// float64.
    D('D');

    private final char descriptor;

    Word(char descriptor) {
        this.descriptor = descriptor;
    }

    /// JVM descriptor character.
    public char descriptor() {
        return descriptor;
    }
}
