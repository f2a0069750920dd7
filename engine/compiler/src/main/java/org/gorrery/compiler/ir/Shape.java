package org.gorrery.compiler.ir;

import java.util.List;

/// The words of a call: parameters after G, sp and closure, and results. Functions of one shape share dispatchers.
public record Shape(List<Word> params, List<Word> results) {
    /// Copies the lists; P counts as J.
    public Shape {
        params = params.stream().map(Shape::plain).toList();
        results = results.stream().map(Shape::plain).toList();
    }

    private static Word plain(Word w) {
        return w == Word.P ? Word.J : w;
    }
}
