package org.gorrery.compiler.ir;

/// How a word lies in memory.
public enum MemKind {
    I8(Word.I),
    U8(Word.I),
    I16(Word.I),
    U16(Word.I),
    I32(Word.I),
    I64(Word.J),
    F32(Word.F),
    F64(Word.D),
    /// A pointer of target width that the collector follows; its store is where a write barrier goes.
    PTR(Word.P),
    /// An address of target width that the collector need not follow (type and itab words, code pointers).
    ADDR(Word.J);

    private final Word word;

    MemKind(Word word) {
        this.word = word;
    }

    /// The word it is loaded as.
    public Word word() {
        return word;
    }
}
