package org.gorrery.compiler.codegen;

import java.util.List;
import org.gorrery.abi.FrameLayout;
import org.gorrery.abi.RuntimeNames;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Word;

/// How the words of a call travel: which parameters are JVM parameters and which lie in memory, and where results go.
///
/// A JVM method takes at most 255 slots. Dispatchers add an index to G, sp and the closure, so 248 are left for words; those that do
/// not fit lie at the callee's `sp + 8·i`, i from 0, each in 8 bytes. The callee reads them before anything else.
///
/// @param shape the words
/// @param registers number of leading parameters that are JVM parameters
record CallShape(Shape shape, int registers) {
    private static final int SLOTS = 248;

    /// Words for which a small frame's room is enough in any case.
    private static final int FEW = 28;

    static CallShape of(Shape shape) {
        int slots = 0;
        int n = 0;
        for (var w : shape.params()) {
            slots += slots(w);
            if (slots > SLOTS) {
                break;
            }
            n++;
        }
        return new CallShape(shape, n);
    }

    /// JVM slots of a word.
    static int slots(Word w) {
        return w == Word.I || w == Word.F ? 1 : 2;
    }

    List<Word> params() {
        return shape.params();
    }

    List<Word> results() {
        return shape.results();
    }

    /// Number of parameters in memory.
    int memoryParams() {
        return params().size() - registers;
    }

    /// Number of results in memory, behind the JVM result and the fields of G.
    int memoryResults() {
        return Math.max(0, results().size() - 1 - FrameLayout.RESULT_WORDS);
    }

    /// Bytes above the caller's frame that a call may touch before the callee has checked the stack: words in memory, or its
    /// pointer parameters while it asks for more; arguments and results where the function is one made at run time.
    int outBytes() {
        int words = Math.max(memoryParams(), memoryResults());
        int pointers = (int) params().stream().filter(w -> w == Word.J).count();
        int all = params().size() + results().size();
        int made = all > FEW ? 1 + all : 0;
        return 8 * Math.max(Math.max(words, made), 1 + pointers);
    }

    /// JVM descriptor of a function.
    ///
    /// @param before descriptors between sp and the words
    /// @param first descriptors before the G
    String descriptor(String first, String before) {
        var text = new StringBuilder("(").append(first).append('L').append(RuntimeNames.G);
        text.append(";J").append(before);
        for (int i = 0; i < registers; i++) {
            text.append(params().get(i).descriptor());
        }
        text.append(')');
        return text.append(results().isEmpty() ? 'V' : results().getFirst().descriptor())
                .toString();
    }

    /// A short text for names of methods: `JIJ_D`.
    String text() {
        var s = new StringBuilder();
        params().forEach(w -> s.append(w.descriptor()));
        s.append('_');
        results().forEach(w -> s.append(w.descriptor()));
        return s.toString();
    }
}
