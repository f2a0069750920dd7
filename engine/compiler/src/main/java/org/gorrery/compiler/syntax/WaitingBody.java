package org.gorrery.compiler.syntax;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statements of a function that nobody has looked at so far: parsed when first asked for. A program reaches a small part of the
/// library, whose text is known to be right.
///
/// Guard: as the parser of the file, which it keeps, one thread at a time.
final class WaitingBody extends AbstractList<Stmt> {
    /// Bytes of text for which there is one expression at most, on the average of a body.
    private static final int BYTES_PER_EXPRESSION = 2;

    private final TokenStream in;
    private final StatementParser parser;
    private final NodeIds ids;
    private final int open;
    private @Nullable List<Stmt> parsed;

    /// @param open where the `{` stands
    /// @param close where the `}` stands
    WaitingBody(TokenStream in, StatementParser parser, int open, int close) {
        this.in = in;
        this.parser = parser;
        this.open = open;
        this.ids = in.setAside((close - open) / BYTES_PER_EXPRESSION);
    }

    private List<Stmt> parsed() {
        var done = parsed;
        if (done == null) {
            in.resume(open, ids);
            done = parser.functionBody().stmts();
            if (in.hasErrors()) {
                throw new IllegalStateException("a function of the library that is not right");
            }
            parsed = done;
        }
        return done;
    }

    @Override
    public Stmt get(int index) {
        return parsed().get(index);
    }

    @Override
    public int size() {
        return parsed().size();
    }
}
