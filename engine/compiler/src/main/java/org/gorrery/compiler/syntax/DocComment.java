package org.gorrery.compiler.syntax;

import java.util.List;

/// Doc comments in their standard form (`go doc go/doc/comment`).
final class DocComment {
    private DocComment() {}

    /// The comment lines in standard form.
    static List<SourceFile.Comment> format(List<SourceFile.Comment> comments) {
        return comments;
    }
}
